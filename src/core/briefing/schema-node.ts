/** What stands at a path of `View`. Templates' paths are checked against it before they run. */
export type SchemaNode =
  | { readonly kind: 'object'; readonly keys: Readonly<Record<string, SchemaNode>> }
  | { readonly kind: 'list'; readonly of: SchemaNode }
  /** A text, a number, true or false, or null. */
  | { readonly kind: 'value' }
  /** Keys that the view does not fix: the template's options. */
  | { readonly kind: 'any' };

export const value: SchemaNode = { kind: 'value' };
export const list = (of: SchemaNode): SchemaNode => ({ kind: 'list', of });
export const object = (keys: Readonly<Record<string, SchemaNode>>): SchemaNode => ({ kind: 'object', keys });
/** An object of values alone. */
export const values = (...names: readonly string[]): Record<string, SchemaNode> => Object.fromEntries(names.map((name) => [name, value]));

// Links and looks are the `rich` helper's business.
const run = { kind: 'any' } as const satisfies SchemaNode;
export const lineKeys = { text: value, runs: list(run), refs: list(value), own: value };
export const line = object(lineKeys);
