import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreedSteps, MOST_SIZES, type LadderUnit } from '../../../src/core/layout/slide/ladder.ts';
import type { Block } from '../../../src/core/deck/types.ts';
import { list, sceneOf, slide, text, textBox, textStyle, THEME, tryLayOut } from '../../support/layout.ts';
import { packTheme } from '../../support/theme.ts';

const STEPS = [26, 22, 20, 18];
const LADDER = { ...THEME, styles: { ...THEME.styles, body: textStyle({ size: 26, minimum: 18, steps: STEPS }) } };

const unit = (best: number, more: Partial<LadderUnit> = {}): LadderUnit => ({ best, isWhole: true, fillAt: () => 0.8, ...more });

describe('agreedSteps', () => {
  it('sets most slides in the largest step that six in ten hold', () => {
    expect(agreedSteps([unit(0), unit(1), unit(1), unit(0), unit(2)])).toEqual([1, 1, 1, 1, 2]);
    expect(agreedSteps([unit(0), unit(0), unit(0), unit(3), unit(3)])).toEqual([0, 0, 0, 3, 3]);
  });

  it('lets what would stand half empty grow by one step, and no more', () => {
    const empty = { fillAt: () => 0.3 };
    expect(agreedSteps([unit(2), unit(2), unit(2), unit(0, empty)])).toEqual([2, 2, 2, 1]);
  });

  it('does not let a slide that becomes several anyway say how large the others are', () => {
    expect(agreedSteps([unit(0, { isWhole: false }), unit(0, { isWhole: false }), unit(2)])).toEqual([2, 2, 2]);
  });

  it('never gives more than three sizes, and none larger than what a slide holds, whatever the deck', () => {
    const some = fc.record({ best: fc.nat(4), isWhole: fc.boolean(), fill: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 12 }), (drawn) => {
        const steps = agreedSteps(drawn.map(({ best, isWhole, fill }) => unit(best, { isWhole, fillAt: () => fill })));
        return new Set(steps).size <= MOST_SIZES && steps.every((step, i) => step >= (drawn[i]?.best ?? 0));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a style with steps', () => {
  const points = (count: number, words: number): string[] =>
    Array.from({ length: count }, (_, i) => `${i} ${'Waren und Güter '.repeat(words)}`.trim());
  const deck = [points(3, 2), points(4, 3), points(4, 8), points(9, 4), points(40, 6), points(1, 3)].map((items, i) =>
    slide([list(...items)], { id: `s${i}`, topic: `t${i}`, title: text(`Title ${i}`) }),
  );
  const sizes = sceneOf(deck, { theme: LADDER }).slides.map((one) => ({ topic: one.topic, size: textBox(one).levels[0]?.size ?? 0 }));

  it('is set in no other size, in three at most, and alike on all parts of a slide', () => {
    expect(sizes.filter(({ size }) => !STEPS.includes(size))).toEqual([]);
    expect(new Set(sizes.map(({ size }) => size)).size).toBeLessThanOrEqual(MOST_SIZES);
    const parts = sizes.filter(({ topic }) => topic === 't4').map(({ size }) => size);
    expect(parts.length).toBeGreaterThan(1);
    expect(new Set(parts).size).toBe(1);
  });
});

describe('a region with a ladder that holds something else, too', () => {
  const theme = packTheme('policy-brief', { format: 'A4' });
  const row = (words: number): Block => ({
    kind: 'items',
    form: 'rows',
    entries: [
      {
        marked: false,
        number: null,
        kicker: [],
        head: text('The board'),
        sub: [],
        body: [text('agreed on dues '.repeat(words))],
        side: [],
        points: [],
        steps: [],
      },
    ],
  });

  it('shrinks that on below the ladder’s last step, before it leaves its region', () => {
    const faults = Array.from({ length: 12 }, (_, i) => 60 + 10 * i).flatMap((words) => {
      const { problems } = tryLayOut([slide([row(words), list('A point')], { layout: 'source-groups' })], { theme });
      return problems.filter(({ code }) => code === 'layout/overflow').map(() => words);
    });
    expect(faults).toEqual([]);
  });
});
