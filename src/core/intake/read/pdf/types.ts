/**
 * A PDF's pages as geometry. Everything is in points, measured from the upper left corner of the page as it is shown (turned upright):
 * x grows to the right, y downwards.
 */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How a run of text is set: what tells a heading from the text. */
export interface Face {
  /** pdf.js's name of the font, one for each font of the file. */
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A run of text as the page places it; `y` is its baseline. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly face: Face;
  /** Spaces of the file stand at its ends, however narrow. */
  readonly spaced: { readonly left: boolean; readonly right: boolean };
}

/** A straight line that is drawn, or an edge of a drawn box: along an axis from `from` to `to`, at `at` on the other axis. */
export interface Rule {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** A page, or what of a page is written in one direction. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rules: Rules;
  /** Small filled shapes, such as bullets that are drawn. */
  readonly dots: readonly Box[];
  /** Text that stands athwart the rest: watermarks, what is stamped along the margin. */
  readonly athwart: readonly string[];
}

/** Words that stand close together on one line: no column's gap is between them. */
export interface Segment extends Box {
  readonly page: number;
  readonly pieces: readonly Piece[];
  readonly text: string;
  /** Baseline. */
  readonly y: number;
  /** The size that most of its letters have. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A bullet is drawn before it. */
  readonly dotted: boolean;
}

/** A line of a column. */
export interface Line extends Box {
  readonly kind: 'line';
  readonly page: number;
  readonly text: string;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly dotted: boolean;
  readonly segments: readonly Segment[];
  readonly column: Column;
}

/** Where a line's column stands: from its leftmost to its rightmost text. */
export interface Column {
  readonly left: number;
  readonly right: number;
  /** In order of reading, from 0, within the page. */
  readonly index: number;
}

/** A table as its page has it: rows of equal length. */
export interface Table extends Box {
  readonly kind: 'table';
  readonly page: number;
  readonly rows: readonly (readonly string[])[];
  /** Cells that reach over several columns or rows. */
  readonly merged: number;
  readonly column: Column;
}

/** What a page holds, in the order of reading. */
export type Flow = Line | Table;
