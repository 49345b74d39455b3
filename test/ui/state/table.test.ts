import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../src/core/article/index.ts';
import { insertBlock, isChartable, isNumber, parseCells, toChart, toTable } from '../../../src/ui/state/table.ts';

const body = (markdown: string, language = 'en') => parseBody(markdown, { file: 'own', line: 1, language });

describe('cells from a spreadsheet', () => {
  it('are read by tab and line', () => {
    expect(parseCells('a\tb\r\n1\t2\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('may hold tabs, lines and quotes inside quotes', () => {
    expect(parseCells('"a\nb"\t"say ""so"""\nx\ty')).toEqual([
      ['a b', 'say "so"'],
      ['x', 'y'],
    ]);
  });

  it('are made even, and empty rows left out', () => {
    expect(parseCells('a\tb\tc\n\t\t\n1\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', '', ''],
    ]);
  });

  it.each(['plain text', 'two\nlines', ''])('are none in %j', (text) => {
    expect(parseCells(text)).toBeNull();
  });

  it('may have quotes in the middle of a cell', () => {
    expect(parseCells('5" pipe\tb')).toEqual([['5" pipe', 'b']]);
  });
});

describe('numbers', () => {
  it.each(['1650', '1,234.5', '1.234,5', '3,5', '1 234', "1'234", '1’234', '12 %', '(300)', '−4', '-0.5', '١٬٢٣٤٫٥', '१,२०,०००', '%12'])(
    'are known by their looks: %s',
    (text) => {
      expect(isNumber(text)).toBe(true);
    },
  );

  it.each(['', 'Q1', '1-2', '12 km', '.', 'e5', '12*', '<5', 'n/a'])('%j is none', (text) => {
    expect(isNumber(text)).toBe(false);
  });
});

describe('as Markdown', () => {
  const cells = [
    ['Quarter', 'Tonnes'],
    ['Q1', '1,800'],
    ['Q2 *est.*', ''],
  ];

  it('is a table that the article grammar reads, numbers to the right', () => {
    const { value, problems } = body(`Own words.\n\n${toTable(cells)}`);
    expect(problems).toEqual([]);
    expect(value?.blocks).toMatchObject([
      {
        kind: 'table',
        align: ['start', 'end'],
        rows: [
          [[{ text: 'Q1' }], [{ text: '1,800' }]],
          [[{ text: 'Q2 *est.*' }], []],
        ],
      },
    ]);
  });

  it('is a chart that the article grammar reads', () => {
    const { value, problems } = body(toChart(cells, 'bar', 'Tonnes "a quarter"'));
    expect(problems).toEqual([]);
    expect(value?.blocks).toMatchObject([
      { kind: 'chart', type: 'bar', categories: ['Q1', 'Q2 *est.*'], series: [{ name: 'Tonnes', values: [1800, null] }] },
    ]);
  });

  it.each([
    ['de', '1.650', 1650],
    ['en', '1.650', 1.65],
    ['fr', '1 650,5', 1650.5],
    ['de-CH', '1’650', 1650],
    ['ar-EG', '١٬٦٥٠', 1650],
  ])('is a chart whose numbers the deck’s language reads: %s', (language, pasted, value) => {
    const chart = toChart([['Year', 'Count'], ['2024', pasted]], 'bar', ''); // prettier-ignore
    expect(body(chart, language).value?.blocks).toMatchObject([{ series: [{ values: [value] }] }]);
  });

  it('counts in per cent where every value does', () => {
    const shares = [['Party', 'Share'], ['A', '12 %'], ['B', '40,5 %']]; // prettier-ignore
    expect(body(toChart(shares, 'doughnut', ''), 'de').value?.blocks).toMatchObject([{ unit: '%', series: [{ values: [12, 40.5] }] }]);
  });

  it.each(['a|b', '[¶2]', '<script>', '`x`', 'a\\b', '~~x~~'])('keeps %j as the words it is', (text) => {
    const { value, problems } = body(
      toTable([
        ['x', 'y'],
        [text, '1'],
      ]),
    );
    expect(problems).toEqual([]);
    expect(value?.blocks).toMatchObject([{ rows: [[[{ text }], [{ text: '1' }]]] }]);
  });

  it('can be drawn where all columns but the first are numbers', () => {
    expect(isChartable(cells)).toBe(true);
    expect(
      isChartable([
        ['a', 'b'],
        ['x', 'y'],
      ]),
    ).toBe(false);
    expect(isChartable([['a', 'b']])).toBe(false);
  });
});

describe('putting a block into text', () => {
  it('keeps an empty line around it', () => {
    expect(insertBlock('before\nafter', 7, 'X')).toEqual({ text: 'before\n\nX\n\nafter', end: 9 });
    expect(insertBlock('', 0, 'X').text).toBe('X\n');
    expect(insertBlock('before\n\n\n', 9, 'X').text).toBe('before\n\nX\n');
  });
});
