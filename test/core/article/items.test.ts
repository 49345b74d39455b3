import { describe, expect, it } from 'vitest';
import { leadIn, parseArticle, withLeadIn, writeArticle } from '../../../src/core/article/index.ts';
import type { ArticleBlock } from '../../../src/core/article/types.ts';
import type { ItemsBlock } from '../../../src/core/block/items/types.ts';
import type { Problem } from '../../../src/core/base/errors.ts';
import { plainText } from '../../../src/core/base/text.ts';

const FRONT = '---\ntitle: T\nlanguage: en\n---\n';
const parsed = (body: string): { blocks: readonly ArticleBlock[]; problems: readonly Problem[]; text: string } => {
  const { value, problems } = parseArticle(`${FRONT}## A\n\nA summary.\n\n${body}\n`, { file: 'a.md' });
  return { blocks: value?.topics[0]?.blocks ?? [], problems, text: value ? writeArticle(value) : '' };
};
const itemsIn = (body: string): ItemsBlock => {
  const { blocks, problems } = parsed(body);
  expect(problems).toEqual([]);
  const [block] = blocks;
  if (block?.kind !== 'items') throw new Error(`${block?.kind ?? 'nothing'} and no items`);
  return block;
};

describe('repeating items in an article', () => {
  it('reads cards with their heads, points and recommendation', () => {
    const block = itemsIn(':::cards\n- **Wait.** Costs nothing. [¶9]\n- [x] **Build.**\n  - 40 million\n  - By 2031\n:::');
    if (block.form === 'compare') throw new Error('a comparison');
    expect(block.items.map(({ head, text, task, children }) => [plainText(head), plainText(text), task, children.length])).toEqual([
      ['Wait.', 'Costs nothing.', undefined, 0],
      ['Build.', '', 'done', 2],
    ]);
  });

  it.each([
    ['1. Put it on the agenda. — Clerk, 2025-05-31', 'Put it on the agenda.', 'Clerk', '2025-05-31'],
    ['1. Put it on the agenda. [¶3] — Clerk, ~2025-05', 'Put it on the agenda.', 'Clerk', '~2025-05'],
    ['1. Put it – now – on the agenda', 'Put it – now – on the agenda', '', ''],
    ['1. Put it on the agenda — 2025', 'Put it on the agenda', '', '2025'],
    ['1. ضعوا الخطة على جدول الأعمال — الأمين، 2025-05-31', 'ضعوا الخطة على جدول الأعمال', 'الأمين', '2025-05-31'],
    ['1. 将计划列入议程。 — 秘书，2025-05-31', '将计划列入议程。', '秘书', '2025-05-31'],
  ])('reads who decides and when: %s', (line, words, owner, date) => {
    const block = itemsIn(`:::decisions\n${line}\n:::`);
    const item = block.form === 'compare' ? undefined : block.items[0];
    expect([plainText(item?.text ?? []), item?.owner, item?.date]).toEqual([words, owner, date]);
  });

  it('reads steps in lanes, the bold one the result', () => {
    const block = itemsIn(':::steps\n- The corridor\n  1. Fear\n  2. **Relief**\n- The enclave\n  1. Loss\n  2. Peace\n:::');
    if (block.form === 'compare') throw new Error('a comparison');
    expect(block.items.map(({ children }) => children.map(({ head }) => head.length))).toEqual([
      [0, 1],
      [0, 0],
    ]);
  });

  it.each([
    ':::cards\n- **Wait**: costs nothing [¶9]\n- [ ] **等待：**不花钱。\n- **Bauen.** Teuer\n:::',
    ':::compare\n|  | Before | **After** |\n| - | - | - |\n| Cost | 12 [¶3] | 14 |\n:::',
    ':::steps\n3. Decide\n4. **Built** by 2031\n:::',
    ':::decisions\n1. Name **one** member [¶2] — Board, 2025\n2. Reply\n   - in writing\n:::',
  ])('is written as it was read: %j', (body) => {
    const { blocks, text } = parsed(body);
    const again = parseArticle(text, { file: 'a.md' }).value;
    expect(again?.topics[0]?.blocks).toEqual(blocks);
    expect(again && writeArticle(again)).toBe(text);
  });

  it.each([
    [':::cards\n- **Only.** One\n:::', 'points', '9:1 1'],
    [`:::steps\n${Array.from({ length: 14 }, (_, i) => `${i + 1}. Step`).join('\n')}\n:::`, 'points', '9:1 14'],
    [':::decisions\nNo list at all.\n:::', 'paragraph', '9:1 paragraph in line 10'],
    [':::cards\n- a\n  - b\n    - c\n- d\n:::', 'points', '9:1 3 levels'],
    [':::steps\n- a\n  1. b\n  2. c\n- d\n:::', 'points', '9:1 1 of 2'],
    [':::compare\n- a\n- b\n:::', 'points', '9:1 list in line 10'],
    [':::compare\n| | A |\n|-|-|\n| b | c |\n:::', 'table', '9:1 1'],
    [':::cards\n- **A.** b\n- **C.** d\n\nAnd more.\n:::', 'points,paragraph', '9:1 list in line 10, paragraph in line 13'],
  ])('shows what is none as what it holds, and says so: %j', (body, kinds, said) => {
    const { blocks, problems } = parsed(body);
    expect(blocks.map(({ kind }) => kind).join()).toBe(kinds);
    expect(
      problems.map(
        ({ code, severity, place, received }) => `${code} ${severity} ${place?.line ?? 0}:${place?.column ?? 0} ${received ?? ''}`,
      ),
    ).toEqual([`article/items warning ${said}`]);
    expect(problems[0]?.hint).toBeTruthy();
  });
});

describe('bold words that begin a line', () => {
  it.each([
    [[{ text: 'Wait', bold: true as const }, { text: 'ing' }], ''],
    [[{ text: 'Wait.', bold: true as const }, { text: ' Now' }], 'Wait.'],
    [[{ text: 'Wait', bold: true as const }, { text: ': now' }], 'Wait:'],
    [[{ text: 'Wait', bold: true as const }, { text: ' ' }, { refs: [2] }], 'Wait'],
    [[{ text: 'Only', bold: true as const }], 'Only'],
    [[{ text: 'None ' }, { text: 'bold', bold: true as const }], ''],
  ])('%j', (runs, head) => {
    const found = leadIn(runs);
    expect(plainText(found.head)).toBe(head);
    expect(leadIn(withLeadIn(found))).toEqual(found);
  });
});
