import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartBlock } from '../../../../src/core/deck/types.ts';
import { ticksOf, valueScale } from '../../../../src/core/block/chart/layout/scale.ts';

function chart(type: ChartBlock['type'], rows: readonly (readonly number[])[]): ChartBlock {
  const series = rows.map((values, i) => ({ name: `S${i}`, values }));
  return { kind: 'chart', type, title: null, unit: null, categories: (rows[0] ?? []).map((_, i) => `C${i}`), series, refs: [] };
}

describe('a value axis', () => {
  it('ends at or beyond every stack, however few its steps are', () => {
    const stacks = chart('stacked-bar', [
      [0, -4_500_000_000],
      [123_456_789_012, 0],
      [123_456_789_012, -3904],
    ]);
    expect(valueScale(stacks, 1)).toEqual({ min: -200_000_000_000, max: 400_000_000_000, step: 200_000_000_000, decimals: 0 });
  });

  it('holds every value between its round ends', () => {
    const value = fc.oneof(fc.integer({ min: -500, max: 500 }), fc.double({ min: -1e9, max: 1e12, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 8 }), (values, steps) => {
        const scale = valueScale(chart('bar', [values]), steps);
        const slack = scale.step * 1e-9;
        expect(scale.min).toBeLessThanOrEqual(Math.min(0, ...values) + slack);
        expect(scale.max).toBeGreaterThanOrEqual(Math.max(0, ...values) - slack);
        expect(ticksOf(scale)).toHaveLength(Math.round((scale.max - scale.min) / scale.step) + 1);
      }),
      { seed: 20261130 },
    );
  });
});
