import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayRuns, runsText } from '../../../src/core/layout/index.ts';
import { splitRuns } from '../../../src/core/layout/text/split.ts';
import type { Run } from '../../../src/core/base/text.ts';

describe('the shown text of runs', () => {
  it('has references as labels close to their word, in one piece', () => {
    expect(runsText([{ text: 'They left. ' }, { refs: [2, 6] }, { text: ' Then more. ' }, { refs: [1] }])).toBe(
      'They left.\u00A0[2,\u00A06] Then more.\u00A0[1]',
    );
  });

  it('keeps a label that begins the paragraph', () => {
    expect(runsText([{ text: ' ' }, { refs: [3] }, { text: ' a' }])).toBe(' [3] a');
  });

  it('drops soft hyphens', () => {
    expect(runsText([{ text: 'auto\u00ADmatic' }])).toBe('automatic');
  });

  it('keeps a mark with the word before it, as in French, where only some renderers would', () => {
    const runs: Run[] = [{ text: 'Qui attend ' }, { text: '? Les navires : six', bold: true }, { text: ' ; and / or  , .' }];
    expect(displayRuns(runs).map((r) => r.text)).toEqual([
      'Qui attend\u00A0',
      '? Les navires\u00A0: six',
      '\u00A0; and\u00A0/ or  ,\u00A0.',
    ]);
  });

  it('says which pieces are superscript', () => {
    expect(displayRuns([{ text: 'a', bold: true }, { refs: [1] }]).map((r) => [r.text, r.bold, r.refs])).toEqual([
      ['a', true, null],
      ['[1]', false, [1]],
    ]);
  });
});

describe('dividing runs', () => {
  const runs: Run[] = [{ text: 'One two. ', bold: true }, { refs: [1] }, { text: ' Three four.' }];

  it('cuts inside a run and trims spaces at the cut', () => {
    expect(splitRuns(runs, 4)).toEqual([
      [{ text: 'One', bold: true }],
      [{ text: 'two. ', bold: true }, { refs: [1] }, { text: ' Three four.' }],
    ]);
  });

  it('keeps a label whole that it falls into', () => {
    const [head, tail] = splitRuns(runs, 9);
    expect([runsText(head), runsText(tail)]).toEqual(['One two.\u00A0[1]', 'Three four.']);
  });

  it('loses no character but spaces at the cut', () => {
    const run = fc.oneof(
      fc.string().map((text): Run => ({ text })),
      fc.nat(20).map((n): Run => ({ refs: [n] })),
    );
    fc.assert(
      fc.property(fc.array(run), fc.nat(60), (list, offset) => {
        const [head, tail] = splitRuns(list, offset);
        const bare = (words: string): string => words.replace(/[\s\u200B]/g, '');
        expect(bare(runsText(head) + runsText(tail))).toBe(bare(runsText(list)));
      }),
    );
  });
});
