import type { RuleKey } from '../rules.ts';
import type { Element } from '../element.ts';
import type { Block } from '../types.ts';
import { readChart } from './chart.ts';
import type { BlockContext } from './context.ts';
import { readFigure, readImageElement } from './image.ts';
import { readList } from './list.ts';
import { readStats, readTimeline } from './pairs.ts';
import { readTable } from './table.ts';
import { readCallout, readQuote, readText } from './text.ts';

type BlockReader = (element: Element, context: BlockContext) => Block | null;

/** One reader for each element that makes a block; an element with nothing in it makes none. */
export const BLOCKS: Readonly<Partial<Record<RuleKey, BlockReader>>> = {
  paragraph: readText,
  list: readList,
  orderedList: readList,
  sourceList: readList,
  quote: readQuote,
  table: readTable,
  chart: readChart,
  timeline: readTimeline,
  stats: readStats,
  figure: readFigure,
  image: readImageElement,
  callout: readCallout,
};
