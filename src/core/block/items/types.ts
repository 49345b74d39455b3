import type { Run } from '../../base/text.ts';
import type { LineView } from '../text/types.ts';

/** What an author says that repeating things are. */
export type ArticleForm = 'cards' | 'compare' | 'steps' | 'decisions';

/** In articles: `:::cards`, `:::steps`, `:::decisions` with a list, `:::compare` with a table. */
export type ItemsBlock = ListedItems | ComparedItems;

export interface ListedItems {
  readonly kind: 'items';
  readonly form: 'cards' | 'steps' | 'decisions';
  readonly ordered: boolean;
  /** First number of an ordered list; absent: 1. */
  readonly start?: number;
  readonly items: readonly ArticleItem[];
}

/** Columns that are held against each other. */
export interface ComparedItems {
  readonly kind: 'items';
  readonly form: 'compare';
  /** The corner, then what each column is called; bold: look here. */
  readonly header: readonly (readonly Run[])[];
  /** What a row is about, then a cell for each column. */
  readonly rows: readonly (readonly (readonly Run[])[])[];
}

export interface ArticleItem {
  /** The bold words that it begins with, without their boldness; empty: none. Of steps: it is the result. */
  readonly head: readonly Run[];
  /** What stands behind them, owner and date left out. */
  readonly text: readonly Run[];
  /** Of decisions, behind the last dash: `— Clerk, 2025-05-31`. Empty: not said. */
  readonly owner: string;
  readonly date: string;
  /** A box before it; ticked: recommended. */
  readonly task?: 'open' | 'done';
  /** A card's points, a lane's steps. */
  readonly children: readonly ArticleItem[];
  /** The children are numbered, from this number; absent: they have bullets. */
  readonly numbered?: number;
}

/** One entry as a template finds it; what it lacks is null or empty. */
export interface ItemEntryView {
  /** From 1, or from where the author's list begins. */
  readonly number: number;
  readonly head: LineView | null;
  readonly text: LineView | null;
  /** “Look here”: the recommended option, the result of steps. */
  readonly marked: boolean;
  /** A card's points, a lane's steps. */
  readonly entries: readonly ItemEntryView[];
  /** The words of who does it. */
  readonly owner: string;
  /** In the deck's language; `date` as it was written. */
  readonly dateText: string;
  readonly date: string;
  readonly refs: readonly number[];
}

/** A column of a comparison. */
export interface ItemColumnView {
  readonly head: LineView;
  /** Its heading is bold: look here. */
  readonly marked: boolean;
  /** In the order of the rows. */
  readonly cells: readonly LineView[];
  /** Of its heading, which carries those of its cells. */
  readonly refs: readonly number[];
}

export interface ItemsView {
  readonly form: ArticleForm;
  /** Numbered by the author, as steps and decisions are. */
  readonly ordered: boolean;
  /** Steps in several lanes: an entry is a lane, its entries are the steps. */
  readonly lanes: boolean;
  /** None in a comparison. */
  readonly entries: readonly ItemEntryView[];
  /** Of a comparison: its columns, what stands in the corner, and what each row is about. */
  readonly columns: readonly ItemColumnView[];
  readonly corner: LineView | null;
  readonly rows: readonly LineView[];
  readonly refs: readonly number[];
}

export interface ItemsFields {
  readonly items: ItemsView | null;
}

export interface ItemsLists {
  readonly itemSets: readonly ItemsView[];
}

/** Looks that a theme has for items; a template may print any of them. */
export const ITEM_FORMS = ['cards', 'compare', 'steps', 'decisions', 'agenda', 'asks', 'rows'] as const;
export type ItemsForm = (typeof ITEM_FORMS)[number];

/** `<ul class="items" data-form="…">`, `<ol class="items" …>`. */
export interface ItemsSlideBlock {
  readonly kind: 'items';
  readonly form: ItemsForm;
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** Of an item of an ordered list. */
  readonly number: number | null;
  readonly marked: boolean;
  readonly kicker: readonly Run[];
  readonly head: readonly Run[];
  /** Below the head, in its colour of emphasis. */
  readonly sub: readonly Run[];
  readonly body: readonly (readonly Run[])[];
  /** At the end of the row: owner and date, minutes, paragraphs. */
  readonly side: readonly (readonly Run[])[];
  /** Points of a card, cells of a column. */
  readonly points: readonly Step[];
  /** Steps of a lane, in order. Where there are none, an entry of the form `steps` is a step itself. */
  readonly steps: readonly Step[];
}

export interface Step {
  readonly runs: readonly Run[];
  readonly marked: boolean;
}

export type ItemsElement =
  'items' | 'numberedItems' | 'entry' | 'entryKicker' | 'entryHead' | 'entrySub' | 'entrySide' | 'entryPoints' | 'entrySteps' | 'entryStep';
