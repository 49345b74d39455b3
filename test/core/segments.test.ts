import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../src/core/base/segments.ts';
import { divideSlice, lengthOf, memberAt, membersOf, sliceOf, type Slice } from '../../src/core/base/slice.ts';
import { firstWhere } from '../../src/core/base/search.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

describe('the segments of a text', () => {
  it('are those that the segmenter gives of it whole, however long it is', () => {
    const part = fc.constantFrom(
      'a',
      'e\u0301',
      '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
      '\u{1F1E9}\u{1F1EA}',
      'か\u3099',
      '각',
      '\r\n',
      ' ',
      'क्षि',
      '\u0301\u0301\u0301',
    );
    const text = fc
      .tuple(fc.array(part, { maxLength: 30 }), fc.integer({ min: 1, max: 300 }))
      .map(([parts, times]) => parts.join('').repeat(times));
    fc.assert(
      fc.property(text, (whole) => {
        const found = [...segmentsOf(graphemes, whole)].map(({ index, segment }) => [index, segment]);
        expect(found).toEqual([...graphemes.segment(whole)].map(({ index, segment }) => [index, segment]));
      }),
      { numRuns: 40 },
    );
  });

  it('are not cut where what is read at once ends inside a character', () => {
    const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
    for (let before = 1990; before <= 2001; before++)
      expect([...segmentsOf(graphemes, `${'a'.repeat(before)}${family}b`)].map(({ segment }) => segment).slice(before)).toEqual([
        family,
        'b',
      ]);
  });

  it('have one that is longer than what is read at once', () => {
    const long = `a${'\u0301'.repeat(5000)}`;
    expect([...segmentsOf(graphemes, `x${long}y`)].map(({ segment }) => segment.length)).toEqual([1, 5001, 1]);
  });
});

describe('a slice of a list', () => {
  it('has the members that it had before it was divided, and the two parts of one that was', () => {
    const step = fc.tuple(fc.nat(6), fc.boolean());
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 2, maxLength: 4 }), { minLength: 1 }), fc.array(step), (list, steps) => {
        let rest: Slice<string> = sliceOf(list);
        const taken: string[] = [];
        for (const [count, cuts] of steps) {
          const own = memberAt(rest, count);
          if (own === undefined || (cuts && own.length < 2)) continue;
          const [head, tail] = divideSlice(rest, count, cuts ? [own.slice(0, 1), own.slice(1)] : null);
          expect(lengthOf(head)).toBe(count + (cuts ? 1 : 0));
          taken.push(...membersOf(head));
          rest = tail;
        }
        expect([...taken, ...membersOf(rest)].join('')).toBe(list.join(''));
      }),
    );
  });
});

it('finds the first place from which on something holds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(50), (list, most) => {
      const sorted = [...list].sort((a, b) => a - b);
      const found = sorted.findIndex((n) => n > most);
      expect(firstWhere(sorted.length, (i) => (sorted[i] ?? 0) > most)).toBe(found < 0 ? sorted.length : found);
    }),
  );
});
