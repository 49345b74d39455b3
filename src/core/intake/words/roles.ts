/** Words that stand before a person's name and say what the person is. Lower case. */
export const TITLE_WORDS: ReadonlySet<string> = new Set(
  (
    'president vice-president premier prime minister chancellor king queen prince princess emperor pope archbishop bishop cardinal rabbi imam sheikh ' +
    'mayor governor senator congressman congresswoman representative deputy lord lady sir dame judge justice attorney prosecutor general admiral colonel ' +
    'major captain lieutenant sergeant commander inspector commissioner chief director chairman chairwoman chair secretary ambassador consul envoy ' +
    'spokesman spokeswoman spokesperson professor doctor dr prof mr mrs ms miss economist historian author writer analyst engineer architect philosopher ' +
    'physician scientist biologist headteacher teacher warden farmer lawyer leader head negotiator mp councillor speaker treasurer rep sen gov gen col lt capt fr rev sgt adm maj cmdr ' +
    'fellow conservator curator archivist librarian owner member founder ' +
    'kanzler kanzlerin präsident präsidentin bürgermeister bürgermeisterin ministerin président présidente maire directeur directrice ministre alcalde alcaldesa ' +
    'presidente ministro ministra sindaco burmistrz директор директорка учительница президент министр мэр'
  ).split(' '),
);

/** Words that make a name an organisation's, at its end or its beginning. Lower case. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  (
    'ministry department council union party bank agency university institute company corporation corp group court commission committee parliament ' +
    'organization organisation association federation foundation office bureau centre center army navy police government congress senate assembly board ' +
    'fund authority service services society club league alliance coalition movement front bloc trust college school academy hospital clinic museum ' +
    'waterworks works lifts lines logistics airlines airways railways industries holdings partners technologies systems energy motors inc ltd llc plc gmbh ag sa tribunal secretariat ' +
    'nations treaty initiative network times post journal review gazette herald tribune courier ledger chronicle wire news'
  ).split(' '),
);

/** Words that make a name a place's. Lower case. */
export const PLACE_WORDS: ReadonlySet<string> = new Set(
  (
    'river lake sea ocean bay gulf strait channel island islands isle mountain mountains hill hills valley plain desert forest coast cape peninsula ' +
    'province county district parish region state city town village port harbour harbor street road avenue square bridge tunnel corridor north south ' +
    'east west upper lower old new great saint st san santa'
  ).split(' '),
);

/** Verbs of saying, English, in the forms that attribute a quotation. */
export const SAYING =
  'said|says|say|saying|told|tells|argued|argues|added|adds|asked|asks|replied|replies|explained|explains|warned|warns|wrote|writes|announced|declared|declares|insisted|insists|noted|notes|claimed|claims|stated|states|remarked|remarks|observed|observes|recalled|recalls|suggested|suggests|complained|complains|admitted|admits|concluded|concludes|continued|continues|stressed|stresses|predicted|predicts|joked|jokes|tweeted|posted|testified|acknowledged|conceded|concedes|maintained|maintains|agreed|agrees|answered|answers|responded|responds|called|calls|described|describes|believes|thinks|reckons|puts it|put it|points out|pointed out';
