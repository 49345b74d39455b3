import type { ColorUse, Frame } from '../../../template/theme/types.ts';
import type { ShapeBox } from '../../../layout/types.ts';
import type { Certainty, DrawnPart, Look } from './types.ts';

/** A straight line: its frame has no width or no height. */
export function rule(id: string, frame: Frame, stroke: ColorUse, strokeWidth: number): ShapeBox {
  return { kind: 'shape', id, region: null, frame, shape: 'line', fill: null, stroke, strokeWidth };
}

export function dot(id: string, frame: Frame, fill: ColorUse): ShapeBox {
  return { kind: 'shape', id, region: null, frame, shape: 'ellipse', fill, stroke: null, strokeWidth: 0 };
}

/** A straight line as part of a drawing. */
export function linePart(name: string, frame: Frame, stroke: ColorUse, strokeWidth: number, dashed = false): DrawnPart {
  return { kind: 'shape', name, frame, shape: 'line', fill: null, stroke, strokeWidth, ...(dashed && { dash: 'sysDash' as const }) };
}

export function fieldPart(name: string, frame: Frame, fill: ColorUse): DrawnPart {
  return { kind: 'shape', name, frame, shape: 'rectangle', fill, stroke: null, strokeWidth: 0 };
}

/** Points: the outline of a mark that is not filled, and the ring of paper round one that is. */
const OUTLINE = 2;
const RING = 1.5;

/** A mark that says how sure it is: filled, hollow, or hollow with a dashed outline. An outline stands inside the frame. */
export function markPart(
  name: string,
  shape: 'rectangle' | 'ellipse',
  frame: Frame,
  certainty: Certainty,
  { mark, paper }: Look,
): DrawnPart {
  if (certainty === 'exact')
    return {
      kind: 'shape',
      name,
      frame,
      shape,
      fill: mark,
      stroke: shape === 'ellipse' ? paper : null,
      strokeWidth: shape === 'ellipse' ? RING : 0,
    };
  const half = Math.min(OUTLINE / 2, frame.width / 3);
  const inner = { x: frame.x + half, y: frame.y + half, width: frame.width - 2 * half, height: frame.height - 2 * half };
  return {
    kind: 'shape',
    name,
    frame: inner,
    shape,
    fill: paper,
    stroke: mark,
    strokeWidth: 2 * half,
    ...(certainty === 'planned' && { dash: shape === 'ellipse' ? ('sysDot' as const) : ('sysDash' as const) }),
  };
}
