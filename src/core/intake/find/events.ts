import { directionOf, type Direction } from '../dates/direction.ts';
import { findDates } from '../dates/find.ts';
import { dayOf, type DateMention } from '../dates/mention.ts';
import { resolveDate } from '../dates/resolve.ts';
import type { NumericOrder } from '../dates/rules.ts';
import type { EventItem } from '../types.ts';
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
            confidence: confidenceOf(mention, date.iso, direction),
            origin: 'pattern',
            spans: [span],
          },
        ];
      });
    }),
  );
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
