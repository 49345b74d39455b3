/** A number, date or name in a text. UTF-16 offsets, `end` behind its last character. */
export interface Mention {
  readonly kind: 'number' | 'date' | 'name';
  readonly start: number;
  readonly end: number;
}

/** Reads texts of a language (a BCP 47 tag) for what they mention, in order. */
export type ReadMentions = (language: string) => (text: string) => readonly Mention[];

/** Words of a line that both sides have, or one alone. */
export interface WordSpan {
  readonly of: 'both' | 'old' | 'new';
  readonly text: string;
}

/** A number, date or name that differs; null on the side that has none in its place. */
export interface FactChange {
  readonly kind: 'number' | 'date' | 'name';
  readonly from: string | null;
  readonly to: string | null;
}

/** A text that differs: null on the side where it does not stand. */
interface TextChange {
  readonly from: string | null;
  readonly to: string | null;
  /** The line word by word; empty where it stands on one side alone. */
  readonly spans: readonly WordSpan[];
  /** Numbers first, then dates, then names. */
  readonly facts: readonly FactChange[];
}

/**
 * A line on the slide or in its notes: `figures` are numbers set large. `order`: it stands elsewhere among the lines around it,
 * in the same words.
 */
export interface LineChange extends TextChange {
  readonly kind: 'words' | 'figures' | 'notes';
  readonly at: 'title' | 'line' | 'alt';
  readonly order: boolean;
}

/** A table's cell by the words at the head of its row and column; of a row or column that one side alone has, the other heading is null. */
export interface CellChange extends TextChange {
  readonly kind: 'cells';
  readonly row: string | null;
  readonly column: string | null;
}

/** A chart's value by its series and category, as programs write numbers; null for both: the chart's own title or legend. */
export interface ValueChange {
  readonly kind: 'data';
  readonly chart: string;
  readonly series: string | null;
  readonly category: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Pictures by their alternative texts. */
export interface PictureChange {
  readonly kind: 'pictures';
  readonly from: string | null;
  readonly to: string | null;
}

/** A line whose words stayed and whose source labels lead elsewhere: articles' paragraphs, as recipes name them. */
export interface SourceChange {
  readonly kind: 'sources';
  readonly text: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface CommentChange {
  readonly kind: 'comments';
  readonly author: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** `look`: fills, outlines, type, background, transition, animation. `layout`: where things stand, and on which layout. Not said what. */
export interface AppearanceChange {
  readonly kind: 'look' | 'layout';
}

export type Change = LineChange | CellChange | ValueChange | PictureChange | SourceChange | CommentChange | AppearanceChange;

/** Where a slide stands in its deck; of a divided slide its first part. */
export interface SlidePlace {
  /** From 1. */
  readonly number: number;
  /** Of how many parts it is. */
  readonly parts: number;
  readonly title: string;
  /** What sort of slide of ours it is (`points`, `sources`), where a recipe says so. */
  readonly kind: string | null;
}

export interface SlideDiff {
  /** Null: the slide was added. */
  readonly from: SlidePlace | null;
  /** Null: it was deleted. */
  readonly to: SlidePlace | null;
  /** Stands elsewhere among the slides that both decks have. */
  readonly moved: boolean;
  /** The most important first: what has another number, then words, cells and values, then notes, then all else. */
  readonly changes: readonly Change[];
  /** Of a slide that one side alone has: its lines, without the title. */
  readonly lines: readonly string[];
}

/** What differs between two decks. */
export interface DeckDiff {
  /** How many slides each has. */
  readonly slides: { readonly from: number; readonly to: number };
  /** Slides that differ, in the new deck's order; a deleted one behind the slide that it stood behind. */
  readonly changed: readonly SlideDiff[];
  /** Lines that changed alike on most slides, as a footer or a mark; they are not said again at each. */
  readonly everywhere: readonly LineChange[];
  /** Whether masters, layouts or theme differ; false where that cannot be compared. */
  readonly design: boolean;
  /**
   * Whether looks, places, alternative texts and design could be compared: not where a program wrote one of the decks anew, or the
   * slides of one are none of the other's. Of two decks that were built apart only what was done by hand is said.
   */
  readonly looksCompared: boolean;
}
