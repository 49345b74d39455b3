import type { Frame } from '../../template/theme/types.ts';
import type { Problem } from '../../base/errors.ts';
import type { Box, Scene, SceneSlide, TextBox } from '../../layout/types.ts';
import type { Code } from '../../base/errors.ts';
import { groundsBehind, isOnPicture, shownColor, type BoundLayout } from '../../template/company/index.ts';
import type { CompanyTemplate } from '../../template/company/types.ts';
import { contrast } from '../../template/theme/color.ts';
import type { Finding, FindingKind } from './types.ts';

/** Ratios of WCAG 2.2 for text and for large text, and from which size text is large. Points. */
const READS = { small: 4.5, large: 3, from: 24, boldFrom: 18.7 } as const;
/** What stands at every slide's foot is as quiet as its designers made it. */
const FOOT: ReadonlySet<TextBox['role']> = new Set(['footer', 'number', 'date']);
/** Points at a page 540 points high below which nobody reads a point from the back of a room. */
const SMALLEST = 10;
/** Share of the page that content needs. */
const ROOM = 0.18;
/** Points by which two frames may touch. */
const TOUCH = 1.5;
/** Slides that one with usual text may take. */
const MOST_PARTS = 2;

const BY_CODE: Readonly<Partial<Record<Code, FindingKind>>> = {
  'layout/title-cut': 'title-cut',
  'layout/cover-full': 'cover-full',
  'layout/number-divided': 'divided',
  'layout/word-divided': 'divided',
  'layout/chart-names-left-out': 'little-room',
};

/** A specimen with more text than anybody puts there. */
const isLong = ({ id, topic }: Pick<SceneSlide, 'id' | 'topic'>): boolean => topic?.endsWith('/long') ?? id.includes('-long');

/** What nobody asks of a layout: a title of three lines, and on a cover or divider, which say little, the text of a whole slide. */
function isBeyond(kind: FindingKind, { id }: SceneSlide): boolean {
  return (kind === 'title-cut' && id.endsWith('-long')) || (kind === 'cover-full' && id.startsWith('specimen-') && !id.endsWith('-short'));
}

/** How much larger than 540 points the page's shorter side is, within reason. */
function scaleOf({ page }: CompanyTemplate): number {
  return Math.min(2, Math.max(0.7, Math.min(page.width, page.height) / 540));
}

function flat(boxes: readonly Box[]): Box[] {
  return boxes.flatMap((box) => (box.kind === 'group' ? [box, ...flat(box.children)] : [box]));
}

/** Where a box has ink: text by its lines. */
function inkOf(box: Box): Frame[] {
  if (box.kind === 'text') return box.lines.map((line) => ({ x: line.x, y: line.top, width: line.width, height: line.height }));
  return box.kind === 'shape' || box.kind === 'group' ? [] : [box.frame];
}

function touches(a: Frame, b: Frame): boolean {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return wide > TOUCH && high > TOUCH;
}

/** What is measured against: which of their layouts a slide stands on. */
export interface Measured {
  readonly scene: Scene;
  readonly template: CompanyTemplate;
  readonly layouts: ReadonlyMap<string, BoundLayout>;
}

type Check = (slide: SceneSlide, bound: BoundLayout, measured: Measured) => readonly Omit<Finding, 'layout' | 'slide'>[];

/** The worst that a text box's words read at, on what lies behind each of its lines. */
function leastContrast(
  box: TextBox,
  bound: BoundLayout,
  template: CompanyTemplate,
): { readonly ratio: number; readonly required: number } | null {
  const { layout } = bound.choice;
  let worst: { ratio: number; required: number } | null = null;
  for (const line of box.lines) {
    const paragraph = box.paragraphs[line.paragraph];
    const level = paragraph && (box.levels[paragraph.level] ?? box.levels[0]);
    if (!level || line.start === line.end) continue;
    const frame = { x: line.x, y: line.top, width: Math.max(1, line.width), height: line.height };
    const grounds = box.fill === null ? groundsBehind(frame, layout, template) : [shownColor(box.fill, layout, template)];
    const required =
      FOOT.has(box.role) || level.size >= READS.from || (level.bold && level.size >= READS.boldFrom) ? READS.large : READS.small;
    for (const ground of grounds) {
      const ratio = contrast(shownColor(level.color, layout, template), ground);
      if (worst === null || ratio / required < worst.ratio / worst.required) worst = { ratio, required };
    }
  }
  return worst;
}

const contrasts: Check = ({ boxes }, bound, { template }) => {
  // What a placeholder is filled with is not known here.
  const filled = new Set(bound.regions.flatMap(({ name, placeholder }) => (placeholder?.filled === true ? [name] : [])));
  return flat(boxes).flatMap((box) => {
    if (box.region !== null && filled.has(box.region)) return [];
    const least = box.kind === 'text' ? leastContrast(box, bound, template) : null;
    return least && least.ratio < least.required ? [{ kind: 'contrast', measured: `${least.ratio.toFixed(1)} : 1` }] : [];
  });
};

/** Words on a picture may read or not: what the picture shows there is not looked at. */
const onPictures: Check = ({ boxes }, bound, { template }) => {
  const lines = flat(boxes).flatMap((box) => (box.kind === 'text' && box.fill === null ? inkOf(box) : []));
  return lines.some((frame) => frame.width > 1 && isOnPicture(frame, bound.choice.layout, template))
    ? [{ kind: 'on-picture', measured: '' }]
    : [];
};

const onArt: Check = ({ boxes }, { keepOut }) => {
  const ink = flat(boxes).flatMap(inkOf);
  return keepOut.some((area) => ink.some((frame) => touches(frame, area))) ? [{ kind: 'art', measured: 'text or pictures' }] : [];
};

/** Boxes of different regions of which one stands on another. */
const overlaps: Check = ({ boxes }) => {
  const apart = boxes.map((box) => ({ region: box.region, ink: flat([box]).flatMap(inkOf) }));
  const pairs = apart.flatMap((a, i) => apart.slice(i + 1).map((b) => [a, b] as const));
  const found = pairs.find(([a, b]) => a.region !== b.region && a.ink.some((frame) => b.ink.some((other) => touches(frame, other))));
  return found ? [{ kind: 'overlap', measured: `${found[0].region ?? 'a shape'} and ${found[1].region ?? 'a shape'}` }] : [];
};

/** Text of the region that holds the slide's content, where it is not long. */
const sizes: Check = (slide, { plan }, { template }) => {
  if (isLong(slide)) return [];
  const { boxes } = slide;
  const least = SMALLEST * scaleOf(template);
  const set = flat(boxes).flatMap((box) =>
    box.kind === 'text' && box.role === 'body' && box.region === plan.defaultRegion
      ? box.paragraphs.flatMap(({ level }) => box.levels[level]?.size ?? [])
      : [],
  );
  const size = Math.min(...set);
  return set.length > 0 && size < least ? [{ kind: 'small', measured: `${Math.round(size * 10) / 10} pt` }] : [];
};

const rooms: Check = (_slide, { plan, regions }, { template }) => {
  if (plan.type === 'title' || plan.type === 'secHead') return [];
  const { width, height } = template.page;
  const share = regions
    .filter(({ name }) => name in plan.slots)
    .reduce((sum, { frame }) => sum + (frame.width * frame.height) / (width * height), 0);
  return share < ROOM ? [{ kind: 'little-room', measured: `${Math.round(100 * share)} % of the page` }] : [];
};

const parts: Check = (slide, { plan }) => {
  const most = plan.type === 'title' || plan.type === 'secHead' ? 1 : MOST_PARTS;
  return slide.part === 1 && !isLong(slide) && slide.parts > most ? [{ kind: 'continued', measured: `${slide.parts} slides` }] : [];
};

const CHECKS: readonly Check[] = [contrasts, onPictures, onArt, overlaps, sizes, rooms, parts];

/** Findings of layout's own problems: they name a slide by its number. */
function ofProblems(problems: readonly Problem[], { scene }: Measured): Finding[] {
  return problems.flatMap((p) => {
    const kind = BY_CODE[p.code];
    const slide = scene.slides.find(({ number }) => number === p.place?.slide?.number);
    return kind && slide && !isBeyond(kind, slide) ? [{ kind, layout: slide.layout, slide: slide.title, measured: p.received ?? '' }] : [];
  });
}

/** What is wrong with the slides of a scene. */
export function findingsIn(measured: Measured, problems: readonly Problem[]): Finding[] {
  const seen = measured.scene.slides.flatMap((slide) => {
    const bound = measured.layouts.get(slide.layout);
    if (!bound) return [];
    return CHECKS.flatMap((check) => check(slide, bound, measured)).map((found) => ({
      ...found,
      layout: slide.layout,
      slide: slide.title,
    }));
  });
  return [...ofProblems(problems, measured), ...seen];
}
