import type { SlideKinds } from '../block/types.ts';
import type { ChartOrigins, ChartSeries, DrawnChartType } from '../block/chart/types.ts';
import type { SourceEntry } from '../briefing/types.ts';
import type { DeckMeta, ImageAsset, NoteParagraph } from '../deck/types.ts';
import type { ColorUse, FontRole, Frame, LevelStyle, Theme } from '../template/theme/types.ts';
import type { Run } from '../base/text.ts';
import type {
  AnnotationLabel,
  CategoryLabel,
  ChartMark,
  ChartOmission,
  ChartScale,
  DateAxis,
  LegendEntry,
  LineLook,
  SeriesLabel,
  TargetLine,
  TickLabel,
  TotalLabel,
  ValueLabel,
} from '../block/chart/layout/types.ts';
import type { FontMetrics } from './font/metrics.ts';
import type { Hyphenation } from './hyphenation/types.ts';

/**
 * The laid-out deck. Every box has its frame, every paragraph its size, every line its words and its baseline.
 * After this nothing may move: writers decide nothing about place, size or wording.
 * Units: points, from the page's top left corner, y downwards.
 */
export interface Scene {
  readonly meta: DeckMeta;
  readonly theme: Theme;
  readonly sections: readonly Section[];
  readonly slides: readonly SceneSlide[];
  readonly sources: readonly SourceEntry[];
  /** The font faces that text is set in, with the characters used. */
  readonly faces: readonly FaceUse[];
  /** The theme's decoration that is words, as set, by its id. */
  readonly words: Readonly<Record<string, SetWords>>;
  /** As they are stored, by the hash of the picture that was read; those that the theme's decoration names also by their `src`. */
  readonly media: ReadonlyMap<string, ImageAsset>;
}

/** PowerPoint sections: a title and the slides below it. Every slide is in exactly one. */
export interface Section {
  readonly title: string;
  readonly slides: readonly string[];
}

export interface SceneSlide {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  /** A key of `Theme.layouts`; its decoration and background are drawn below the boxes. */
  readonly layout: string;
  /** It was one of several that might stand there. */
  readonly chosen?: true;
  /** The whole title in words, unique in the deck. The title box may show it cut. */
  readonly title: string;
  readonly topic: string | null;
  readonly kind: string;
  /** Part of a slide that was split, from 1, and how many there are. */
  readonly part: number;
  readonly parts: number;
  /** In reading order, title first. */
  readonly boxes: readonly Box[];
  readonly notes: readonly NoteParagraph[];
  /** Numbers of `Scene.sources` that stand on it. */
  readonly refs: readonly number[];
  /** Estimated speaking time, in seconds, or what the briefing gives it. */
  readonly seconds: number;
  /** The briefing gives its topic minutes, or it seconds. */
  readonly stated?: true;
}

export type Box = TextBox | TableBox | ChartBox | ImageBox | ShapeBox | GroupBox;

interface BoxBase {
  /** Unique in the deck: `slide-id/region`, `slide-id/region.2`, … The writers' name for it. */
  readonly id: string;
  readonly frame: Frame;
  /** The region it stands in; null for parts of a group. */
  readonly region: string | null;
}

export interface TextBox extends BoxBase {
  readonly kind: 'text';
  /** What the words are, for the HTML element and PowerPoint's name. */
  readonly role:
    'title' | 'subtitle' | 'kicker' | 'body' | 'quote' | 'callout' | 'caption' | 'stat' | 'label' | 'footer' | 'number' | 'date' | 'mark';
  /** In a group: it names what follows, as a date or a figure does; `first`: its first paragraph names what its others say. */
  readonly term?: true | 'first';
  /** The slide (`#id`) that it leads to as a whole, as an entry of an agenda does: a button, of which no word is underlined. */
  readonly href?: string;
  /** Whether it is the region's placeholder: then its frame is the region's frame, and it inherits position and style. */
  readonly placeholder: boolean;
  /** The key of `Theme.styles` that `levels` started from. */
  readonly style: string;
  /** As set: the style's levels, with sizes that fitting may have changed. */
  readonly levels: readonly LevelStyle[];
  /** Whether fitting changed any size. */
  readonly fitted: boolean;
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly fill: ColorUse | null;
  /** An arrow that its fill has the shape of; absent: a rectangle. */
  readonly outline?: BoxOutline;
  /** Padding between frame and text, in points; 0 on placeholders. */
  readonly padding: { readonly x: number; readonly y: number };
  /** What the words keep clear of the frame's sides and top beyond the padding, in points: so lines break where they were balanced, in every program. */
  readonly inset?: { readonly left: number; readonly right: number; readonly top: number };
  readonly paragraphs: readonly SceneParagraph[];
  /** All lines of all paragraphs, top to bottom. */
  readonly lines: readonly Line[];
  /** Height of the text as set; at most 99 % of the frame's inner height. */
  readonly contentHeight: number;
}

/** A box that points to where its line of steps leads: a pentagon, or a chevron with a notch behind. */
export interface BoxOutline {
  readonly shape: 'pentagon' | 'chevron';
  /** Points of its head and of its notch, at most half its height. */
  readonly depth: number;
  /** It points to the left. */
  readonly flipped: boolean;
}

/** One paragraph, as an editor would see it. */
export interface SceneParagraph {
  readonly runs: readonly Run[];
  /** 0 to 4, into the box's `levels`. */
  readonly level: number;
  /** `level`: as the level's style says; `none`: no bullet and no indent; a number: this item of an ordered list. */
  readonly bullet: 'level' | 'none' | number;
  /** Whether the number of an ordered list starts anew here. */
  readonly startsList: boolean;
  /** Replaces the level's alignment: numbers in tables. */
  readonly align: 'start' | 'center' | 'end' | null;
  /** Points before it in place of the level's, where its region spreads it; none before the first of a box. */
  readonly spaceBefore?: number;
  /** Base direction of this paragraph's words. */
  readonly direction: 'ltr' | 'rtl';
  /** A field that PowerPoint fills: its text is what it shows now. */
  readonly field: 'slide-number' | null;
}

/**
 * One line as measured. `start` and `end` are UTF-16 offsets into the paragraph's text (`runsText`), trailing space left out. A hyphen that
 * divides a word is in the width and not in the text.
 */
export interface Line {
  /** Index into `paragraphs`. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** It ends inside a word, by its language's rules or where the author said so: a hyphen is shown behind it. */
  readonly hyphen?: true;
  /** Left edge of the words (after alignment), and their measured width. */
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
  /** Top of the line's pitch and its height. */
  readonly top: number;
  readonly height: number;
}

/** Words that a layout draws: set like a box's, but nobody's content. */
export type SetWords = Pick<TextBox, 'levels' | 'paragraphs' | 'lines' | 'anchor' | 'frame'>;

export interface TableBox extends BoxBase {
  readonly kind: 'table';
  readonly alt: string;
  /** Points; their sum is the frame's width. */
  readonly columns: readonly number[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly kind: 'header' | 'body' | 'total';
  /** `continued`: the rest of a row that began on the slide before; `heading`: the table's headings, too tall to be repeated above its parts. */
  readonly note?: 'continued' | 'heading';
  /** Its author set it off from the others. */
  readonly marked?: true;
  /** Where its words stand in its height; absent: at the top. */
  readonly anchor?: 'middle' | 'bottom';
  /** Points above words at the top beyond the padding. */
  readonly lead?: number;
  readonly height: number;
  readonly cells: readonly TableCell[];
}

/** A cell's text box: its frame is the cell's, padding is `Theme.table`'s. */
export interface TableCell {
  /** Points that its words keep clear of its sides beyond the padding: for a bar beside them, or for the decimals of other rows. */
  readonly inset?: { readonly left: number; readonly right: number };
  readonly levels: readonly LevelStyle[];
  readonly paragraphs: readonly SceneParagraph[];
  readonly lines: readonly Line[];
}

/** A chart as set: every word that it shows stands in one of its lists, with its place. Renderers add none and leave none out. */
export interface ChartBox extends BoxBase {
  readonly kind: 'chart';
  readonly alt: string;
  /** What of `alt` is said of the values and is none of them; absent: nothing. */
  readonly remarks?: string;
  readonly type: DrawnChartType;
  readonly title: string | null;
  readonly unit: string | null;
  /** Whole, as they were written; how they are shown is in `categoryLabels`. */
  readonly categories: readonly string[];
  readonly origins?: ChartOrigins;
  readonly series: readonly (ChartSeries & { readonly color: ColorUse; readonly stroke?: LineLook })[];
  /** Doughnuts: a colour a category. */
  readonly categoryColors: readonly ColorUse[];
  /** Where bars or lines are drawn, or the square round a ring; absolute. */
  readonly plot: Frame;
  /** The value axis, null for doughnuts. */
  readonly scale: ChartScale | null;
  /** Bars lie when names are too long to stand below them. */
  readonly horizontal: boolean;
  readonly marks: readonly ChartMark[];
  /** Where categories are dates that stand at their true distances; null where they are names side by side. */
  readonly dates: DateAxis | null;
  /** Names on the category axis; none for doughnuts, whose parts are in the legend, and none beside an axis of dates. */
  readonly categoryLabels: readonly CategoryLabel[];
  /** Words of the value axis; none where every value is written at its mark, and then no grid either. */
  readonly ticks: readonly TickLabel[];
  readonly valueLabels: readonly ValueLabel[];
  /** Sums at the ends of stacks. */
  readonly totals: readonly TotalLabel[];
  /** Names of series at their marks, in place of a legend. */
  readonly seriesLabels: readonly SeriesLabel[];
  /** Remarks at the marks of their categories. */
  readonly annotations: readonly AnnotationLabel[];
  readonly target: TargetLine | null;
  /** `c:gapWidth` of bars: what is empty between the bars of two categories, in hundredths of a bar. */
  readonly gapWidth: number;
  readonly legend: readonly LegendEntry[];
  /** What had no room; the slide's problems name it. */
  readonly omissions: readonly ChartOmission[];
  /** Decimals of the values. */
  readonly decimals: number;
  /** Whether thousands are set apart, in values and axis. */
  readonly grouping: boolean;
  readonly font: FontRole;
  /** Size of every word, in points. */
  readonly size: number;
}

export interface ImageBox extends BoxBase {
  readonly kind: 'image';
  /** A key of `Scene.media`. */
  readonly media: string;
  readonly alt: string;
  /** What of the picture is shown, as fractions cut from each side. */
  readonly crop: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** A drawn thing without words; decorative, so it has no alt text. */
export interface ShapeBox extends BoxBase {
  readonly kind: 'shape';
  readonly shape: 'rectangle' | 'ellipse' | 'line';
  readonly fill: ColorUse | null;
  readonly stroke: ColorUse | null;
  /** Points. */
  readonly strokeWidth: number;
  /** Its outline is dashed, as DrawingML's presets have it: planned, or not to scale. */
  readonly dash?: Dash;
}

/** Lengths of dash and gap, in widths of the line. */
export type Dash = 'sysDash' | 'sysDot';

/** A named group: a timeline, a row of figures. Its children are in reading order. */
export interface GroupBox extends BoxBase {
  readonly kind: 'group';
  readonly role: keyof SlideKinds | 'progress';
  /** Empty: it is decoration. */
  readonly alt: string;
  readonly children: readonly (TextBox | ShapeBox)[];
}

/** One font face as used: the family named in the theme, and the face that measured it. */
export interface FaceUse {
  readonly family: string;
  /** The bundled face that shows it where it is missing: `Carlito` for `Calibri`. Null: the machine's own font, estimated. */
  readonly twin: string | null;
  /** Whether the bundled face is as wide; else the machine's own font comes before it. */
  readonly exact: boolean;
  readonly weight: 400 | 700;
  readonly style: 'normal' | 'italic';
  /** Code points used, sorted. */
  readonly codePoints: readonly number[];
}

/** One font file (woff2, woff, ttf or otf) that holds part of a face. */
export interface FontFile {
  readonly family: string;
  readonly weight: 400 | 700;
  readonly style: 'normal' | 'italic';
  /** `latin`, `latin-ext`, … */
  readonly subset: string;
  /** Inclusive code point ranges it is meant for. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly read: () => Uint8Array;
  /** Its widths and kerning, read on first use. */
  readonly metrics: () => FontMetrics;
  /** A smaller file of the common glyphs (sfnt, or woff2), made when Lectern was built, with the code points it has; null where there is none. */
  readonly common: { readonly codePoints: ReadonlySet<number>; readonly read: () => Uint8Array } | null;
}

/** All that text is set with: the fonts at hand, and where words may be divided. The workspace reads both; core receives what they hold. */
export interface FontLibrary {
  readonly files: readonly FontFile[];
  /** Without it a word that is wider than its line is divided between characters. */
  readonly hyphenation?: Hyphenation;
}
