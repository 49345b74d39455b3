import type { RuleKey } from '../deck/rules.ts';
import type { Element } from '../deck/element.ts';
import type { Block } from '../deck/types.ts';
import { readChart } from './chart/markup.ts';
import type { BlockContext } from '../deck/context.ts';
import { readFigure, readImageElement } from './image/markup.ts';
import { readList } from './text/list-markup.ts';
import { readStats, readTimeline } from '../deck/pairs.ts';
import { readTable } from './table/markup.ts';
import { readCallout, readQuote, readText } from './text/markup.ts';

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
