import { describe, expect, it } from 'vitest';
import { chartDates } from '../../../../src/core/block/chart/layout/dates.ts';
import type { ChartOrigins } from '../../../../src/core/block/chart/types.ts';
import type { ChartBlock } from '../../../../src/core/deck/types.ts';
import type { DateAxis } from '../../../../src/core/block/chart/layout/types.ts';
import type { ChartBox } from '../../../../src/core/layout/types.ts';
import { chartFaults } from '../../../support/chart-checks.ts';
import { laidChart, wordsOf } from '../../../support/chart-layout.ts';

function chartOf(categories: readonly string[], more: Partial<ChartBlock> = {}, language = 'en'): ChartBox {
  const series = [{ name: 'S', values: categories.map((_, i) => 10 + ((i * 7) % 13)) }];
  const { box, problems } = laidChart({ type: 'line', categories, series, ...more }, language);
  expect(chartFaults(box)).toEqual([]);
  expect(problems.map(({ code }) => code).filter((code) => code.includes('categories'))).toEqual([]);
  return box;
}

function datesOf(box: ChartBox): DateAxis {
  if (!box.dates) throw new Error('no dates');
  return box.dates;
}

/** Where the categories stand, from the first to the last, as shares of the way. */
function shares({ marks }: ChartBox): number[] {
  const at = marks.map((mark) => (mark.kind === 'point' ? mark.x : mark.kind === 'bar' ? mark.frame.x : NaN));
  const [first = 0, last = 1] = [at[0], at.at(-1)];
  return at.map((x) => Math.round(((x - first) / (last - first)) * 10_000) / 10_000 + 0);
}

const months = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, i) => `${2020 + Math.floor((from + i) / 12)}-${String(((from + i) % 12) + 1).padStart(2, '0')}`);
/** Days since 30 December 1899. */
const serial = (iso: string): number => Date.parse(iso) / 86_400_000 - Date.parse('1899-12-30') / 86_400_000;

describe('categories that are dates', () => {
  it('stand at their true distances: years', () => {
    const box = chartOf(['2010', '2015', '2016', '2024']);
    expect(shares(box)).toEqual([0, 0.3571, 0.4286, 1]);
    expect(datesOf(box)).toMatchObject({ unit: 'years', words: 'years', serials: ['2010', '2015', '2016', '2024'].map(serial) });
  });

  it('stand at their true distances: months', () => {
    expect(shares(chartOf(['2023-11', '2024-01', '2024-02', '2024-11']))).toEqual([0, 0.1667, 0.25, 1]);
  });

  it('stand at their true distances: days, over a leap day', () => {
    expect(shares(chartOf(['2024-02-25', '2024-03-01', '2024-03-06']))).toEqual([0, 0.5, 1]);
    expect(shares(chartOf(['2023-02-25', '2023-03-01', '2023-03-05']))).toEqual([0, 0.5, 1]);
  });

  it('stand at their true distances: quarters, with the author’s words for those between them', () => {
    const box = chartOf(['2. Quartal 2023', '3. Quartal 2023', '2. Quartal 2024'], {}, 'de');
    expect(shares(box)).toEqual([0, 0.25, 1]);
    expect(wordsOf(datesOf(box).labels)).toEqual([
      '2. Quartal 2023',
      '3. Quartal 2023',
      '4. Quartal 2023',
      '1. Quartal 2024',
      '2. Quartal 2024',
    ]);
  });

  it('stay names where they are even quarters, which no number format writes', () => {
    const box = chartOf(['Q3 2023', 'Q4 2023', 'Q1 2024']);
    expect([box.dates, wordsOf(box.categoryLabels)]).toEqual([null, ['Q3 2023', 'Q4 2023', 'Q1 2024']]);
  });

  it.each([
    [['2019', '2020', 'forecast'], 'one of them is none'],
    [['2021', '2020', '2019'], 'they run backwards'],
    [['2020', '2020', '2021'], 'one comes twice'],
    [['2020', '2021', '2021-06'], 'they are of two kinds'],
    [['2009-10', '2010-11', '2011-12'], 'they are seasons, which are written as months are'],
    [['1848', '1871', '1914'], 'a spreadsheet cannot count so far back'],
    [['2020'], 'there is one'],
  ])('stay names where %j: %s', (categories) => {
    const box = chartOf(categories);
    expect([box.dates, wordsOf(box.categoryLabels)]).toEqual([null, categories]);
  });

  it.each([
    ['en', months(13), ['January 2020', 'April 2020', 'July 2020', 'October 2020', 'January 2021']],
    ['de', months(13), ['Januar 2020', 'April 2020', 'Juli 2020', 'Oktober 2020', 'Januar 2021']],
    ['he', months(25), ['ינואר 2020', 'יולי 2020', 'ינואר 2021', 'יולי 2021', 'ינואר 2022']],
    ['zh', ['2020', '2022', '2025'], ['2020年', '2021年', '2022年', '2023年', '2024年', '2025年']],
    ['ar-EG', ['2020', '2022', '2023'], ['٢٠٢٠', '٢٠٢١', '٢٠٢٢', '٢٠٢٣']],
  ])('have words in the deck’s language at round dates: %s', (language, categories, words) => {
    expect(wordsOf(datesOf(chartOf(categories, {}, language)).labels)).toEqual(words);
  });

  it('may be written in the deck’s language', () => {
    const box = chartOf(['mars 2022', 'août 2022', 'févr. 2023'], {}, 'fr');
    expect(datesOf(box).serials).toEqual(['2022-03-01', '2022-08-01', '2023-02-01'].map(serial));
    expect(shares(box)).toEqual([0, 0.4545, 1]);
  });

  it('may be written in their article’s language, and have their words in the deck’s', () => {
    const from = (article: string): ChartOrigins => {
      const origins = [{ article, topic: 't', field: 'blocks.chart', index: [0] }];
      return { title: [], unit: [], categories: [origins, origins, origins], series: [{ name: [], values: [[], [], []] }] };
    };
    const categories = ['März 2022', 'August 2022', 'Februar 2023'];
    const series = [{ name: 'S', values: [1, 2, 3] }];
    const lay = (article: string) =>
      laidChart({ type: 'line', categories, series, origins: from(article) }, 'en', { languages: { bericht: 'de' } }).box;
    expect(shares(lay('bericht'))).toEqual([0, 0.4545, 1]);
    expect(wordsOf(datesOf(lay('bericht')).labels)[0]).toBe('January 2022');
    // an English article has no such words
    expect(lay('report').dates).toBeNull();
  });

  it('begin at a round date: months have words at the beginning of halves of years, years of months at that of years', () => {
    const dates = datesOf(chartOf(months(27, 4)));
    expect(dates.step).toEqual({ count: 6, unit: 'months' });
    expect(dates.start).toBe(serial('2020-01-01'));
    expect(dates.labels[1]?.text).toBe('July 2020');
    const years = datesOf(chartOf(months(100, 2)));
    expect([years.words, years.start, years.labels[1]?.text]).toEqual(['years', serial('2020-01-01'), '2021']);
  });

  it('take a step that leaves little empty before the first of them', () => {
    const dates = datesOf(chartOf(months(10, 2)));
    expect([dates.start, dates.step]).toEqual([serial('2020-03-01'), { count: 2, unit: 'months' }]);
  });

  it('begin with the first of them where its step is a number of days', () => {
    const dates = datesOf(chartOf(['2024-03-05', '2024-03-09', '2024-04-22']));
    expect(dates.step.unit).toBe('days');
    expect(dates.start).toBe(serial('2024-03-05'));
    expect(dates.labels[0]?.text).toBe('5 March 2024');
  });

  it('keep a missing value missing: no point, and no line over it', () => {
    const box = chartOf(months(5), { series: [{ name: 'S', values: [1, 2, null, 4, 5] }] });
    expect(box.marks.map(({ category }) => category)).toEqual([0, 1, 3, 4]);
  });

  it('give columns the width of one of their places, the same as names would where they are even', () => {
    const widthOf = (box: ChartBox): number => box.marks.flatMap((mark) => (mark.kind === 'bar' ? [mark.frame.width] : []))[0] ?? 0;
    const even = chartOf(['2019', '2020', '2021', '2022'], { type: 'bar' });
    const named = chartOf(['a', 'b', 'c', 'd'], { type: 'bar' });
    expect(even.dates).not.toBeNull();
    expect(widthOf(even)).toBeCloseTo(widthOf(named), 6);
  });

  it('stay names below columns between which there are empty places: each is known by its name', () => {
    expect(chartOf(['2000', '2001', '2009'], { type: 'bar' }).dates).toBeNull();
    expect(chartOf(['2000', '2010', '2016', '2042'], { type: 'bar' }).dates).toBeNull();
    expect(chartOf(['2020-01-01', '2021-03-15', '2024-07-01'], { type: 'bar' }).dates).toBeNull();
    expect(chartOf(['2000', '2010', '2020'], { type: 'bar' }).dates).toBeNull();
    expect(chartOf(['2000', '2010', '2020'], { type: 'line' }).dates).not.toBeNull();
  });

  it('run from the right in a right-to-left deck', () => {
    const box = chartOf(['2010', '2015', '2016'], {}, 'he');
    const xs = box.marks.flatMap((mark) => (mark.kind === 'point' ? [mark.x] : []));
    expect(xs).toEqual([...xs].sort((a, b) => b - a));
    expect(shares(box)).toEqual([0, 0.8333, 1]);
  });

  it('have sums over stacks at their places', () => {
    const series = [
      { name: 'Rail', values: [3, 4, 5] },
      { name: 'Road', values: [6, 7, 8] },
    ];
    const box = chartOf(['2015', '2016', '2017'], { type: 'stacked-bar', series });
    expect(box.dates).not.toBeNull();
    expect(wordsOf(box.totals)).toEqual(['9', '11', '13']);
    const middles = box.totals.map(({ frame }) => frame.x + frame.width / 2);
    expect(((middles[1] ?? 0) - (middles[0] ?? 0)) / ((middles[2] ?? 0) - (middles[0] ?? 0))).toBeCloseTo(0.5, 6);
  });

  it('write quarters in the digits that they were written in', () => {
    const dates = chartDates(['Q١ ٢٠٢٤', 'Q٢ ٢٠٢٤', 'Q٤ ٢٠٢٤'], 'ar');
    expect(dates?.quarter(2024, 3)).toBe('Q٣ ٢٠٢٤');
    expect(chartDates(['２０２４年第１四半期', '２０２４年第４四半期'], 'ja')?.quarter(2024, 2)).toBe('２０２４年第２四半期');
    expect(chartDates(['Q1 2024', 'Q3 2024'], 'en')?.quarter(2023, 4)).toBe('Q4 2023');
  });

  it('name lines at their ends as other categories do', () => {
    const series = [
      { name: 'Ferries', values: [3, 4, 9] },
      { name: 'Barges', values: [6, 7, 2] },
    ];
    const box = chartOf(['2015', '2018', '2019'], { series });
    expect([box.dates?.unit, wordsOf(box.seriesLabels)]).toEqual(['years', ['Ferries 9', 'Barges 2']]);
  });
});

describe('a number at a point', () => {
  it('stands below it where the line rises through its place above', () => {
    const box = chartOf(['2010', '2015', '2016', '2024'], { series: [{ name: 'S', values: [12, 14, 30, 28] }] });
    expect(box.valueLabels.map(({ text, side }) => [text, side])).toEqual([
      ['12', 'above'],
      ['14', 'below'],
      ['30', 'above'],
      ['28', 'above'],
    ]);
  });
});
