import { isWebAddress } from '../base/address.ts';
import { joinedValues, marksOfValues, withMarks, type Piece } from '../base/bidi.ts';
import { omit } from '../base/omit.ts';
import { plainText, refsOf, type Run } from '../base/text.ts';
import { handoverWordsFor } from '../briefing/index.ts';
import type { ItemView, LineView, SourceEntry, View } from '../briefing/types.ts';
import { withDirectionMarks } from '../layout/index.ts';
import type { BriefDate, BriefFigure, BriefPoint, BriefSource, BriefTopic, BriefWords, SourcePart } from './types.ts';

/** A topic as it may stand: whole, with the first sentence of its summary, by its headline. */
export interface TopicContent {
  readonly headline: readonly Run[];
  readonly whole: Said;
  /** Null: it is one sentence, or has none. */
  readonly short: Said | null;
}

type Said = Pick<BriefTopic, 'text' | 'points' | 'own'>;

export const NOTHING: Said = { text: null, points: [], own: false };

export interface DateContent extends BriefDate {
  /** As programs write it; null: it cannot be read. */
  readonly iso: string | null;
}

export interface FigureContent extends BriefFigure {
  readonly lead: boolean;
}

/** All that a brief might say, before it has a page. */
export interface BriefContent {
  readonly topics: readonly TopicContent[];
  readonly figures: readonly FigureContent[];
  readonly dates: readonly DateContent[];
}

/** Words in the deck's direction, as slides have them. */
type Direct = (runs: readonly Run[]) => readonly Run[];

function pointsOf({ blocks }: ItemView, direct: Direct): BriefPoint[] {
  return blocks.flatMap(({ points, ordered, start, paragraph }) => {
    if (paragraph) return [{ runs: direct(paragraph.runs), number: null }];
    return (points ?? []).map((point, at) => ({ runs: direct(point.runs), number: ordered ? start + at : null }));
  });
}

function topicOf(item: ItemView, direct: Direct, marksOwn: boolean): TopicContent {
  const isOwn = (line: LineView): boolean => item.isOwn || (marksOwn && line.own);
  const said = (line: LineView | null): Said | null => line && { text: direct(line.runs), points: [], own: isOwn(line) };
  const headline = direct(item.headline.runs);
  const text = said(item.summary ?? (item.isOwn ? null : item.finding));
  const points = item.isOwn ? pointsOf(item, direct) : [];
  const whole = points.length === 0 ? (text ?? NOTHING) : { text: text?.text ?? null, points, own: true };
  const isShorter = item.summary !== null && item.finding !== null && item.finding.text.length < item.summary.text.length;
  return { headline, whole, short: isShorter ? said(item.finding) : null };
}

/** Words of one look, with the marks that their line needs. */
export function directed(text: string, { deck }: Pick<View, 'deck'>): string {
  return plainText(withDirectionMarks([{ text }], deck.direction));
}

/** Values beside each other, each as it reads alone. */
export function dotted(values: readonly string[], { deck }: Pick<View, 'deck'>): string {
  const pieces = values.flatMap((text, at) => [...(at > 0 ? [{ text: ' · ', isValue: false }] : []), { text, isValue: true }]);
  return joinedValues(pieces, deck.direction);
}

export function contentOf(view: View): BriefContent {
  const direct: Direct = (runs) => withDirectionMarks(runs, view.deck.direction);
  return {
    topics: view.items.map((item) => topicOf(item, direct, view.options['markOwn'] === true)),
    figures: view.figures.map(({ value, unit, label, lead }) => ({
      value: directed(value, view),
      unit: directed(unit, view),
      label: direct(label.runs),
      lead,
    })),
    dates: view.timeline.map(({ date, dateText, runs }) => ({ iso: date.iso, date: directed(dateText, view), runs: direct(runs) })),
  };
}

export function wordsOf({ words, deck }: View): BriefWords {
  const { figures, timeline: dates, sources, ownLine } = words;
  return { figures, dates, sources, ownLine, version: handoverWordsFor(deck.language).version };
}

/** Pieces of a line, each value reading as it would alone. */
function partsOf(parts: readonly (SourcePart & Pick<Piece, 'isValue'>)[], direction: 'ltr' | 'rtl'): SourcePart[] {
  const marks = marksOfValues(parts, direction);
  return parts.map((part, at) => ({ ...omit(part, 'isValue'), text: withMarks(part.text, marks[at] ?? { before: '', after: '' }) }));
}

function articleLine(entries: readonly SourceEntry[], direction: 'ltr' | 'rtl'): BriefSource {
  const [first] = entries;
  if (!first) return { parts: [] };
  const { authorLine, title, publisher, publishedText, published, url } = first;
  const values = [authorLine, title, publisher, publishedText ?? published].flatMap((value) => value || []);
  const link =
    url !== null && isWebAddress(url)
      ? [
          { text: ', ', isValue: false },
          { text: url, isValue: true, href: url },
        ]
      : [];
  const places = entries.flatMap(({ number, paragraph }, at) => [
    { text: at === 0 ? ' – ' : ' · ', isValue: false },
    { text: `[${number}]${paragraph === null ? '' : `\u00A0¶\u00A0${paragraph}`}`, isValue: false, number },
  ]);
  const named = values.flatMap((text, at) => [...(at > 0 ? [{ text: ', ', isValue: false }] : []), { text, isValue: true }]);
  return { parts: partsOf([...named, ...link, ...places], direction) };
}

/** The sources of these numbers, a line an article in the order of its first, and one a footnote. */
export function sourcesOf({ sources, deck: { direction } }: View, numbers: ReadonlySet<number>): BriefSource[] {
  const lines = new Map<string, SourceEntry[]>();
  for (const entry of sources) {
    if (!numbers.has(entry.number)) continue;
    const key = entry.isNote ? `${entry.article}/^${entry.number}` : entry.article;
    lines.set(key, [...(lines.get(key) ?? []), entry]);
  }
  return [...lines.values()].map((entries) => {
    const [first] = entries;
    if (!first?.isNote) return articleLine(entries, direction);
    const { number, title } = first;
    const label = { text: `[${number}] `, isValue: false, number };
    return { parts: partsOf([label, { text: title, isValue: true }], direction) };
  });
}

/** The numbers of all sources that these refer to. */
export function numbersIn(texts: readonly (readonly Run[])[]): Set<number> {
  return new Set(texts.flatMap(refsOf));
}
