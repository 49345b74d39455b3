import { baseOf, type Token } from '../tokens.ts';
import { measureOf } from '../words/measures.ts';
import { multiplierOf } from '../words/multipliers.ts';
import { currencyOf, percentLength } from '../words/units.ts';
import {
  isAmbiguousMonth,
  isSpan,
  pointedBy,
  pointedTo,
  isRate,
  relativeOf,
  seasonOf,
  takesMonth,
  weekdayAt,
  type Reach,
  type Season,
} from '../words/calendar.ts';
import { wordValue } from '../numbers/spelled.ts';
import type { DateMention, Dated } from './types.ts';

const ORDINAL = /^(?:st|nd|rd|th|er|º|ª)$/;
const OF = /^(?:of|de|del|di|d|do|da|,|\.)$/;
const AND = /^(?:-|–|—|to|and|bis|und|au|et|y|a|al|e|по|и|‑)$/;
const FIRST_YEAR = 1000;
const LAST_YEAR = 2199;

interface Reader {
  readonly tokens: readonly Token[];
  readonly found: DateMention[];
  readonly taken: Set<number>;
}

const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'digits' && /^\d{4}$/.test(token.lower) && Number(token.lower) >= FIRST_YEAR && Number(token.lower) <= LAST_YEAR;

function dayOf(token: Token | undefined): number | null {
  const day = token?.kind === 'digits' && /^\d{1,2}$/.test(token.lower) ? Number(token.lower) : 0;
  return day >= 1 && day <= 31 ? day : null;
}

function add({ tokens, found, taken }: Reader, from: number, to: number, date: Partial<DateMention>): void {
  for (let at = from; at < to; at++) taken.add(at);
  found.push({
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    ...{ year: null, month: null, days: [], season: null, decade: false, bareYear: false },
    ...date,
  });
}

const between = (first: number, last: number): number[] =>
  last > first && last - first < 31 ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [first, last];

/** The days named right before a month, and the first token of them. */
function daysBefore(tokens: readonly Token[], month: number): { days: readonly number[]; from: number } {
  let at = month - 1;
  while (at >= 0 && (OF.test(tokens[at]?.lower ?? '') || (ORDINAL.test(tokens[at]?.lower ?? '') && tokens[at]?.glued === true))) at--;
  const last = dayOf(tokens[at]);
  if (last === null || month - at > 4) return { days: [], from: month };
  let first = at - 1;
  if (ORDINAL.test(tokens[first]?.lower ?? '') || tokens[first]?.text === '.') first--;
  if (!AND.test(tokens[first]?.lower ?? '')) return { days: [last], from: at };
  const before = ORDINAL.test(tokens[first - 1]?.lower ?? '') || tokens[first - 1]?.text === '.' ? first - 2 : first - 1;
  const start = dayOf(tokens[before]);
  return start === null ? { days: [last], from: at } : { days: between(start, last), from: before };
}

/** Day and year behind a month. */
function behind(tokens: readonly Token[], month: number, hasDay: boolean): { days: readonly number[]; year: number | null; to: number } {
  let to = month + 1;
  // `12 Sept. 2023`; behind `12 June.` the sentence ends.
  if (tokens[to]?.text === '.' && tokens[to]?.glued === true && tokens[to + 1]?.kind === 'digits') to++;
  let days: readonly number[] = [];
  const day = hasDay ? null : dayOf(tokens[to]);
  if (day !== null && !(tokens[to + 1]?.glued === true && /^(?:%|:)$/.test(tokens[to + 1]?.text ?? ''))) {
    days = [day];
    to++;
    if (ORDINAL.test(tokens[to]?.lower ?? '') && tokens[to]?.glued === true) to++;
    const last = AND.test(tokens[to]?.lower ?? '') ? dayOf(tokens[to + 1]) : null;
    if (last !== null && !isYear(tokens[to + 1])) {
      days = between(day, last);
      to += 2;
    }
  }
  let at = to;
  while (at - to < 2 && OF.test(tokens[at]?.lower ?? '') && tokens[at]?.text !== '.') at++;
  return isYear(tokens[at]) ? { days, year: Number(tokens[at]?.lower), to: at + 1 } : { days, year: null, to };
}

function readMonth(reader: Reader, at: number, month: number, base: string): boolean {
  const { tokens } = reader;
  const token = tokens[at];
  if (token === undefined) return false;
  const before = daysBefore(tokens, at);
  const after = behind(tokens, at, before.days.length > 0);
  const yearBefore = before.days.length === 0 && after.year === null && isYear(tokens[at - 1]);
  const days = before.days.length > 0 ? before.days : after.days;
  const year = yearBefore ? Number(tokens[at - 1]?.lower) : after.year;
  const alone = days.length === 0 && year === null;
  if ((base === 'en' || base === 'de') && !token.capital) return false;
  // Seven, unless a stop makes it a short form.
  if (base === 'fr' && token.lower === 'sept' && tokens[at + 1]?.text !== '.') return false;
  // `mi-mars`.
  const lead = tokens[at - 1]?.text === '-' ? tokens[at - 2] : tokens[at - 1];
  if (alone && isAmbiguousMonth(token.lower) && !takesMonth(lead?.lower ?? '')) return false;
  add(reader, yearBefore ? at - 1 : before.from, after.to, { year, month, days });
  return true;
}

const TAKES_DAY = /^(?:am|vom|zum|bis|ab|dem|on|le|du|au|el|del|al|il|dal|em|[בלמ])$/;

/** Behind a number that counts something, and so is no day: `ב־1.8 אחוזים`. */
const isUnit = (word: string, next: string | undefined): boolean =>
  percentLength(word, next) > 0 ||
  currencyOf(word) !== null ||
  measureOf(word, undefined) !== null ||
  /^(?:נקוד\p{L}*|punkte?n?|points?|puntos?|punti)$/u.test(word);

/** `am 22.4.`, `ב־22.4`: behind a word that takes a day, or with a stop that is none of a sentence. */
function isDayAndMonth(tokens: readonly Token[], at: number, day: number, month: number, to = at + 1): boolean {
  const [last, beyond, next] = [tokens[at - 1], tokens[at - 2], tokens[to]];
  const lead = last?.glued === true && /^[-־]$/.test(last.text) ? beyond : last;
  if (day < 1 || day > 31 || month < 1 || month > 12 || !TAKES_DAY.test(lead?.lower ?? '')) return false;
  return next === undefined || !(multiplierOf(next.lower, 'he') !== null || isUnit(next.lower, tokens[to + 1]?.lower));
}

/** `2023-09-12`, `12.10.2025`, `10/12/2025`, `2023年9月12日`. Behind the last token of it; null where there is none. */
function readNumeric(reader: Reader, at: number): number | null {
  const { tokens } = reader;
  const [first, sign, second, again, third] = tokens.slice(at, at + 5);
  if (first?.kind !== 'digits') return null;
  const short = /^(\d{1,2})\.(\d{1,2})$/.exec(first.lower);
  if (short && isDayAndMonth(tokens, at, Number(short[1]), Number(short[2]))) {
    add(reader, at, at + 1, { month: Number(short[2]), days: [Number(short[1])] });
    return at + 1;
  }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(first.lower);
  if (dotted) {
    add(reader, at, at + 1, { year: Number(dotted[3]), month: Number(dotted[2]), days: [Number(dotted[1])] });
    return at + 1;
  }
  if (sign?.glued === true && second?.glued === true && second.kind === 'digits' && (sign.text === '-' || sign.text === '/')) {
    const whole = again?.text === sign.text && again.glued && third?.kind === 'digits' && third.glued;
    // `el 17/11`, `le 3/2`.
    if (!whole && sign.text === '/' && isDayAndMonth(tokens, at, Number(first.lower), Number(second.lower), at + 3)) {
      add(reader, at, at + 3, { month: Number(second.lower), days: [Number(first.lower)] });
      return at + 3;
    }
    if (isYear(first) && whole && dayOf(second) !== null && dayOf(third) !== null) {
      add(reader, at, at + 5, { year: Number(first.lower), month: Number(second.lower), days: [Number(third.lower)] });
      return at + 5;
    }
    if (whole && isYear(third) && dayOf(first) !== null && dayOf(second) !== null) {
      const [one, two] = [Number(first.lower), Number(second.lower)];
      const date = { year: Number(third.lower) };
      // Both orders are written; where both are days, either may be meant.
      add(reader, at, at + 5, { ...date, month: two > 12 ? one : two, days: [two > 12 ? two : one] });
      if (one <= 12 && two <= 12 && one !== two) add(reader, at, at + 5, { ...date, month: one, days: [two] });
      return at + 5;
    }
  }
  return readEastern(reader, at);
}

function readEastern(reader: Reader, at: number): number | null {
  const { tokens } = reader;
  const marks: Partial<Record<'年' | '月' | '日', number>> = {};
  let to = at;
  for (const mark of ['年', '月', '日'] as const) {
    const [digits, word] = [tokens[to], tokens[to + 1]];
    if (digits?.kind !== 'digits' || word === undefined || !(word.text.startsWith(mark) || (mark === '日' && word.text.startsWith('号'))))
      continue;
    marks[mark] = Number(digits.lower);
    to += word.text.length === 1 ? 2 : 1;
    if (word.text.length > 1) break;
  }
  const { 年: year, 月: month, 日: day } = marks;
  if ((year === undefined && month === undefined) || (year !== undefined && (year < FIRST_YEAR || year > LAST_YEAR))) return null;
  if (month !== undefined && month > 12) return null;
  add(reader, at, to, { year: year ?? null, month: month ?? null, days: day === undefined ? [] : [day] });
  return to;
}

/** `2024`, `2019–2021`, `2024/25`, `the 1990s`. Behind its last token. */
function readYears(reader: Reader, at: number): number {
  const { tokens } = reader;
  const year = Number(tokens[at]?.lower);
  const [sign, second] = [tokens[at + 1], tokens[at + 2]];
  if (sign?.glued === true && /^(?:s|er|ern)$/.test(sign.lower) && year % 10 === 0) {
    add(reader, at, at + 2, { year, decade: true });
    return at + 2;
  }
  const season = seasonBeside(tokens, at);
  add(reader, at, at + 1, { year, season, bareYear: season === null });
  if (sign?.glued === true && second?.glued === true && /^[-–/]$/.test(sign.text) && /^\d{2}$/.test(second.lower)) {
    const last = Math.floor(year / 100) * 100 + Number(second.lower);
    if (last > year && last - year < 30) {
      add(reader, at + 1, at + 3, { year: last });
      return at + 3;
    }
  }
  return at + 1;
}

/** The season right before a year, or behind it in Russian order. */
function seasonBeside(tokens: readonly Token[], year: number): Season | null {
  const before = OF.test(tokens[year - 1]?.lower ?? '') ? tokens[year - 2] : tokens[year - 1];
  return seasonOf(before?.lower ?? '');
}

const isClose = (end: number, start: number): boolean => start >= end && start - end <= 6;

/** Every date of a text, and what else places it in time. */
export function findDates(tokens: readonly Token[], language: string, monthOf: (word: string) => number | null): Dated {
  const base = baseOf(language);
  const reader: Reader = { tokens, found: [], taken: new Set() };
  const weekdays: Dated['weekdays'][number][] = [];
  const relative = new Set<Reach>();
  const pointed: Dated['pointed'][number][] = [];
  const words = tokens.map(({ lower }) => lower);
  let spans = false;
  let thisYear = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || reader.taken.has(at)) continue;
    if (token.kind === 'word') {
      const two = base === 'ar' && tokens[at + 1] !== undefined ? monthOf(`${token.lower} ${tokens[at + 1]?.lower ?? ''}`) : null;
      const month = two ?? monthOf(token.lower);
      if (month !== null && readMonth(reader, two === null ? at : at + 1, month, base)) continue;
      const weekday = weekdayAt(words, at, base);
      if (weekday !== null && (token.capital || (base !== 'en' && base !== 'de'))) {
        weekdays.push({ day: weekday, start: token.start, end: token.end, dated: false });
        reader.taken.add(at);
      }
      const reach = relativeOf(token.lower);
      // `im Jahr 2028`, `2028 году`: no stretch from today, but the year itself.
      if (reach !== null && !(reach === 'year' && isBesideYear(tokens, at))) {
        relative.add(reach);
        const [last = '', next = ''] = [tokens[at - 1]?.lower, tokens[at + 1]?.lower];
        const pairs = [pointedTo(last, token.lower), pointedTo(token.lower, next)].filter((pair) => pair !== null);
        pointed.push(...pairs.map((pair) => ({ ...pair, at: token.start })));
        thisYear ||=
          reach === 'year' && pairs.every(({ by }) => by === 0) && !isSpan(token.lower) && !isRate(last) && !isNumber(tokens[at - 1], base);
      }
      const alone = pointedBy(token.lower);
      if (alone !== null) {
        relative.add(alone.unit);
        pointed.push({ ...alone, at: token.start });
      }
      // Not `in fifteen years`, which is a length.
      spans ||= isSpan(token.lower) && !tokens.slice(Math.max(0, at - 2), at).some((before) => isNumber(before, base));
    } else if (token.kind === 'digits') {
      const after = readNumeric(reader, at);
      if (after !== null) at = after - 1;
      else if (isYear(token) && !(dayBeforeMonth(tokens, at, monthOf) || isCounted(tokens, at))) at = readYears(reader, at) - 1;
    }
  }
  // `Friday, 30 January` points to no other Friday.
  const placed = weekdays.map((own) => ({
    ...own,
    dated: reader.found.some(({ start, end, days }) => days.length > 0 && (isClose(own.end, start) || isClose(end, own.start))),
  }));
  if (placed.some(({ dated }) => !dated)) relative.add('day');
  return { dates: reader.found, weekdays: placed, relative, pointed, thisYear, spans, taken: reader.taken };
}

const isNumber = (token: Token | undefined, base: string): boolean =>
  token !== undefined && (token.kind === 'digits' || wordValue(token.lower, base) !== null);

const isBesideYear = (tokens: readonly Token[], at: number): boolean =>
  isYear(tokens[at - 1]) || isYear(tokens[OF.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1]);

/** The year of `2024 Juni` is read with its month. */
const dayBeforeMonth = (tokens: readonly Token[], at: number, monthOf: (word: string) => number | null): boolean => {
  const next = tokens[at + 1];
  return next?.kind === 'word' && next.capital && monthOf(next.lower) !== null && !isAmbiguousMonth(next.lower);
};

const UNIT = /^(?:%|€|\$|£|km|kg|mw|euros?|dollars?|тонн\p{L}*|tonn\p{L}*)$/u;

/** `€2000`, `2000 tonnes`. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1]?.lower ?? '';
  return (
    UNIT.test(next) ||
    multiplierOf(next, 'en') !== null ||
    (before !== undefined && tokens[at]?.glued === true && /^[€$£#]$/.test(before.text))
  );
}
