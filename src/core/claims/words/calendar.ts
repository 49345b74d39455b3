import { lazy, lazyTable } from '../../base/lazy.ts';
import { monthAlternatives } from '../../intake/words/index.ts';

/** From Sunday, by language; forms of one day with `/` between. */
const WEEKDAYS: Readonly<Record<string, string>> = {
  en: 'sunday monday tuesday wednesday thursday friday saturday',
  de: 'sonntag/sonntags montag dienstag mittwoch donnerstag freitag samstag/sonnabend',
  fr: 'dimanche lundi mardi mercredi jeudi vendredi samedi',
  es: 'domingo lunes martes miércoles jueves viernes sábado',
  it: 'domenica lunedì martedì mercoledì giovedì venerdì sabato',
  pt: 'domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado',
  he: 'ראשון שני שלישי רביעי חמישי שישי שבת',
  nl: 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag',
  ru: 'воскресенье/воскресенья понедельник/понедельника вторник/вторника среда/среду/среды четверг/четверга пятница/пятницу/пятницы суббота/субботу/субботы',
  ar: 'الأحد الاثنين/الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت',
};

const DAYS = lazyTable(
  Object.keys(WEEKDAYS),
  (language) =>
    new Map((WEEKDAYS[language] ?? '').split(' ').flatMap((forms, day) => forms.split('/').map((form) => [form, day] as const))),
);

/** 0 is Sunday; null for no day of the week. */
export function weekdayOf(word: string, base: string): number | null {
  return DAYS(base)?.get(word) ?? null;
}

const EASTERN_DAY = /(?:周|星期|礼拜|週)([日天一二三四五六])/u;

/** The day of the week that begins with a word, with those around it: `segunda-feira`, `יום שני`, `周一`. 0 is Sunday; null for none. */
export function weekdayAt(words: readonly (string | undefined)[], at: number, base: string): number | null {
  const [before = '', word = '', next = '', further = ''] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
  if (base === 'zh') {
    const sign = EASTERN_DAY.exec(word)?.[1];
    return sign === undefined ? null : Math.max(0, '日一二三四五六'.indexOf(sign));
  }
  // Alone these are ordinals.
  if (base === 'he' && word !== 'שבת' && !/^[בלמה]?יום$/u.test(before)) return null;
  return weekdayOf(next === '-' && further === 'feira' ? `${word}-feira` : word, base);
}

/** Months that are other words as well: alone they count only beside a number or behind a word that takes a date. */
const AMBIGUOUS = new Set('may march mar mars jan dec sep jun mai'.split(' '));
export const isAmbiguousMonth = (word: string): boolean => AMBIGUOUS.has(word);

/** Before a month that stands alone. */
const TAKES_MONTH = lazy(
  () =>
    new Set(
      'in since until till by before after during from to for of last next this early late mid and through between around end beginning middle im seit bis ab mitte anfang ende en depuis dès avant après fin début mi de desde hasta entre nel a da в с до к'.split(
        ' ',
      ),
    ),
);
export const takesMonth = (word: string): boolean => TAKES_MONTH().has(word);

/** A finder of months for one language; made once for a text. */
export function monthsOf(base: string): (word: string) => number | null {
  // One pattern with a group for each, and of small letters alone: twelve, or one of both cases, take ten times as long to make.
  const any = new RegExp(
    `^(?:${monthAlternatives(base)
      .map((month) => `(${month})`)
      .join('|')})$`,
  );
  const known = new Map<string, number | null>();
  // Hebrew writes `in` and `of` into the word.
  const stem = base === 'he' ? (word: string) => word.replace(/^[ובלמהש]{1,2}(?=\p{L}{3})/u, '') : null;
  return (word) => {
    if (word.length > 14) return null;
    const found = known.get(word);
    if (found !== undefined) return found;
    const at = (any.exec(word) ?? (stem === null ? null : any.exec(stem(word))))?.findIndex(
      (group: string | undefined, index) => index > 0 && group !== undefined,
    );
    const month = at ?? null;
    known.set(word, month);
    return month;
  };
}

/** How far words reach that place something from the day of publication. */
export type Reach = 'day' | 'week' | 'month' | 'year';

/** In all languages together. */
const RELATIVE: Readonly<Record<Reach, string>> = {
  day: 'yesterday today tonight tomorrow gestern heute morgen hier aujourd hui demain ayer hoy mañana ieri oggi domani ontem hoje вчера сегодня завтра أمس اليوم غدا gisteren vandaag',
  week: 'now currently derzeit jetzt ahora сейчас week weeks woche wochen semaine semaines semana semanas settimana settimane неделя недели неделе неделю недель неделями weken أسبوع الأسبوع أسابيع recent recently kürzlich jüngst récemment reciente recientes recientemente recentemente недавно مؤخرا',
  month: 'month months monat monate monaten monats mois mes meses mese mesi месяц месяца месяце месяцев месяцы الشهر شهر أشهر',
  year: 'year years jahr jahre jahren jahres an ans année années año años anno anni год года году годом лет годы годов العام عام السنة سنوات jaar jaren',
};
const REACHES = lazy(
  () => new Map(Object.entries(RELATIVE).flatMap(([reach, words]) => words.split(' ').map((word) => [word, reach as Reach] as const))),
);
/** The same inside a stretch of Chinese characters. */
const EASTERN: readonly (readonly [Reach, RegExp])[] = [
  ['day', /昨[天日]|今[天日]|明[天日]/u],
  ['week', /本?[周週]|近[日来期]|目前|日前/u],
  ['month', /个月|本月|上月/u],
  ['year', /今年|去年|明年|年来/u],
];
const isHan = (word: string): boolean => word >= '\u3400' && word < '\ua000';

/** How far a word places something from the day of publication; null where it does not. */
export function relativeOf(word: string): Reach | null {
  return REACHES().get(word) ?? (isHan(word) ? (EASTERN.find(([, pattern]) => pattern.test(word))?.[0] ?? null) : null);
}

const RATES = /^(?:a|an|one|per|each|every|pro|im|je|jedes|par|l|chaque|al|por|cada|all|ogni|в|каждый|كل)$/u;
/** Before a unit of time that something is done in: `a year`, `im Jahr`, `par an`. */
export const isRate = (word: string): boolean => RATES.test(word);

const SPANS = lazy(
  () =>
    new Set(
      'years decades jahre jahren jahrzehnte jahrzehnten années ans décennies años décadas anni decenni годы лет годах года سنوات الأعوام'.split(
        ' ',
      ),
    ),
);
/** `years`, `decades`: between two that are named, others are meant too. */
export const isSpan = (word: string): boolean => SPANS().has(word) || (isHan(word) && /年间|年来/u.test(word));

/** `last year`, `el mes pasado`: by how much, in either order of the two words. Long ones are beginnings. */
const POINTERS: readonly (readonly [number, readonly string[]])[] = [
  [
    -1,
    'last past previous before earlier ago letzte vergangene vorige davor zuvor vorher précédent précédente anterior antes precedente prima раньше назад dernier dernière passé passée pasado pasada scorso scorsa passado passada прошл ранее предыдущ السابق الماضي'.split(
      ' ',
    ),
  ],
  [0, 'this current diese laufende cette cet ce este esta questo questa этого этом текущ الحالي الجاري'.split(' ')],
  [1, 'next coming following nächste kommende prochain próximo próxima entrante prossimo prossima будущ следующ المقبل القادم'.split(' ')],
];
const BEGINNING = 5;
const pointerOf = (word: string): number | undefined =>
  POINTERS.find(([, words]) => words.some((own) => own === word || (own.length >= BEGINNING && word.startsWith(own))))?.[0];

/** `Vorjahr`, `אשתקד`: one word that points back by a year; null for any other. */
export const pointedBy = (word: string): { readonly unit: 'year'; readonly by: number } | null =>
  /^(?:vorjahre?s?|אשתקד)$/.test(word) ? { unit: 'year', by: -1 } : null;

/** From spring on. */
export type Season = 0 | 1 | 2 | 3;

const SEASONS: readonly (readonly [Season, RegExp])[] = [
  [0, /^(?:spring|frühjahr|frühling|printemps|primavera|весн\p{L}+|ربيع|האביב|אביב|lente|voorjaar)$/u],
  [1, /^(?:summer|sommer|été|verano|estate|verão|лет[оа]м?|صيف|הקיץ|קיץ|zomer)$/u],
  [2, /^(?:autumn|fall|herbst|automne|otoño|autunno|outono|осен\p{L}+|خريف|הסתיו|סתיו|herfst|najaar)$/u],
  [3, /^(?:winter|hiver|invierno|inverno|зим\p{L}+|شتاء|החורף|חורף)$/u],
];

/** The season that a word names; null where it names none. Some are other words as well, but not beside a year. */
export const seasonOf = (word: string): Season | null => SEASONS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;

/** Whether a month may be in a season, on either half of the earth. */
export const isInSeason = (month: number, season: Season): boolean => {
  const off = (month - (4 + season * 3) + 24) % 6;
  return off <= 2 || off === 5;
};

/** What a pair of words points to from the day of publication; null where it does not. */
export function pointedTo(first: string, second: string): { readonly unit: 'year' | 'month'; readonly by: number } | null {
  for (const [word, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const unit = relativeOf(word);
    const by = unit === 'year' || unit === 'month' ? pointerOf(other) : undefined;
    if (by !== undefined && (unit === 'year' || unit === 'month')) return { unit, by };
  }
  const eastern = !isHan(second) ? null : /(去|今|明)年|(上|本|下)个?月/u.exec(second);
  if (eastern === null) return null;
  const by = { 去: -1, 今: 0, 明: 1, 上: -1, 本: 0, 下: 1 }[eastern[1] ?? eastern[2] ?? ''] ?? 0;
  return { unit: eastern[1] === undefined ? 'month' : 'year', by };
}
