import type { ChartBlock, ImageBlock, StatsBlock, TableBlock, TimelineBlock } from '../../deck/types.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import type { Run } from '../../base/text.ts';
import type { SceneParagraph } from '../types.ts';

/** What stands in a region, top to bottom. Neighbouring text blocks are one item; everything else is one a block. */
export type Item = TextItem | CalloutItem | TableItem | StatsItem | TimelineItem | ChartItem | ImageItem;

export interface TextItem {
  readonly kind: 'text';
  readonly role: 'subtitle' | 'kicker' | 'body' | 'quote' | 'caption' | 'callout';
  readonly style: string;
  /** At full size. */
  readonly levels: readonly LevelStyle[];
  readonly paragraphs: readonly FlowParagraph[];
}

export interface FlowParagraph {
  readonly paragraph: SceneParagraph;
  /** A list item: one alone does not go on the next slide. */
  readonly isItem: boolean;
  /** Not the last on its slide: it announces what follows. */
  readonly keepsNext: boolean;
}

export interface CalloutItem {
  readonly kind: 'callout';
  readonly text: TextItem;
}

export interface TableItem {
  readonly kind: 'table';
  readonly table: TableBlock;
  /** The table before it was divided: all its parts have its columns. */
  readonly whole: TableBlock;
}

export interface StatsItem {
  readonly kind: 'stats';
  readonly stats: StatsBlock['stats'];
  /** The figures before they were divided: all parts have their size, and no more beside each other. */
  readonly whole: StatsBlock['stats'];
}

export interface TimelineItem {
  readonly kind: 'timeline';
  readonly timeline: TimelineBlock;
  /** The timeline before it was divided: all its parts have its column of dates. */
  readonly whole: TimelineBlock;
  /** The form is chosen once for the whole timeline, so that its parts look alike. */
  readonly form: 'line' | 'list' | null;
}

export interface ChartItem {
  readonly kind: 'chart';
  readonly chart: ChartBlock;
  /** Stands above it. */
  readonly heading: readonly Run[] | null;
}

export interface ImageItem {
  readonly kind: 'image';
  readonly image: ImageBlock;
  readonly fit: 'contain' | 'cover';
}
