import { describe, expect, it } from 'vitest';
import { find, type Entry } from '../../src/player/search.ts';

const entry = (index: number, title: string, ...texts: string[]): Entry => ({ slide: { index, title }, texts });
const DECK = [
  entry(0, 'The port', 'A cover'),
  entry(1, 'Quays and cranes', 'Two cranes stand still since March.', 'Say it slowly. Été.'),
  entry(2, 'Cost of the quay', 'Sixty-eight million euros in all, of which the state may carry forty per cent at most.'),
  entry(3, 'Reporting', 'The port reports in May.'),
  entry(11, 'Élan', 'Nothing'),
];
const numbers = (text: string): number[] => find(DECK, text).map(({ slide }) => slide.index + 1);

describe('finding a slide', () => {
  it('takes all where nothing is typed', () => expect(numbers(' ')).toEqual([1, 2, 3, 4, 12]));

  it('puts the number first, then the beginning of a title, of one of its words, letters inside it, and other words', () => {
    expect(numbers('12')).toEqual([12]);
    expect(numbers('quay')).toEqual([2, 3]);
    expect(numbers('port')).toEqual([1, 4]);
    expect(numbers('may')).toEqual([3, 4]);
  });

  it('heeds neither case nor accents', () => {
    expect(numbers('elan')).toEqual([12]);
    expect(numbers('ete')).toEqual([2]);
    expect(numbers('QUAYS  AND')).toEqual([2]);
  });

  it('shows the words around what was found beside the title, whole words alone', () => {
    const [found] = find(DECK, 'state may');
    expect(found?.words).toBe('… million euros in all, of which the state may carry forty per cent at most.');
    expect(find(DECK, 'quays')[0]?.words).toBe('');
    expect(find(DECK, 'slowly')[0]?.words).toBe('Say it slowly. Été.');
  });

  it('finds nothing that is not there', () => expect(numbers('harbour')).toEqual([]));
});
