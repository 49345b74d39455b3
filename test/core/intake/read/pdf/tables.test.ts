import { describe, expect, it } from 'vitest';
import { ingest } from '../../../../../src/core/intake/index.ts';
import { drawnPdf, lines, type Drawn, type DrawnPage } from '../../../../support/intake/drawn-pdf.ts';
import { PROSE } from '../../../../support/intake/pdf-texts.ts';

const ROWS = [
  ['Quay', '2022', '2023', 'Change'],
  ['North', '40', '55', '+15'],
  ['South', '12', '18', '+6'],
  ['Timber quay', '1,204', '998', '-206'],
] as const;
const XS = [74, 180, 260, 340] as const;
const [first, second, third] = PROSE;
type Line = readonly [number, number, number, number];

const cells = (rows: readonly (readonly string[])[] = ROWS, top = 220, step = 16): Drawn[] =>
  rows.flatMap((row, at) => row.map((text, column) => ({ text, x: XS[column] ?? 0, y: top + at * step })));
const across = (ys: readonly number[], from = 70, to = 420): Line[] => ys.map((y) => [from, y, to, y]);
const down = (xs: readonly number[], from: number, to: number): Line[] => xs.map((x) => [x, from, x, to]);
const around = (words: readonly Drawn[], drawn: readonly Line[] = []): DrawnPage => ({
  words: [...lines(first, { x: 70, y: 100 }, { wide: 84 }), ...words, ...lines(second, { x: 70, y: 420 }, { wide: 84 })],
  lines: drawn,
});

async function taken(pages: readonly DrawnPage[]) {
  const { value, problems } = await ingest(drawnPdf(pages), { name: 'a.pdf' });
  if (!value) throw new Error(problems.map(({ code }) => code).join(' '));
  return {
    tables: value.blocks.flatMap(({ rows }) => (rows ? [rows] : [])),
    text: value.blocks.filter(({ rows }) => !rows).map(({ text }) => text),
    aside: value.blocks.filter(({ role }) => role === 'boilerplate').map(({ text }) => text),
    codes: problems.map(({ code }) => code),
  };
}

describe('tables', () => {
  const grid = [209, 225, 241, 257, 273];
  const columns = [70, 176, 256, 336, 420];
  it.each<[string, readonly Line[]]>([
    ['with every line', [...across(grid), ...down(columns, 209, 273)]],
    ['open at their sides', [...across(grid), ...down(columns.slice(1, -1), 209, 273)]],
    ['with three lines across', across([209, 225, 273])],
    ['with a line below the head alone', across([225])],
    ['with no line', []],
    ['with lines down alone around one body', [...across([209, 225, 273]), ...down(columns, 209, 273)]],
  ])('%s', async (_, drawn) => {
    const { tables, text } = await taken([around(cells(), drawn)]);
    expect(tables).toEqual([ROWS]);
    expect(text).toEqual([first, second]);
  });

  it('whose cells stand close together', async () => {
    const rows = ROWS.slice(0, 3).map((row) => row.slice(0, 3));
    // Another face each, or pdf.js gives a row as one run.
    const words = rows.flatMap((row, at) =>
      row.map((text, column): Drawn => ({ text, x: [74, 105, 134][column] ?? 0, y: 220 + at * 14, font: column === 1 ? 'mono' : 'plain' })),
    );
    expect((await taken([around(words)])).tables).toEqual([rows]);
  });

  it('at the end of a page: their numbers are not the page’s', async () => {
    const { tables } = await taken([
      { words: [...lines(first, { x: 70, y: 100 }, { wide: 84 }), ...lines(second, { x: 70, y: 160 }, { wide: 84 }), ...cells(ROWS, 752)] },
    ]);
    expect(tables).toEqual([ROWS]);
  });

  it('below two columns that end together', async () => {
    const half = (text: string, x: number): Drawn[] => lines(text, { x, y: 100 }, { wide: 42 });
    const words = [
      ...half(`${first} ${second}`, 70),
      ...half(`${third} ${first}`, 320),
      ...cells(
        ROWS.map((row) => row.slice(0, 3)),
        240,
      ),
    ];
    const { tables, text } = await taken([{ words }]);
    expect(tables).toHaveLength(1);
    expect(text.join(' ')).toBe(`${first} ${second} ${third} ${first}`);
  });

  it('words of a cell on several lines are one', async () => {
    const rows = [
      ['Quay', '2022'],
      ['The northern quay with its', '40'],
      ['South', '12'],
    ];
    const words = [
      ...cells(rows, 220, 32).map((word) => ({ ...word, x: word.x === 74 ? 74 : 240 })),
      { text: 'two cranes', x: 74, y: 264 },
    ];
    const { tables } = await taken([around(words, [...across([209, 241, 273, 305], 70, 300), ...down([70, 230, 300], 209, 305)])]);
    const moved = tables[0]?.map(([name]) => name);
    expect(moved).toEqual(['Quay', 'The northern quay with its two cranes', 'South']);
  });

  it('cells that reach over several are told of', async () => {
    const drawn = [
      ...across([209, 273]),
      ...across([225], 176, 420),
      ...across([241, 257]),
      ...down([70, 176, 336, 420], 209, 273),
      ...down([256], 225, 273),
    ];
    const words = [
      { text: 'Quay', x: 74, y: 220 },
      { text: 'Ships of two years', x: 180, y: 220 },
      { text: 'Change', x: 340, y: 220 },
      ...cells(ROWS, 236).filter(({ text }) => text !== 'Quay' && text !== 'Change'),
    ];
    const { tables, codes } = await taken([around(words, drawn)]);
    expect(tables[0]?.[0]).toEqual(['Quay', 'Ships of two years', '', 'Change']);
    expect(codes).toContain('intake/merged-cells');
  });

  it('that go on behind the page are one, with one head', async () => {
    const page = (rows: readonly (readonly string[])[], top: number): DrawnPage => {
      const ys = [0, ...rows.map((_, at) => at + 1)].map((at) => top - 11 + at * 16);
      return { words: cells(rows, top), lines: [...across(ys), ...down(columns, ys[0] ?? 0, ys.at(-1) ?? 0)] };
    };
    const upper = page(ROWS, 700);
    const lower = page([ROWS[0], ['West', '7', '8', '+1']], 120);
    const { tables } = await taken([
      { ...upper, words: [...lines(first, { x: 70, y: 100 }, { wide: 84 }), ...upper.words] },
      { ...lower, words: [...lower.words, ...lines(second, { x: 70, y: 300 }, { wide: 84 })] },
    ]);
    expect(tables).toEqual([[...ROWS, ['West', '7', '8', '+1']]]);
  });

  it('captions and sources are set aside, a sentence of the text is not', async () => {
    const words = [
      { text: 'Table 1: Ships by quay', x: 70, y: 200, font: 'bold' as const },
      ...cells(),
      { text: 'Table 1 shows that the northern quay grew, which had been expected since the day it was', x: 70, y: 330 },
      { text: 'opened by the mayor.', x: 70, y: 342 },
    ];
    const { aside, text } = await taken([around(words, across([209, 225, 273]))]);
    expect(aside).toContain('Table 1: Ships by quay');
    expect(text.some((own) => own.startsWith('Table 1 shows'))).toBe(true);
  });

  it('a box around text is none, nor are two columns with a line between them', async () => {
    const box = around(lines(third, { x: 80, y: 225 }, { wide: 60 }), [...across([209, 290]), ...down([70, 420], 209, 290)]);
    expect((await taken([box])).tables).toEqual([]);
    const half = (text: string, x: number): Drawn[] => lines(text, { x, y: 100 }, { wide: 42 });
    expect((await taken([{ words: [...half(first, 70), ...half(second, 320)], lines: down([308], 90, 160) }])).tables).toEqual([]);
  });

  it('lines of a contents are none, and no text', async () => {
    const entries = ['The old harbour', 'The new quay', 'What it cost', 'Who pays'].map((text, at) => ({
      text: `${text} ${'. '.repeat(30)}${at * 7 + 3}`,
      x: 70,
      y: 200 + at * 14,
    }));
    const { tables, aside } = await taken([around(entries)]);
    expect(tables).toEqual([]);
    expect(aside.filter((own) => own.includes('. . .')).length).toBeGreaterThan(0);
  });
});
