import type { FontChoice, FontRole, LevelStyle } from '../../template/theme/types.ts';
import type { Run } from '../../base/text.ts';
import type { SceneParagraph } from '../types.ts';
import type { FindFace, Heights } from '../font/types.ts';
import type { DivideWord } from '../hyphenation/types.ts';
import type { Break } from './breaks.ts';
import type { DisplayRun } from './display.ts';
import type { NumberSpan } from './number-spans.ts';

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
  cut(stretch: Stretch, keep: Kept): readonly Cut[];
  /** The parts that an atom may be divided into as its words are; one where they may not. */
  parts(atom: Stretch, by: DividedBy): Parts;
  measure(stretch: Stretch): Extent;
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

/** A paragraph, or what of it stands in one box. */
export interface Passage {
  readonly paragraph: SceneParagraph;
  /** Of the shown text; all of it where nothing is said. */
  readonly stretch?: Stretch | null | undefined;
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

export interface Parts {
  readonly list: readonly Part[];
  /** By what a style sets them in: in points, the widest of each part and all behind it. */
  readonly widest: Map<string, Float64Array>;
}

/** Runs with the offsets of their shown text at which each begins, and at last where all end. */
export interface RunPlaces {
  readonly runs: readonly Run[];
  readonly starts: readonly number[];
  /** The whole as shown. */
  readonly text: string;
}

/** A paragraph's text as shown, with all that can be said of it without a face: found once, however many boxes it stands in. */
export interface Shown extends RunPlaces {
  readonly display: readonly DisplayRun[];
  numbers(): readonly NumberSpan[];
  breaks(): readonly Break[];
  /** Where its author wrote soft hyphens. */
  soft(): readonly number[];
  /** The text with its labels as dots: a label is no part of the word that it stands behind. */
  wording(): string;
}

/** What is known of one text: without a face, and in each that it was set in. */
export interface Measured {
  readonly shown: Shown;
  readonly faces: { readonly key: string; readonly atoms: Atoms }[];
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
  readonly texts: Map<readonly Run[], Measured>;
  /** Whole paragraphs by level and width: fitting asks for the same ones again and again. */
  readonly paragraphs: Map<SceneParagraph, SetAt[]>;
  /** Parts of paragraphs that were set last, the newest first: each is asked for more than once, and then no more. */
  readonly parts: SetAt[];
  /** Whether any paragraph of a list has a number. */
  readonly ordered: Map<readonly Passage[], boolean>;
  /** Of each paragraph of a list and all behind it, the widest number in a level, in points. */
  readonly numbers: Map<readonly Passage[], Map<LevelStyle, Float64Array>>;
  /** Widths of ordered lists' numbers in points. */
  readonly labels: Map<LevelStyle, Map<number, number>>;
  /** Levels by the share of their size that they were set at. */
  readonly scaled: Map<LevelStyle, Map<number, LevelStyle>>;
  /** Levels by the points they were widened by for their numbers. */
  readonly widened: Map<LevelStyle, Map<number, LevelStyle>>;
  /** Counted, so that tests can say how much of it a layout takes whatever machine it runs on. */
  readonly work: LayoutWork;
}

/** How much was done. */
export interface LayoutWork {
  /** Measured. */
  atoms: number;
  /** Broken. */
  lines: number;
  /** Of tables and lists of events, set. */
  rows: number;
}

/** A paragraph, or a part of one, with what it was set for. */
export interface SetAt {
  readonly width: number;
  readonly stretch: Stretch | null;
  readonly enough: number;
  readonly set: SetParagraph;
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
  /** All of it, also where a part was set. */
  readonly paragraph: SceneParagraph;
  readonly level: LevelStyle;
  readonly spaceBefore: number;
  /** What of its shown text was set. */
  readonly stretch: Stretch;
  /** Whether only the first of its lines were set, which need more room than was asked for: it stands in no box. */
  readonly isCut: boolean;
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
