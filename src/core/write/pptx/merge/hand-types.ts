import type { TextRun } from '../../../base/text.ts';
import type { Change } from '../recipe/inspect.ts';

/** A line of our deck: a paragraph of a text box or of notes, or a table's cell. */
export interface LinePlace {
  /** Of our deck's slides, from 0. */
  readonly slide: number;
  /** The box, as the selection pane names it; null: the notes. */
  readonly box: string | null;
  /** Its paragraphs that say anything, from 0; of a table, the cells row by row. */
  readonly line: number;
}

/** A name or value of a chart of ours, as it is drawn: by series and category, from 0. */
export interface ChartPlace {
  /** Of our deck's slides, from 0. */
  readonly slide: number;
  readonly box: string;
  readonly of: 'series' | 'category' | 'value';
  readonly series: number;
  readonly category: number;
}

/** `table`: a table's columns, or rows in another order; `box`: something that a hand put on the slide. */
export type KeptInDeck = Exclude<Change, 'words' | 'notes' | 'cells'> | 'table' | 'box';

/** One thing that a hand did to a deck since it was handed out, and that the briefing has not changed meanwhile. */
export type HandChange =
  | {
      readonly kind: 'reworded';
      readonly slide: HandSlide;
      readonly place: LinePlace;
      readonly was: string;
      readonly runs: readonly TextRun[];
    }
  /** Behind a line of ours; null: before the first of its box, which then has `before`. */
  | { readonly kind: 'added'; readonly slide: HandSlide; readonly after: LinePlace | null; readonly runs: readonly TextRun[] }
  | { readonly kind: 'removed'; readonly slide: HandSlide; readonly place: LinePlace; readonly was: string }
  | {
      readonly kind: 'slide-removed';
      readonly id: string;
      readonly topic: string | null;
      readonly slideKind: string;
      readonly number: number;
      readonly title: string;
    }
  /** `after`: our id of the slide that it stands behind; null: the deck's first. */
  | {
      readonly kind: 'slide-added';
      readonly slide: HandSlide;
      readonly after: string | null;
      readonly lines: readonly (readonly TextRun[])[];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'slide-moved'; readonly slide: HandSlide; readonly id: string; readonly after: string | null }
  /** A row of a table, behind one of ours by its first cell; null: before the first. */
  | {
      readonly kind: 'row-added';
      readonly slide: HandSlide;
      readonly after: LinePlace | null;
      readonly cells: readonly (readonly TextRun[])[];
    }
  /** By its first cell. */
  | { readonly kind: 'row-removed'; readonly slide: HandSlide; readonly place: LinePlace; readonly was: string }
  /** A name or a value of a chart; `now` empty: the cell was emptied. */
  | { readonly kind: 'charted'; readonly slide: HandSlide; readonly place: ChartPlace; readonly was: string; readonly now: string }
  /** A picture's alternative text. `slideIndex`: of our deck's slides, from 0. */
  | { readonly kind: 'alt'; readonly slide: HandSlide; readonly slideIndex: number; readonly was: string; readonly now: string }
  /** What no briefing holds. `said`: its words, where it has some. */
  | { readonly kind: 'kept-in-deck'; readonly slide: HandSlide; readonly what: KeptInDeck; readonly said?: string }
  /** Both sides changed it: it is to be merged first. */
  | { readonly kind: 'contested'; readonly slide: HandSlide; readonly was: string };

/** A slide of the edited deck. */
export interface HandSlide {
  /** From 1. */
  readonly number: number;
  readonly title: string;
}
