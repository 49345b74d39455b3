import type { BaseLayout, ColorUse, Direction, FontChoice, FontRole, Frame, Gradient, LevelStyle, Outline } from '../theme/types.ts';
import type { Allowed } from './allowed/index.ts';

/**
 * An organisation's PowerPoint file, as far as Lectern needs to know it: page, colours, fonts, and what stands where on its
 * layouts. Frames are points from the page's top left corner, as in a theme.
 */
export interface CompanyDesign {
  /** The file's own name. */
  readonly file: string;
  readonly page: { readonly width: number; readonly height: number };
  readonly masters: readonly CompanyMaster[];
  /** Of all masters, in their order. */
  readonly layouts: readonly CompanyLayout[];
  /** PNG and JPEG images that masters and layouts show, by part. */
  readonly media: ReadonlyMap<string, Uint8Array>;
  /** The program that wrote it, as it calls itself; empty where it does not say. */
  readonly program: string;
  /** The file's parts without what no deck may get, and what that was. */
  readonly allowed: Allowed;
}

export interface CompanyTemplate extends CompanyDesign {
  /** Index of the master that decks are written in. */
  readonly main: number;
}

export interface CompanyMaster {
  /** `ppt/slideMasters/slideMaster1.xml` */
  readonly part: string;
  readonly name: string;
  /** That titles and text are set in. */
  readonly fonts: Readonly<Record<FontRole, FontChoice>>;
  /** That the theme names, which `+mj-lt` and `+mn-lt` follow. */
  readonly themeFonts: Readonly<Record<FontRole, FontChoice>>;
  /** What each named colour shows, `#RRGGBB`. */
  readonly colors: CompanyColors;
  /** Whether its named colours show what those of the main master do, so that levels and art here have names for them. */
  readonly named: boolean;
  readonly background: Background;
  readonly art: readonly Art[];
}

/** By the names of PowerPoint's colour map: `tx1`, `bg1`, …, `accent1`, …, `hlink`, `folHlink`. */
export type CompanyColors = Readonly<Record<string, string>>;

export interface CompanyLayout {
  /** `ppt/slideLayouts/slideLayout2.xml` */
  readonly part: string;
  /** In its maker's language, so nothing may be read out of it. */
  readonly name: string;
  /** `sldLayout@type`; null where there is none. */
  readonly type: string | null;
  /** Index into `masters`. */
  readonly master: number;
  readonly placeholders: readonly CompanyPlaceholder[];
  /** The layout's own; the master's is below it where `masterArt` is. */
  readonly art: readonly Art[];
  readonly masterArt: boolean;
  /** Null: its master's. */
  readonly background: Background | null;
  readonly use: LayoutUse;
  /** `p:clrMapOvr` as it stands, for slides on this layout; null where it keeps its master's map. */
  readonly colorMapOverride: string | null;
}

/** What the file's own slides do with a layout. */
export interface LayoutUse {
  /** How many stand on it, of those that were looked at. */
  readonly slides: number;
  /** The first slide of all does, or the last. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Which of `ftr`, `sldNum` and `dt` they show on it; null where they show none anywhere. */
  readonly shown: ReadonlySet<string> | null;
  /** By `ph@idx`, the most that one of them puts there. */
  readonly filled: ReadonlyMap<number | 'title', PlaceholderUse>;
}

export interface PlaceholderUse {
  /** That are not empty. */
  readonly paragraphs: number;
  readonly characters: number;
  /** Pictures, tables and charts. */
  readonly objects: number;
}

export interface CompanyPlaceholder {
  /** `ph@type`, `obj` where it has none. ST_PlaceholderType. */
  readonly type: string;
  /** `ph@idx`, 0 where it has none. */
  readonly index: number;
  /** `ph@sz` and `ph@orient`, repeated on slides. */
  readonly size: string | null;
  readonly orientation: string | null;
  readonly name: string;
  /** Own or inherited; null where neither layout nor master says. */
  readonly frame: Frame | null;
  /** From the frame's edges to its words. */
  readonly insets: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly anchor: 'top' | 'middle' | 'bottom';
  /** Text of it runs down the page, or it is turned: no region of ours. */
  readonly turned: boolean;
  /** Its frame is as high as its text (`spAutoFit`), so the height it has here is none that anybody chose. */
  readonly grows: boolean;
  /** Its text stands on a fill of its own, which lies over everything else. */
  readonly filled: boolean;
  readonly levels: readonly CompanyLevel[];
}

/** A level as it is inherited, with what of it could not be said exactly in our terms. */
export interface CompanyLevel {
  readonly style: LevelStyle;
  /** Fields that a slide states itself, since what is inherited is measured otherwise. */
  readonly inexact: readonly (keyof LevelStyle)[];
  /** Its paragraphs are numbered by PowerPoint. */
  readonly numbered: boolean;
  /** The family that its words are set in. */
  readonly family: string;
  /** Which way its paragraphs run. */
  readonly direction: Direction;
}

/** What lies below everything. `media` is a part; `color` stands for it where it is a picture or shaded. */
export interface Background {
  readonly color: ColorUse;
  readonly gradient: Gradient | null;
  readonly media: string | null;
  readonly crop: Crop;
}

export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Something that a master or layout draws. `unknown`: text must keep clear of it, and HTML does not show it. */
export type Art = { readonly name: string; readonly frame: Frame } & (
  | { readonly kind: 'rectangle'; readonly fill: ColorUse; readonly gradient: Gradient | null }
  | { readonly kind: 'path'; readonly fill: ColorUse; readonly outline: Outline; readonly gradient: Gradient | null }
  | { readonly kind: 'words'; readonly words: ArtWords }
  | { readonly kind: 'line'; readonly color: ColorUse; readonly width: number }
  | { readonly kind: 'image'; readonly media: string; readonly crop: Crop }
  | { readonly kind: 'unknown'; readonly what: string }
);

/** Which of their layouts a layout of ours stands on, and which placeholders its regions fill: by index, or `title`. */
export type LayoutBinding = BaseLayout;

/** `powerpoint` in a pack's `template.yaml`. */
export interface PowerPointBase {
  /** Path below the pack: `assets/company.potx`. */
  readonly file: string;
  readonly layouts: Readonly<Record<string, LayoutBinding>>;
}

/** What a shape says that is no placeholder. */
export interface ArtWords {
  /** From edge to edge of the words. */
  readonly frame: Frame;
  readonly anchor: 'top' | 'middle' | 'bottom';
  /** `look`: into `looks`. */
  readonly paragraphs: readonly { readonly text: string; readonly look: number }[];
  readonly looks: readonly CompanyLevel[];
}
