import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSequences, type Step } from '../../../../../src/core/write/pptx/merge/sequence.ts';

const letters = (text: string): string[] => Array.from(text);

/** The merged lines, a conflict as `<theirs|ours>`. */
function read(base: string, theirs: string, ours: string): string {
  const [b, t, o] = [base, theirs, ours].map((text) => letters(text)) as [string[], string[], string[]];
  const of = (list: readonly string[], indices: readonly number[]): string => indices.map((i) => list[i]).join('');
  const said = (step: Step): string => {
    switch (step.kind) {
      case 'same':
        return t[step.theirs] ?? '';
      case 'theirs':
      case 'both':
        return of(t, step.theirs);
      case 'ours':
        return of(o, step.ours);
      case 'conflict':
        return `<${of(t, step.theirs)}|${of(o, step.ours)}>`;
    }
  };
  return mergeSequences(b, t, o).map(said).join('');
}

describe('mergeSequences', () => {
  it.each([
    ['nothing changed', 'abc', 'abc', 'abc', 'abc'],
    ['a line of theirs', 'abc', 'aXc', 'abc', 'aXc'],
    ['a line of ours', 'abc', 'abc', 'aYc', 'aYc'],
    ['neighbouring lines, one each', 'abcd', 'aXcd', 'abYd', 'aXYd'],
    ['the same line', 'abc', 'aXc', 'aYc', 'a<X|Y>c'],
    ['the same line alike', 'abc', 'aXc', 'aXc', 'aXc'],
    ['added at different places', 'abc', 'aXbc', 'abcY', 'aXbcY'],
    ['added at one place', 'ab', 'aXb', 'aYb', 'aXYb'],
    ['added alike', 'ab', 'aXb', 'aXb', 'aXb'],
    ['added beside a changed line', 'abc', 'aXc', 'aYbc', 'aYXc'],
    ['deleted, and unchanged', 'abc', 'ac', 'abc', 'ac'],
    ['deleted by both', 'abc', 'ac', 'ac', 'ac'],
    ['deleted, and changed', 'abc', 'ac', 'aYc', 'a<|Y>c'],
    ['split, and changed', 'abc', 'aXYc', 'aZc', 'a<XY|Z>c'],
    ['split, and its neighbour changed', 'abcd', 'aXYcd', 'abZd', 'aXYZd'],
    ['joined, and one of them changed', 'abcd', 'aXd', 'aYcd', 'a<X|Yc>d'],
    ['all deleted, and nothing', 'abc', '', 'abc', ''],
    ['from nothing', '', 'X', 'Y', 'XY'],
  ])('%s', (_, base, theirs, ours, merged) => {
    expect(read(base, theirs, ours)).toBe(merged);
  });

  const edited = fc.array(fc.record({ kind: fc.constantFrom('put', 'add', 'drop'), at: fc.nat(40) }), { maxLength: 5 });
  const apply = (base: string, ops: readonly { kind: string; at: number }[], fresh: string): string => {
    const list = letters(base);
    ops.forEach(({ kind, at }, i) => {
      const letter = fresh.charAt(i);
      if (kind === 'add') list.splice(at % (list.length + 1), 0, letter);
      else if (list.length > 0) list.splice(at % list.length, 1, ...(kind === 'put' ? [letter] : []));
    });
    return list.join('');
  };

  it('has every line that either put in, in its order, none twice, and none that one alone took out', () => {
    fc.assert(
      fc.property(fc.constantFrom('abcdefghij', 'ab', 'aabbaab', ''), edited, edited, (base, hand, author) => {
        const [theirs, ours] = [apply(base, hand, 'VWXYZ'), apply(base, author, '12345')];
        const merged = read(base, theirs, ours);
        for (const letter of letters(theirs + ours).filter((one) => !base.includes(one)))
          expect(
            letters(merged).filter((one) => one === letter),
            `${base} ${theirs} ${ours} ${merged}`,
          ).toHaveLength(1);
        // Without conflicts each side's own lines stand in its order.
        if (!merged.includes('<'))
          for (const side of [theirs, ours]) {
            const own = letters(side)
              .filter((one) => !base.includes(one))
              .join('');
            expect(
              letters(merged)
                .filter((one) => own.includes(one))
                .join(''),
            ).toBe(own);
          }
        if (new Set(base).size === base.length)
          for (const line of base) {
            const [his, mine] = [theirs.includes(line), ours.includes(line)];
            if (his !== mine) expect(merged.replace(/<[^>]*>/g, '').includes(line), `${base} ${theirs} ${ours} ${merged}`).toBe(false);
            if (his && mine) expect(merged.includes(line)).toBe(true);
          }
        expect(read(base, ours, ours)).toBe(ours);
        expect(read(base, theirs, base)).toBe(theirs);
        expect(read(base, base, ours)).toBe(ours);
      }),
      { numRuns: 3000 },
    );
  });
});
