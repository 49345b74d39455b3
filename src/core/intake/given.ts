import { ABOUT_WORDS, dateReader, type CalendarDate } from '../language/index.ts';
import type { VagueDate } from '../article/types.ts';
import type { TopicPoints } from './find/points.ts';
import type { Given } from './given-types.ts';
import type { Stretch } from './topics/index.ts';
import type { PointItem, SourceBlock, Span, SubPoint, Unnamed } from './types.ts';

/** What a format says outright, as proposals: a slide's lines are points, its chart a chart. Nothing of it is looked for in the words again. */

/** How sure it is that what a format names is worth keeping. */
const SURE = { point: 0.85, item: 0.6, summary: 0.85, picture: 0.6, ornament: 0.4, other: 0.9 } as const;

type Blocks = readonly SourceBlock[];

export function isGiven(blocks: Blocks, index: number): boolean {
  return blocks[index]?.given !== undefined;
}

/** A stretch's points with those that the format names, in the order of the source; its summary before one that was found. */
export function givenPoints(blocks: Blocks, stretch: readonly number[], found: TopicPoints): TopicPoints {
  const own = stretch.filter((index) => blocks[index]?.role === 'body');
  const summary = own.find((index) => blocks[index]?.given?.kind === 'summary');
  const listed = listedPoints(blocks, own);
  const at = ({ spans }: Pick<PointItem, 'spans'>): number => spans[0]?.block ?? 0;
  return {
    summary: summary === undefined ? found.summary : pointAt(blocks, summary, SURE.summary),
    points: listed.length === 0 ? found.points : [...found.points, ...listed].sort((a, b) => at(a) - at(b)),
  };
}

type Listed = Omit<PointItem, 'id' | 'state'>;

/** Lines of lists; what stands deeper belongs to the line above it. An article has three levels. */
function listedPoints(blocks: Blocks, own: readonly number[]): Listed[] {
  const points: { item: Listed; level: number; children: MutableSub[] }[] = [];
  let before = -2;
  for (const index of own) {
    const block = blocks[index];
    const given = block?.given;
    if (given?.kind !== 'point' && given?.kind !== 'item') continue;
    const open = points.at(-1);
    const { level = 1 } = block ?? {};
    if (open && index === before + 1 && level > open.level) addBelow(open.children, level - open.level, subPoint(blocks, index));
    else {
      const { ordered } = given;
      // Some formats say at each item where its list begins.
      const goesOn = open?.item.ordered === true && index === before + 1;
      const start = goesOn ? undefined : given.start;
      const item = { ...pointAt(blocks, index, SURE[given.kind]), ordered, ...(start !== undefined && { start }) };
      points.push({ item, level, children: [] });
    }
    before = index;
  }
  return points.map(({ item, children }) =>
    children.length === 0 ? item : { ...item, children, spans: [...item.spans, ...children.flatMap(spansOf)] },
  );
}

interface MutableSub extends SubPoint {
  readonly children: MutableSub[];
}

const DEEPEST = 2;

function addBelow(siblings: MutableSub[], depth: number, child: MutableSub): void {
  const last = siblings.at(-1);
  const deeper = depth > 1 && last !== undefined;
  // What lies deeper than an article goes stands beside the deepest that it has.
  if (deeper && depth <= DEEPEST) addBelow(last.children, depth - 1, child);
  else if (deeper) last.children.push(child);
  else siblings.push(child);
}

function subPoint(blocks: Blocks, index: number): MutableSub {
  return { text: blocks[index]?.text ?? '', span: whole(blocks, index), children: [] };
}

function spansOf({ span, children }: SubPoint): Span[] {
  return [span, ...children.flatMap(spansOf)];
}

function pointAt(blocks: Blocks, index: number, confidence: number): Listed {
  return {
    kind: 'point',
    text: blocks[index]?.text ?? '',
    saved: null,
    ordered: false,
    confidence,
    origin: 'markup',
    spans: [whole(blocks, index)],
  };
}

function whole(blocks: Blocks, block: number): Span {
  const { text = '', sentences = [] } = blocks[block] ?? {};
  return { block, sentences: [0, Math.max(0, sentences.length - 1)], start: 0, end: text.length };
}

/** Everything else that the format names: events, figures, quotations, charts, pictures, and what is said to slides. */
export function givenItems(blocks: Blocks, language: string): Unnamed[] {
  const read = dateReader(language);
  return blocks.flatMap((block, index): Unnamed[] => {
    if (block.given === undefined || block.role === 'repeat') return [];
    const spans = [whole(blocks, index)];
    const item = itemOf(block.given, block, read);
    return item === null ? [] : [{ ...item, origin: 'markup', spans }];
  });
}

type Bare = Unnamed extends infer T ? (T extends Unnamed ? Omit<T, 'origin' | 'spans'> : never) : never;

function itemOf(given: Given, { text, rows }: SourceBlock, read: (text: string) => CalendarDate | null): Bare | null {
  const confidence = SURE.other;
  switch (given.kind) {
    case 'point':
    case 'item':
    case 'summary':
      return null;
    case 'event':
      return { kind: 'event', date: dateOf(given.date, read), dateWords: given.date, text: given.text, saved: null, confidence };
    case 'figure':
      return {
        kind: 'figure',
        value: given.value,
        amount: null,
        bound: null,
        unit: given.unit,
        label: given.label,
        saved: null,
        confidence,
      };
    case 'quotation':
      return {
        kind: 'quotation',
        form: 'quotation',
        text: given.text,
        speaker: given.speaker,
        role: given.role,
        date: null,
        speakerConfidence: confidence,
        speakerAlternatives: [],
        saved: null,
        confidence,
      };
    case 'table':
      return rows && { kind: 'table', title: given.title, rows, confidence };
    case 'chart':
      return { kind: 'kept', block: given.chart, confidence };
    case 'picture': {
      const { alt, caption, credit, part } = given.picture;
      const block = { kind: 'image', src: part, alt, caption, credit, beside: [] } as const;
      return { kind: 'kept', block, picture: given.picture, confidence: given.sure ? SURE.picture : SURE.ornament };
    }
    case 'speech':
      return { kind: 'kept', block: { kind: 'notes', paragraphs: text.split('\n').map((words) => [{ text: words }]) }, confidence };
  }
}

function dateOf(words: string, read: (text: string) => CalendarDate | null): VagueDate {
  const plain = words.replace(ABOUT_WORDS, '');
  const date = read(plain);
  const two = (n: number): string => String(n).padStart(2, '0');
  const parts = date === null || date.precision === 'quarter' ? [] : [String(date.year), two(date.month), two(date.day)];
  const length = { year: 1, quarter: 0, month: 2, day: 3 }[date?.precision ?? 'quarter'];
  return { text: words, iso: parts.slice(0, length).join('-') || null, about: plain !== words };
}

/** The topic that a block belongs to: its own stretch's, or where it is no paragraph that of the heading above it; else the first. */
export function topicOfBlock(stretches: readonly Stretch[]): (block: number) => number {
  const own = new Map(stretches.flatMap(({ blocks }, index) => blocks.map((block) => [block, index] as const)));
  const begins = stretches.map(({ headingBlock, blocks }) => Math.min(headingBlock ?? Infinity, blocks[0] ?? Infinity));
  return (block) =>
    own.get(block) ??
    Math.max(
      0,
      begins.findLastIndex((begin) => begin <= block),
    );
}
