import { describe, expect, it } from 'vitest';
import { slideIds as idsOfSlots, slideSlots, type SlideKey } from '../../../src/core/deck/ids.ts';

/** Each a slide without a choice. */
const slideIds = (slides: readonly SlideKey[], hash?: (text: string) => string): string[] =>
  idsOfSlots(slideSlots(slides.map((slide) => [[slide]])).flat(2), hash);

describe('slideIds', () => {
  it('tells topic, kind and occurrence apart', () => {
    const ids = slideIds([
      { topic: 'a/b', kind: 'points' },
      { topic: 'a/b', kind: 'points' },
      { topic: 'a/b', kind: 'chart' },
      { topic: null, kind: 'points' },
    ]);
    expect(new Set(ids).size).toBe(4);
  });

  it('hashes again where two keys hash alike, whatever their order', () => {
    const alike = (text: string) => (text.split('\n').length > 3 ? `again ${text.split('\n')[0]}` : 'same');
    const [a, b] = [
      { topic: 'a', kind: 'x' },
      { topic: 'b', kind: 'x' },
    ];
    expect(slideIds([a, b], alike)).toEqual(['same', 'again b']);
    expect(slideIds([b, a], alike)).toEqual(['again b', 'same']);
  });
});
