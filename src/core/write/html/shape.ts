import type { BoxOutline, ShapeBox, TextBox } from '../../layout/types.ts';
import type { Context } from './context.ts';
import { colorVar } from './sheet.ts';
import type { Drawn, Shape } from './drawn.ts';
import { EMPTY, formatNumber, h, join, type Html } from './html.ts';

export function shape(box: ShapeBox): Drawn {
  return { shapes: [box], html: EMPTY };
}

const n = formatNumber;

/** Lengths of dash and gap as DrawingML has them, in widths of the line. */
const DASHES = { sysDash: [3, 1], sysDot: [1, 1] } as const satisfies Record<NonNullable<Shape['dash']>, readonly number[]>;

interface Paint {
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly 'stroke-width': string | null;
  readonly 'stroke-dasharray': string | null;
}

function paint({ fill, stroke, strokeWidth, dash }: Shape): Paint {
  return {
    fill: fill === null ? 'none' : colorVar(fill),
    stroke: stroke === null ? null : colorVar(stroke),
    'stroke-width': stroke === null ? null : n(strokeWidth),
    'stroke-dasharray': stroke !== null && dash !== undefined ? DASHES[dash].map((length) => n(length * strokeWidth)).join(' ') : null,
  };
}

/** As PowerPoint draws `homePlate` and `chevron`. */
function arrowPath({ shape, depth, flipped }: BoxOutline, { x, y, width, height }: Shape['frame']): string {
  const at = (across: number): string => n(flipped ? x + width - across : x + across);
  const [top, middle, bottom] = [n(y), n(y + height / 2), n(y + height)];
  const head = `M${at(0)} ${top}L${at(width - depth)} ${top}L${at(width)} ${middle}L${at(width - depth)} ${bottom}L${at(0)} ${bottom}`;
  return shape === 'pentagon' ? `${head}z` : `${head}L${at(depth)} ${middle}z`;
}

/** What a text box paints behind its words. */
export function ground({ fill, frame, outline }: TextBox): Shape[] {
  return fill === null ? [] : [{ shape: outline ?? 'rectangle', frame, fill, stroke: null, strokeWidth: 0 }];
}

/** The outline of a shape as SVG's path commands, in page coordinates; null for an ellipse, which has an element of its own. */
export function outline({ shape: form, frame }: Shape): string | null {
  const { x, y, width, height } = frame;
  if (typeof form !== 'string') return arrowPath(form, frame);
  switch (form) {
    case 'rectangle':
      return `M${n(x)},${n(y)}h${n(width)}v${n(height)}H${n(x)}z`;
    case 'line':
      return `M${n(x)},${n(y)}${height === 0 ? `h${n(width)}` : width === 0 ? `v${n(height)}` : `l${n(width)},${n(height)}`}`;
    case 'ellipse':
      return null;
  }
}

/** Shapes in page coordinates: neighbours that are painted alike are one path, as the segments of a strip and the rules between rows are. */
function elements(shapes: readonly Shape[]): Html[] {
  const made: Html[] = [];
  let open: { readonly paint: Paint; d: string } | null = null;
  const close = (): void => {
    if (open) made.push(h('path', { ...open.paint, d: open.d }));
    open = null;
  };
  for (const s of shapes) {
    const { x, y, width, height } = s.frame;
    const d = outline(s);
    const painted = paint(s.shape === 'line' ? { ...s, fill: null } : s);
    if (d === null) {
      close();
      made.push(h('ellipse', { ...painted, cx: n(x + width / 2), cy: n(y + height / 2), rx: n(width / 2), ry: n(height / 2) }));
      continue;
    }
    const last: { readonly paint: Paint; d: string } | null = open;
    const isAlike = last !== null && Object.entries(painted).every(([name, value]) => last.paint[name as keyof typeof painted] === value);
    if (isAlike) last.d += d;
    else {
      close();
      open = { paint: painted, d };
    }
  }
  close();
  return made;
}

/** One shape as SVG, in page coordinates. */
export function shapeElement(s: Shape): Html {
  return join(elements([s]));
}

/**
 * Shapes in page coordinates as one drawing that covers the slide, between what is `below` and `above`. The style sheet makes its unit a point; it says
 * nothing, which in a whole deck its script tells screen readers.
 */
export function drawing(shapes: readonly Shape[], { shared }: Context, below: Html = EMPTY, above: Html = EMPTY): Html {
  if (shapes.length === 0 && below === EMPTY && above === EMPTY) return EMPTY;
  return h('svg', { class: 'drawing', 'aria-hidden': shared ? null : 'true' }, below, ...elements(shapes), above);
}
