import { expect, it } from 'vitest';
import { lastWords, type Decision, type Waiting } from '../../../src/ui/state/review-decisions.ts';

const said = (review: string, state: Decision['state'], ...ids: string[]): Waiting => ({
  review,
  operation: { kind: 'set-state', ids, state },
});

it('has the last word on each line of each review, whatever was decided before', () => {
  const waiting = [
    said('a', 'accepted', 'n1', 'n2'),
    said('b', 'accepted', 'n1'),
    said('a', 'rejected', 'n1'),
    said('a', 'accepted', 'n3'),
  ];
  expect(lastWords(waiting)).toEqual([
    { review: 'a', state: 'rejected', ids: ['n1'] },
    { review: 'a', state: 'accepted', ids: ['n2', 'n3'] },
    { review: 'b', state: 'accepted', ids: ['n1'] },
  ]);
  expect(lastWords([])).toEqual([]);
});
