import { describe, expect, it } from 'vitest';
import { openReview, select, selectPlace } from '../../../src/ui/state/review.ts';
import { entryOf } from '../../../src/ui/state/review-entries.ts';
import { formOf, operationOf } from '../../../src/ui/state/review-forms.ts';
import { stepFor, waitingInGroup, waitingSure } from '../../../src/ui/state/review-steps.ts';
import { block, parts, point, review, topic } from './review-sample.ts';

const opened = openReview(review());
const at = (item: string) => select(opened, item);
const operation = (open: typeof opened, command: Parameters<typeof stepFor>[1], choice = 0) =>
  stepFor(open, command, choice)?.operation ?? null;

describe('a key on the review screen', () => {
  it('decides on what is selected', () => {
    expect(operation(at('p1'), 'accept')).toEqual({ kind: 'set-state', ids: ['p1'], state: 'accepted' });
    expect(operation(at('title'), 'reject')).toEqual({ kind: 'set-state', ids: ['title'], state: 'rejected' });
    expect(operation(at('standfirst'), 'accept')).toBeNull();
    expect(operation(at('p1'), 'reopen')).toBeNull();
  });

  it('accepts the rest of a group, but of what is unsure only what is selected', () => {
    expect(waitingInGroup(parts(), entryOf(parts(), 'p1'))).toEqual(['p1', 'p2']);
    expect(waitingInGroup(parts(), entryOf(parts(), 't1h'))).toEqual(['t1h', 'p1', 'p2']);
    expect(waitingInGroup(parts(), entryOf(parts(), 'p3'))).toEqual(['p3']);
    expect(waitingInGroup(parts(), entryOf(parts(), 'title'))).toEqual(['title']);
  });

  it('leaves what was set aside to be accepted by itself', () => {
    const items = [point('p7', 0, { confidence: 0.9 }), point('p8', 0, { confidence: 0.9, aside: 'reading' })];
    const given = { ...parts(), topics: [topic('t9', [0], items)] };
    expect(waitingInGroup(given, entryOf(given, 'p7'))).toEqual(['p7']);
    expect(waitingInGroup(given, entryOf(given, 'p8'))).toEqual(['p7', 'p8']);
    expect(waitingSure(given)).not.toContain('p8');
  });

  it('accepts all that is sure, wherever it stands', () => {
    expect(waitingSure(parts())).toEqual(['title', 'a1']);
  });

  it('takes another heading by its number, and none that there is not', () => {
    expect(operation(at('t1h'), 'choose', 1)).toEqual({ kind: 'rename-topic', topic: 't1', heading: 'Second' });
    expect(operation(at('t1h'), 'choose', 2)).toBeNull();
    expect(operation(at('p1'), 'choose', 0)).toBeNull();
  });

  it('begins a topic at a paragraph that is not its first, and merges it with the one before', () => {
    expect(operation(selectPlace(opened, { block: 1, sentence: 1 }), 'split')).toEqual({ kind: 'split-topic', topic: 't1', block: 1 });
    expect(operation(selectPlace(opened, { block: 0, sentence: 1 }), 'split')).toBeNull();
    expect(operation(at('p3'), 'merge')).toEqual({ kind: 'merge-topics', topic: 't2', into: 't1' });
    expect(operation(at('p1'), 'merge')).toBeNull();
  });

  it('promotes a sentence to a point and a point to the summary', () => {
    expect(operation(selectPlace(opened, { block: 1, sentence: 1 }), 'promote')).toEqual({
      kind: 'promote-sentence',
      block: 1,
      sentence: 1,
    });
    expect(operation(at('p2'), 'promote')).toEqual({ kind: 'promote-to-summary', item: 'p2' });
    expect(operation(at('t1h'), 'promote')).toBeNull();
    const folded = selectPlace({ ...opened, unfolded: true }, { block: 2, sentence: 0 });
    expect(operation(folded, 'promote')).toBeNull();
    expect(operation(folded, 'restore')).toEqual({ kind: 'restore-repeat', block: 2 });
  });

  it('moves a topic among topics, an item in its topic and over its end into the next', () => {
    expect(operation(at('t1h'), 'move-up')).toBeNull();
    expect(operation(at('t1h'), 'move-down')).toEqual({ kind: 'move-topic', topic: 't1', to: 1 });
    expect(operation(at('p1'), 'move-down')).toEqual({ kind: 'move-item', item: 'p1', topic: 't1', to: 1 });
    expect(operation(at('p2'), 'move-down')).toEqual({ kind: 'move-item', item: 'p2', topic: 't2', to: 0 });
    expect(operation(at('p3'), 'move-up')).toEqual({ kind: 'move-item', item: 'p3', topic: 't1', to: 2 });
  });

  it('gives a paragraph to a neighbouring topic', () => {
    expect(operation(selectPlace(opened, { block: 1, sentence: 0 }), 'give-after')).toEqual({ kind: 'move-block', block: 1, topic: 't2' });
    expect(operation(selectPlace(opened, { block: 1, sentence: 0 }), 'give-before')).toBeNull();
  });

  it('takes the shortest clause where there is one', () => {
    expect(operation(at('p1'), 'clause')).toBeNull();
    const short = openReview(review({ topics: [topic('t', [0], [point('p', 0, { clause: 'Short.' })])], blocks: [block('A. B.')] }));
    expect(operation(select(short, 'p'), 'clause')).toEqual({ kind: 'take-clause', item: 'p' });
  });
});

describe('a form', () => {
  const figure = { ...point('f'), kind: 'figure', value: 'up to 200', unit: 'missiles', label: 'what' } as const;
  const entry = (item: typeof figure | ReturnType<typeof point>) => {
    const found = entryOf(parts({ topics: [topic('t', [0], [item])] }), item.id);
    if (!found) throw new Error('no entry');
    return found;
  };
  const field = (id: string) => {
    const found = entryOf(parts(), id);
    if (!found) throw new Error('no entry');
    return found;
  };

  it('has a line for each thing that can be wrong', () => {
    expect(formOf(entry(figure)).map(({ part }) => part)).toEqual(['value', 'unit', 'label']);
    expect(formOf(field('a1')).map(({ part }) => part)).toEqual(['name', 'type', 'role']);
  });

  it('sends only what was changed, in one step', () => {
    expect(operationOf(entry(figure), { unit: 'rockets', value: 'up to 200' })).toEqual({
      kind: 'correct-figure',
      item: 'f',
      change: { unit: 'rockets' },
    });
    expect(operationOf(entry(figure), {})).toBeNull();
    expect(operationOf(entry(figure), { unit: 'missiles' })).toBeNull();
    expect(operationOf(field('a1'), { role: '', type: 'place' })).toEqual({ kind: 'correct-actor', item: 'a1', change: { type: 'place' } });
  });

  it('never empties words, but takes a field away', () => {
    expect(operationOf(entry(point('p')), { text: '  ' })).toBeNull();
    expect(operationOf(field('title'), { text: '' })).toEqual({ kind: 'correct-field', field: 'title', value: null });
  });

  it('reads a list of names', () => {
    expect(operationOf(field('authors'), { text: 'Ana Ruiz; Ben Ode' })).toEqual({
      kind: 'correct-field',
      field: 'authors',
      value: ['Ana Ruiz', 'Ben Ode'],
    });
  });
});
