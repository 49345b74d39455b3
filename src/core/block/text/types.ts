import type { Run } from '../../base/text.ts';

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
}

export interface PointsBlock {
  readonly kind: 'points';
  readonly ordered: boolean;
  readonly items: readonly Point[];
}

export interface Point {
  readonly runs: readonly Run[];
  /** Sub-points, at most two levels below the first. */
  readonly children: readonly Point[];
}

export interface NotesBlock {
  readonly kind: 'notes';
  readonly paragraphs: readonly (readonly Run[])[];
}

/** A line of text: `text` is its words alone, `runs` what the `rich` helper prints. */
export interface LineView {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly refs: readonly number[];
  /** The briefer's own words: no reference, or written in the briefing. */
  readonly own: boolean;
}

export interface PointView extends LineView {
  readonly children: readonly PointView[];
}

export interface ParagraphFields {
  readonly paragraph: LineView | null;
}

export interface ParagraphLists {
  readonly paragraphs: readonly LineView[];
}

export interface PointsFields {
  readonly points: readonly PointView[] | null;
  readonly ordered: boolean;
}

export interface PointsLists {
  readonly points: readonly PointView[];
}

/** `<p>`, several in a row are one block. */
export interface TextBlock {
  readonly kind: 'text';
  readonly paragraphs: readonly (readonly Run[])[];
}

/** `<ul>`, `<ol>`; `<ol class="sources">` and agenda lists too. */
export interface ListBlock {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** First number of an ordered list. */
  readonly start: number;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly runs: readonly Run[];
  /** 0 to 2. */
  readonly level: number;
}

export type TextElement = 'paragraph';
export type ListElement = 'list' | 'orderedList' | 'sourceList' | 'item' | 'nestedList' | 'nestedOrderedList';
