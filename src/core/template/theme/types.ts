import type { Direction } from '../../base/bidi.ts';
import type { Palette, ColorUse } from './color-types.ts';
import type { TableLook, ChartLook, ItemsLook, FiguresLook, TimelineLook } from './look-types.ts';

export type { Direction };
export * from './color-types.ts';
export * from './look-types.ts';

/**
 * A theme, resolved for one page format, one variant and one direction: all frames are absolute, in points
 * (1/72 inch) from the page's top left corner. What `theme.yaml` says in grid units, `loadTheme` turns into this.
 */

export type Variant = 'light' | 'dark';

/** PowerPoint's own sizes in points: 960 × 540, 720 × 540, 780 × 540 (its "A4 Paper"). */
export type PageFormat = '16:9' | '4:3' | 'A4';

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Theme {
  readonly name: string;
  readonly format: PageFormat;
  readonly variant: Variant;
  readonly direction: Direction;
  readonly page: { readonly width: number; readonly height: number };
  /** Both palettes travel in the file; `variant` says which is shown. */
  readonly palettes: Readonly<Record<Variant, Palette>>;
  readonly fonts: Readonly<Record<FontRole, FontChoice>>;
  /** Text styles by name; `STYLE_NAMES` are always there. */
  readonly styles: Readonly<Record<string, TextStyle>>;
  readonly layouts: Readonly<Record<string, Layout>>;
  /** Drawn on every layout but those with `masterDecoration: false`. */
  readonly decoration: readonly Decoration[];
  readonly background: ColorUse;
  readonly table: TableLook;
  readonly chart: ChartLook;
  readonly timeline: TimelineLook;
  /** How cards, steps and rows look, by form (`ITEM_FORMS`) and by names of the pack's own. */
  readonly items: Readonly<Record<string, ItemsLook>>;
  /** Left out: as `plain`. */
  readonly figures?: FiguresLook;
  /** Left out: none is shown. */
  readonly progress?: ProgressLook;
  /** Areas no box may enter (a corporate template's art), on every layout. */
  readonly keepOut: readonly Frame[];
  /** The organisation's own PowerPoint file that decks are written into; null: Lectern writes master and layouts itself. */
  readonly base: BaseFile | null;
}

export interface BaseFile {
  /** Path below the pack. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Where a layout stands in the organisation's file: its part, and what each region fills there. */
export interface BaseLayout {
  /** `slideLayout2.xml` */
  readonly layout: string;
  readonly regions: Readonly<Record<string, number | 'title'>>;
}

export type FontRole = 'heading' | 'body';

/** What a font is like: which bundled one is the nearest where it is not at hand. */
export const FONT_KINDS = ['sans', 'wide', 'condensed', 'serif', 'mono'] as const;
export type FontKind = (typeof FONT_KINDS)[number];

export interface FontChoice {
  /** The name written into the .pptx, as `Georgia`. */
  readonly latin: string;
  /** For Chinese, Japanese and Korean; the presenter's machine has it. */
  readonly eastAsian: string;
  /** For Arabic, Hebrew and other complex scripts. */
  readonly complex: string;
  /** What the Latin font is like, where it is known by more than its name. */
  readonly kind?: FontKind;
}

/** Styles that blocks use by name; a pack may add others for its regions. */
export const STYLE_NAMES = [
  'title',
  'subtitle',
  'kicker',
  'lead',
  'body',
  'quote', // level 1 the words, level 2 the attribution
  'statValue',
  'statLabel', // level 1 what it counts, level 2 its source or hedge
  'timelineDate',
  'timelineText',
  'table',
  'tableHeader',
  'chart',
  'caption',
  'callout',
  'itemNumber',
  'itemKicker',
  'itemHead',
  'itemSub',
  'itemBody', // level 1 the words, level 2 points
  'itemSide',
  'source',
  'footer',
  'mark',
] as const;
export type StyleName = (typeof STYLE_NAMES)[number];

/** Five levels, as PowerPoint has them; level 1 is index 0. */
export interface TextStyle {
  readonly levels: readonly [LevelStyle, LevelStyle, LevelStyle, LevelStyle, LevelStyle];
}

export interface LevelStyle {
  readonly font: FontRole;
  /** Points. */
  readonly size: number;
  /** Fitting never goes below. Points, at most `size`. */
  readonly minimum: number;
  /** A ladder: the only sizes that it is set in, in points, falling from `size` to `minimum`. Without one, half points between the two. */
  readonly steps?: readonly number[];
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: ColorUse;
  /** Start is left in left-to-right text, right in right-to-left. */
  readonly align: 'start' | 'center' | 'end';
  /** Line pitch as a proportion of the font's natural height: 1 is natural. */
  readonly lineSpacing: number;
  /** Points, at the style's full size; fitting scales them with the size. */
  readonly spaceBefore: number;
  /** Distance of the text from the region's start edge, in points. */
  readonly indent: number;
  /** How far the first line's bullet hangs to the start of `indent`, in points. */
  readonly hanging: number;
  readonly bullet: Bullet | null;
  /** Points between letters. */
  readonly letterSpacing: number;
  readonly capitals: boolean;
  /** A paragraph that stands alone in its box breaks into lines of nearly equal length. */
  readonly balance?: boolean;
}

export interface Bullet {
  readonly character: string;
  readonly color: ColorUse;
}

/** `sldLayout@type` values that Lectern writes and recognises. */
export type LayoutType = 'title' | 'obj' | 'twoObj' | 'titleOnly' | 'secHead' | 'picTx' | 'tbl' | 'chart' | 'blank' | 'cust';

export interface Layout {
  readonly name: string;
  /** What PowerPoint's layout gallery shows. */
  readonly label: string;
  readonly type: LayoutType;
  readonly background: ColorUse | null;
  readonly masterDecoration: boolean;
  readonly decoration: readonly Decoration[];
  /** A strip of its own in place of the theme's, shown on slides of no item too; false: none is drawn on it. */
  readonly progress?: ProgressLook | false;
  /** In reading order. */
  readonly regions: readonly Region[];
  /** The region for blocks without a `slot`; null on layouts that hold a title alone. */
  readonly defaultRegion: string | null;
  readonly keepOut: readonly Frame[];
  /** Null where the theme has no base. */
  readonly base: BaseLayout | null;
  /** What it is for, where a template lets Lectern choose among layouts; absent: anything. */
  readonly when?: Conditions;
  /** Layouts of one family look alike: not many of them should follow each other. Absent: the layout's name. */
  readonly family?: string;
  /** Its ground is a field of colour. */
  readonly field?: true;
  /** Taken before others of its group where it suits and costs little more. */
  readonly preferred?: true;
}

/** What of a slide is counted, by whichever kinds of block have it. */
export const COUNTS = [
  'points',
  'words',
  'figures',
  'options',
  'steps',
  'decisions',
  'events',
  'pictures',
  'tables',
  'charts',
  'quotations',
] as const;
export type Count = (typeof COUNTS)[number];

/** Inclusive. */
export interface Bounds {
  readonly least: number;
  /** Null: as many as there are. */
  readonly most: number | null;
}

export const PICTURE_SHAPES = ['landscape', 'portrait', 'square'] as const;
export type PictureShape = (typeof PICTURE_SHAPES)[number];

/** Conditions on what a slide holds. All must hold. */
export interface Conditions {
  readonly counts: Readonly<Partial<Record<Count, Bounds>>>;
  /** Of its first picture; absent: any, or none. */
  readonly picture?: PictureShape;
  /** Whether something is sent to the slot `lead`; absent: either. */
  readonly summary?: boolean;
}

/**
 * What a region is for. `title`, `subtitle`, `body`, `picture` hold what the template sends;
 * `footer`, `number`, `date` and `mark` are filled by Lectern on every slide.
 */
export type RegionType = 'title' | 'subtitle' | 'body' | 'picture' | 'footer' | 'number' | 'date' | 'mark';

export interface Region {
  /** Unique in its layout; `title` for the title. */
  readonly name: string;
  readonly type: RegionType;
  /** Unique in its layout and the same name ↔ index on all layouts; the placeholder's `idx` in the .pptx. 0 for the title. */
  readonly index: number;
  readonly frame: Frame;
  /** A key of `Theme.styles`. */
  readonly style: string;
  readonly anchor: 'top' | 'middle' | 'bottom';
  /** Shown in PowerPoint where the placeholder is empty. */
  readonly prompt: string;
  /** Pictures: `contain` or `cover`. */
  readonly fit: 'contain' | 'cover';
  /** What stands in it stands on every part of a slide that is divided, as a summary in its panel does. */
  readonly repeat?: true;
  /** How text that stands alone in it takes free room: not at all where nothing is said. */
  readonly spread?: Spread;
  /** A key of `Theme.items`: how items in it look; null: as their form says. */
  readonly items: string | null;
  /** How figures stand in it, where that is not as everywhere. */
  readonly figures?: FiguresLook;
}

/** Rows of at most `maximum` points each, with a rule between them; or more space between paragraphs. */
export type Spread =
  | { readonly kind: 'rows'; readonly maximum: number; readonly rule: { readonly color: ColorUse; readonly width: number } | null }
  | { readonly kind: 'leading' };

export type Decoration =
  | { readonly kind: 'rectangle'; readonly frame: Frame; readonly fill: ColorUse; readonly gradient: Gradient | null }
  | { readonly kind: 'line'; readonly frame: Frame; readonly color: ColorUse; readonly width: number }
  | {
      readonly kind: 'image';
      readonly frame: Frame;
      /** `pack/assets/…` */
      readonly src: string;
      /** Fractions cut from each side. */
      readonly crop: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
    }
  /** An outline in its own box of `width` × `height` units, stretched into the frame. */
  | { readonly kind: 'path'; readonly frame: Frame; readonly outline: Outline; readonly fill: ColorUse; readonly gradient: Gradient | null }
  /** Words that are part of the design. */
  | {
      readonly kind: 'text';
      /** Unique in its theme: where it stands there. A key of `Scene.words`. */
      readonly id: string;
      readonly frame: Frame;
      /** A key of `Theme.styles`. */
      readonly style: string;
      readonly anchor: 'top' | 'middle' | 'bottom';
      /** Null: the deck's. */
      readonly direction: Direction | null;
      /** `level` from 1. */
      readonly paragraphs: readonly { readonly text: string; readonly level: number }[];
    };

/** Colours that run into each other along a line; `fill` stands for them where one is needed. */
export interface Gradient {
  /** Degrees clockwise; 0 runs from left to right. */
  readonly angle: number;
  /** In order, `at` from 0 to 1. */
  readonly stops: readonly { readonly at: number; readonly color: ColorUse; readonly opacity: number }[];
}

/** Commands of an SVG path, absolute: `M x y`, `L x y`, `C x1 y1 x2 y2 x y`, `Z`. */
export interface Outline {
  readonly width: number;
  readonly height: number;
  readonly commands: string;
}

/** A strip with a segment for each item, as wide as its minutes, on the slides of every item. */
export interface ProgressLook {
  readonly frame: Frame;
  readonly now: ColorUse;
  readonly past: ColorUse;
  readonly rest: ColorUse;
  /** Points between segments. */
  readonly gap: number;
}
