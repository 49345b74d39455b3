import { directionOf, type Direction } from '../dates/direction.ts';
import { findDates } from '../dates/find.ts';
import { dayOf, type DateMention } from '../dates/mention.ts';
import { resolveDate } from '../dates/resolve.ts';
import type { NumericOrder } from '../dates/rules.ts';
import type { EventItem } from '../types.ts';
import { sayingsOf } from '../words/saying.ts';
import { isTorn, LONGEST_SENTENCE, sentenceText, type BodyBlock } from './body.ts';

export type Event = Omit<EventItem, 'id' | 'state'>;

export interface EventOptions {
  readonly language: string;
  readonly order: NumericOrder;
  /** ISO; null where the article has no date: then only dates with a year are placed. */
  readonly published: string | null;
}

/** Dated statements: each date of a sentence with that sentence. Dates without a year are placed by the day of publication and the sentence's tense. */
export function findEvents(body: readonly BodyBlock[], { language, order, published }: EventOptions): Event[] {
  const reference = published === null ? null : dayOf(published);
  return body.flatMap((block) =>
    block.sentences.flatMap((sentence, index) => {
      const text = sentenceText(block, index);
      if (text.length > LONGEST_SENTENCE || isTorn(block, index)) return [];
      const seen = new Set<string>();
      let anchor: Anchor | null = null;
      return findDates(text, { language, order }).flatMap((mention): Event[] => {
        const direction = directionOf(text, { start: mention.start, end: mention.end, language });
        const date = resolveDate(withYearOf(anchor, mention, text), { reference, direction });
        if (date === null || mention.isDateline === true || seen.has(date.text) || isNowadays(mention, direction, text)) return [];
        seen.add(date.text);
        anchor =
          mention.when.kind === 'calendar' && mention.when.year !== null && mention.when.month === null
            ? { year: mention.when.year, end: mention.end }
            : null;
        const span = {
          block: block.index,
          sentences: [index, index] as const,
          start: sentence.start + mention.start,
          end: sentence.start + mention.end,
        };
        return [
          {
            kind: 'event',
            date,
            dateWords: mention.words,
            text,
            saved: null,
            confidence: isOfClause(text, mention.start, language)
              ? Math.min(OF_CLAUSE, confidenceOf(mention, date.iso, direction))
              : confidenceOf(mention, date.iso, direction),
            origin: 'pattern',
            spans: [span],
          },
        ];
      });
    }),
  );
}

/** A date of a clause is not that of its sentence: how sure it is at most. */
const OF_CLAUSE = 0.48;

/** Whether what stands before a date says that somebody says something: all that follows is theirs. */
function isTold(before: string, language: string): boolean {
  const verb = sayingsOf(language)?.verb();
  if (verb === undefined || language.startsWith('zh')) return false;
  return [...before.matchAll(verb)].some(({ 0: word, index }) =>
    /^,?\s+(?:that|dass|que|qu[’']|che|что|що|[أإ]ن)/iu.test(before.slice(index + word.length)),
  );
}

/** How a clause begins that tells or describes, by language. */
const CLAUSES: Readonly<Record<string, RegExp>> = {
  en: /\b(?:that|which|who|whom|whose|where)\b/i,
  de: /,\s(?:dass|der|die|das|den|dem|deren|dessen|denen|wonach)\b/i,
  fr: /\b(?:qui|que|dont|lequel|laquelle)\b|\bqu[’']/i,
  es: /\b(?:que|quien|cuyo|cuya)\b/i,
  it: /\b(?:che|cui|il quale|la quale)\b/i,
  ru: /,\s(?:что|котор\p{L}+)(?!\p{L})/iu,
  uk: /,\s(?:що|як(?:ий|а|е|і|ого|ої|их|им|ому))(?!\p{L})/iu,
  ar: /(?<!\p{L})(?:[أإ]ن\p{L}{0,2}|الذي|التي|الذين)(?!\p{L})/u,
};

/** Whether a date stands in a clause of its sentence that tells or describes (`answered that … in March`, `the deposit that was paid in 2023`). */
function isOfClause(text: string, start: number, language: string): boolean {
  const opens = CLAUSES[language.split('-')[0] ?? ''];
  // What is before the last comma has closed, unless the clause begins there.
  const before = text.slice(0, start);
  const segments = before.split(/(?=[,;:])/);
  return opens?.test(segments.at(-1) ?? '') === true || isTold(before, language);
}

/** `today 31 trains run`: these days, and no event of this one. */
function isNowadays({ when, start }: DateMention, direction: Direction, text: string): boolean {
  if (when.kind !== 'offset' || when.unit !== 'day' || when.by !== 0) return false;
  return direction === 'unknown' || /\b(?:would|could|might)\b/.test(text.slice(start));
}

interface Anchor {
  readonly year: number;
  /** Where the year ends in its sentence. */
  readonly end: number;
}

/** `in 2019 the council met in June`: a year goes on to the next date of its own clause. */
function withYearOf(anchor: Anchor | null, mention: DateMention, text: string): DateMention {
  const { when } = mention;
  const lacks = when.kind === 'calendar' && when.year === null && mention.pointer === null;
  if (anchor === null || !lacks || /[,;:]/.test(text.slice(anchor.end, mention.start))) return mention;
  return { ...mention, when: { ...when, year: anchor.year } };
}

function confidenceOf({ when, about }: DateMention, iso: string | null, direction: Direction): number {
  const rough = about ? 0.05 : 0;
  switch (when.kind) {
    case 'calendar':
      if (when.year !== null) return (when.day !== null ? 0.95 : when.month !== null ? 0.92 : 0.82) - rough;
      return iso === null ? 0.4 : (when.day !== null ? 0.8 : 0.7) - (direction === 'unknown' ? 0.2 : 0) - rough;
    case 'weekday':
      return 0.65;
    case 'offset':
      return 0.6;
    case 'stretch':
      return 0.4;
    case 'words':
      return 0.5;
  }
}
