import type { Draft, DraftItem, DraftTopic, EventItem, FigureItem } from '../types.ts';
import { countWords } from '../words/count.ts';
import { sentenceKey } from './words.ts';

/** A sentence with more words than this is read as a point, not as an event or a figure. */
const LONGEST_ENTRY = 25;
/** Below these a date or a number is a less likely reading of its sentence than a point. */
const SURE_EVENT = 0.7;
const SURE_FIGURE = 0.85;

/** Of all readings of one sentence the best stays, the others are set aside: a quotation before the summary, then event, figure, point. */
export function oneReadingEach(draft: Draft): Draft {
  return { ...draft, topics: draft.topics.map(settleTopic) };
}

function settleTopic(topic: DraftTopic): DraftTopic {
  const bySentence = new Map<string, DraftItem[]>();
  for (const item of topic.items) {
    const key = sentenceKey(item);
    if (key === null) continue;
    const own = bySentence.get(key);
    if (own) own.push(item);
    else bySentence.set(key, [item]);
  }
  const summaryKey = topic.summary === null ? null : sentenceKey(topic.summary);
  const stays = new Set<DraftItem>();
  for (const [key, readings] of bySentence) for (const item of best(readings, key === summaryKey)) stays.add(item);
  return {
    ...topic,
    items: topic.items.map((item) => (sentenceKey(item) === null || stays.has(item) ? item : { ...item, aside: 'reading' as const })),
  };
}

function best(readings: readonly DraftItem[], isSummary: boolean): readonly DraftItem[] {
  const spoken = readings.filter((item) => item.kind === 'quotation' && item.form === 'quotation');
  if (spoken.length > 0) return spoken;
  if (isSummary) return [];
  const surest = <T extends DraftItem>(items: readonly T[]): T | undefined => [...items].sort((a, b) => b.confidence - a.confidence)[0];
  const point = readings.find((item) => item.kind === 'point');
  const event = surest(readings.filter((item): item is EventItem => item.kind === 'event'));
  const figure = surest(readings.filter((item): item is FigureItem => item.kind === 'figure'));
  const isShort = (text: string): boolean => countWords(text) <= LONGEST_ENTRY;
  if (event && event.date.iso !== null && event.confidence >= SURE_EVENT && isShort(event.text)) return [event];
  if (figure && figure.confidence >= SURE_FIGURE && isShort(figure.label)) return [figure];
  if (point) return [point];
  // A long sentence that tells less than others is no entry of a timeline either.
  const rest = [event, figure, readings[0]].find(
    (item) => item !== undefined && isShort(item.kind === 'figure' ? item.label : 'text' in item ? item.text : ''),
  );
  return rest === undefined ? [] : [rest];
}
