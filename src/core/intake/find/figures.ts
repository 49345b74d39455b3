import { HAN_AND_KANA } from '../../base/unicode.ts';
import { findDates } from '../dates/find.ts';
import type { NumericOrder } from '../dates/rules.ts';
import type { FigureItem } from '../types.ts';
import { ready } from '../words/ready.ts';
import { DESIGNATIONS, HYPHEN_UNITS, IRREGULAR_PLURALS } from '../words/quantities.ts';
import { isVerb } from '../words/verbs.ts';
import { stopwordsOf } from '../../language/index.ts';
import { isTorn, LONGEST_SENTENCE, sentenceText, type BodyBlock } from './body.ts';
import { findNumbers, type NumberMention } from './numbers.ts';

export type FoundFigure = Omit<FigureItem, 'id' | 'state'>;

export interface FigureOptions {
  readonly language: string;
  readonly order: NumericOrder;
}

/** `-minute` behind a number: its unit. */
const COUNTER = new RegExp(`^[${HAN_AND_KANA}]`, 'u');
const HYPHENED = new RegExp(`^-(?<unit>${HYPHEN_UNITS})s?\\b`, 'i');
/** Words of a unit, at most: `SS-21 ballistic missiles`. */
const LONGEST_UNIT = 4;
const TIME_UNIT = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|century)\b/i;
/** Behind a number, and no noun of it. */
const NO_UNIT =
  /^(?:last|next|first|more|less|fewer|other|others|ago|later|earlier|now|today|so|far|such|again|each|apiece|altogether|instead|away|old)$/i;

/** Counted and measured things: value, unit, bound, and the whole sentence as what is said of them. Dates, times, ages, ranks and designations (`Article 5`, `SS-21`) are none. */
export function findFigures(body: readonly BodyBlock[], { language, order }: FigureOptions): FoundFigure[] {
  return body
    .filter((block) => block.shape !== 'table')
    .flatMap((block) =>
      block.sentences.flatMap((sentence, index) => {
        const text = sentenceText(block, index);
        if (text.length > LONGEST_SENTENCE || isTorn(block, index)) return [];
        const numbers = findNumbers(text, { language });
        const dates = numbers.length === 0 ? [] : findDates(text, { language, order });
        return numbers.flatMap((number): FoundFigure[] => {
          if (dates.some((date) => number.start < date.end && date.start < number.end)) return [];
          if (!isCount(text, number, language)) return [];
          const unit = number.unit ?? unitBehind(text, number, language);
          if (number.spelled && !number.complete && number.bound === null && unit === '') return [];
          if (number.spelled && number.amount === 1 && number.bound === null) return [];
          const start = sentence.start + number.start;
          const end =
            sentence.start + number.end + (number.unit === null && unit !== '' ? text.slice(number.end).indexOf(unit) + unit.length : 0);
          return [
            {
              kind: 'figure',
              value: number.value,
              amount: number.amount,
              bound: number.bound,
              unit,
              label: text,
              saved: null,
              confidence: confidenceOf(number, unit),
              origin: 'pattern',
              spans: [{ block: block.index, sentences: [index, index] as const, start, end }],
            },
          ];
        });
      }),
    );
}

const LAST_WORD = ready(/([\p{L}№][\p{L}\p{M}№’'-]*)\.?\s*$/u);

function isCount(text: string, { start, end, value, spelled, hyphen, complete, bound }: NumberMention, language: string): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (/^(?:st|nd|rd|th|er|º|ª)\b|^[:.]\d|^[-–]\d|^\+|^\/\d|^[:h]\d{2}\b/i.test(after)) return false;
  if (/^\s?(?:am|pm|a\.m|p\.m|o.clock|uhr|gmt|cet)\b/i.test(after) || (/^\d{1,2}[:.]\d{2}$/.test(value) && /\bat\s+$/i.test(before)))
    return false;
  if (/^-(?:year|month|week|day)-old\b/i.test(after) || /\baged?\s+(?:of\s+)?$/i.test(before)) return false;
  // `Gudrun Moen, 71, who`: an age.
  if (/^\d{1,3}$/.test(value) && /^(?:,|\)|\.$|$)/.test(after) && /\p{Lu}\p{L}+,\s+$/u.test(before)) return false;
  if (hyphen && !HYPHENED.test(after)) return false;
  if (complete || bound !== null) return true;
  if (spelled && /\b(?:at|past|after|before|until|till|by|from|chapter)\s+$/i.test(before) && !/^[\s-]+\p{Ll}/u.test(after)) return false;
  const word = LAST_WORD().exec(before)?.[1] ?? '';
  if (!spelled && DESIGNATIONS.has(word.toLowerCase()) && !/,\s*$/.test(before)) return false;
  // `Boeing 737`, `Base 7`: a capitalised word in mid-sentence owns the number, but in German where every noun has one.
  const owned =
    /^\p{Lu}/u.test(word) && !language.startsWith('de') && before.trimEnd().length > word.length && !/[.,:;“"(]\s*$/.test(before);
  return !(owned && !spelled && !stopwordsOf(language).has(word.toLowerCase()));
}

const WORD = ready(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'.-][\p{L}\p{M}\p{N}]+)*/gu);

/** The counted noun behind a number, its adjectives with it: up to the first plural. */
function unitBehind(text: string, number: NumberMention, language: string): string {
  const rest = text.slice(number.end);
  const joined = HYPHENED.exec(rest);
  if (joined) return joined.groups?.unit ?? '';
  const counter = COUNTER.exec(rest)?.[0];
  if (counter !== undefined) return counter;
  if (!/^\s/.test(rest)) return '';
  const clause = /^\s+[^,.;:!?()“”"«»—–]*/u.exec(rest)?.[0] ?? '';
  const stopwords = stopwordsOf(language);
  const words: { readonly text: string; readonly end: number }[] = [];
  for (const match of clause.matchAll(WORD())) {
    const gap = clause.slice(words.at(-1)?.end ?? 0, match.index).trim();
    const stops =
      gap !== '' ||
      NO_UNIT.test(match[0]) ||
      (language.startsWith('en') && isVerb(match[0]) && !/(?:ed|ing)$/.test(match[0])) ||
      (stopwords.has(match[0].toLowerCase()) && !(number.complete && match[0] === 'of'));
    if (stops || words.length === LONGEST_UNIT) break;
    words.push({ text: match[0], end: match.index + match[0].length });
  }
  const first = words[0];
  if (!first || number.complete) return '';
  if (!language.startsWith('en'))
    return /^\p{Ll}/u.test(first.text) || language.startsWith('de') || /\p{Lo}/u.test(first.text) ? first.text : '';
  const plural = words.findIndex(
    (word, index) => isPlural(word.text) && !(/^\p{Lu}/u.test(word.text) && isPlural(words[index + 1]?.text ?? '')),
  );
  if (plural !== -1) return clause.slice(clause.indexOf(first.text), words[plural]?.end ?? first.end);
  return number.amount === 1 || words.length === 1 ? clause.slice(clause.indexOf(first.text), words.at(-1)?.end ?? first.end) : '';
}

function isPlural(word: string): boolean {
  return (/[^s’']s$/i.test(word) && !/(?:us|is)$/i.test(word)) || IRREGULAR_PLURALS.has(word.toLowerCase());
}

function confidenceOf({ spelled, complete, amount, bound }: NumberMention, unit: string): number {
  if (complete) return 0.92;
  if (unit === '') return spelled ? 0.3 : 0.45;
  if (TIME_UNIT.test(unit)) return spelled ? 0.5 : 0.6;
  if (!spelled) return 0.88;
  return bound !== null || amount > 12 ? 0.75 : 0.45;
}
