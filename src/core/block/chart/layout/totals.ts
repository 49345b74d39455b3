import type { ChartBlock } from '../../../deck/types.ts';
import { categoryAt, distanceOf, valueAt, type Axes } from './marks.ts';
import type { TotalLabel } from './types.ts';
import { placed, type Typist } from './typist.ts';

/** Between totals beside each other, as a share of the type size. */
const BETWEEN = 0.6;
/** Space between a stack's end and its total, as a share of the type size. */
const GAP = 0.3;

/** What parts are shares of, as a percentage is: a sum that says nothing. */
const WHOLE = 100;

/** `0.25` has two, `1e-7` seven. */
function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.min(100, Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent)));
}

/**
 * What each stack adds up to; null for one with a missing part, whose sum nobody knows. Empty where sums have no place or no meaning:
 * no stacks, one series, parts on both sides of zero, shares that make a hundred everywhere.
 */
export function stackTotals({ type, categories, series }: ChartBlock): readonly (number | null)[] {
  if (type !== 'stacked-bar' || series.length < 2) return [];
  const values = series.flatMap((own) => own.values.filter((value) => value !== null));
  if (values.some((value) => value < 0) && values.some((value) => value > 0)) return [];
  const totals = categories.map((_, category) => {
    const stack = series.map((own) => own.values[category] ?? null);
    if (stack.some((value) => value === null)) return null;
    // A sum has as many decimals as what it was made of.
    return Number(
      stack.reduce<number>((sum, value) => sum + (value ?? 0), 0).toFixed(Math.max(...stack.map((value) => decimalsOf(value ?? 0)))),
    );
  });
  const known = totals.filter((total) => total !== null);
  return known.every((total) => Math.abs(total) === WHOLE) ? [] : totals;
}

/** Totals at their stacks' ends; null where one is wider than its band. */
export function totalsAt(
  t: Typist,
  axes: Axes,
  totals: readonly (number | null)[],
  format: (value: number) => string,
): TotalLabel[] | null {
  const room = distanceOf(axes);
  const gap = t.size * GAP;
  const labels = totals.flatMap((value, category): TotalLabel[] => {
    if (value === null) return [];
    const words = t.number(format(value));
    const end = valueAt(axes, value);
    const middle = categoryAt(axes, category);
    const own = { category, value };
    if (!axes.isHorizontal) {
      const top = value < 0 ? end + gap : end - gap - words.height;
      return [{ ...placed(words, { x: middle, top, align: 'center' }, t.color), ...own, side: value < 0 ? 'below' : 'above' }];
    }
    const side = value < 0 === axes.isRtl ? 'right' : 'left';
    const x = side === 'right' ? end + gap : end - gap;
    const at = { x, top: middle - words.height / 2, align: side === 'right' ? ('left' as const) : ('right' as const) };
    return [{ ...placed(words, at, t.color), ...own, side }];
  });
  return labels.every(({ frame }) => (axes.isHorizontal ? frame.height : frame.width + t.size * BETWEEN) <= room) ? labels : null;
}
