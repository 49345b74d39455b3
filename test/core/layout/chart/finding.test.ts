import { describe, expect, it } from 'vitest';
import type { ChartBlock } from '../../../../src/core/deck/types.ts';
import type { ChartBox } from '../../../../src/core/layout/types.ts';
import { chartFaults } from '../../../support/chart-checks.ts';
import { laidChart, wordsOf, type LaidChart } from '../../../support/chart-layout.ts';

const QUARTERS: Partial<ChartBlock> = {
  categories: ['Q1', 'Q2', 'Q3', 'Q4'],
  series: [
    { name: 'Forecast', values: [18000, 19000, 19500, 18500] },
    { name: 'Counted', values: [16500, 20400, 22100, 21300] },
  ],
};
const PARTS: Partial<ChartBlock> = {
  type: 'share',
  categories: ['The state', 'The town', 'Users'],
  series: [{ name: 'Share', values: [40, 35, 25] }],
};

function whole(more: Partial<ChartBlock>, language = 'en'): LaidChart {
  const laid = laidChart(more, language);
  expect(chartFaults(laid.box)).toEqual([]);
  return laid;
}

const bars = (box: ChartBox) => box.marks.flatMap((mark) => (mark.kind === 'bar' ? [mark] : []));

describe('a remark', () => {
  it('stands above the numbers of its category, and nothing else is in its way', () => {
    const { box, problems } = whole({
      ...QUARTERS,
      annotations: [
        { category: 0, text: 'ice closed the river' },
        { category: 2, text: 'the strongest' },
      ],
    });
    expect(problems).toEqual([]);
    expect(box.annotations.map(({ category, text }) => [category, text])).toEqual([
      [0, 'ice closed the river'],
      [2, 'the strongest'],
    ]);
    for (const { category, frame } of box.annotations) {
      const below = box.valueLabels.filter((label) => label.category === category).map((label) => label.frame.y);
      expect(frame.y + frame.height).toBeLessThanOrEqual(Math.min(...below));
    }
  });

  it('stands behind the number of a lying bar, before it where reading runs to the left', () => {
    const ranking = {
      type: 'ranking',
      categories: ['a', 'b'],
      series: [{ name: '', values: [3, 9] }],
      annotations: [{ category: 0, text: 'x y' }],
    } as const;
    const ltr = whole(ranking).box;
    const rtl = whole(ranking, 'he').box;
    // Sorted: the remark went with its category.
    expect([ltr.categories, ltr.annotations[0]?.category]).toEqual([['b', 'a'], 1]);
    expect(ltr.annotations[0]?.frame.x).toBeGreaterThan(ltr.valueLabels.find(({ category }) => category === 1)?.frame.x ?? Infinity);
    expect(rtl.annotations[0]?.frame.x).toBeLessThan(rtl.valueLabels.find(({ category }) => category === 1)?.frame.x ?? -Infinity);
  });

  it('is said where it has no room', () => {
    const { box, problems } = whole({ ...QUARTERS, annotations: [{ category: 1, text: 'word '.repeat(120) }] });
    expect(box.annotations).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['layout/chart-annotations-left-out']);
    expect(box.alt).toContain('Q2: word word');
  });
});

describe('a target', () => {
  it('is a line at its value with its words, clear of every number', () => {
    const { box, problems } = whole({ ...QUARTERS, target: { value: 20000, text: 'capacity' } });
    expect(problems).toEqual([]);
    const { target, plot, scale } = box;
    expect(target?.label.text).toBe('capacity: 20,000');
    const at = plot.y + plot.height * (1 - (20000 - (scale?.min ?? 0)) / ((scale?.max ?? 1) - (scale?.min ?? 0)));
    expect(target?.lines.length).toBeGreaterThan(0);
    for (const { from, to } of target?.lines ?? []) {
      expect([from.y, to.y]).toEqual([at, at]);
      const crossed = box.valueLabels.filter(
        ({ frame }) => frame.y < at && frame.y + frame.height > at && frame.x < to.x && frame.x + frame.width > from.x,
      );
      expect(wordsOf(crossed)).toEqual([]);
    }
  });

  it('makes the scale reach it', () => {
    const { box } = whole({ ...QUARTERS, target: { value: 30000, text: '' } });
    expect(box.scale?.max).toBeGreaterThanOrEqual(30000);
    expect(box.target?.label.text).toBe('30,000');
  });

  it.each([1_000_000, -20000])('off the scale is said, and no line shows it: %d', (value) => {
    const { box, problems } = whole({ ...QUARTERS, target: { value, text: 'capacity' } });
    expect([box.target, problems.map(({ code }) => code)]).toEqual([null, ['layout/chart-target-left-out']]);
    expect(box.alt).toContain('capacity: ');
  });
});

describe('parts of a whole', () => {
  it('are one bar with each number in its part and its name below it', () => {
    const { box, problems } = whole(PARTS);
    expect([problems, box.legend, box.ticks, box.horizontal]).toEqual([[], [], [], true]);
    const [first, second, third] = bars(box);
    expect((first?.frame.width ?? 0) / (third?.frame.width ?? 1)).toBeCloseTo(40 / 25, 5);
    expect(first?.frame.x).toBeCloseTo(box.frame.x, 5);
    expect((second?.frame.x ?? 0) + (second?.frame.width ?? 0)).toBeCloseTo(third?.frame.x ?? 0, 5);
    expect(box.seriesLabels.map(({ text, side }) => [text, side])).toEqual([
      ['The state', 'below'],
      ['The town', 'below'],
      ['Users', 'below'],
    ]);
    expect([wordsOf(box.valueLabels), box.valueLabels.map(({ bold }) => bold === true)]).toEqual([
      ['40', '35', '25'],
      [true, false, false],
    ]);
  });

  it('begin at the right where reading does', () => {
    const { box } = whole(PARTS, 'he');
    const [first] = bars(box);
    expect((first?.frame.x ?? 0) + (first?.frame.width ?? 0)).toBeCloseTo(box.frame.x + box.frame.width, 5);
  });

  it('have a legend with their numbers where one is too narrow for its words', () => {
    const { box } = whole({ ...PARTS, series: [{ name: 'Share', values: [97, 2, 1] }] });
    expect(wordsOf(box.legend.map(({ label }) => label))).toEqual(['The state: 97', 'The town: 2', 'Users: 1']);
  });

  it('are sorted bars where they are more than five, and that is said', () => {
    const categories = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { box, problems } = whole({ type: 'share', categories, series: [{ name: 'S', values: [1, 2, 3, 4, 5, 6] }] });
    expect([box.categories[0], box.horizontal, problems.map(({ code }) => code)]).toEqual(['f', true, ['layout/chart-shares-as-bars']]);
  });
});

describe('a ranking', () => {
  it('has its largest bar first, lying, with every number and the marked one in the accent', () => {
    const { box, problems } = whole({
      type: 'ranking',
      categories: ['a', 'b', 'c'],
      series: [{ name: 'S', values: [3, 9, 5] }],
      emphasis: { series: [], categories: [0] },
    });
    expect([problems, box.categories, box.horizontal, wordsOf(box.valueLabels)]).toEqual([[], ['b', 'c', 'a'], true, ['9', '5', '3']]);
    const [accent, ...others] = [...bars(box)].reverse().map(({ color }) => color);
    expect(others.every((color) => color !== accent && color === others[0])).toBe(true);
    expect(box.valueLabels.map(({ bold }) => bold === true)).toEqual([false, false, true]);
  });
});

describe('names of series', () => {
  it('stand inside the first bars, so that there is no legend', () => {
    const { box } = whole(QUARTERS);
    expect([box.legend, box.horizontal]).toEqual([[], false]);
    for (const label of box.seriesLabels) {
      const bar = bars(box).find(({ series, category }) => series === label.series && category === 0)?.frame;
      expect(label.frame.x).toBeGreaterThanOrEqual(bar?.x ?? Infinity);
      expect(label.frame.x + label.frame.width).toBeLessThanOrEqual((bar?.x ?? 0) + (bar?.width ?? 0));
    }
  });

  it('stand beside the last stack', () => {
    const { box } = whole({
      type: 'stacked-bar',
      categories: ['x', 'y'],
      series: ['One', 'Two', 'Three'].map((name, i) => ({ name, values: [30 + i, 40 - i] })),
    });
    expect([box.legend, wordsOf(box.seriesLabels)]).toEqual([[], ['One', 'Two', 'Three']]);
  });

  it('keep apart at the ends of lines that come close', () => {
    const { box } = whole({
      type: 'line',
      categories: ['a', 'b', 'c', 'd'],
      series: [
        { name: 'North', values: [40, 36, 37, 30] },
        { name: 'South', values: [30, 35, 25, 29] },
        { name: 'West', values: [20, 24, 30, 36] },
      ],
    });
    expect([box.legend, box.seriesLabels.map(({ name }) => name)]).toEqual([[], ['North', 'South', 'West']]);
  });
});

describe('a line whose numbers have no room', () => {
  it('tells its first, last, greatest and least value beside its axis', () => {
    const values = [21, 24, 19, 27, 22, 25, 26, 24, 41, 33, 30, 29, 31, 38];
    const { box } = whole({ type: 'line', categories: values.map((_, i) => `w${i + 1}`), series: [{ name: 'Days', values }] });
    expect(box.ticks.length).toBeGreaterThan(1);
    expect(wordsOf(box.valueLabels).sort()).toEqual(['19', '21', '38', '41']);
  });
});

describe('bars', () => {
  it.each([
    [1, 1],
    [2, 4],
    [3, 7],
    [1, 12],
  ])('of %d series and %d categories stand on zero, apart, and no thicker than 120 points', (count, categories) => {
    const { box } = laidChart({
      categories: Array.from({ length: categories }, (_, i) => `c${i}`),
      series: Array.from({ length: count }, (_, s) => ({
        name: `S${s}`,
        values: Array.from({ length: categories }, (_, i) => 50 + 7 * i + s),
      })),
    });
    expect([box.scale?.min, chartFaults(box)]).toEqual([0, []]);
    expect(Math.max(...bars(box).map(({ frame }) => Math.min(frame.width, box.horizontal ? frame.height : Infinity)))).toBeLessThanOrEqual(
      120.01,
    );
    const places = bars(box).map(({ frame }) => (box.horizontal ? [frame.y, frame.y + frame.height] : [frame.x, frame.x + frame.width]));
    const inOrder = [...places].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    inOrder.slice(1).forEach(([start = 0], i) => expect(start).toBeGreaterThan(inOrder[i]?.[1] ?? Infinity));
  });
});
