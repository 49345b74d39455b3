import { contrast, isNamedColor, SCHEME_NAMES } from '../theme/color.ts';
import type { ColorUse, Frame, Outline } from '../theme/types.ts';
import { area, overlap, sharedArea } from './geometry.ts';
import { clearOf } from './room.ts';
import type { Art, Background, CompanyDesign, CompanyLayout, CompanyMaster, CompanyTemplate } from './types.ts';

/** All that a layout draws, bottom first: its master's art and its own. */
export function artOn(layout: CompanyLayout, template: CompanyDesign): readonly Art[] {
  return [...(layout.masterArt ? (template.masters[layout.master]?.art ?? []) : []), ...layout.art];
}

export function backgroundOn(layout: CompanyLayout, template: CompanyTemplate): Background | null {
  return layout.background ?? template.masters[layout.master]?.background ?? null;
}

/** From this share of the page on, art is what everything stands on. */
const MOST_OF_PAGE = 0.6;
/** From this share of a placeholder on, the placeholder was put on the art and not beside it. */
const MOST_OF_PLACEHOLDER = 0.5;

/** A placeholder that art leaves less than this share of was put on the art, however many pieces that is in. */
const LEAST_LEFT = 0.6;

/** Whether text is meant to stand on it: it covers the page, or a placeholder was put there. */
function isGround(art: Art, layout: CompanyLayout, page: CompanyTemplate['page']): boolean {
  if (area(art.frame) >= MOST_OF_PAGE * page.width * page.height) return true;
  return layout.placeholders.some(({ frame }) => frame !== null && sharedArea(frame, art.frame) >= MOST_OF_PLACEHOLDER * area(frame));
}

/** Pieces that together leave a placeholder too little room to have been meant to be kept clear of. */
function isPattern(frame: Frame, pieces: readonly Frame[]): boolean {
  return area(clearOf(frame, pieces, 0)) < LEAST_LEFT * area(frame);
}

/** What text on this layout must not touch: logos, pictures, words, shapes that nothing was put on. Within the page. */
export function keepOutsOf(layout: CompanyLayout, template: CompanyTemplate): { readonly art: Art; readonly frame: Frame }[] {
  const page: Frame = { x: 0, y: 0, ...template.page };
  const apart = artOn(layout, template).flatMap((art) => {
    if (art.kind === 'line' || isGround(art, layout, template.page)) return [];
    const frame = overlap(art.frame, page);
    return frame ? [{ art, frame }] : [];
  });
  const patterns = layout.placeholders.flatMap(({ frame, turned }) => {
    if (frame === null || turned) return [];
    const pieces = apart.filter((piece) => overlap(piece.frame, frame) !== null);
    return isPattern(
      frame,
      pieces.map((piece) => piece.frame),
    )
      ? pieces
      : [];
  });
  return apart.filter((piece) => !patterns.includes(piece));
}

function colorsOf(layout: CompanyLayout, template: CompanyTemplate): CompanyMaster['colors'] {
  return template.masters[layout.master]?.colors ?? {};
}

/** The hex of a colour as it shows on a layout. */
export function shown(use: ColorUse, layout: CompanyLayout, template: CompanyTemplate): string {
  return isNamedColor(use) ? (colorsOf(layout, template)[SCHEME_NAMES[use]] ?? '#808080') : use;
}

/** A rounded rectangle: other outlines leave much of their frame bare. */
function isPanel({ commands }: Outline): boolean {
  return commands.replace(/[^A-Z]/g, '') === 'MCLCLCLCZ';
}

/** What colour lies behind a frame; null where it is a picture, which has many, or an outline that may not be behind all of it. */
export function behind(frame: Frame, layout: CompanyLayout, template: CompanyTemplate): string | null {
  const under = artOn(layout, template).findLast(
    (art) => art.kind !== 'line' && art.kind !== 'unknown' && art.kind !== 'words' && sharedArea(art.frame, frame) >= 0.5 * area(frame),
  );
  if (under?.kind === 'image') return null;
  if (under?.kind === 'path' && !isPanel(under.outline)) return null;
  if (under?.kind === 'rectangle' || under?.kind === 'path') return shown(under.fill, layout, template);
  const background = backgroundOn(layout, template);
  return background === null || background.media !== null ? null : shown(background.color, layout, template);
}

/** Whether a picture lies right behind a frame, on which nobody can say how words read. */
export function isOnPicture(frame: Frame, layout: CompanyLayout, template: CompanyTemplate): boolean {
  const under = artOn(layout, template).findLast(
    (art) => art.kind !== 'line' && art.kind !== 'unknown' && art.kind !== 'words' && sharedArea(art.frame, frame) >= 0.5 * area(frame),
  );
  return under ? under.kind === 'image' : (backgroundOn(layout, template)?.media ?? null) !== null;
}

/** The colours that lie behind a frame; none where that is not known: pictures, outlines, and what cannot be drawn here. */
export function groundsBehind(frame: Frame, layout: CompanyLayout, template: CompanyTemplate): readonly string[] {
  const ground = behind(frame, layout, template);
  const isDrawnOver = artOn(layout, template).some(
    (art) => (art.kind === 'path' || art.kind === 'unknown' || art.kind === 'image') && sharedArea(art.frame, frame) > 0.05 * area(frame),
  );
  return ground === null || isDrawnOver ? [] : [ground];
}

/** The first of the colours that can be read on what is behind a frame, else the one that can be read best; `safe`, which its designers chose, on a picture. */
export function inkOn(
  frame: Frame,
  wanted: readonly ColorUse[],
  required: number,
  layout: CompanyLayout,
  template: CompanyTemplate,
  safe: ColorUse,
): ColorUse {
  const ground = behind(frame, layout, template);
  const [first = 'text1'] = wanted;
  if (ground === null) return safe;
  const ratio = (use: ColorUse): number => contrast(shown(use, layout, template), ground);
  const found = wanted.find((use) => ratio(use) >= required) ?? [...wanted].sort((a, b) => ratio(b) - ratio(a))[0] ?? first;
  return template.masters[layout.master]?.named === false ? (shown(found, layout, template) as ColorUse) : found;
}
