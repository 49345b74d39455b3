import type { ColorSlot } from './types.ts';

/** Colours of whole areas, beside PowerPoint's twelve slots. A palette may give each; without it, it is the slot named here. */
export const FIELDS = { field: 'dark2', field2: 'accent2', highlight: 'light2' } as const satisfies Readonly<Record<string, ColorSlot>>;
export type Field = keyof typeof FIELDS;

/** Slots by their own names: the same in both variants, as for words on a field, which is dark in both. */
const ABSOLUTE = ['dark1', 'light1', 'dark2', 'light2'] as const satisfies readonly ColorSlot[];

/** Names that a theme may write and that stand for others. */
export const STAND_INS = [...(Object.keys(FIELDS) as Field[]), ...ABSOLUTE] as const;
export type StandIn = (typeof STAND_INS)[number];
