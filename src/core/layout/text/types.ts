import type { FontChoice, FontRole, LevelStyle } from '../../template/theme/types.ts';
import type { Run } from '../../base/text.ts';
import type { SceneParagraph } from '../types.ts';
import type { FindFace, Heights } from '../font/types.ts';
import type { DivideWord } from '../hyphenation/types.ts';

/** A width that grows with the size (`ems`) and with the letter-spacing (`letters`). */
export interface Extent {
  readonly ems: number;
  readonly letters: number;
}

/** Words between two places where a line may end, measured without a size, so that every size tried costs only sums. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly extent: Extent;
  /** The spaces to the next atom with the kerning on both sides; without spaces the kerning alone. */
  readonly gap: Extent;
  /** The line ends here whatever the width. */
  readonly forced: boolean;
  readonly heights: Heights;
}

/** A paragraph cut into atoms for one face and its bold and italic. */
export interface Atoms {
  readonly text: string;
  readonly atoms: readonly Atom[];
  /** The parts that a stretch of an atom may be cut into where it is wider than its line. */
  readonly cut: (stretch: Stretch, keep: Kept) => readonly Cut[];
  /** The parts that an atom may be divided into as its words are; one where they may not. */
  readonly parts: (atom: Stretch, by: DividedBy) => readonly Part[];
  /** The text with its labels as dots, for whoever looks for words in it: a label is no part of the word that it stands behind. */
  readonly wording: () => string;
  readonly measure: (stretch: Stretch) => Extent;
}

/** What says where a word may be divided: its author's soft hyphens, or these and the rules of its language. */
export type DividedBy = 'author' | 'rules';

/** A place inside a word where a line may end. */
export interface Place {
  readonly at: number;
  /** Whether a hyphen shows that the word goes on. */
  readonly hyphen: boolean;
}

/** What a cut keeps whole: labels (with the character before them) and numbers; numbers alone, on lines narrower than a label; nothing. */
export type Kept = 'labels' | 'numbers' | 'nothing';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A part of an atom up to the next cut. */
export interface Cut extends Stretch {
  readonly extent: Extent;
}

/** A part of an atom up to the next place where its words may be divided. */
export interface Part extends Cut {
  /** The hyphen behind it where a line ends there; null: none is shown. */
  readonly hyphen: Extent | null;
}

export interface Fonts {
  readonly find: FindFace;
  readonly choices: Readonly<Record<FontRole, FontChoice>>;
  /** What divides the words of a paragraph, in its article's language or else the deck's. */
  readonly dividerOf: (runs: readonly Run[]) => DivideWord;
  readonly cache: Cache;
}

/**
 * What has been measured in one layout, by the identity of runs, paragraphs and levels, which never change.
 * Plain maps: weak ones of this size cost the collector more than all measuring.
 */
export interface Cache {
  readonly atoms: Map<readonly Run[], Map<string, Atoms>>;
  readonly lines: Map<readonly Run[], Map<string, readonly MeasuredLine[]>>;
  /** By level and width: fitting asks for the same ones again and again. */
  readonly paragraphs: Map<SceneParagraph, Map<LevelStyle, Map<number, SetParagraph>>>;
  /** Widths of ordered lists' numbers in points. */
  readonly labels: Map<LevelStyle, Map<number, number>>;
  /** Of flowing text, by its scale. */
  readonly levels: Map<object, Map<number, readonly LevelStyle[]>>;
  /** Levels by the share of their size that they were set at. */
  readonly scaled: Map<LevelStyle, Map<number, LevelStyle>>;
  /** Levels by the points they were widened by for their numbers. */
  readonly widened: Map<LevelStyle, Map<number, LevelStyle>>;
}

/** A line before it has a place. Points, but for its heights, which are ems. */
export interface MeasuredLine {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly heights: Heights;
  /** It ends inside a word, or behind a slash between two, where these may be divided. */
  readonly divided?: 'hyphen' | 'bare';
}

/** Paragraphs broken into lines for a width and sizes, without a place yet. Points. */
export interface SetText {
  readonly paragraphs: readonly SetParagraph[];
  /** From the first line's top to the last line's bottom. */
  readonly height: number;
  /** What must be free for it: see `SetParagraph.room`. */
  readonly room: number;
}

export interface SetParagraph {
  readonly paragraph: SceneParagraph;
  readonly level: LevelStyle;
  readonly spaceBefore: number;
  /** As every renderer is expected to break it. */
  readonly lines: readonly MeasuredLine[];
  readonly height: number;
  /** The same filled less, for a renderer that finds the words a little wider. */
  readonly safeLines: readonly MeasuredLine[];
  /** Height that is enough for the safe lines too, and for a renderer that adds the fonts' own line gap. */
  readonly room: number;
}

/** Widths of a paragraph's first line and of the others, in points. */
export interface LineWidths {
  readonly first: number;
  readonly rest: number;
}
