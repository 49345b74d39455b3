/**
 * Months by language: full names first, then forms and short forms, each as a regular expression's alternatives.
 * Data, not grammar: a new language is one line here.
 */
const MONTHS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'january|jan\\.?',
    'february|feb\\.?',
    'march|mar\\.?',
    'april|apr\\.?',
    'may',
    'june|jun\\.?',
    'july|jul\\.?',
    'august|aug\\.?',
    'september|sept\\.?|sep\\.?',
    'october|oct\\.?',
    'november|nov\\.?',
    'december|dec\\.?',
  ],
  de: ['januar|jänner', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre|setiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  it: ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'],
  pt: ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'],
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  sv: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  da: [
    'januar',
    'februar',
    'marts|mars',
    'april',
    'maj|mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december|desember',
  ],
  pl: [
    'stycznia|styczniu|styczeń',
    'lutego|lutym|luty',
    'marca|marcu|marzec',
    'kwietnia|kwietniu|kwiecień',
    'maja|maju|maj',
    'czerwca|czerwcu|czerwiec',
    'lipca|lipcu|lipiec',
    'sierpnia|sierpniu|sierpień',
    'września|wrześniu|wrzesień',
    'października|październiku|październik',
    'listopada|listopadzie|listopad',
    'grudnia|grudniu|grudzień',
  ],
  ru: [
    'январ[ьяею]м?',
    'феврал[ьяею]м?',
    'март[аеу]?',
    'апрел[ьяею]м?',
    'ма[йяею]',
    'июн[ьяею]м?',
    'июл[ьяею]м?',
    'август[аеу]?',
    'сентябр[ьяею]м?',
    'октябр[ьяею]м?',
    'ноябр[ьяею]м?',
    'декабр[ьяею]м?',
  ],
  uk: [
    'січ(?:ень|ня|ні)',
    'лют(?:ий|ого|ому)',
    'берез(?:ень|ня|ні)',
    'квіт(?:ень|ня|ні)',
    'трав(?:ень|ня|ні)',
    'черв(?:ень|ня|ні)',
    'лип(?:ень|ня|ні)',
    'серп(?:ень|ня|ні)',
    'верес(?:ень|ня|ні)',
    'жовт(?:ень|ня|ні)',
    'листопад(?:а|і)?',
    'груд(?:ень|ня|ні)',
  ],
  tr: ['ocak', 'şubat', 'mart', 'nisan', 'mayıs', 'haziran', 'temmuz', 'ağustos', 'eylül', 'ekim', 'kasım', 'aralık'],
  ar: [
    'يناير|كانون الثاني',
    'فبراير|شباط',
    'مارس|آذار',
    'أبريل|ابريل|نيسان',
    'مايو|أيار',
    'يونيو|حزيران',
    'يوليو|تموز',
    'أغسطس|اغسطس|آب',
    'سبتمبر|أيلول',
    'أكتوبر|اكتوبر|تشرين الأول',
    'نوفمبر|تشرين الثاني',
    'ديسمبر|كانون الأول',
  ],
  he: ['ינואר', 'פברואר', 'מרץ|מרס', 'אפריל', 'מאי', 'יוני', 'יולי', 'אוגוסט', 'ספטמבר', 'אוקטובר', 'נובמבר', 'דצמבר'],
};

export interface MonthPattern {
  /** One group of alternatives, longest first, for a case-insensitive regular expression with the `u` flag. */
  readonly source: string;
  /** The month's number, 1 to 12, of a word that `source` matched. */
  readonly numberOf: (word: string) => number | null;
}

/** English months as they stand in texts of another language: French `sept` without its full stop is seven. */
function englishIn(base: string): readonly string[] {
  const months = MONTHS.en ?? [];
  return base === 'fr' ? months.map((forms) => forms.replace('sept\\.?', 'sept\\.')) : months;
}

/** For each month, in lower case, what a language and English write for it, as alternatives of a regular expression. */
export function monthAlternatives(language: string): readonly string[] {
  const base = language.split('-')[0] ?? 'en';
  const tables = [MONTHS[base], base === 'en' && MONTHS[base] ? undefined : englishIn(base)].filter((table) => table !== undefined);
  return Array.from({ length: 12 }, (_, index) => tables.map((table) => table[index] ?? '').join('|'));
}

/** The months of a language and, because dates are often written so, of English. */
export function monthPattern(language: string): MonthPattern {
  const base = language.split('-')[0] ?? 'en';
  const own = MONTHS[base];
  const tables = own === undefined ? [MONTHS.en ?? []] : base === 'en' ? [own] : [own, englishIn(base)];
  const rules = tables.flatMap((table) =>
    table.map((alternatives, index) => ({ month: index + 1, rule: new RegExp(`^(?:${alternatives})$`, 'iu') })),
  );
  const source = tables.flat().join('|');
  const numberOf = (word: string): number | null =>
    rules.find(({ rule }) => rule.test(word.toLowerCase()) || rule.test(word))?.month ?? null;
  return { source: `(?:${source})`, numberOf };
}

export const MONTH_LANGUAGES: readonly string[] = Object.keys(MONTHS);
