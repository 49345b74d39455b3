import { describe, expect, it } from 'vitest';
import { addTopics, nudge, setDepth } from '../../../src/ui/state/briefing.ts';
import { orderRows } from '../../../src/ui/state/order-rows.ts';
import { briefing, topicItem } from './sample.ts';

describe('rows of the running order', () => {
  it('keeps every row that did not change, so that it is not drawn again', () => {
    const first = briefing('war/front', 'war/losses', 'peace/talks');
    const before = orderRows(first.items);
    const added = orderRows(addTopics(first, [{ article: 'peace', topic: 'terms' }]).items);
    expect(added.slice(0, 3).every((row, index) => row === before[index])).toBe(true);
    const deeper = orderRows(setDepth(first, 1, 'full').items);
    expect(deeper.map((row, index) => row === before[index])).toEqual([true, false, true]);
  });

  it('tells each row its new place', () => {
    const first = briefing('war/front', 'war/losses', 'peace/talks');
    orderRows(first.items);
    const moved = orderRows(nudge(first, 2, -1).items);
    expect(moved.map(({ id, index }) => `${index} ${id}`)).toEqual(['0 war/front', '1 peace/talks', '2 war/losses']);
  });

  it('numbers a topic that was chosen twice', () => {
    const rows = orderRows([topicItem('war/front'), topicItem('war/front'), topicItem('peace/talks'), topicItem('war/front')]);
    expect(rows.map(({ id }) => id)).toEqual(['war/front', 'war/front#2', 'peace/talks', 'war/front#3']);
  });
});
