import { DAY_WORDS } from '../words/days.ts';
import { isYearOf } from './bare-year.ts';
import { asciiDigits, type DateMention } from './mention.ts';
import { dateRules, type NumericOrder } from './rules.ts';

export interface FindOptions {
  /** A BCP 47 tag. */
  readonly language: string;
  /** How `03/05/2024` is meant. */
  readonly order?: NumericOrder;
}

/** Months that are also names, verbs or adjectives: alone they count only behind a word that takes a date. */
const AMBIGUOUS = /^(?:mar|march|april|may|june|jun|august|jan|dec|sep)\.?$/i;
const TAKES_DATE =
  /(?:^|[^\p{L}])(?:in|since|until|till|by|before|after|during|from|to|for|of|last|next|this|past|early|late|mid|and|or|through|between|around|throughout|every|each|end|beginning|middle|start)[\s-]+$/iu;
const QUALIFIER =
  /(?:(?<pointer>last|next|this|past|following|coming|previous)\s+|(?<about>early|mid|late|around|about|circa|(?:the\s+)?(?:beginning|start|middle|end|close)\s+of|(?:the\s+)?(?:first|second|third|last)\s+(?:week|half)\s+of)[\s-]+)$/i;

const RANGE = /^\s*(?:to|through|till|until|[-–]|bis|au?|à|hasta|fino a|até|по|до|do|tot)\s*$/i;
/** The place and day that a wire's story begins with: `AREN, March 12 (Wire) —`. */
const DATELINE = /^\p{Lu}[\p{Lu}\s.,'’-]*,\s*(?:\p{L}+\.?\s*,?\s*)?$/u;
const DATELINE_END = /^[.,]?\s*(?:\([^()]{2,30}\)\s*)?(?:--?|[–—])/u;

/** Every date that a text names, in order, none overlapping. */
export function findDates(text: string, { language, order = 'dmy' }: FindOptions): DateMention[] {
  const plain = asciiDigits(text);
  const found: DateMention[] = [];
  const isEnglish = language.startsWith('en');
  for (const rule of dateRules(language, order)) {
    if (!rule.maybe(plain)) continue;
    for (const match of rule.matches(plain)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const when = rule.read(match.groups ?? {});
      if (when === null) continue;
      const before = plain.slice(Math.max(0, start - 40), start);
      const after = plain.slice(end, end + 40);
      if (isEnglish && rule.bare && !isMonth(match[0], before, after)) continue;
      if (!isEnglish && rule.bare && !/^[^.!?]*$/.test(match[0])) continue;
      if (when.kind === 'weekday' && !isOneDay(match[0], before, after, language)) continue;
      // `today’s children` are of no day.
      if (when.kind === 'offset' && when.unit === 'day' && /^['’]s\b/.test(after)) continue;
      if (when.kind === 'calendar' && when.month === null && !isYearOf(before, after, language)) continue;
      const isDateline = start < 60 && DATELINE.test(plain.slice(0, start)) && DATELINE_END.test(after);
      const mention = qualified({ start, end, when, about: false, pointer: null, words: '' }, before, text, isEnglish);
      found.push(isDateline ? { ...mention, isDateline } : mention);
    }
  }
  return withoutRecurring(
    withWeekdays(
      found.sort((a, b) => a.start - b.start),
      text,
    ),
    plain,
    language,
  );
}

/** `Tuesday, 5 March 2024` is one date and not two. */
function withWeekdays(found: readonly DateMention[], text: string): DateMention[] {
  return found.flatMap((mention, index): DateMention[] => {
    const [before, after] = [found[index - 1], found[index + 1]];
    const isDay = (other: DateMention | undefined): boolean => other?.when.kind === 'calendar' && other.when.day !== null;
    const joins = (a: DateMention, b: DateMention): boolean =>
      /^(?:\.?,?\s*(?:the |den |dem |el |le |il )?|\s\()$/i.test(text.slice(a.end, b.start));
    if (
      mention.when.kind === 'weekday' &&
      ((after && isDay(after) && joins(mention, after)) || (before && isDay(before) && joins(before, mention)))
    )
      return [];
    if (isDay(mention) && before?.when.kind === 'weekday' && joins(before, mention))
      return [{ ...mention, start: before.start, words: text.slice(before.start, mention.end) }];
    return [mention];
  });
}

/** `from May to November` without a year is every year's; `Monday through Friday` is every week's. */
function withoutRecurring(found: readonly DateMention[], text: string, language: string): DateMention[] {
  const weekdayRange = DAY_WORDS[language.split('-')[0] ?? 'en']?.range;
  const bare = ({ when }: DateMention): boolean => when.kind === 'calendar' && when.year === null && when.day === null;
  const joined = (a: DateMention | undefined, b: DateMention | undefined): boolean => {
    if (a === undefined || b === undefined) return false;
    const between = text.slice(a.end, b.start);
    if (a.when.kind === 'weekday' && b.when.kind === 'weekday') return weekdayRange?.test(between) === true;
    return bare(a) && bare(b) && RANGE.test(between);
  };
  return found.filter((mention, index) => !joined(found[index - 1], mention) && !joined(mention, found[index + 1]));
}

/** A weekday that is one day and not any: `on Monday`, but not `on a Monday`, `Mondays`, `Good Friday`. */
function isOneDay(word: string, before: string, after: string, language: string): boolean {
  const base = language.split('-')[0] ?? 'en';
  const words = DAY_WORDS[base];
  if (words === undefined || words.recurring.test(before)) return false;
  if ((base === 'en' || base === 'de') && !/^\p{Lu}\p{Ll}/u.test(word)) return false;
  if (words.recurringAfter?.test(after) === true && !/^\s+\p{Lu}\p{L}+\.?\s+\d/u.test(after)) return false;
  // `a Tuesday for Wednesday`, but `set for Wednesday`.
  if (
    base === 'en' &&
    /\bfor\s+$/.test(before) &&
    !/\b(?:set|scheduled|slated|called|planned|due|expected|is|are|was|were)\s+for\s+$/.test(before)
  )
    return false;
  // `the Friday prayers`, `Sunday-school`, `the Sunday Courier`.
  if (base === 'en' && (/\bthe\s+$/i.test(before) || /^-\p{L}/u.test(after))) return false;
  // A name: `Joe Friday`.
  return base !== 'en' || !/\p{Lu}\p{Ll}+\s+$/u.test(before) || /(?:^|[.!?”"]\s+)\p{Lu}\p{Ll}+\s+$/u.test(before);
}

function isMonth(word: string, before: string, after: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return false;
  if (!AMBIGUOUS.test(word)) return true;
  // `in May`, but not `in June March said`, nor `Theresa May`, nor `and Jan Karst`.
  if (
    /^[.]?\s+\p{Lu}\p{Ll}+\s+(?:said|says|wrote|told)\b/u.test(after) ||
    (/^(?:jan|mar|may|april|june|august)$/i.test(word) && /^\s+\p{Lu}\p{Ll}/u.test(after))
  )
    return false;
  return TAKES_DATE.test(before);
}

function qualified(mention: DateMention, before: string, text: string, isEnglish: boolean): DateMention {
  const match = isEnglish ? QUALIFIER.exec(before) : null;
  const start = mention.start - (match?.[0].length ?? 0);
  const pointed = match?.groups?.pointer?.toLowerCase();
  const pointer = pointed === undefined ? null : /last|past|previous/.test(pointed) ? 'last' : /this/.test(pointed) ? 'this' : 'next';
  return { ...mention, start, words: text.slice(start, mention.end), about: match?.groups?.about !== undefined, pointer };
}
