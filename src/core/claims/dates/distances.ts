import type { NumberMention } from '../numbers/types.ts';
import type { Token } from '../tokens.ts';
import { isAgo, isDirection, namesNextDay } from '../words/distances.ts';

/**
 * How far a text says that something is from a date: `two days before`, `am Tag darauf`, `ten years ago`. Back or on: `three years after
 * the fire, in 2016` tells the year of the fire.
 */
export interface Distance {
  readonly unit: 'day' | 'month' | 'year';
  readonly count: number;
  /** Back from now, and so from the day of publication. */
  readonly ago: boolean;
}

type Unit = readonly [Distance['unit'], number];

/** By their size in days (`words/measures.ts`): what they count, and how many of it. */
const UNITS: ReadonlyMap<number, Unit> = new Map<number, Unit>([
  [1, ['day', 1]],
  [7, ['day', 7]],
  [14, ['day', 14]],
  [30.44, ['month', 1]],
  [365.25, ['year', 1]],
  [3652.5, ['year', 10]],
]);
/** Behind a number in Chinese characters. */
const EASTERN = /^[个個]?(天|日|周|星期|礼拜|月|年)多?[之以]?[前后後]/u;
const EASTERN_UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['天', ['day', 1]],
  ['日', ['day', 1]],
  ['周', ['day', 7]],
  ['星期', ['day', 7]],
  ['礼拜', ['day', 7]],
  ['月', ['month', 1]],
  ['年', ['year', 1]],
]);

/** So many words before a number, and behind its unit, may say that it counts from a date. */
const BEFORE = 2;
const BEHIND = 3;

/** Every distance that a text says. */
export function distancesIn(text: string, tokens: readonly Token[], numbers: readonly NumberMention[]): Distance[] {
  const found: Distance[] = namesNextDay(tokens.map(({ lower }) => lower)) ? [{ unit: 'day', count: 1, ago: false }] : [];
  for (const { measure, values, from, to, end } of numbers) {
    const eastern = EASTERN_UNITS.get(EASTERN.exec(text.slice(end, end + 6))?.[1] ?? '');
    const behind = tokens.slice(to, to + BEHIND);
    const around = [...tokens.slice(Math.max(0, from - BEFORE), from), ...behind];
    const counted = measure?.of === 'time' && around.some(({ lower }) => isDirection(lower)) ? UNITS.get(measure.size) : undefined;
    const known = eastern ?? counted;
    const ago =
      eastern !== undefined ||
      isAgo(
        tokens[from - 1]?.lower ?? '',
        behind.map(({ lower }) => lower),
      );
    if (known !== undefined)
      found.push(...values.filter(Number.isInteger).map((value) => ({ unit: known[0], count: value * known[1], ago })));
  }
  return found;
}
