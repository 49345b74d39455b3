import { textRuns, type Run } from '../base/text.ts';
import type { View } from '../briefing/types.ts';
import type { TextMeasurer } from '../layout/index.ts';
import { NOTHING, numbersIn, sourcesOf, type BriefContent } from './content.ts';
import { columnsFor, DATE_SHARE, GUTTER, LIST_INDENT, stylesAt, TITLE_RULE } from './look.ts';
import type { Brief, BriefFigure, BriefLook, BriefStyle, BriefTopic, Paper } from './types.ts';

/** How much of a topic stands there. */
export type Kept = 'whole' | 'sentence' | 'headline' | 'nothing';

/** What of the content stands on the page. */
export interface Choice {
  /** By topic. */
  readonly topics: readonly Kept[];
  /** How many of each. */
  readonly figures: number;
  readonly dates: number;
}

/** What the page says under a choice. */
export type Page = Pick<Brief, 'topics' | 'figures' | 'dates' | 'sources'>;

/** What stands above the topics and below the sources, whatever is chosen. */
export type Frame = Pick<Brief, 'title' | 'subtitle' | 'facts' | 'disclaimers' | 'words'>;

/** Shares of full size, the largest first. */
export const SCALES = [1, 0.95, 0.91, 0.87] as const;
const LEAST = SCALES[SCALES.length - 1] ?? 1;

/** Renderers with other fonts find lines a little higher. */
const FILL = 0.98;

/** The first `count` by a rank, in the order in which they stand. */
function best<T>(list: readonly T[], count: number, rank: (one: T, at: number) => number): T[] {
  const ranked = list.map((one, at) => ({ one, at, rank: rank(one, at) })).sort((a, b) => a.rank - b.rank || a.at - b.at);
  return ranked
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function topicsOf({ topics }: BriefContent, kept: Choice['topics']): BriefTopic[] {
  return topics.flatMap(({ headline, whole, short }, at) => {
    const how = kept[at] ?? 'whole';
    if (how === 'nothing') return [];
    return [{ headline, ...(how === 'whole' ? whole : how === 'sentence' ? (short ?? whole) : NOTHING) }];
  });
}

/** Figures that the author marked before others, and the latest dates. */
export function pageOf(content: BriefContent, choice: Choice, view: View): Page {
  const topics = topicsOf(content, choice.topics);
  const figures = best(content.figures, choice.figures, ({ lead }) => (lead ? 0 : 1));
  const dates = best(content.dates, choice.dates, (_, at) => -at);
  const texts = [
    ...topics.flatMap(({ headline, text, points }) => [headline, text ?? [], ...points.map(({ runs }) => runs)]),
    ...figures.map(({ label }) => label),
    ...dates.map(({ runs }) => runs),
  ];
  return { topics, figures, dates, sources: sourcesOf(view, numbersIn(texts)) };
}

/** What is said of words that have no source. */
export const ownRun = (ownLine: string): Run => ({ text: ` (${ownLine})`, italic: true });

/** A figure with its unit, which is said smaller. */
export function valueRuns({ value, unit }: Pick<BriefFigure, 'value' | 'unit'>): Run[] {
  return [{ text: value }, ...(unit === '' ? [] : [{ text: ` ${unit}`, quiet: true as const }])];
}

/** Every paragraph of a page by its style, at its width, with what stands beside it: `row` says which share a height. */
interface Placed {
  readonly runs: readonly Run[];
  readonly style: BriefStyle;
  readonly width: number;
  readonly row?: string;
  /** Parts of one cell stand below each other. */
  readonly cell?: string;
}

export function paragraphsOf(frame: Frame, page: Page, width: number): Placed[] {
  const at = (style: BriefStyle, runs: readonly Run[], own = width): Placed => ({ style, runs, width: own });
  const section = (word: string, list: readonly unknown[]): Placed[] => (list.length === 0 ? [] : [at('section', textRuns(word))]);
  const columns = columnsFor(page.figures.length);
  const cell = width / columns - GUTTER;
  const column = width * DATE_SHARE - GUTTER;
  return [
    at('title', textRuns(frame.title)),
    ...(frame.subtitle === null ? [] : [at('subtitle', textRuns(frame.subtitle))]),
    ...(frame.facts === '' ? [] : [at('facts', textRuns(frame.facts))]),
    ...page.topics.flatMap(({ headline, text, points, own }) => [
      at('topic', own && text === null ? [...headline, ownRun(frame.words.ownLine)] : headline),
      ...(text === null ? [] : [at('text', own ? [...text, ownRun(frame.words.ownLine)] : text)]),
      ...points.map(({ runs }) => at('text', runs, width - LIST_INDENT)),
    ]),
    ...section(frame.words.figures, page.figures),
    ...page.figures.flatMap(({ label, ...figure }, i): Placed[] => {
      const place = { width: cell, row: `figures ${Math.floor(i / columns)}`, cell: `figure ${i}` };
      return [
        { runs: valueRuns(figure), style: 'value', ...place },
        { runs: label, style: 'label', ...place },
      ];
    }),
    ...section(frame.words.dates, page.dates),
    ...page.dates.flatMap(({ date, runs }, i): Placed[] => [
      { runs: textRuns(date), style: 'date', width: column, row: `date ${i}`, cell: 'date' },
      { runs, style: 'event', width: width - column - GUTTER, row: `date ${i}`, cell: 'event' },
    ]),
    ...section(frame.words.sources, page.sources),
    ...page.sources.map(({ parts }) => at('source', textRuns(parts.map(({ text }) => text).join('')))),
    ...frame.disclaimers.map((text) => at('source', textRuns(text))),
  ];
}

/** Points from the first line to the last. */
function heightOf(placed: readonly Placed[], styles: BriefLook['styles'], measure: Measure): number {
  let height = TITLE_RULE;
  const rows = new Map<string, Map<string, number>>();
  for (const { runs, style, width, row, cell = '' } of placed) {
    const level = styles[style];
    const own = level.spaceBefore + measure(runs, style, level.size, width);
    if (row === undefined) height += own;
    else {
      const cells = rows.get(row) ?? new Map<string, number>();
      cells.set(cell, (cells.get(cell) ?? 0) + own);
      rows.set(row, cells);
    }
  }
  for (const cells of rows.values()) height += Math.max(...cells.values());
  return height;
}

type Measure = (runs: readonly Run[], style: BriefStyle, size: number, width: number) => number;

/** What was measured once is known: fitting asks for the same again and again. */
function measuring(measurer: TextMeasurer, styles: (size: BriefStyle) => BriefLook['styles'][BriefStyle]): Measure {
  const known = new Map<readonly Run[] | string, Map<string, number>>();
  return (runs, style, size, width) => {
    const [only, ...more] = runs;
    const text = only && more.length === 0 && Object.keys(only).length === 1 && 'text' in only ? only.text : runs;
    const of = known.get(text) ?? new Map<string, number>();
    known.set(text, of);
    const key = `${style} ${size} ${width}`;
    const height = of.get(key) ?? measurer.room(runs, { ...styles(style), size }, width);
    of.set(key, height);
    return height;
  };
}

/** Ever less, each step a little; by the height that a topic takes where several come into question. */
function* lessening(content: BriefContent, lengthOf: (topic: number) => number): Generator<Choice> {
  const all = content.topics.map((_, at) => at);
  const longest = (which: readonly number[]): number[] => [...which].sort((a, b) => lengthOf(b) - lengthOf(a) || b - a);
  let now: Choice = {
    topics: all.map((): Kept => 'whole'),
    figures: content.figures.length,
    dates: content.dates.length,
  };
  const set = (topic: number, kept: Kept): Choice => (now = { ...now, topics: now.topics.map((old, at) => (at === topic ? kept : old)) });
  const lists = function* (most: number): Generator<Choice> {
    for (let count = Math.max(now.figures, now.dates) - 1; count >= most; count--)
      yield (now = { ...now, figures: Math.min(now.figures, count), dates: Math.min(now.dates, count) });
  };
  yield* lists(8);
  for (const topic of longest(all.filter((at) => content.topics[at]?.short))) yield set(topic, 'sentence');
  yield* lists(4);
  for (const topic of longest(all.filter((at) => content.topics[at]?.whole !== NOTHING))) yield set(topic, 'headline');
  yield* lists(0);
  for (const topic of [...all].reverse()) yield set(topic, 'nothing');
}

export interface Fitted {
  readonly page: Page;
  readonly choice: Choice;
  readonly scale: number;
}

/** The most that fits on the paper, in the largest type that it fits in: smaller type first, then less. */
export function fit(content: BriefContent, frame: Frame, view: View, paper: Paper, measurer: TextMeasurer): Fitted {
  const width = paper.width - 2 * paper.side;
  const room = (paper.height - 2 * paper.edge) * FILL;
  const plain = stylesAt(1);
  const measure = measuring(measurer, (style) => plain[style]);
  const fits = (page: Page, scale: number): boolean => heightOf(paragraphsOf(frame, page, width), stylesAt(scale), measure) <= room;
  const largest = (choice: Choice): Fitted | null => {
    const page = pageOf(content, choice, view);
    if (!fits(page, LEAST)) return null;
    const scale = SCALES.find((share) => fits(page, share)) ?? LEAST;
    return { page, choice, scale };
  };
  const whole: Choice = { topics: content.topics.map((): Kept => 'whole'), figures: content.figures.length, dates: content.dates.length };
  const first = largest(whole);
  if (first) return first;
  const lengthOf = (topic: number): number => {
    const { text, points } = content.topics[topic]?.whole ?? NOTHING;
    return [text ?? [], ...points.map(({ runs }) => runs)].reduce((sum, runs) => sum + measure(runs, 'text', plain.text.size, width), 0);
  };
  let last: Choice = whole;
  for (const choice of lessening(content, lengthOf)) {
    const found = largest(choice);
    if (found) return found;
    last = choice;
  }
  return { page: pageOf(content, last, view), choice: last, scale: LEAST };
}
