import type { Count, Frame, LevelStyle, Region } from '../../template/theme/types.ts';
import type { Context } from '../context.ts';
import type { Slice } from '../../base/slice.ts';
import type { Box } from '../types.ts';
import type { Undivided } from '../text/widths.ts';
import type { Passage } from '../text/types.ts';
import type { Need, Room } from './measure.ts';

/** Words in one text box, of as many blocks as follow each other. */
export interface TextItem {
  readonly kind: 'text';
  readonly role: 'subtitle' | 'kicker' | 'body' | 'quote' | 'caption' | 'callout';
  readonly style: string;
  /** At full size. */
  readonly levels: readonly LevelStyle[];
  readonly paragraphs: Slice<FlowParagraph>;
}

export interface FlowParagraph extends Passage {
  /** A list item: one alone does not go on the next slide. */
  readonly isItem: boolean;
  /** Not the last on its slide: it announces what follows. */
  readonly keepsNext: boolean;
}

/** How a block of slides becomes items: its paragraphs join those of its neighbours in one text box, or it has items of its own. */
export type BlockLayout<B, I> = (
  | { readonly joins: (context: Context, block: B, region: Region, levels: readonly LevelStyle[]) => Joined }
  | { readonly items: (context: Context, block: B, region: Region) => readonly I[] }
) & {
  /** What of it layouts may have conditions on; words are counted of every block. */
  readonly counts?: (block: B) => BlockCounts;
};

export type BlockCounts = Readonly<Partial<Record<Exclude<Count, 'words'>, number>>>;

export interface Joined {
  readonly paragraphs: readonly FlowParagraph[];
  /** The text box's levels from here on. */
  readonly levels: readonly LevelStyle[];
}

/** Where an item is placed. */
export interface ItemPlace {
  readonly id: (part?: string) => string;
  /** The region's name. */
  readonly region: string;
  /** The region, where a text box is its placeholder: then its frame is the region's. Else null. */
  readonly placeholder: Region | null;
  /** Whether nothing else stands in the region. */
  readonly alone: boolean;
}

/** Measuring, dividing and placing of one kind of item. Widths in points; `scale` is the share of the full size. */
export interface ItemLayout<I> {
  /** The theme's styles that it is set in, whose sizes fitting changes; `region`: its region's. */
  readonly styles: readonly string[] | 'region' | ((item: I) => readonly string[]);
  /** How tall it must and would like to be. Of text that needs more than `enough`, any height that is more. */
  readonly need: (context: Context, item: I, width: number, scale: number, enough: number) => Need;
  /** The first number, or word of those that shall stand undivided, that has no line wide enough for it; null where each has one. */
  readonly partDivided: (context: Context, item: I, width: number, scale: number, undivided: Undivided) => string | null;
  /** Whether its numbers stand undivided at this size, where that can be told sooner than by `partDivided`; null elsewhere. */
  readonly holds: ((context: Context, item: I, width: number, scale: number) => boolean) | null;
  /** Divides it so that its head fits; null where nothing of it does, or it cannot be divided. */
  readonly split: (context: Context, item: I, room: Room, scale: number) => readonly [I, I] | null;
  /** The same words in a plainer form, as running text, for an item that is too tall for its region and cannot be divided; null where it has none. */
  readonly plainForm: (context: Context, item: I) => TextItem | I | null;
  readonly place: (context: Context, item: I, frame: Frame, at: ItemPlace, scale: number) => readonly Box[];
}
