import { describe, expect, it } from 'vitest';
import type { ChartBlock } from '../../../../src/core/deck/types.ts';
import type { ChartBox } from '../../../../src/core/layout/types.ts';
import { chartFaults } from '../../../support/chart-checks.ts';
import { laidChart, wordsOf } from '../../../support/chart-layout.ts';

function stack(rows: readonly (readonly (number | null)[])[], more: Partial<ChartBlock> = {}, language = 'en'): ChartBox {
  const categories = rows.map((_, i) => `Place ${i + 1}`);
  const series = (rows[0] ?? []).map((_, s) => ({ name: `Kind ${s + 1}`, values: rows.map((row) => row[s] ?? null) }));
  const { box } = laidChart({ type: 'stacked-bar', categories, series, ...more }, language);
  expect(chartFaults(box)).toEqual([]);
  return box;
}

describe('a stack', () => {
  it('has its sum at its end, inside the plot', () => {
    const box = stack([
      [120, 340, 2],
      [45, 210, 80],
    ]);
    expect(wordsOf(box.totals)).toEqual(['462', '335']);
    for (const { frame, category } of box.totals) {
      const tops = box.marks.flatMap((mark) => (mark.kind === 'bar' && mark.category === category ? [mark.frame.y] : []));
      expect(frame.y + frame.height).toBeLessThan(Math.min(...tops));
      expect(frame.y).toBeGreaterThanOrEqual(box.plot.y);
    }
  });

  it('has its sum beside a lying stack: behind it, and in a right-to-left deck before it', () => {
    const categories = ['Locks', 'Weirs', 'Bridges', 'Roads'].map(
      (what) => `${what} of the upper valley, between the two reservoirs and below them`,
    );
    const rows = [
      [4, 9],
      [7, 3],
      [5, 2],
      [1, 2],
    ];
    const ltr = stack(rows, { categories });
    const rtl = stack(rows, { categories }, 'he');
    expect([ltr.horizontal, rtl.horizontal]).toEqual([true, true]);
    const ends = (box: ChartBox): readonly number[] =>
      box.marks.flatMap((mark) => (mark.kind === 'bar' && mark.category === 0 ? [mark.frame.x, mark.frame.x + mark.frame.width] : []));
    expect(ltr.totals[0]?.frame.x).toBeGreaterThan(Math.max(...ends(ltr)));
    expect((rtl.totals[0]?.frame.x ?? Infinity) + (rtl.totals[0]?.frame.width ?? 0)).toBeLessThan(Math.min(...ends(rtl)));
  });

  it('below zero has its sum below it', () => {
    const { totals } = stack([
      [-3, -4],
      [-5, -1],
    ]);
    expect(totals.map(({ text, side }) => [text, side])).toEqual([
      ['-7', 'below'],
      ['-6', 'below'],
    ]);
  });

  it('is added up as it was written, without the noise of binary sums', () => {
    const box = stack([
      [0.1, 0.2],
      [1.4, 0.3],
    ]);
    expect([wordsOf(box.totals), box.totals[0]?.value, box.decimals]).toEqual([['0.3', '1.7'], 0.3, 1]);
    const large = stack([
      [1_234_567_890_123, 2_000_000_000_002],
      [12_345_678_901.23, 10_000_000_000.11],
    ]);
    expect(large.totals.map(({ value }) => value)).toEqual([3_234_567_890_125, 22_345_678_901.34]);
  });

  it('writes its sum in the deck’s signs, set apart where only the sum is large enough', () => {
    expect(
      wordsOf(
        stack(
          [
            [900.5, 850],
            [10, 20],
          ],
          {},
          'de',
        ).totals,
      ),
    ).toEqual(['1.750,5', '30,0']);
  });

  it('has no sum where a part is missing, since nobody knows it', () => {
    const { totals } = stack([
      [3, null],
      [4, 5],
    ]);
    expect(totals.map(({ category, text }) => [category, text])).toEqual([[1, '9']]);
  });

  it.each([
    ['parts on both sides of zero, which have two ends', [[5, -2] as const, [3, 4] as const]],
    ['shares that make a hundred everywhere', [[60, 40] as const, [33.5, 66.5] as const]],
    ['one part', [[60] as const, [40] as const]],
  ])('has no sum for %s', (_, rows) => {
    expect(stack(rows).totals).toEqual([]);
  });

  it('keeps an axis to read parts on that are too small for their numbers, and none where all stand in their parts', () => {
    const small = stack([
      [500, 1],
      [400, 2],
    ]);
    expect([small.valueLabels.length, small.ticks.length > 1, wordsOf(small.totals)]).toEqual([2, true, ['501', '402']]);
    const whole = stack([
      [50, 60],
      [40, 70],
    ]);
    expect([whole.valueLabels.length, whole.ticks.length, wordsOf(whole.totals)]).toEqual([4, 0, ['110', '110']]);
  });

  it('has its sum beside an axis where there are too many parts to number', () => {
    const rows = Array.from({ length: 10 }, (_, i) => [i + 1, 2 * i + 1, 3]);
    const box = stack(rows);
    expect([box.valueLabels, box.ticks.length > 1]).toEqual([[], true]);
    expect(wordsOf(box.totals)).toEqual(rows.map((row) => String(row.reduce((a, b) => a + b))));
  });
});
