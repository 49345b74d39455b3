import type { SourceEntry } from '../briefing/types.ts';
import type { Place } from '../base/errors.ts';
import type { Direction } from '../base/bidi.ts';
import type { Run } from '../base/text.ts';
import type { Block } from '../block/types.ts';

export type { Block } from '../block/types.ts';
export type { CalloutBlock } from '../block/callout/types.ts';
export type { ChartBlock } from '../block/chart/types.ts';
export type { StatsBlock } from '../block/figures/types.ts';
export type { ImageBlock } from '../block/image/types.ts';
export type { QuoteBlock } from '../block/quotation/types.ts';
export type { TableBlock } from '../block/table/types.ts';
export type { ListBlock, ListItem, TextBlock } from '../block/text/types.ts';
export type { TimelineBlock } from '../block/timeline/types.ts';

/** Typed slides. Nothing a template prints reaches an output unless it became one of these types. */
export interface Deck {
  readonly meta: DeckMeta;
  readonly slides: readonly Slide[];
  readonly sources: readonly SourceEntry[];
  /**
   * Where slides may stand otherwise: all slides in their order, as groups of which layout chooses one option each. `slides` has the first
   * of each. Absent: there is nothing to choose.
   */
  readonly groups?: readonly SlideGroup[];
}

/** The same blocks on slides in different ways: which slides, which blocks on each, in which layouts. */
export interface SlideGroup {
  /** In the template's order. Titles are not made unique yet, since that depends on the slides before. */
  readonly options: readonly (readonly Slide[])[];
  readonly pin?: Pin;
}

/** A layout that the briefing asks for. */
export interface Pin {
  readonly layout: string;
  /** Indices of the options that have it. */
  readonly options: readonly number[];
  /** Where the briefing says so. */
  readonly place: Place;
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
  /** Those of its articles that say another language of themselves, by their ids: their words are divided by its rules. */
  readonly languages?: Readonly<Record<string, string>>;
  readonly direction: 'ltr' | 'rtl';
  /** The items of the running order with their minutes, for a theme that shows how far the talk has come. */
  readonly progress?: readonly {
    readonly topic: string;
    readonly minutes: number;
    /** The briefing states them. */
    readonly stated?: true;
    /** A slide of the briefer's own words. */
    readonly own?: true;
  }[];
  /** Seconds of slides that are no topic's, by their kind, where the briefing says them. */
  readonly seconds?: Readonly<Record<string, number>>;
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
  /** Further items that it shows, as an overview does: links to them lead here. */
  readonly topics?: readonly string[];
  /** Sources that it rests on without showing their numbers. */
  readonly refs?: readonly number[];
  /** `title`, `agenda`, `points`, `quotation`, …: the template's own word, `kind` attribute, default the layout's name. */
  readonly kind: string;
  /** PowerPoint section, null: the one before. */
  readonly section: string | null;
  /** By region, in the template's order. */
  readonly blocks: readonly PlacedBlock[];
  /** It was one of several that might stand there: who makes the deck again chooses the same while it fits. */
  readonly chosen?: true;
  /** The slots that its blocks were sent to, where several layouts may take them: one that has no such region takes them elsewhere. */
  readonly slots?: readonly string[];
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
  /** `mark`: the deck's handling mark, which layout puts before what is said. */
  readonly kind: 'text' | 'heading' | 'source' | 'mark';
  readonly runs: readonly Run[];
  /** In the scene: which way it runs, where that is not the deck's. */
  readonly direction?: Direction;
}

/** A picture as a deck stores it: PNG or JPEG, upright, metadata stripped. */
export interface ImageAsset {
  readonly bytes: Uint8Array;
  readonly type: 'image/png' | 'image/jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the bytes, hex; writers store each once. */
  readonly hash: string;
  /** The drawing that the pixels were made from, as cleaned SVG: shown in their place wherever SVG can be. */
  readonly drawing?: { readonly bytes: Uint8Array; readonly hash: string };
}

/** How fine pictures are stored: for screens, for paper, or with all the pixels that they have. */
export type PictureQuality = 'screen' | 'print' | 'original';

/** What is to become of a picture: at most this many pixels, stored as its quality says. */
export interface ImageJob {
  readonly image: SourceImage;
  /** Of the whole picture, upright; more than it has only where it is a drawing. */
  readonly width: number;
  readonly height: number;
  readonly quality: PictureQuality;
  /** The part of it that is stored, in these pixels; left out: all. Nothing of the rest is in the file then, a drawing's lines neither. */
  readonly part?: PixelRect;
}

/** Pixels from the top left corner. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How EXIF says that stored pixels are turned or mirrored: 1 is upright, 6 a quarter turn. */
export type Turn = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A picture whose file no deck can store as it is: of another form, turned, or in a printer's colours. */
export interface RawImage extends Omit<ImageAsset, 'type' | 'drawing'> {
  readonly type: ImageAsset['type'] | 'image/svg+xml' | 'image/webp' | 'image/gif';
  /** Width and height are those of the picture upright. */
  readonly turn: Turn;
  /** Whether it is a drawing with words, which need fonts to be drawn. */
  readonly hasWords: boolean;
}

/** A picture as its file was read. */
export type SourceImage = ImageAsset | RawImage;

/** By `src`. */
export type Images = ReadonlyMap<string, SourceImage>;
