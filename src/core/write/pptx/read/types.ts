import type { Relationship } from '../../../base/ooxml/relationships.ts';

/** Where something stands in its part's XML: UTF-16 offsets, `to` behind its last character. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One paragraph as it is read. Empty ones are left out. */
export interface ContentParagraph {
  /** Its words: white space folded, without soft hyphens, fields (a slide's number, a date) and source labels. */
  readonly text: string;
  /** The source numbers of its labels. */
  readonly refs: readonly number[];
  /** 0 to 8. */
  readonly level: number;
  /** Canonical text of how it is set: its own properties and its runs', neighbours of one look as one. */
  readonly look: string;
  /** Of its `a:p`. */
  readonly span: Span;
}

/** A table's cell: all its paragraphs as one text, paragraphs apart by a line feed; empty ones count, so that columns stay columns. */
export interface ContentCell {
  readonly text: string;
  readonly refs: readonly number[];
  /** Of its `a:tc`. */
  readonly span: Span;
}

export interface ContentRow {
  readonly cells: readonly ContentCell[];
  /** Of its `a:tr`. */
  readonly span: Span;
}

/** A chart's data as its own part has it (the cache, which is what is drawn). */
export interface ContentChart {
  /** The chart's part. */
  readonly part: string;
  readonly title: string;
  /** Its kinds and how their bars lie and stack, as far as its part says: `barChart col clustered`. */
  readonly form: string;
  /** Words of its legend, which is a drawing of its own. */
  readonly legends: readonly string[];
  readonly series: readonly { readonly name: string; readonly points: readonly { readonly category: string; readonly value: string }[] }[];
}

export interface ContentPicture {
  /** 16 hex digits over its bytes. */
  readonly hash: string;
  /** Thousandths of a percent cut from each side: left, top, right, bottom. */
  readonly crop: readonly [number, number, number, number];
}

/** What stands at the top level of a slide, or in a group. */
export interface ContentBox {
  readonly kind: 'text' | 'table' | 'chart' | 'picture' | 'group' | 'shape' | 'other';
  /** `p:cNvPr@name`: ours is the region's (`body`, `body.2`, `body/1.date`); other programs may give placeholders names of their own. */
  readonly name: string;
  readonly placeholder: { readonly type: string; readonly index: number } | null;
  /** EMU: left, top, width, height; null where it is inherited. */
  readonly frame: readonly [number, number, number, number] | null;
  /** Canonical text of everything seen of it but words, place and picture: fill, outline, type. */
  readonly look: string;
  /** The part of `look` that is no text's: fill, outline, insets. */
  readonly surface: string;
  readonly alt: string;
  /** In the part's order: its own, a group's children's. A table's are in its cells. */
  readonly paragraphs: readonly ContentParagraph[];
  readonly rows: readonly ContentRow[];
  readonly chart: ContentChart | null;
  readonly picture: ContentPicture | null;
  /** Of a group. */
  readonly children: readonly ContentBox[];
  readonly span: Span;
}

/** A slide as it stands in a package. */
export interface SlideContent {
  readonly part: string;
  /** `p:sldId@id`. */
  readonly listId: number;
  /** `p14:creationId`, which PowerPoint keeps for a slide's life; null in a deck that other programs saved. */
  readonly creation: number | null;
  readonly title: string;
  /** The layout's name. */
  readonly layout: string;
  /** Canonical text of background, transition, animation and colour map. */
  readonly rest: string;
  readonly boxes: readonly ContentBox[];
  readonly notes: readonly ContentParagraph[];
  readonly notesPart: string | null;
  readonly comments: readonly ContentComment[];
}

/** A comment of either kind that PowerPoint writes. */
export interface ContentComment {
  readonly author: string;
  readonly text: string;
}

/** A relationship with the part it leads to; empty for one that leads outside. */
export type Followed = Relationship & { readonly part: string };
