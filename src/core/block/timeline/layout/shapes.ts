import type { ColorUse, Frame } from '../../../template/theme/types.ts';
import type { ShapeBox } from '../../../layout/types.ts';

/** A straight line: its frame has no width or no height. */
export function rule(id: string, frame: Frame, stroke: ColorUse, strokeWidth: number): ShapeBox {
  return { kind: 'shape', id, region: null, frame, shape: 'line', fill: null, stroke, strokeWidth };
}

export function dot(id: string, frame: Frame, fill: ColorUse): ShapeBox {
  return { kind: 'shape', id, region: null, frame, shape: 'ellipse', fill, stroke: null, strokeWidth: 0 };
}
