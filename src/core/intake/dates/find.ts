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

/** Before a weekday that is one day and not any: `on Monday`, but not `on a Monday`. */
const DAY_TAKEN = /(?:\b(?:on|last|next|this|late|early|since|until|by|before|after|and|night|morning|evening|afternoon)|,|^|[“"(])\s*$/i;
const RANGE = /^\s*(?:to|through|till|until|[-–]|bis|au?|à|hasta|fino a|até|по|до|do|tot)\s*$/i;

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
      if (isEnglish && rule.bare && !isMonth(match[0], before, plain.slice(end))) continue;
      if (!isEnglish && rule.bare && !/^[^.!?]*$/.test(match[0])) continue;
      if (isEnglish && when.kind === 'weekday' && !DAY_TAKEN.test(before)) continue;
      found.push(qualified({ start, end, when, about: false, pointer: null, words: '' }, before, text, isEnglish));
    }
  }
  return withoutRecurring(
    found.sort((a, b) => a.start - b.start),
    plain,
  );
}

/** `from May to November` without a year is every year's. */
function withoutRecurring(found: readonly DateMention[], text: string): DateMention[] {
  const bare = ({ when }: DateMention): boolean => when.kind === 'calendar' && when.year === null && when.day === null;
  const joined = (a: DateMention | undefined, b: DateMention | undefined): boolean =>
    a !== undefined && b !== undefined && bare(a) && bare(b) && RANGE.test(text.slice(a.end, b.start));
  return found.filter((mention, index) => !joined(found[index - 1], mention) && !joined(mention, found[index + 1]));
}

function isMonth(word: string, before: string, after: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return false;
  if (!AMBIGUOUS.test(word)) return true;
  // `in May`, but not `in June March said`, nor `Theresa May`.
  return TAKES_DATE.test(before) && !/^\s+\p{Lu}\p{Ll}+\s+(?:said|says|wrote|told)\b/u.test(after);
}

function qualified(mention: DateMention, before: string, text: string, isEnglish: boolean): DateMention {
  const match = isEnglish ? QUALIFIER.exec(before) : null;
  const start = mention.start - (match?.[0].length ?? 0);
  const pointed = match?.groups?.pointer?.toLowerCase();
  const pointer = pointed === undefined ? null : /last|past|previous/.test(pointed) ? 'last' : /this/.test(pointed) ? 'this' : 'next';
  return { ...mention, start, words: text.slice(start, mention.end), about: match?.groups?.about !== undefined, pointer };
}
