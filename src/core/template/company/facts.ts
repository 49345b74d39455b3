import type { Frame } from '../theme/types.ts';
import { area, overlap, sharedArea } from './geometry.ts';
import { artOn } from './ground.ts';
import { meaningOf, type Meaning } from './names.ts';
import { contentOf, reachOf, titleOf } from './offer.ts';
import type { CompanyDesign, CompanyLayout, CompanyPlaceholder } from './types.ts';

/** What can be told of a layout: by its placeholders, by what the file's own slides do with it, and, last, by what its maker calls it. */
export interface Facts {
  readonly layout: CompanyLayout;
  readonly title: CompanyPlaceholder | null;
  readonly content: readonly CompanyPlaceholder[];
  /** Square points. */
  readonly pageArea: number;
  /** Share of the page that the largest placeholder for content has, and that two have that stand beside each other. */
  readonly room: number;
  readonly pairRoom: number;
  /** Share of the largest placeholder for content that art lies under. */
  readonly underArt: number;
  /** The title stands in the middle of the page's height, or is much larger than titles are. */
  readonly titleInMiddle: boolean;
  readonly titleIsLarge: boolean;
  /** Kinds that most layouts of the file have say nothing of one. */
  readonly hasCentredTitle: boolean;
  readonly hasSubtitle: boolean;
  readonly hasPicture: boolean;
  readonly hasNumber: boolean;
  /** Ground or art of its own, or none of its master's. */
  readonly hasOwnGround: boolean;
  /** The first level of its content is centred or numbered: no text of several points was meant to stand there. */
  readonly isDisplay: boolean;
  /** Paragraphs and objects that samples put into its content. */
  readonly sampleParagraphs: number;
  readonly sampleObjects: number;
  readonly meaning: Meaning | null;
}

/** What is usual in a file. */
export interface Usual {
  /** Points. */
  readonly titleSize: number;
  readonly centredTitles: number;
  readonly subtitles: number;
}

const sizeOf = (p: CompanyPlaceholder | null): number => p?.levels[0]?.style.size ?? 0;
const has = (layout: CompanyLayout, ...types: readonly string[]): boolean =>
  layout.placeholders.some((p) => types.includes(p.type) && !p.turned);

function shareOf(layouts: readonly CompanyLayout[], test: (layout: CompanyLayout) => boolean): number {
  return layouts.length === 0 ? 0 : layouts.filter(test).length / layouts.length;
}

export function usualIn({ layouts }: CompanyDesign): Usual {
  const sizes = layouts
    .map((layout) => sizeOf(titleOf(layout)))
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  return {
    titleSize: sizes[Math.floor((sizes.length - 1) / 2)] ?? 0,
    centredTitles: shareOf(layouts, (layout) => has(layout, 'ctrTitle')),
    subtitles: shareOf(layouts, (layout) => has(layout, 'subTitle')),
  };
}

/** Kinds of placeholder that more layouts than this have were copied. */
const COPIED = 0.5;
const LARGE_TITLE = 1.25;
/** The share of the page that a placeholder without a place is taken to have. */
const UNPLACED = 0.4;
/** Shares of the page's height between which the middle of a cover's title stands. */
const MIDDLE = [0.28, 0.8] as const;

const OBJECTS: ReadonlySet<string> = new Set(['tbl', 'chart', 'pic']);
/** Share of the page from which a picture is one to be looked at. */
const PICTURE = 0.1;

function isDisplay(p: CompanyPlaceholder | undefined): boolean {
  const first = p?.levels[0];
  return first !== undefined && (first.style.align === 'center' || first.numbered);
}

function beside(a: Frame | null, b: Frame | null): boolean {
  if (!a || !b) return false;
  const [narrow, wide] = [Math.min(a.width, b.width), Math.max(a.width, b.width)];
  const tall = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return overlap(a, b) === null && narrow >= 0.5 * wide && tall >= 0.5 * Math.min(a.height, b.height);
}

export function factsOf(layout: CompanyLayout, usual: Usual, template: CompanyDesign): Facts {
  const { page } = template;
  const whole = page.width * page.height;
  const title = titleOf(layout);
  const content = contentOf(layout, page);
  const [first, second] = content.map((p) => reachOf(p, layout, page));
  const frames = content.flatMap((p) => reachOf(p, layout, page) ?? []);
  const objects = layout.placeholders.flatMap((p) => (OBJECTS.has(p.type) && p.frame ? [p.frame] : []));
  const largest = [...frames, ...(frames.length === 0 ? objects : [])].reduce<Frame | null>(
    (best, frame) => (best === null || area(frame) > area(best) ? frame : best),
    null,
  );
  const art = artOn(layout, template).filter((a) => a.kind !== 'line' && area(a.frame) < 0.95 * whole);
  const middle = title?.frame ? (title.frame.y + title.frame.height / 2) / page.height : 0;
  const filled = content.flatMap((p) => layout.use.filled.get(p.index) ?? []);
  return {
    layout,
    title,
    content,
    pageArea: whole,
    room: content.some(({ frame }) => frame === null) ? UNPLACED : largest ? area(largest) / whole : 0,
    pairRoom: first && second && beside(first, second) ? (area(first) + area(second)) / whole : 0,
    underArt: largest ? Math.min(1, art.reduce((sum, a) => sum + sharedArea(a.frame, largest), 0) / area(largest)) : 0,
    titleInMiddle: middle >= MIDDLE[0] && middle <= MIDDLE[1],
    titleIsLarge: sizeOf(title) >= LARGE_TITLE * usual.titleSize,
    hasCentredTitle: has(layout, 'ctrTitle') && usual.centredTitles <= COPIED,
    hasSubtitle: has(layout, 'subTitle') && usual.subtitles <= COPIED,
    hasPicture: layout.placeholders.some((p) => p.type === 'pic' && !p.turned && p.frame !== null && area(p.frame) >= PICTURE * whole),
    hasNumber: has(layout, 'sldNum'),
    hasOwnGround:
      layout.background !== null || !layout.masterArt || layout.art.some((a) => a.kind !== 'line' && area(a.frame) > 0.1 * whole),
    isDisplay: isDisplay(content[0]),
    sampleParagraphs: Math.max(0, ...filled.map((f) => f.paragraphs)),
    sampleObjects: filled.reduce((sum, f) => sum + f.objects, 0),
    meaning: meaningOf(layout.name),
  };
}
