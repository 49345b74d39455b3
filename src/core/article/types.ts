import type { Run } from '../base/text.ts';
import type { ArticleBlock } from '../block/types.ts';

export type { ArticleBlock } from '../block/types.ts';
export type { ArticleChart as ChartBlock, ChartSeries, ChartType } from '../block/chart/types.ts';
export type { Figure, FiguresBlock } from '../block/figures/types.ts';
export type { ArticleImage as ImageBlock } from '../block/image/types.ts';
export type { QuotationBlock } from '../block/quotation/types.ts';
export type { Alignment, ArticleTable as TableBlock } from '../block/table/types.ts';
export type { NotesBlock, ParagraphBlock, Point, PointsBlock } from '../block/text/types.ts';
export type { EventsBlock as TimelineBlock, TimelineEvent, VagueDate } from '../block/timeline/types.ts';

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
  /** How its words are to be handled: INTERNAL, an embargo. A deck bears the highest of its articles'. */
  readonly mark: string | null;
  /** What may be handed on of its source text, as it was written; `rightsOf` says what that means. */
  readonly rights: string | null;
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

/** The numbered source text of an article: `ID.source.txt`, one block a paragraph. Paragraph ¶n is `paragraphs[n - 1]`. */
export interface SourceText {
  readonly paragraphs: readonly string[];
}
