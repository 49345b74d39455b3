import type { ConditionsText } from './schema.ts';
import { COUNTS, type Bounds, type Conditions } from './types.ts';

/** `3`, `2-4`, `..90` or `2..` as bounds. */
function boundsOf(text: string): Bounds {
  const [from = '', to = from] = text.split(/-|\.\./);
  return { least: from === '' ? 0 : Number(from), most: to === '' ? null : Number(to) };
}

/** What a layout says under `when`. */
export function conditionsOf(text: ConditionsText): Conditions {
  const counts = Object.fromEntries(
    COUNTS.flatMap((count) => {
      const bounds = text[count];
      return bounds === undefined ? [] : [[count, boundsOf(bounds)]];
    }),
  );
  return {
    counts,
    ...(text.picture !== undefined && { picture: text.picture }),
    ...(text.summary !== undefined && { summary: text.summary }),
  };
}
