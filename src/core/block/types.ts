import type { ArticleCallout, CalloutBlock, CalloutElement, CalloutFields, CalloutLists } from './callout/types.ts';
import type { ArticleChart, ChartBlock, ChartElement, ChartFields, ChartLists } from './chart/types.ts';
import type { FiguresBlock, FiguresFields, FiguresLists, StatsBlock, StatsElement } from './figures/types.ts';
import type { ArticleImage, ImageBlock, ImageElement, ImageFields, ImageLists } from './image/types.ts';
import type { ItemsBlock, ItemsElement, ItemsFields, ItemsLists, ItemsSlideBlock } from './items/types.ts';
import type { QuotationBlock, QuotationFields, QuotationLists, QuoteBlock, QuoteElement } from './quotation/types.ts';
import type { ArticleTable, TableBlock, TableElement, TableFields, TableLists } from './table/types.ts';
import type {
  ListBlock,
  ListElement,
  NotesBlock,
  ParagraphBlock,
  ParagraphFields,
  ParagraphLists,
  PointsBlock,
  PointsFields,
  PointsLists,
  TextBlock,
  TextElement,
} from './text/types.ts';
import type { EventsBlock, EventsFields, EventsLists, TimelineBlock, TimelineElement } from './timeline/types.ts';

/** Every kind of block, by stage. A kind is a folder beside this file; the stages' registries have a piece for each kind named here. */

/** What stands in an article. */
export interface ArticleKinds {
  readonly paragraph: ParagraphBlock;
  readonly points: PointsBlock;
  readonly quotation: QuotationBlock;
  readonly timeline: EventsBlock;
  readonly figures: FiguresBlock;
  readonly chart: ArticleChart;
  readonly table: ArticleTable;
  readonly items: ItemsBlock;
  readonly image: ArticleImage;
  readonly callout: ArticleCallout;
  readonly notes: NotesBlock;
}

export type ArticleBlock = ArticleKinds[keyof ArticleKinds];

/** What is on slides; notes are said. */
export type ShownKind = Exclude<keyof ArticleKinds, 'notes'>;
export type ShownBlock = ArticleKinds[ShownKind];

/** What a template finds: each kind's fields of a `BlockView`, and the lists of an `ItemView` that gather them. */
export interface ViewKinds {
  readonly paragraph: { readonly fields: ParagraphFields; readonly lists: ParagraphLists };
  readonly points: { readonly fields: PointsFields; readonly lists: PointsLists };
  readonly quotation: { readonly fields: QuotationFields; readonly lists: QuotationLists };
  readonly timeline: { readonly fields: EventsFields; readonly lists: EventsLists };
  readonly figures: { readonly fields: FiguresFields; readonly lists: FiguresLists };
  readonly chart: { readonly fields: ChartFields; readonly lists: ChartLists };
  readonly table: { readonly fields: TableFields; readonly lists: TableLists };
  readonly items: { readonly fields: ItemsFields; readonly lists: ItemsLists };
  readonly image: { readonly fields: ImageFields; readonly lists: ImageLists };
  readonly callout: { readonly fields: CalloutFields; readonly lists: CalloutLists };
}

type Together<T> = (T extends unknown ? (one: T) => void : never) extends (all: infer All) => void ? All : never;

/** One block; the fields of its kind are filled, the others are null. `index`: its place among all blocks of its topic, from 0. */
export type BlockView = { readonly kind: ShownKind; readonly index: number } & Together<ViewKinds[ShownKind]['fields']>;
export type ListsView = Together<ViewKinds[ShownKind]['lists']>;

/** What stands on a slide, with the elements of slide markup that it is read from. */
export interface SlideKinds {
  readonly text: { readonly block: TextBlock; readonly element: TextElement };
  readonly list: { readonly block: ListBlock; readonly element: ListElement };
  readonly quote: { readonly block: QuoteBlock; readonly element: QuoteElement };
  readonly table: { readonly block: TableBlock; readonly element: TableElement };
  readonly chart: { readonly block: ChartBlock; readonly element: ChartElement };
  readonly timeline: { readonly block: TimelineBlock; readonly element: TimelineElement };
  readonly stats: { readonly block: StatsBlock; readonly element: StatsElement };
  readonly items: { readonly block: ItemsSlideBlock; readonly element: ItemsElement };
  readonly image: { readonly block: ImageBlock; readonly element: ImageElement };
  readonly callout: { readonly block: CalloutBlock; readonly element: CalloutElement };
}

export type Block = SlideKinds[keyof SlideKinds]['block'];
export type BlockElement = SlideKinds[keyof SlideKinds]['element'];
