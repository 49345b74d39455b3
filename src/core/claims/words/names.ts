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
  'denmark danish danes copenhagen',
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
  ru: /^(?:он|она|его|её|ее|ему|ей)$/,
};

/** Whether a word goes on speaking of somebody. Where a language has no list, any may. */
export const isPronoun = (word: string, base: string): boolean => PRONOUNS[base]?.test(word) ?? true;

/** Nouns that German writes side by side with others, and that are no names. */
const GERMAN_NOUNS =
  /^(?:prozent|prozentpunkte?n?|euro|dollar|franken|cent|millionen?|milliarden?|billionen?|tonnen?|kilometern?|metern?|hektar|liter|kilo|kilogramm|grad|uhr|ende|anfang|mitte|jahren?|monaten?|wochen?|tagen?|stunden?|minuten|menschen|personen|stück|seiten?|art|teil|form|herr|herrn|frau|megawatt|gigawatt|quadratmetern?|dutzend|tausende?n?|hunderte?n?|dezibel|plätzen?|mal|nummer|paragraf|artikel|absatz|kapitel)$/;
export const isGermanNoun = (word: string): boolean => GERMAN_NOUNS.test(word);

const GERMAN_DETERMINER =
  /^(?:de[rsnm]|die|das|ein|eine[rsnm]?|keine?[rsnm]?|seine?[rsnm]?|ihre?[rsnm]?|unsere?[rsnm]?|diese[rsnm]?|jede[rsnm]?|alle[rsnm]?|viele[rn]?|mehr|mehrere[rn]?|wenige[rn]?|einige[rn]?|vom|zum|zur|im|am|beim|ins|ans|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)$/;
export const isGermanDeterminer = (word: string): boolean =>
  GERMAN_DETERMINER.test(word.toLowerCase()) || /^\p{Ll}+(?:e|en|er|es|em)$/u.test(word);
