import { VIEW_SCHEMA } from '../../briefing/index.ts';
import { VALUE, type Shape } from '../shape.ts';
import type { Pack } from '../types.ts';

/** The view's schema with the options that this pack has. */
export function viewShape(pack: Pick<Pack, 'manifest'>): Shape {
  if (VIEW_SCHEMA.kind !== 'object') return VIEW_SCHEMA;
  const names = ['format', 'variant', 'pictures', ...Object.keys(pack.manifest.options)];
  const options: Shape = { kind: 'object', keys: Object.fromEntries(names.map((name) => [name, VALUE])) };
  return { kind: 'object', keys: { ...VIEW_SCHEMA.keys, options } };
}
