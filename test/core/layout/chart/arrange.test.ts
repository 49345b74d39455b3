import { describe, expect, it } from 'vitest';
import type { ChartBlock } from '../../../../src/core/deck/types.ts';
import { chartFaults } from '../../../support/chart-checks.ts';
import { laidChart as laid, wordsOf as words } from '../../../support/chart-layout.ts';
import { CHARTS_DE, CHARTS_EN, CHARTS_HE } from '../../../support/chart-deck.ts';
import { paragraphs, slide, tryLayOut } from '../../../support/layout.ts';

const lines = (labels: readonly { readonly lines: readonly { readonly text: string }[] }[]): string[][] =>
  labels.map((label) => label.lines.map(({ text }) => text));
const two = [
  { name: 'Ferries', values: [10, 20] },
  { name: 'Barges', values: [12, 9] },
];

describe('a chart’s words', () => {
  it.each([
    ...CHARTS_EN.map((chart) => ['en', chart] as const),
    ...CHARTS_DE.map((chart) => ['de', chart] as const),
    ...CHARTS_HE.map((chart) => ['he', chart] as const),
  ])('stand whole and apart (%s, %#)', (language, chart) => {
    expect(chartFaults(laid(chart, language).box)).toEqual([]);
  });

  it('stand at the ends of up to four lines, with the last number behind', () => {
    const series = [
      { name: 'Ferries', values: [12, 20] },
      { name: 'Barges', values: [3, 9] },
    ];
    const { box } = laid({ type: 'line', series });
    expect(words(box.seriesLabels)).toEqual(['Ferries 20', 'Barges 9']);
    expect(box.legend).toEqual([]);
    expect(words(box.valueLabels)).toEqual(['12', '3']);
    expect(box.ticks).toEqual([]);
  });

  it('stand in a legend where two lines end at one height, where one ends early, and of five lines', () => {
    const legendOf = (series: ChartBlock['series']): string[] => words(laid({ type: 'line', series }).box.legend.map(({ label }) => label));
    expect(legendOf([...two.slice(0, 1), { name: 'Barges', values: [12, 19.9] }])).toEqual(['Ferries', 'Barges']);
    expect(legendOf([...two.slice(0, 1), { name: 'Barges', values: [12, null] }])).toEqual(['Ferries', 'Barges']);
    expect(legendOf(Array.from({ length: 5 }, (_, i) => ({ name: `Line ${i}`, values: [i, i * 2] })))).toHaveLength(5);
  });

  it('name a single series where nothing above the chart does', () => {
    const series = two.slice(0, 1);
    expect(laid({ series }).box.legend).toEqual([]);
    expect(words(laid({ series, title: null }).box.legend.map(({ label }) => label))).toEqual(['Ferries']);
  });

  it('go on further lines below bars, and beside lying ones where they are longer', () => {
    const short = laid({ categories: ['Upper valley, both banks of the river, with its islands and ferries', 'Coast'], series: two }).box;
    expect(short.horizontal).toBe(false);
    expect(lines(short.categoryLabels)[0]).toHaveLength(2);
    const long = laid({
      categories: [
        'Renewal of all the locks and weirs between the two reservoirs of the upper valley, with their bridges, roads and the housing of keepers',
        'Coast',
      ],
      series: two,
    }).box;
    expect(long.horizontal).toBe(true);
    expect(long.categoryLabels[0]?.lines.length).toBeLessThanOrEqual(3);
  });

  it('are those of every value or of the axis: never an axis beside numbers, never neither', () => {
    const few = laid({ series: two }).box;
    expect([few.valueLabels.length, few.ticks.length]).toEqual([4, 0]);
    const many = laid({
      categories: Array.from({ length: 14 }, (_, i) => `${i}`),
      series: [{ name: 'S', values: Array.from({ length: 14 }, (_, i) => i) }],
    }).box;
    expect([many.valueLabels.length, many.ticks.length]).toEqual([0, 8]);
  });

  it('stand inside the plot: the axis grows where the greatest and the least number would not', () => {
    const { box } = laid({ series: [{ name: 'S', values: [100, -100] }] });
    expect(box.scale).toMatchObject({ min: -150, max: 150, step: 50 });
  });

  it('stand outside the ring where a part is smaller than a twentieth, and next to it', () => {
    const series = [{ name: 'S', values: [58, 31, 7, 4] }];
    const { box } = laid({ type: 'doughnut', categories: ['Repairs', 'Fuel', 'Wages', 'Other'], series });
    expect(box.valueLabels.map(({ text, side }) => [text, side])).toEqual([
      ['58', 'center'],
      ['31', 'center'],
      ['7', 'center'],
      ['4', 'outside'],
    ]);
    expect(words(box.legend.map(({ label }) => label))).toEqual(['Repairs', 'Fuel', 'Wages', 'Other']);
    const { plot, valueLabels } = box;
    const frame = valueLabels[3]?.frame ?? plot;
    const centre = { x: plot.x + plot.width / 2, y: plot.y + plot.height / 2 };
    const away = Math.hypot(frame.x + frame.width / 2 - centre.x, frame.y + frame.height / 2 - centre.y);
    expect(away - frame.height / 2).toBeGreaterThan(plot.width / 2);
    expect(away - frame.height).toBeLessThan(plot.width / 2 + box.size);
  });

  it.each([
    ['stand on each other', [99.2, 0.5, 0.3]],
    ['be read as one', [876, 7, 6]],
  ])('stand behind their names where numbers of small parts beside the ring would %s', (_, values) => {
    const { box } = laid({ type: 'doughnut', categories: ['Repairs', 'Fuel', 'Wages'], series: [{ name: 'S', values }] });
    expect(box.valueLabels).toEqual([]);
    expect(words(box.legend.map(({ label }) => label))).toEqual([`Repairs: ${values[0]}`, `Fuel: ${values[1]}`, `Wages: ${values[2]}`]);
  });

  it('are those of sorted bars where a doughnut has more than five parts', () => {
    const values = [10, 50, 3, 20, 10, 6, 1];
    const { box, problems } = laid({
      type: 'doughnut',
      categories: Array.from('abcdefg'),
      series: [{ name: 'S', values }],
      title: 'Shares',
    });
    expect(problems.map(({ code }) => code)).toContain('layout/chart-shares-as-bars');
    expect([box.type, box.categories.join(''), box.series[0]?.values]).toEqual(['bar', 'bdaefcg', [50, 20, 10, 10, 6, 3, 1]]);
    expect(laid({ type: 'doughnut', categories: Array.from('abcde'), series: [{ name: 'S', values: values.slice(0, 5) }] }).box.type).toBe(
      'doughnut',
    );
  });

  it('stand on the other side in a right-to-left deck', () => {
    const [chart] = CHARTS_HE;
    const { box } = laid({ ...chart, kind: 'chart' }, 'he');
    const many = laid({ series: Array.from({ length: 6 }, (_, i) => ({ name: `סדרה ${i}`, values: [i, 2 * i] })) }, 'he').box;
    expect(many.legend[0]?.swatch.x).toBeGreaterThan(many.legend[0]?.label.frame.x ?? Infinity);
    const { plot, categoryLabels } = box;
    if (box.horizontal) expect(categoryLabels.every(({ frame }) => frame.x > plot.x + plot.width)).toBe(true);
    else expect(categoryLabels[0]?.frame.x).toBeGreaterThan(categoryLabels[1]?.frame.x ?? Infinity);
  });
});

describe('a chart’s alternative text', () => {
  it('says which values are missing, and not that they are zero', () => {
    const { box } = laid({ categories: ['a', 'b', 'c'], series: [{ name: 'Ferries', values: [0, null, 2.5] }], unit: 'ships' });
    expect(box.alt).toBe('Arrivals (ships): Ferries: a 0.0, b –, c 2.5');
  });
});

describe('words that have no room', () => {
  it('move the chart to a slide of its own, where a tall legend beside other text would leave it small', () => {
    const series = Array.from({ length: 8 }, (_, i) => ({
      name: `The association of carriers and shippers of the ${i + 1}th river district`,
      values: [i, 5],
    }));
    const chart: ChartBlock = { kind: 'chart', type: 'bar', title: 'T', unit: null, categories: ['a', 'b'], series, refs: [] };
    const { value, problems } = tryLayOut([slide([paragraphs(...Array.from({ length: 5 }, (_, i) => `A line of text ${i}`)), chart])]);
    expect(problems.map(({ code }) => code)).not.toContain('layout/chart-names-left-out');
    expect(value?.slides).toHaveLength(2);
  });

  it('are fewer names of categories, every so many-th from the first, and a warning with its place', () => {
    const categories = Array.from({ length: 40 }, (_, i) => `Harvest of ${1985 + i}`);
    const { box, problems } = laid({ type: 'line', categories, series: [{ name: 'S', values: categories.map((_, i) => i) }] });
    const every = box.omissions[0]?.every ?? 0;
    expect(every).toBeGreaterThan(1);
    expect(words(box.categoryLabels)).toEqual(categories.filter((_, i) => i % every === 0));
    expect(problems).toMatchObject([
      { code: 'layout/chart-categories-left-out', severity: 'warning', place: { file: 'deck.hbs', line: 7, slide: { number: 1 } } },
    ]);
    expect(problems[0]?.message).toContain(`one in ${every}`);
    expect(problems[0]?.received).toContain('Harvest of 1986');
  });

  it('are series that no legend holds, each named in the warning', () => {
    const name = (i: number): string => `${i} ${'the association of all carriers on the upper river and its canals '.repeat(6)}`;
    const series = Array.from({ length: 10 }, (_, i) => ({ name: name(i), values: [i, 1] }));
    const { box, problems } = laid({ series });
    const [found] = problems.filter(({ code }) => code === 'layout/chart-names-left-out');
    expect(found?.received).toContain(series.at(-1)?.name.trim().slice(0, 20));
    expect(box.legend.length).toBeLessThan(10);
    expect(box.legend.every(({ label }) => label.lines.map(({ text }) => text).join(' ') === label.text)).toBe(true);
  });

  it('are parts of a ring', () => {
    const categories = Array.from(
      { length: 5 },
      (_, i) => `Part ${i} ${'of all that was carried over the upper river in the year before '.repeat(12)}`,
    );
    const series = [{ name: 'S', values: categories.map((_, i) => i + 1) }];
    expect(laid({ type: 'doughnut', categories, series }).problems.map(({ code }) => code)).toContain('layout/chart-names-left-out');
  });

  it('are numbers so long that neither marks nor axis hold them', () => {
    const wide = 123_456_789_012_345;
    const categories = ['Upper valley', 'Coast', 'Islands'];
    const series = Array.from({ length: 9 }, (_, i) => ({ name: `${i}`, values: [wide, -wide, wide / 2 + i] }));
    const codes = laid({ categories, series }).problems.map(({ code }) => code);
    expect(codes.filter((code) => code === 'layout/chart-numbers-left-out').length).toBeLessThanOrEqual(1);
  });

  it('is a warning where colours repeat', () => {
    const series = Array.from({ length: 9 }, (_, i) => ({ name: `Series ${i}`, values: [i, 2 * i] }));
    expect(laid({ series }).problems.map(({ code }) => code)).toContain('layout/chart-colors-repeated');
    expect(laid({ series: series.slice(0, 2) }).problems).toEqual([]);
  });
});
