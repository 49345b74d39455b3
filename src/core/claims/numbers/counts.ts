import { stopwordsOf } from '../../language/index.ts';
import type { Said } from '../evidence.ts';
import { numberHeld } from './held.ts';
import { namesPeriod } from '../words/measures.ts';
import type { NumberMention } from './types.ts';

interface CountContext {
  readonly paragraphs: readonly Said[];
  readonly known: readonly NumberMention[];
  readonly heading: boolean;
  /** How many paragraphs the line names. */
  readonly paragraphsNamed: number;
}

/** Numbers up to here are as often a way to speak as a count. */
const SMALL = 12;

const SEPARATOR = /^(?:,|;|、|،|，|；|and|or|und|oder|sowie|et|ou|y|e|o|и|или|та|و|和|及|以及)$/;
const OTHER = /^(?:other|anderen|autres|otros|otras|altri|altre|другие|других|остальные|остальных)$/;
const STOP = /^[.!?。！？:：]$/;

/** How many things a paragraph lists in a row: `recognition, demarcation, and channels` are three; one fewer where a clause comes first. */
function listLengths({ tokens }: Said): ReadonlySet<number> {
  const lengths = new Set<number>();
  let separators = 0;
  let beforeSeparator = false;
  // Commas alone part clauses as well.
  let isList = false;
  const close = (): void => {
    if (isList) lengths.add(separators + 1).add(separators);
    separators = 0;
    isList = false;
  };
  for (const { lower, text } of tokens()) {
    if (STOP.test(text)) close();
    else if (SEPARATOR.test(lower)) {
      // `, and` is one.
      if (!beforeSeparator) separators++;
      isList ||= lower !== ',' && lower !== '，' && lower !== '،';
      beforeSeparator = true;
      continue;
    }
    beforeSeparator = false;
  }
  close();
  return lengths;
}

/** What is left out because the number beside it has it: `19 per cent, but seven would do`; `20 millions, beside the ten that there are`. */
export function shortHeld(number: NumberMention, line: Said, known: readonly NumberMention[], language: string): boolean {
  const all = line.numbers();
  // In digits behind a share alone: `41 per cent, after 78`.
  const isShort = all.some(({ percent, to }) => percent && (number.spelled || to <= number.from));
  if (isBare(line, number, stopwordsOf(language)) && !number.percent && isShort && numberHeld({ ...number, percent: true }, known))
    return true;
  const [value = 0] = number.values;
  const scale = [1e9, 1e6, 1e3].find((size) => value >= size * 2);
  if (scale === undefined || number.percent) return false;
  const isShared = known.some(({ values }) => values.some((own) => own >= scale && own < scale * 1e3));
  return isShared && known.some(({ values, percent }) => !percent && values.includes(value / scale));
}

/** What a number may mean that leaves out what the ones before it have: `70 per cent, the other 30`; `3.7 million, then 3.1`. */
export function ellipses(number: NumberMention, line: Said, language: string): NumberMention[] {
  if (!isBare(line, number, stopwordsOf(language))) return [];
  const before = line.numbers().filter(({ to }) => to <= number.from);
  const scales = new Set(before.flatMap(({ size }) => (size >= THOUSAND ? [size] : [])));
  return [
    ...(before.some(({ percent }) => percent) ? [{ ...number, percent: true }] : []),
    ...[...scales].map((scale) => ({ ...number, values: number.values.map((value) => value * scale), size: scale })),
  ];
}

/** Whether a number leaves out what it counts: nothing but a sign, or a small word, stands behind it. */
function isBare({ tokens }: Said, { to, percent, currency, size }: NumberMention, stopwords: ReadonlySet<string>): boolean {
  const next = tokens()[to];
  return !percent && currency === null && size === 1 && (next === undefined || next.kind === 'sign' || stopwords.has(next.lower));
}

/** What line or source says of one number and means of the next: `61 per cent, last year 48`; `44 million were lost, 104 are left`. */
export function ellipticHeld(number: NumberMention, line: Said, paragraphs: readonly Said[], language: string): boolean {
  const stopwords = stopwordsOf(language);
  if (number.percent)
    return paragraphs.some((paragraph) => {
      const numbers = paragraph.numbers();
      const bare = numbers.some(({ percent }) => percent) ? numbers.filter((one) => isBare(paragraph, one, stopwords)) : [];
      return numberHeld({ ...number, percent: false, points: false }, bare);
    });
  if (number.kind !== 'cardinal' || !isBare(line, number, stopwords)) return false;
  const scales = new Set(line.numbers().flatMap(({ size }) => (size >= THOUSAND ? [size] : [])));
  return [...scales].some((scale) =>
    paragraphs.some((paragraph) => numberHeld({ ...number, values: number.values.map((value) => value * scale) }, paragraph.numbers())),
  );
}

const THOUSAND = 1e3;
const YEAR = 365.25;
const MONTH = 30.44;

/** `For 16 months`, from November 2024 to March 2026; the last one may be counted too. */
function isMonthsBetween({ values }: NumberMention, dates: readonly Month[]): boolean {
  const months = dates.flatMap(({ year, month }) => (year === null || month === null ? [] : [year * 12 + month]));
  return months.some((one) =>
    months.some((other) => other > one && values.some((value) => value === other - one || value === other - one + 1)),
  );
}

const AGO =
  /^(?:ago|earlier|before|later|after|zuvor|später|davor|danach|plus|tôt|tard|antes|después|atrás|prima|fa|dopo|назад|спустя|позже|раньше)$/;
const AGO_BEFORE = /^(?:vor|nach|il|y|hace|after|within|в|через|dopo)$/;

/** A month or a year that a text names. */
interface Month {
  readonly year: number | null;
  readonly month: number | null;
}

/** How far a time in years may be from that between two months. */
const QUARTER = 0.25;

/** From a year that is named until now: `since 2019`, `born in 1981`. */
const SINCE = /^(?:since|born|seit|geboren|depuis|née?|desde|nacid[oa]|dal|nat[oa]|с|родил(?:ся|ась)|منذ|מאז)$/;

/** Whether so many years lie between two dates that are named: from May 2019 to November 2021 two and a half. */
function isBetween(number: NumberMention, dates: readonly Month[], paragraphs: readonly Said[], published: number | null): boolean {
  const distinct = new Map(dates.map((date) => [`${date.year ?? ''}-${date.month ?? ''}`, date] as const));
  const times = [...distinct.values()].flatMap(({ year, month }) => (year === null ? [] : [{ year, month }]));
  const isOpen = paragraphs.some(({ tokens }) => tokens().some(({ lower }) => SINCE.test(lower)));
  if (published !== null && isOpen) times.push({ year: published, month: null });
  const [value = 0] = number.values;
  return times.some((one) =>
    times.some((other) => {
      if (one.year < other.year && numberHeld(number, [{ ...number, values: [other.year - one.year], bound: null }])) return true;
      const between = one.year - other.year + ((one.month ?? 0) - (other.month ?? 0)) / 12;
      return one.month !== null && other.month !== null && between > 0 && Math.abs(between - value) < QUARTER;
    }),
  );
}

/** `four years ago` of a year that the source names. */
export function agoHeld(number: NumberMention, line: Said, paragraphs: readonly Said[], published: number | null): boolean {
  const [value = 0] = number.values;
  const tokens = line.tokens();
  const named = paragraphs.flatMap((paragraph) => paragraph.dated().dates);
  if (number.measure?.size === MONTH && isMonthsBetween(number, named)) return true;
  if (number.measure?.size === YEAR && isBetween(number, named, paragraphs, published)) return true;
  if (
    number.measure?.size !== YEAR ||
    number.measure.of !== 'time' ||
    !(AGO.test(tokens[number.to + 1]?.lower ?? '') || AGO_BEFORE.test(tokens[number.from - 1]?.lower ?? ''))
  )
    return false;
  const years = [...(published === null ? [] : [published]), ...named.flatMap(({ year }) => year ?? [])];
  return years.some((one) => years.some((other) => one - other === value));
}

/** `In six months` of what the source calls the first half of a year. */
export function periodHeld({ values, measure }: NumberMention, paragraphs: readonly Said[]): boolean {
  return (
    measure?.of === 'time' && measure.size === MONTH && values.some((value) => paragraphs.some(({ text }) => namesPeriod(text, value)))
  );
}

/** `The other 46` of 47 that the source counts: one of them is who is spoken of. */
export function othersHeld(number: NumberMention, line: Said, known: readonly NumberMention[]): boolean {
  if (number.kind !== 'cardinal' || number.percent || !OTHER.test(line.tokens()[number.from - 1]?.lower ?? '')) return false;
  return numberHeld({ ...number, values: number.values.map((value) => value + 1) }, known);
}

/** The first nouns behind a number, by their beginnings: `villages` in `eight small villages`. */
function counted({ tokens }: Said, { to }: NumberMention): string[] {
  return tokens()
    .slice(to, to + 3)
    .filter(({ kind, lower }) => kind === 'word' && lower.length > 3)
    .map(({ lower }) => lower.slice(0, 5));
}

/**
 * Whether a small number is the line's own count, and not one that the source should have: of the paragraphs that it names, of what these
 * list, or of what a heading announces. Not where the source counts the same things otherwise.
 */
export function countHeld(number: NumberMention, line: Said, { paragraphs, known, heading, paragraphsNamed }: CountContext): boolean {
  const [value = 0] = number.values;
  if (heading && number.kind === 'fraction') return true;
  if (number.percent || number.currency !== null || !Number.isInteger(value) || value > SMALL || value < 0) return false;
  if (number.kind !== 'cardinal' && number.kind !== 'ordinal') return false;
  if (value <= 1) return number.spelled;
  if (number.kind === 'ordinal') return heading;
  const nouns = counted(line, number);
  const counts = paragraphs.some((paragraph) =>
    paragraph
      .numbers()
      .some(
        (other) => known.includes(other) && other.kind === 'cardinal' && counted(paragraph, other).some((noun) => nouns.includes(noun)),
      ),
  );
  if (counts) return false;
  if (!number.spelled) return false;
  // `the other three`: of what was named before, unless the source says how many others there are.
  const isOther = ({ tokens }: Said, { from }: NumberMention): boolean => OTHER.test(tokens()[from - 1]?.lower ?? '');
  if (isOther(line, number)) return !paragraphs.some((paragraph) => paragraph.numbers().some((one) => isOther(paragraph, one)));
  return heading || value === 2 || value === paragraphsNamed || paragraphs.some((paragraph) => listLengths(paragraph).has(value));
}
