import { describe, expect, it } from 'vitest';
import { openReview, select, selectPlace } from '../../../src/ui/state/review.ts';
import { differenceOf, linksOf, marksOf, pieces, stretches, tallyOf } from '../../../src/ui/state/review-view.ts';
import { parts, point, review, topic } from './review-sample.ts';

describe('what the review shows', () => {
  it('cuts a sentence where its marks begin and end', () => {
    const found = pieces('Up to 200 missiles.', { start: 0, end: 19 }, [
      { start: 0, end: 9 },
      { start: 6, end: 18 },
    ]);
    expect(found.map(({ text }) => text)).toEqual(['Up to ', '200', ' missiles', '.']);
    expect(found.map(({ marked }) => marked)).toEqual([true, true, true, false]);
    expect(pieces('A. B.', { start: 3, end: 5 }, [{ start: 0, end: 2 }])).toEqual([{ text: 'B.', marked: false }]);
  });

  it('folds repeats that follow each other into one line', () => {
    expect(stretches(parts(), false)).toEqual([
      { kind: 'block', index: 0 },
      { kind: 'block', index: 1 },
      { kind: 'folded', from: 2, count: 1 },
      { kind: 'block', index: 3 },
    ]);
    expect(stretches(parts(), true)).toHaveLength(4);
  });

  it('links either side to the other, the pointer before the hand', () => {
    const open = select(openReview(review()), 'p2');
    expect([...linksOf(open, null).spans.keys()]).toEqual([1]);
    expect(linksOf(open, { item: 'p3' }).block).toBe(3);
    expect([...linksOf(open, { block: 0, sentence: 0 }).items]).toEqual(['p1']);
    expect(linksOf(selectPlace(open, { block: 3, sentence: 0 }), null).item).toBe('p3');
    // A heading shows where its topic begins.
    expect(linksOf(select(open, 't2h'), null).block).toBe(3);
  });

  it('marks in the margin what is not left out', () => {
    const some = parts({ topics: [topic('t', [0], [point('p', 0), point('x', 0, { state: 'rejected' })])] });
    expect(marksOf(some, 0).map(({ id }) => id)).toEqual(['p']);
  });

  it('counts what a save takes and leaves', () => {
    expect(tallyOf(parts())).toEqual({ topics: 2, lines: 2, actors: 1, waiting: 7, takenUnseen: 6, leftUnseen: 1, setAside: 0, warned: 0 });
    const aside = parts();
    const more = topic(
      't3',
      [3],
      [point('p8', 3, { aside: 'reading', taken: false }), point('p9', 3, { aside: 'minor', state: 'accepted' })],
    );
    expect(tallyOf({ ...aside, topics: [...aside.topics, more] })).toMatchObject({ lines: 3, waiting: 8, leftUnseen: 1, setAside: 1 });
    const out = parts();
    const [first, ...rest] = out.topics;
    if (!first) throw new Error('no topic');
    expect(tallyOf({ ...out, topics: [{ ...first, heading: { ...first.heading, state: 'rejected' } }, ...rest] })).toMatchObject({
      topics: 1,
      lines: 0,
    });
  });

  it('shows of two versions what differs, with a few words around it', () => {
    expect(differenceOf('One two three four five six seven eight nine ten', 'One two three four five SIX seven eight nine ten')).toEqual({
      head: '… two three four five',
      before: 'six',
      after: 'SIX',
      tail: 'seven eight nine ten',
    });
    expect(differenceOf('a b', 'a b c')).toEqual({ head: 'a b', before: '', after: 'c', tail: '' });
    expect(differenceOf('a a', 'a')).toEqual({ head: 'a', before: 'a', after: '', tail: '' });
  });
});
