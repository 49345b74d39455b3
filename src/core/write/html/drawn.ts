import type { BoxOutline, ShapeBox } from '../../layout/types.ts';
import type { Html } from './html.ts';

/** Something to draw without words: what `shape.ts` turns into SVG. */
export type Shape = Pick<ShapeBox, 'frame' | 'fill' | 'stroke' | 'strokeWidth' | 'dash'> & {
  readonly shape: ShapeBox['shape'] | BoxOutline;
};

/** One box as written: shapes below, and the element above them. */
export interface Drawn {
  readonly shapes: readonly Shape[];
  readonly html: Html;
}
