import { describe, expect, it } from 'vitest';
import { addTopics, nudge, setDepth } from '../../../src/ui/state/briefing.ts';
import { itemOf, orderRows } from '../../../src/ui/state/order-rows.ts';
import { briefing, topicItem } from './sample.ts';

describe('rows of the running order', () => {
  it('are the same value while the same items stand in the same order, whatever is changed in them', () => {
    const first = briefing('war/front', 'war/losses', 'peace/talks');
    expect(orderRows(setDepth(first, 1, 'full').items)).toBe(orderRows(first.items));
    expect(itemOf(setDepth(first, 1, 'full').items, 'war/losses')).toMatchObject({ topic: 'losses', depth: 'full' });
  });

  it('keep every row that stays where it is', () => {
    const first = briefing('war/front', 'war/losses', 'peace/talks');
    const before = orderRows(first.items);
    const added = orderRows(addTopics(first, [{ article: 'peace', topic: 'terms' }]).items);
    expect(added.map((row, index) => row === before[index])).toEqual([true, true, true, false]);
  });

  it('tell each item its new place', () => {
    const first = briefing('war/front', 'war/losses', 'peace/talks');
    orderRows(first.items);
    const moved = nudge(first, 2, -1).items;
    expect(orderRows(moved).map(({ id, index }) => `${index} ${id}`)).toEqual(['0 war/front', '1 peace/talks', '2 war/losses']);
    expect(itemOf(moved, 'war/losses')).toBe(first.items[1]);
    expect(itemOf(moved, 'war/terms')).toBeNull();
    expect(itemOf(undefined, 'war/front')).toBeNull();
  });

  it('are numbered where a topic was chosen twice', () => {
    const items = [topicItem('war/front'), topicItem('war/front'), topicItem('peace/talks'), topicItem('war/front')];
    expect(orderRows(items).map(({ id }) => id)).toEqual(['war/front', 'war/front#2', 'peace/talks', 'war/front#3']);
    expect(itemOf(items, 'war/front#3')).toBe(items[3]);
  });
});
