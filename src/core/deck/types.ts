import type { Alignment, ChartSeries, ChartType, VagueDate } from '../article/types.ts';
import type { SourceEntry } from '../briefing/types.ts';
import type { Place } from '../base/errors.ts';
import type { Run } from '../base/text.ts';

/** Typed slides. Nothing a template prints reaches an output unless it became one of these types. */
export interface Deck {
  readonly meta: DeckMeta;
  readonly slides: readonly Slide[];
  readonly sources: readonly SourceEntry[];
}

export interface DeckMeta {
  readonly title: string;
  readonly subtitle: string | null;
  readonly presenter: string | null;
  readonly audience: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as precise as it was written; null: the deck has no date, and none is shown. */
  readonly date: string | null;
  readonly minutes: number | null;
  readonly mark: string | null;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly forPresenter: boolean;
  /** Eight hex digits over briefing, articles and pack; both formats show it. */
  readonly stamp: string;
  /** Canonical JSON of what the deck was made from; null in the audience's copy. */
  readonly recipe: string | null;
  /** `continued` and the like, for layout. */
  readonly words: Readonly<Record<string, string>>;
}

export interface Slide {
  /** 16 hex digits over article, topic, kind and occurrence. Layout adds `-2`, `-3` to further parts. */
  readonly id: string;
  /** A key of `Theme.layouts`. */
  readonly layout: string;
  /** Unique in the deck, in its words. */
  readonly title: readonly Run[];
  /** The running-order item it belongs to (`article/topic`, `own/ID`), or null: title, agenda, sources. */
  readonly topic: string | null;
  /** `title`, `agenda`, `points`, `quotation`, …: the template's own word, `kind` attribute, default the layout's name. */
  readonly kind: string;
  /** PowerPoint section, null: the one before. */
  readonly section: string | null;
  /** By region, in the template's order. */
  readonly blocks: readonly PlacedBlock[];
  readonly notes: readonly NoteParagraph[];
  /** Where its `<section>` stands in the template. */
  readonly at: Place;
}

export interface PlacedBlock {
  /** A region of the slide's layout. */
  readonly region: string;
  readonly block: Block;
}

export interface NoteParagraph {
  readonly kind: 'text' | 'heading' | 'source';
  readonly runs: readonly Run[];
}

export type Block = TextBlock | ListBlock | QuoteBlock | StatsBlock | TimelineBlock | TableBlock | ChartBlock | ImageBlock | CalloutBlock;

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

/** `<blockquote><p>…</p><cite>…</cite></blockquote>`. */
export interface QuoteBlock {
  readonly kind: 'quote';
  readonly paragraphs: readonly (readonly Run[])[];
  readonly cite: readonly Run[] | null;
}

/** `<dl class="stats"><dt>value unit</dt><dd>label</dd></dl>`. */
export interface StatsBlock {
  readonly kind: 'stats';
  readonly stats: readonly { readonly value: string; readonly unit: string; readonly label: readonly Run[] }[];
}

/** `<dl class="timeline"><dt data-date="~2023-09">September 2023</dt><dd>…</dd></dl>`; `data-today` marks the briefing's date. */
export interface TimelineBlock {
  readonly kind: 'timeline';
  readonly events: readonly { readonly date: VagueDate; readonly dateText: string; readonly runs: readonly Run[] }[];
  /** `YYYY-MM-DD` or null. */
  readonly today: string | null;
}

/** `<table>` with `thead`, `tbody`, `tfoot` (the total row) and `caption`. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: readonly Run[] | null;
  readonly align: readonly Alignment[];
  readonly header: readonly (readonly Run[])[];
  readonly rows: readonly { readonly cells: readonly (readonly Run[])[]; readonly total: boolean }[];
}

/** `<table class="chart" data-type="bar" data-unit="…">`. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly type: ChartType;
  readonly title: string | null;
  readonly unit: string | null;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly refs: readonly number[];
}

/** `<figure><img src alt data-fit data-focus="0.5 0.3"><figcaption>…</figcaption></figure>`. */
export interface ImageBlock {
  readonly kind: 'image';
  /** `article-id/path` or `pack/assets/…`: a key of the images given to layout. */
  readonly src: string;
  readonly alt: string;
  readonly caption: readonly Run[] | null;
  /** null: as the region says. */
  readonly fit: 'contain' | 'cover' | null;
  /** The point that stays in sight when cropped, as fractions of width and height. */
  readonly focus: { readonly x: number; readonly y: number };
}

/** `<aside class="callout">`. */
export interface CalloutBlock {
  readonly kind: 'callout';
  readonly paragraphs: readonly (readonly Run[])[];
}

/** An image's bytes with what layout and writers need to know of them. PNG or JPEG, metadata stripped. */
export interface ImageAsset {
  readonly bytes: Uint8Array;
  readonly type: 'image/png' | 'image/jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the bytes, hex; writers store each once. */
  readonly hash: string;
}

/** By `src`. */
export type Images = ReadonlyMap<string, ImageAsset>;
