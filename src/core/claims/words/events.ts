import { lazyTable } from '../../base/lazy.ts';

/** A grave event: by which words a line says it, and by which a source may. All are words' beginnings. */
interface EventWords {
  readonly said: readonly string[];
  readonly told: readonly string[];
}

/**
 * By language and event, `said / told`; what is said is told as well. Events that do harm where they are invented, and that few words can
 * say; for others the same thing has too many names to miss one.
 */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'resign / quit quits stepp steps stood leav left departure departed departs gone replac succeed successor former ex outgoing retir',
    'sacked ousted / sack fire dismiss oust remov replac depos toppl overthr expel',
    'killed murdered assassinated died / kill dead death die dying murder assassin fatal victim casualt toll perish stabb shot shoot slain life lives bodies drown massacr execut',
    'arrested detained jailed imprisoned / arrest detain custod jail prison imprison seiz captur behind held sentenc hostage',
    'convicted acquitted / convict sentenc guilty verdict court trial acquit judge cleared found',
    'bankrupt insolven / bankrupt insolven creditor collaps administ protect liquidat default lender debt',
    'coup / coup putsch overthr junta mutin seiz toppl',
    'apologised apologized apology / apolog sorry regret',
    'vetoed / veto block reject',
  ],
  de: [
    'zurückgetreten rücktritt / zurück rücktritt niederleg niedergelegt räum verlass verließ geht ging abtret ablös nachfolg',
    'getötet ermordet gestorben / tot tote töt starb sterb gestorb ermord mord opfer umgekomm leben leiche erschoss erstoch tödlich',
    'verhaftet festgenommen / verhaft festnahm festgenomm haft gefängnis inhaft gefasst',
    'pleite insolvenz insolvent / pleite insolv konkurs gläubig zahlungsunfähig',
    'putsch / putsch umsturz staatsstreich junta',
  ],
  fr: [
    'démission / démission quitt départ départs partir partie partant remplac succèd success ancien',
    'tué assassiné mort / tu mort décè victime assassin meurt mour péri vie corps fatal décéd',
    'arrêté / arrêt interpell détent déten détenu prison garde écrou incarcér',
    'faillite / faillite liquidation redressement créancier insolvab',
  ],
  es: [
    'dimitió dimisión dimite / dimi renunci cese cesó dej abandon salida sustitu relev',
    'asesinado asesinada murió murieron / muer mur asesin mata mató víctima falleci vida cadáver letal',
    'detenido detenida arrestado arrestada / det arrest prisión cárcel preso captur encarcel',
    'quiebra / quiebra insolven acreedor concurso bancarrota',
  ],
  it: [
    'dimesso dimissioni / dimess dimiss dimett lasci abbandon sostitu',
    'ucciso uccisa assassinato / ucci mort mor assassin vittim deced vita',
    'arrestato arrestata / arrest carcer prigion detenut detenz cattur',
  ],
  ru: [
    'отставк / отстав уш покин уход увол сменил сложил',
    'убит погиб / уби погиб смерт умер жертв гибел скончал жизн мертв мёртв',
    'арестован задержан / арест задерж заключ тюрьм страж колони',
    'банкрот / банкрот кредитор несостоятел',
  ],
};

const TABLE = lazyTable(Object.keys(EVENTS), (base): readonly EventWords[] =>
  (EVENTS[base] ?? []).map((row) => {
    const [said = '', told = ''] = row.split(' / ');
    return { said: said.split(' '), told: [...said.split(' '), ...told.split(' ')] };
  }),
);

/** So many letters tell most words apart from those of events. */
const START = 2;

const STARTS = lazyTable(
  Object.keys(EVENTS),
  (base) => new Set((TABLE(base) ?? []).flatMap(({ said }) => said.map((word) => word.slice(0, START)))),
);

/** Whether a word may tell an event: a cheap look that spares most words all others. */
export const mayTellEvent = (word: string, base: string): boolean => STARTS(base)?.has(word.slice(0, START)) === true;

/** The grave events of a language. */
export const eventsOf = (base: string): readonly EventWords[] => TABLE(base) ?? [];
