import type { Run } from '../../base/text.ts';

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
}

export interface PointsBlock {
  readonly kind: 'points';
  readonly ordered: boolean;
  /** First number of an ordered list; absent: 1. */
  readonly start?: number;
  readonly items: readonly Point[];
}

export interface Point {
  readonly runs: readonly Run[];
  /** A box before it, ticked or not. */
  readonly task?: 'open' | 'done';
  /** Sub-points, at most two levels below the first. */
  readonly children: readonly Point[];
  /** The sub-points are numbered, from this number; absent: they have bullets. */
  readonly numbered?: number;
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
  /** Whether its sub-points are numbered, and from which number. */
  readonly ordered: boolean;
  readonly start: number;
  /** The first point of a topic, where it says no more than the headline or summary above it: a template may leave it out. */
  readonly repeats: boolean;
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
  readonly start: number;
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
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly runs: readonly Run[];
  /** 0 to 2. */
  readonly level: number;
  /** Of an item of an ordered list; null: a bullet. */
  readonly number: number | null;
}

export type TextElement = 'paragraph';
export type ListElement = 'list' | 'orderedList' | 'sourceList' | 'item' | 'nestedList' | 'nestedOrderedList';
