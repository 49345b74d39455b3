import { describe, expect, it } from 'vitest';
import { conflictComment, inShort } from '../../../../../src/core/write/pptx/merge/conflicts.ts';
import type { Conflict } from '../../../../../src/core/write/pptx/merge/types.ts';

const WHOLE: Conflict = {
  ...{ id: 'a', kind: 'slide-withdrawn', slide: 's', title: 'الرصيف', box: null, base: [], ours: [], choice: null },
  theirs: ['الرصيف', '港口已满。', 'Zwölf Lotsen.', ...Array.from({ length: 40 }, (_, i) => `Note ${i}.`)],
  choices: ['theirs', 'ours'],
};

describe('what a comment says of a conflict', () => {
  it('has the first lines of a whole slide, and how many there are besides', () => {
    expect(conflictComment(WHOLE).split('\n').at(-1)).toBe('By hand: الرصيف / 港口已满。 / Zwölf Lotsen. / … 40 more');
  });

  it('has all lines where leaving one out would save none', () => {
    expect(inShort(['a', 'b', 'c', 'd'])).toEqual(['a', 'b', 'c', 'd']);
    expect(inShort([])).toEqual([]);
  });
});
