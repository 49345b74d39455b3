import type { Frame } from '../theme/types.ts';
import { area, overlap } from './geometry.ts';
import type { CompanyLayout, CompanyPlaceholder, CompanyTemplate } from './types.ts';

const TITLES: ReadonlySet<string> = new Set(['title', 'ctrTitle']);
const CONTENT: ReadonlySet<string> = new Set(['obj', 'body', 'tbl', 'chart']);

/** Share of the page's height from which a placeholder holds more than a line. */
const TALL = 0.18;
/** Share of the page's height that content may reach down to where no placeholder is in the way. */
const DOWN_TO = 0.9;

export function isTitleType(type: string): boolean {
  return TITLES.has(type);
}

export function isTitle({ type }: CompanyPlaceholder): boolean {
  return TITLES.has(type);
}

export function titleOf(layout: CompanyLayout): CompanyPlaceholder | null {
  return layout.placeholders.find((p) => isTitle(p) && !p.turned) ?? null;
}

/** Whether slides can tell it from the layout's others: PowerPoint finds a placeholder by its index, the title by its type. */
export function isDistinct(placeholder: CompanyPlaceholder, layout: CompanyLayout): boolean {
  return isTitle(placeholder) || layout.placeholders.filter((p) => p.index === placeholder.index && !isTitle(p)).length === 1;
}

/** Its frame, for one that grows with its text as far down as nothing else stands. */
export function reachOf(p: CompanyPlaceholder, layout: CompanyLayout, page: CompanyTemplate['page']): Frame | null {
  if (p.frame === null || !p.grows) return p.frame;
  const { x, y, width } = p.frame;
  const below = layout.placeholders.flatMap(({ frame, turned }) =>
    frame && !turned && frame.y > y + 1 && overlap({ x, y, width, height: page.height }, frame) ? [frame.y] : [],
  );
  const end = Math.min(page.height * DOWN_TO, ...below);
  return { ...p.frame, height: Math.max(p.frame.height, end - y) };
}

const byPlace = (a: Frame | null, b: Frame | null): number => {
  if (!a || !b) return 0;
  // Beside each other, or one below the other.
  const level = Math.abs(a.y - b.y) < Math.min(a.height, b.height) / 2;
  return level ? a.x - b.x : a.y - b.y;
};

/** Placeholders for content of more than a line: the two largest come first, left before right; text alone counts where nothing else is. */
export function contentOf(layout: CompanyLayout, page: CompanyTemplate['page']): CompanyPlaceholder[] {
  const reached = new Map(layout.placeholders.map((p) => [p, reachOf(p, layout, page)]));
  const isTall = (p: CompanyPlaceholder): boolean => (reached.get(p)?.height ?? page.height) >= page.height * TALL;
  const size = (p: CompanyPlaceholder): number => {
    const frame = reached.get(p);
    return frame ? area(frame) : 0;
  };
  const all = layout.placeholders.filter((p) => CONTENT.has(p.type) && !p.turned && isTall(p));
  const open = all.filter((p) => p.type !== 'body');
  const wanted = open.length > 0 ? open : all;
  const largest = [...wanted].sort((a, b) => size(b) - size(a));
  const two = largest.slice(0, 2).sort((a, b) => byPlace(a.frame, b.frame));
  return [...two, ...largest.slice(2)];
}

/** Where a title that is none stands at the latest, and how wide it is at least, in shares of the page. */
const TITLE_PLACE = { bottom: 0.4, width: 0.4 } as const;

/** Text that stands in for a title where a layout has none: on a cover what is set largest, else a low placeholder at the top. */
export function standInTitle(layout: CompanyLayout, isFront: boolean, page: CompanyTemplate['page']): CompanyPlaceholder | null {
  const texts = layout.placeholders.filter(({ type, turned, frame }) => type === 'body' && !turned && frame !== null);
  const size = (p: CompanyPlaceholder): number => p.levels[0]?.style.size ?? 0;
  if (isFront) return [...texts].sort((a, b) => size(b) - size(a))[0] ?? null;
  const low = texts.filter(
    ({ frame }) =>
      frame !== null &&
      frame.height < TALL * page.height &&
      frame.y + frame.height <= TITLE_PLACE.bottom * page.height &&
      frame.width >= TITLE_PLACE.width * page.width,
  );
  return [...low].sort((a, b) => size(b) - size(a) || (a.frame?.y ?? 0) - (b.frame?.y ?? 0))[0] ?? null;
}
