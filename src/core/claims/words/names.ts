import { lazy } from '../../base/lazy.ts';
import { countryWords } from '../../intake/words/index.ts';
import { isForm } from '../forms.ts';

/** Ways to name one power: its people, its capital, its seat. In all languages together; word beginnings end in `*`. */
const GROUPS: readonly string[] = [
  'us usa u_s america american americans washington pentagon états-unis américain* estados_unidos estadounidense* eeuu united_states white_house vereinigte_staaten сша американск* вашингтон* stati_uniti',
  'eu e_u european_union europe european europeans brussels ue union_européenne européen* europ* bruxelles brüssel unión_europea bruselas ес евросоюз* европ* брюссел*',
  'un u_n united_nations onu nations_unies vereinte_nationen uno naciones_unidas оон security_council',
  'russia russian russians moscow kremlin russie russe* moscou russland russisch* moskau rusia ruso* rusa* moscú росси* москв* кремл* кремл*',
  'uk u_k britain british london united_kingdom great_britain royaume-uni britannique* londres großbritannien britisch* reino_unido británic* британ* лондон*',
  'china chinese beijing chine chinois* pékin peking chinesisch* chino* chinas pekín кита* пекин*',
  'france french paris français* frankreich französisch* francia francés* frances* франц* париж* élysée',
  'germany german germans berlin allemagne allemand* deutsch* alemania alemán* aleman* герман* немец* берлин*',
  'scotland scottish scots edinburgh écosse écossais* schottland schottisch* escocia escoc* шотланд*',
  'england english angleterre anglais* englisch* inglaterra inglés* англи*',
  'wales welsh cardiff gallois* walisisch*',
  'nato otan alliance нато альянс* north_atlantic',
  'turkey turkish türkiye ankara turc* turquie türkisch* turco* turquía турц* турец* анкар*',
  'ukraine ukrainian ukrainians kyiv kiev украин* киев* ukrainien* ukrainisch* ucrani*',
  'spain spanish madrid espagne espagnol* spanien spanisch* españ* испан* мадрид*',
  'italy italian rome italie italien* italienisch* italia* roma итал* рим',
  'switzerland swiss bern suisse* schweiz* suiza suizo* швейцар*',
  'netherlands dutch the_hague niederl* pays-bas néerlandais*',
  'japan japanese tokyo japon* япон*',
  'poland polish poles warsaw pologne polonais* polen polnisch* warschau varsovie polonia polaco* польш* польск* варшав*',
  'finland finnish finns helsinki',
  'denmark danish danes copenhagen danemark dänemark dinamarca копенгаген*',
  'algeria algerian* algiers algérie alger algérien* algerien algier argelia argel* алжир*',
  'morocco moroccan* rabat maroc marocain* marokko marokkan* marruecos marroqu* марокк*',
  'tunisia tunisian* tunis tunisie tunisien* túnez tunecin* тунис*',
  'egypt egyptian* cairo égypte égyptien* caire ägypt* kairo egipt* el_cairo египе* каир*',
  'israel israeli* jerusalem tel_aviv israël israélien* израил*',
  'iran iranian* tehran teheran téhéran iranien* иран* тегеран*',
  'iraq iraqi* baghdad irak* bagdad ирак* багдад*',
  'syria syrian* damascus syrie* syrien* damas damaskus siria* damasco сири* дамаск*',
  'lebanon lebanese beirut liban* beyrouth libanon* libanesisch* líbano* бейрут*',
  'saudi riyadh riad saoudi* arabie_saoudite саудовск* эр-рияд*',
  'india indian* new_delhi delhi inde indien* indisch* indi* инди* дели',
  'south_korea south_korean* seoul séoul corée_du_sud südkorea* corea_del_sur сеул*',
  'north_korea north_korean* pyongyang corée_du_nord nordkorea* corea_del_norte пхеньян*',
  'brazil brazilian* brasília brasilia brésil* brasilien* brasilianisch* brasil* бразил*',
  'argentina argentine* buenos_aires argentin* аргентин*',
  'mexico mexican* mexique mexicain* mexiko mexikan* méxico mexican* мексик*',
  'venezuela* caracas венесуэл* каракас*',
  'colombia* bogotá bogota colombie* kolumbi* колумби*',
  'canada canadian* ottawa canadien* kanad* canadá канад* оттав*',
  'australia* canberra australie* austral* канберр*',
  'austria* vienna autriche autrichien* österreich* wien austríac* viena австри* вен*',
  'belgium belgian* belgique belge* belgien belgisch* bélgica belga* бельги*',
  'hungary hungarian* budapest hongrie hongrois* ungarn ungarisch* hungría húngar* венгр* венгер* будапешт*',
  'czech* prague tchèque* prag tschech* praga chec* чехи* чешск* прага праг*',
  'romania* bucharest roumanie roumain* bucarest rumäni* bukarest rumaní* румын* бухарест*',
  'greece greek* athens grèce grec* athènes griechen* griechisch* athen grecia grieg* atenas греци* греческ* афин*',
  'serbia* belgrade serbie serbe* serbien serbisch* belgrad сербск* серби* белград*',
  'sweden swedish swedes stockholm suède suédois* schwed* suecia suec* швед* стокгольм*',
  'norway norwegian* oslo norvège norvégien* norweg* noruega* норвег* норвеж* осло',
  'portugal portuguese lisbon portugais* lisbonne portugies* lissabon portugués* lisboa португал* лиссабон*',
  'georgia georgian* tbilisi géorgie* tiflis georgien* georgisch* грузи* тбилиси',
  'belarus* minsk biéloruss* weißruss* bielorrus* белорус* беларус* минск*',
  'kazakh* astana kasach* kazajist* казах* астан*',
  'pakistan* islamabad пакистан* исламабад*',
  'indonesia* jakarta indonési* indonesisch* индонези* джакарт*',
  'vietnam* hanoi vietnamien* вьетнам* ханой* ханоя',
  'taiwan* taipei taïwan* taipeh тайван* тайбэ*',
  'nigeria* abuja nigéria* нигери*',
  'ethiopia* addis_ababa éthiopi* äthiop* etiop* эфиоп*',
  'south_africa* pretoria afrique_du_sud südafrika* sudáfrica* юар претори*',
  'libya* tripoli libye* libysch* libia* ливи* триполи',
  'ireland irish dublin',
];

interface Row {
  readonly word: string;
  /** Forms of it count too. */
  readonly open: boolean;
  readonly power: number;
}

/** So many letters lead to a row. */
const START = 3;

/** By their beginnings. */
const TABLE = lazy(() => {
  const rows = new Map<string, Row[]>();
  const add = (word: string, open: boolean, power: number): void => {
    const start = word.slice(0, START);
    rows.set(start, [...(rows.get(start) ?? []), { word, open, power }]);
  };
  for (const [power, words] of GROUPS.entries()) for (const word of words.split(' ')) add(word.replace('*', ''), word.endsWith('*'), power);
  for (const [index, words] of countryWords().entries())
    for (const word of words) add(word.toLowerCase().replaceAll(' ', '_'), word.length > 4, GROUPS.length + index);
  return rows;
});

const NONE: readonly number[] = [];

/** Which powers a word, or words joined by `_`, may stand for. */
export function powersOf(word: string): readonly number[] {
  const rows = TABLE().get(word.slice(0, START));
  if (rows === undefined) return NONE;
  const found = rows.filter(({ word: own, open }) => own === word || (open && (word.startsWith(own) || isForm(word, own))));
  return found.length === 0 ? NONE : found.map(({ power }) => power);
}

/** Words of offices and bodies, whose capital says little. */
const ROLES = lazy(
  () =>
    new Set(
      (
        'me mme mlle mgr maître hr fr dott avv ing sig don doña г-н г-жа ' +
        'president presidents minister ministers ministry prime premier foreign chancellor secretary general king queen prince parliament government state council court commission party republic federal ' +
        'north south east west northern southern eastern western central upper lower great new director chief executive officer committee senate congress house assembly mayor governor professor dr mr mrs ms ' +
        'sir lord lady department agency bank board company university institute ambassador envoy spokesman spokeswoman army navy police supreme deputy vice old city county district region province act law treaty ' +
        'opposition treasury cabinet crown constitution chamber commons lords internet earth i ok god bible church summit union group section article chapter table figure phase plan day week ' +
        'président présidente ministre ministère gouvernement état conseil cour commission parti république monsieur madame assemblée nationale sénat maire directeur directrice premier première nord sud est ouest ' +
        'presidente presidenta ministro ministra ministerio gobierno estado consejo corte tribunal comisión partido república señor señora congreso senado alcalde alcaldesa norte sur este oeste primer ' +
        // What people are, before their names.
        'prosecutor prosecutors attorney lawyer judge justice inspector commissioner captain colonel general admiral sergeant detective coroner coach manager captain midfielder striker ' +
        'goalkeeper defender economist analyst historian author researcher scientist engineer architect farmer teacher headteacher nurse surgeon pastor bishop archbishop cardinal imam ' +
        'rabbi senator congressman congresswoman representative councillor chairman chairwoman chair founder owner leader head co-founder editor reporter correspondent actor actress singer pilot ' +
        'ingénieur ingénieure avocat avocate procureur procureure juge députée député sénateur sénatrice économiste chercheur chercheuse historien historienne agriculteur porte-parole entraîneur ' +
        'capitaine colonel général préfet préfète ' +
        'ingeniero ingeniera abogado abogada fiscal juez jueza consejero consejera diputado diputada senador senadora economista portavoz entrenador capitán concejal rector rectora ' +
        'депутат глава губернатор эксперт директор прокурор судья адвокат генерал полковник мэр сенатор экономист профессор ' +
        'президент министр правительство государство совет суд комиссия партия республика премьер парламент министерство дума госдума'
      ).split(' '),
    ),
);
export const isRole = (word: string): boolean => ROLES().has(word);

/** Small words inside names. */
const INSIDE = lazy(() => new Set('of de la le les du des van von der den di da del della dos al el bin ibn zu'.split(' ')));
export const isInside = (word: string): boolean => INSIDE().has(word);

/** Words by which a text goes on speaking of somebody. */
const PRONOUNS: Readonly<Record<string, RegExp>> = {
  en: /^(?:he|she|his|her|him)$/,
  de: /^(?:er|sie|ihm|ihn|seine?[rnms]?|ihre?[rnms]?)$/,
  fr: /^(?:il|elle|lui)$/,
  es: /^(?:él|ella|su|sus)$/,
  it: /^(?:lui|lei|suo|sua)$/,
  pt: /^(?:ele|ela|seu|sua|seus|suas)$/,
  nl: /^(?:hij|zij|hem|haar)$/,
  ru: /^(?:он|она|его|её|ее|ему|ей)$/,
};

const POSSESSIVE = /^(?:his|her|seine?[rnms]?|ihre?[rnms]?|sus?|suo|sua|seus?|suas|его|её|ее|haar)$/;
/** Whether such a word says whose somebody else is: `her editor`. */
export const isPossessive = (word: string): boolean => POSSESSIVE.test(word);

/** Whether a word goes on speaking of somebody. Where a language has no list, any may. */
export const isPronoun = (word: string, base: string): boolean => PRONOUNS[base]?.test(word) ?? true;

/** Nouns that German writes side by side with others, and that are no names. */
const GERMAN_NOUNS =
  /^(?:prozent|prozentpunkte?n?|euro|dollar|franken|cent|millionen?|milliarden?|billionen?|tonnen?|kilometern?|metern?|hektar|liter|kilo|kilogramm|grad|uhr|ende|anfang|mitte|jahren?|monaten?|wochen?|tagen?|stunden?|minuten|menschen|personen|stück|seiten?|art|teil|form|herr|herrn|frau|megawatt|gigawatt|quadratmetern?|dutzend|tausende?n?|hunderte?n?|dezibel|plätzen?|mal|nummer|paragraf|artikel|absatz|kapitel)$/;
export const isGermanNoun = (word: string): boolean => GERMAN_NOUNS.test(word);

const GERMAN_DETERMINER =
  /^(?:de[rsnm]|die|das|ein|eine[rsnm]?|keine?[rsnm]?|seine?[rsnm]?|ihre?[rsnm]?|unsere?[rsnm]?|diese[rsnm]?|jede[rsnm]?|alle[rsnm]?|viele[rn]?|mehr|mehrere[rn]?|wenige[rn]?|einige[rn]?|vom|zum|zur|im|am|beim|ins|ans|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)$/;
/** Verbs that end like adjectives, before who does it: `sagte Sasse`. */
const GERMAN_SAID =
  /^(?:sagt|erklärt|meint|betont|fordert|kritisiert|warnt|versichert|verlangt|erwartet|hofft|fragt|antwortet|räumt|kündigt|lehnt|verwies|erinnert|bestätigt|berichtet|schätzt|rechnet|glaubt|will|woll|konn|könn|muss|müss|soll|darf|durf|leg|stell|führ|mach|erzähl|ergänz|begrüß|bedauer|würdig|lob|spiel|siegt|gewann|trat)(?:e|en|te|ten)$|^(?:nannte|nannten|wurde|wurden|hatte|hatten|habe|haben|werde|werden|wäre|hätte|aber|oder|sowie|neben|gegen|unter|über|wegen|hinter|bisher|daher|später|früher|weiter|wieder|immer|leider|seiner|ihrer)$/;

export const isGermanDeterminer = (word: string): boolean =>
  GERMAN_DETERMINER.test(word.toLowerCase()) || (/^\p{Ll}+(?:e|en|er|es|em)$/u.test(word) && !GERMAN_SAID.test(word));
