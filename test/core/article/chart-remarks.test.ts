import { describe, expect, it } from 'vitest';
import { parseBody, parseArticle, writeArticle } from '../../../src/core/article/index.ts';
import type { ArticleChart } from '../../../src/core/block/chart/types.ts';
import { unwrap, type Problem } from '../../../src/core/base/errors.ts';

const ROWS = '| Quarter | Forecast | **Counted** |\n|---|---|---|\n| Q1 | 18000 | 16500 |\n| **Q3** | 19500 | 22100 |';

function read(
  table: string,
  below = '',
  head = 'type=bar',
  language = 'en',
): { readonly chart: ArticleChart | null; readonly problems: readonly Problem[] } {
  const { value, problems } = parseBody(`:::chart{${head}}\n${table}\n\n${below}\n:::`, { file: 'a.md', line: 1, language });
  const [block] = value?.blocks ?? [];
  return { chart: block?.kind === 'chart' ? block : null, problems };
}

const codes = (problems: readonly Problem[]): string[] => problems.map(({ code }) => code);

describe('bold in a chart’s table', () => {
  it('marks a series by its head and a category by its first cell', () => {
    const { chart, problems } = read(ROWS);
    expect([chart?.emphasis, problems]).toEqual([{ series: [1], categories: [1] }, []]);
  });

  it('marks nothing where all heads or all first cells have it: that is their look', () => {
    const { chart, problems } = read('| **A** | **B** | **C** |\n|---|---|---|\n| **x** | 1 | 2 |\n| **y** | 3 | 4 |');
    expect([chart?.emphasis, problems]).toEqual([undefined, []]);
  });

  it('is said on a value that is in no marked row or column', () => {
    const { chart, problems } = read('| A | B |\n|---|---|\n| x | **1** |\n| y | 2 |');
    expect([chart?.series[0]?.values, codes(problems)]).toEqual([[1, 2], ['article/chart-mark']]);
    expect(problems[0]?.place?.line).toBe(4);
    expect(codes(read('| A | B |\n|---|---|\n| **x** | **1** |\n| y | 2 |').problems)).toEqual([]);
  });
});

describe('the list below a chart', () => {
  it('remarks on a category, and sets a target', () => {
    const { chart, problems } = read(ROWS, '- Q3: the strongest\n- Target 20,000: capacity');
    expect([chart?.annotations, chart?.target, problems]).toEqual([
      [{ category: 1, text: 'the strongest' }],
      { value: 20000, text: 'capacity' },
      [],
    ]);
  });

  it.each([
    ['de', '- Ziel 20.000: Kapazität', 20000],
    ['fr', '- Objectif 20 000 : capacité', 20000],
    ['he', '- יעד 20,000: קיבולת', 20000],
    ['zh', '- 目标 20,000：容量', 20000],
    ['en', '- target −3.5', -3.5],
  ])('knows a target in %s', (language, line, value) => {
    const { chart, problems } = read(ROWS, line, 'type=bar', language);
    expect([chart?.target?.value, problems]).toEqual([value, []]);
  });

  it('takes the unit off a target', () => {
    expect(read(ROWS, '- Target 20,000 containers', 'type=bar unit="containers"').chart?.target).toEqual({ value: 20000, text: '' });
    expect(read('| A | B |\n|---|---|\n| x | 40 |', '- Target 30 %: goal', 'type=bar unit="%"').chart?.target).toEqual({
      value: 30,
      text: 'goal',
    });
  });

  it('knows a category whose name has a colon, or begins another’s', () => {
    const { chart } = read('| A | B |\n|---|---|\n| Port | 1 |\n| Port: north | 2 |', '- Port: north: closed\n- Port: open');
    expect(chart?.annotations).toEqual([
      { category: 1, text: 'closed' },
      { category: 0, text: 'open' },
    ]);
  });

  it.each([
    ['- Q9: no such quarter', 'names none of its categories'],
    ['- the strongest', 'names none of its categories'],
    ['- Q1:', 'says nothing'],
    ['- Q1: one\n- Q1: two', 'two remarks'],
    ['- Target many: capacity', 'not a number'],
    ['- Target 5\n- Target 6', 'two targets'],
    ['- Q1: a\n  - nested', 'one line'],
  ])('is said where it is %j', (below, message) => {
    const { chart, problems } = read(ROWS, below);
    expect(chart?.series).toHaveLength(2);
    expect(codes(problems)).toEqual(['article/chart-remark']);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.hint).not.toBe('');
  });

  it('gives its references to the chart', () => {
    const text = `---\ntitle: T\n---\n\n## A\n\nS.\n\n:::chart{type=bar}\n${ROWS}\n\n- Q3: the strongest [¶3]\n\n[¶2]\n:::\n`;
    const article = unwrap(parseArticle(text, { file: 'a.md' }));
    const [block] = article.topics[0]?.blocks ?? [];
    expect(block?.kind === 'chart' && [...block.refs].sort()).toEqual([2, 3]);
    // And is written so that it is read as the same again.
    const again = unwrap(parseArticle(writeArticle(article), { file: 'a.md' })).topics[0]?.blocks[0];
    expect(again).toEqual(block);
  });
});

describe('types of one series', () => {
  it.each(['share', 'ranking', 'doughnut'])('%s refuses two', (type) => {
    expect(codes(read(ROWS.replaceAll('**', ''), '', `type=${type}`).problems)).toContain('article/row');
  });

  it('share refuses what are no parts', () => {
    expect(codes(read('| A | B |\n|---|---|\n| x | -1 |\n| y | 2 |', '', 'type=share').problems)).toEqual(['article/row']);
  });
});
