import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { decimalMark } from '../../../src/core/block/table/layout/insets.ts';
import { runsText } from '../../../src/core/layout/index.ts';
import type { GroupBox, Scene, SceneSlide, TableBox } from '../../../src/core/layout/types.ts';
import { writeHtml } from '../../../src/core/write/html/index.ts';
import { contrast, resolveColor } from '../../../src/core/template/theme/color.ts';
import type { ColorUse } from '../../../src/core/template/theme/types.ts';
import { articleScene } from '../../support/article-scene.ts';
import { FONTS } from '../../support/layout.ts';

const PACKS = ['policy-brief', 'situation-report', 'talking-points', 'plain'] as const;
const MARKED = ['| Measure | Cost |', '|---|---:|', '| Wall | 24.0 |', '| **Berths** | **12.0** |', '| Gate | 6 |', '| All | 42.0 |'].join(
  '\n',
);

const article = (table: string, language = 'en'): string =>
  `---\ntitle: T\nlanguage: ${language}\n---\n## What is built first\n\n:::table{total}\n${table}\n:::\n`;
const rowsOf = (count: number, cell: (i: number) => string): string =>
  [
    '| Name | Value |',
    '|---|---:|',
    ...Array.from({ length: count }, (_, i) => `| Row ${String.fromCharCode(65 + i)} | ${cell(i)} |`),
    '| All | |',
  ].join('\n');

interface Found {
  readonly table: TableBox;
  readonly bars: GroupBox | undefined;
  readonly slide: SceneSlide;
}

function found(scene: Scene): Found {
  const slide = scene.slides.find(({ boxes }) => boxes.some(({ kind }) => kind === 'table'));
  const table = slide?.boxes.find((box): box is TableBox => box.kind === 'table');
  if (!slide || !table) throw new Error('no table');
  return { slide, table, bars: slide.boxes.find((box): box is GroupBox => box.kind === 'group' && box.role === 'table') };
}
const laid = async (table: string, pack: string = 'policy-brief', language = 'en'): Promise<Found> =>
  found(await articleScene({ articles: [article(table, language)], pack }));
const widths = ({ bars }: Found): number[] => bars?.children.map(({ frame }) => Math.round(frame.width)) ?? [];
const cellsOf = ({ table }: Found, column: number) => table.rows.flatMap(({ cells }) => cells[column] ?? []);

describe.each(PACKS)('a table of %s', (pack) => {
  it('shows one column of positive values as bars from a common line, as long as they say, and none for the total', async () => {
    const all = await laid(MARKED, pack);
    const [wall = 0, berths = 0, gate = 0, ...more] = widths(all);
    expect(more).toEqual([]);
    expect([berths / wall, gate / wall].map((share) => Math.round(share * 100))).toEqual([50, 25]);
    expect(new Set(all.bars?.children.map(({ frame }) => frame.x)).size).toBe(1);
  });

  it('keeps bars clear of every word of their rows, and inside the table', async () => {
    const all = await laid(MARKED, pack);
    const { table } = all;
    const words = cellsOf(all, 1).flatMap(({ lines }) => lines);
    for (const { frame } of all.bars?.children ?? []) {
      const beside = words.filter(({ top, height }) => top < frame.y + frame.height && top + height > frame.y);
      expect(beside.length).toBeGreaterThan(0);
      expect(Math.max(...beside.map(({ x, width }) => x + width))).toBeLessThan(frame.x);
      expect(frame.x + frame.width).toBeLessThanOrEqual(table.frame.x + table.frame.width);
    }
  });

  it('fills its page in larger type, but no taller than reads at a glance', async () => {
    const { table } = await laid(MARKED, pack);
    const theme = (await articleScene({ articles: [article(MARKED)], pack })).theme;
    const size = table.rows[1]?.cells[0]?.levels[0]?.size ?? 0;
    expect(size).toBeGreaterThan(theme.styles['table']?.levels[0]?.size ?? Infinity);
    expect(Math.max(...table.rows.map(({ height }) => height))).toBeLessThan(size * 3.3 + 1); // sizes are half points
    expect(table.frame.height).toBeGreaterThan(200);
  });

  it('marks the rows that are bold, in HTML behind the words', async () => {
    const scene = await articleScene({ articles: [article(MARKED)], pack });
    const { table, bars } = found(scene);
    expect(table.rows.map(({ marked }) => marked === true)).toEqual([false, false, true, false, false]);
    const fills = bars?.children.map((child) => (child.kind === 'shape' ? child.fill : null));
    expect(fills).toEqual([scene.theme.table.bar, scene.theme.table.markedBar, scene.theme.table.bar]);
    expect(new TextDecoder().decode((await writeHtml(scene, FONTS)).value)).toContain('<table aria-label="Measure, Cost">');
  });
});

it.each(PACKS.flatMap((pack) => (['light', 'dark'] as const).map((variant) => [pack, variant] as const)))(
  'words of marked rows can be read, and their bars be told from the others: %s, %s',
  async (pack, variant) => {
    const { theme } = await articleScene({ articles: [article(MARKED)], pack, variant });
    const { markedFill, bar, markedBar } = theme.table;
    const color = (use: ColorUse): string => resolveColor(theme, use);
    const fill = color(markedFill ?? theme.background);
    expect(contrast(color(theme.styles['table']?.levels[0]?.color ?? 'text1'), fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color(markedBar), fill)).toBeGreaterThanOrEqual(3);
    expect(contrast(color(bar), color(theme.background))).toBeGreaterThanOrEqual(2);
    expect(color(bar)).not.toBe(color(markedBar));
  },
);

describe('bars', () => {
  it.each([
    ['two values', rowsOf(2, (i) => String(i + 5))],
    ['thirteen values', rowsOf(13, (i) => String(2 * i + 5))],
    ['a value below zero', rowsOf(3, (i) => String(i - 1))],
    ['values that are all the same', rowsOf(4, () => '7')],
    ['several units', rowsOf(3, (i) => ['4 km', '3 %', '5 €'][i] ?? '')],
    ['a column that is half words', rowsOf(4, (i) => (i % 2 ? 'open' : '7'))],
    ['years', rowsOf(4, (i) => String(1990 + 3 * i))],
    ['running numbers', rowsOf(4, (i) => String(i + 1))],
    ['two columns of values', '| A | B | C |\n|---|---|---|\n| a | 3.5 | 7.5 |\n| b | 4.5 | 2.5 |\n| c | 1.5 | 3.5 |\n| d | | |'],
  ])('are not drawn for %s', async (_, table) => {
    expect((await laid(table)).bars).toBeUndefined();
  });

  it('leave out an empty cell, and years beside them', async () => {
    const table =
      '| A | Since | C |\n|---|---|---|\n| a | 1990 | 30 |\n| b | 2001 | – |\n| c | 2004 | 20 |\n| d | 2010 | 10 |\n| All | | |';
    const [first = 0, second = 0, third = 0, ...more] = widths(await laid(table));
    expect([second / first, third / first].map((share) => Math.round(share * 30))).toEqual([20, 10]);
    expect(more).toEqual([]);
  });

  it('read numbers as the article’s language writes them', async () => {
    const table = rowsOf(3, (i) => ['1.500', '3.000', '750,5'][i] ?? '');
    const [first = 0, second = 0, third = 0] = widths(await laid(table, 'policy-brief', 'de'));
    expect([first / second, third / second].map((share) => Math.round(share * 100))).toEqual([50, 25]);
  });

  it('give way to words: a long column takes their place', async () => {
    const long = 'The federal government pays for three years, then the states take over half of it, if their chamber agrees';
    const table = ['| A | Why | C |', '|---|---|---|', ...[30, 20, 10].map((value) => `| a | ${long} | ${value} |`), '| All | | |'].join(
      '\n',
    );
    expect((await laid(table)).bars).toBeUndefined();
  });
});

describe('numbers of a column', () => {
  it('stand with their decimals below each other', async () => {
    const all = await laid(rowsOf(3, (i) => ['-3.25', '4', '12.5'][i] ?? ''));
    const cells = cellsOf(all, 1).slice(1, 4);
    const point = cells.map(({ lines, paragraphs, levels }) => {
      const [line, text] = [lines[0], runsText(paragraphs[0]?.runs ?? [])];
      const tail = text.includes('.') ? text.length - text.indexOf('.') : 0;
      // Digits of this font are alike: 0.507 of the size; its point 0.252.
      const size = levels[0]?.size ?? 0;
      return (line?.x ?? 0) + (line?.width ?? 0) - size * (tail === 0 ? 0 : 0.252 + 0.507 * (tail - 1));
    });
    expect(Math.max(...point) - Math.min(...point)).toBeLessThan(0.5);
  });

  it.each([
    [['1.5', '2.25', '1,234.5'], '.'],
    [['1,5', '1.234,25'], ','],
    [['1,234', '2,500'], null],
    [['1.234', '2.5'], '.'],
    [['1.234.567', '2.5'], null],
    [['0.125', '7'], '.'],
    [['7', '8'], null],
  ])('%j have their decimals behind %j', (texts, mark) => {
    expect(decimalMark(texts)).toBe(mark);
  });
});

describe('marks', () => {
  it('in every row are none, and that is said', async () => {
    const table = '| A | B |\n|---|---|\n| **a** | x |\n| **b** | y |';
    const { problems } = parseArticle(`---\ntitle: T\nlanguage: en\n---\n## A\n\n${table}\n`, { file: 'a.md' });
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([['article/table-marks', 7]]);
    const { table: box } = await laid(`${table}\n| All | |`);
    expect(box.rows.some(({ marked }) => marked)).toBe(false);
  });

  it('in one row or none are fine', () => {
    const { problems } = parseArticle('---\ntitle: T\nlanguage: en\n---\n## A\n\n| A |\n|---|\n| **a** |\n', { file: 'a.md' });
    expect(problems).toEqual([]);
  });
});
