import type { Run } from '../base/text.ts';

/**
 * An article as a person structured it. Text ⇄ `Article` is without loss:
 * `parseArticle(writeArticle(a))` equals `a`.
 */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly standfirst: string | null;
  readonly authors: readonly string[];
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** A BCP 47 tag. */
  readonly language: string;
  /** Present where the author named no language: English is only assumed, and not written back. */
  readonly languageAssumed?: true;
  readonly tags: readonly string[];
  readonly actors: readonly string[];
  readonly bio: string | null;
  readonly disclaimer: string | null;
  /** The file name of the numbered source text beside the article, if it has one. */
  readonly source: string | null;
  /** Front-matter keys that Lectern does not know, kept as they are. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly topics: readonly Topic[];
}

export interface Topic {
  /** Unique in its article: `{#id}` behind the heading, or made from the heading. */
  readonly id: string;
  /** Whether the id was written by the author (and so is written back). */
  readonly idGiven: boolean;
  readonly heading: string;
  /** The first paragraph, if it comes before any other block. */
  readonly summary: readonly Run[] | null;
  /** Everything after the summary, in the author's order. */
  readonly blocks: readonly ArticleBlock[];
  /** The heading's line in the file, from 1; 0 where there is no file. Not part of the article's identity. */
  readonly line: number;
}

export type ArticleBlock =
  ParagraphBlock | PointsBlock | QuotationBlock | TimelineBlock | FiguresBlock | ChartBlock | TableBlock | ImageBlock | NotesBlock;

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

export interface QuotationBlock {
  readonly kind: 'quotation';
  /** Paragraphs of the quoted words, without quotation marks of their own around the whole. */
  readonly paragraphs: readonly (readonly Run[])[];
  readonly speaker: string | null;
  readonly role: string | null;
  /** As the author wrote it; see `VagueDate`. */
  readonly date: VagueDate | null;
  readonly refs: readonly number[];
}

/**
 * A date as precise as its author was. `iso` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the text is none of these,
 * and then the row keeps its place in the order it was written.
 */
export interface VagueDate {
  readonly text: string;
  readonly iso: string | null;
  /** `~` stood before it. */
  readonly about: boolean;
}

export interface TimelineBlock {
  readonly kind: 'timeline';
  readonly events: readonly TimelineEvent[];
}

export interface TimelineEvent {
  readonly date: VagueDate;
  readonly runs: readonly Run[];
}

export interface FiguresBlock {
  readonly kind: 'figures';
  readonly figures: readonly Figure[];
}

export interface Figure {
  /** As written, hedge included: `120,000`, `up to 200`. */
  readonly value: string;
  readonly unit: string;
  readonly label: readonly Run[];
}

export type ChartType = 'bar' | 'stacked-bar' | 'line' | 'doughnut';

export interface ChartBlock {
  readonly kind: 'chart';
  readonly type: ChartType;
  readonly title: string | null;
  /** What the value axis counts, with its unit. */
  readonly unit: string | null;
  /** What the categories are: the header above them. May be empty. */
  readonly categoryTitle: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly refs: readonly number[];
}

export interface ChartSeries {
  readonly name: string;
  /** One value a category; null where the cell was empty. */
  readonly values: readonly (number | null)[];
}

export type Alignment = 'start' | 'center' | 'end';

export interface TableBlock {
  readonly kind: 'table';
  readonly title: string | null;
  readonly align: readonly Alignment[];
  readonly header: readonly (readonly Run[])[];
  readonly rows: readonly (readonly (readonly Run[])[])[];
  /** The last row is a total: `{total}` in the directive's attributes. */
  readonly total: boolean;
}

export interface ImageBlock {
  readonly kind: 'image';
  /** Relative to the article's folder, `/` between parts, never leaving it. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

export interface NotesBlock {
  readonly kind: 'notes';
  readonly paragraphs: readonly (readonly Run[])[];
}

/** The numbered source text of an article: `ID.source.txt`, one block a paragraph. Paragraph ¶n is `paragraphs[n - 1]`. */
export interface SourceText {
  readonly paragraphs: readonly string[];
}
