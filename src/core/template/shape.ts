import type { SchemaNode } from '../briefing/index.ts';

/** What a template can find at a path: the view's schema, and what helpers make of it. */
export type Shape = SchemaNode;

export const VALUE: Shape = { kind: 'value' };
export const ANY: Shape = { kind: 'any' };

/** In words, for messages. */
export function shapeWords(shape: Shape): string {
  switch (shape.kind) {
    case 'object':
      return `a group with ${Object.keys(shape.keys).join(', ')}`;
    case 'list':
      return 'a list';
    case 'value':
      return 'a single value';
    case 'any':
      return 'something';
  }
}
