import { describe, expect, it } from 'vitest';
import type { ReviewUpdate } from '../../../src/api/schemas/intake-view.ts';
import {
  applyAnswer,
  decided,
  linkedTo,
  move,
  nextAfter,
  openReview,
  select,
  selectPlace,
  waitingFrom,
  withState,
} from '../../../src/ui/state/review.ts';
import { entriesOf, stateOf, surenessOf, textOfEntry } from '../../../src/ui/state/review-entries.ts';
import { parts, point, review, topic } from './review-sample.ts';

const opened = openReview(review());

/** Another revision, as the service answers. */
function answer(more: Partial<ReturnType<typeof parts>> = {}): ReviewUpdate {
  return { ...parts(more), revision: 2, blocks: [] };
}

describe('a review', () => {
  it('opens at what the machine is least sure of, and shows where that stands', () => {
    expect(opened).toMatchObject({ item: 't1h', side: 'structure', place: { block: 0, sentence: 0 } });
  });

  it('lists fields that were not found too: they can be entered', () => {
    const ids = entriesOf(parts()).map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['title', 'standfirst', 'authors']);
    expect(ids.slice(-6)).toEqual(['t1h', 'p1', 'p2', 't2h', 'p3', 'a1']);
    expect(entriesOf(parts()).filter((entry) => stateOf(entry) === 'missing')).toHaveLength(9);
  });

  it('goes on in the order of doubt, and around its end', () => {
    expect(move(opened, 'next').item).toBe('t2h');
    expect(move(opened, 'previous').item).toBe('a1');
    expect(waitingFrom({ parts: parts({ order: [] }), item: 'p1' })).toBeNull();
    expect(move(select(opened, 'standfirst'), 'next').item).toBe('t1h');
  });

  it('walks the structure line by line and group by group, and stops at its ends', () => {
    expect(move(opened, 'down').item).toBe('p1');
    expect(move(opened, 'page-down').item).toBe('t2h');
    expect(move(move(opened, 'page-down'), 'page-up').item).toBe('t1h');
    expect(move(move(opened, 'last'), 'down').item).toBe('a1');
    expect(move(move(opened, 'first'), 'up').item).toBe('title');
    expect(move(opened, 'page-up').item).toBe('title');
  });

  it('walks the source sentence by sentence, past what is folded', () => {
    const source = move(opened, 'to-source');
    expect(move(source, 'down').place).toEqual({ block: 0, sentence: 1 });
    const last = selectPlace(source, { block: 1, sentence: 1 });
    expect(move(last, 'down').place).toEqual({ block: 3, sentence: 0 });
    expect(move({ ...last, unfolded: true }, 'down').place).toEqual({ block: 2, sentence: 0 });
    expect(move(move(last, 'down'), 'up').place).toEqual({ block: 1, sentence: 1 });
    expect(move(last, 'page-up').place).toEqual({ block: 1, sentence: 0 });
    expect(move(last, 'last').place).toEqual({ block: 3, sentence: 0 });
  });

  it('selects what rests on a sentence, and back in the structure the topic where nothing does', () => {
    const there = selectPlace(opened, { block: 1, sentence: 0 });
    expect(there).toMatchObject({ item: 'p2', side: 'source' });
    const nothing = selectPlace(opened, { block: 1, sentence: 1 });
    expect(nothing.item).toBeNull();
    expect(move(nothing, 'to-structure')).toMatchObject({ item: 't1h', side: 'structure' });
    expect(linkedTo(parts(), { block: 3, sentence: 0 }).map(({ id }) => id)).toEqual(['p3']);
  });

  it('shows a decision before it is answered, and only that', () => {
    const before = parts();
    const after = withState(before, ['p1', 'title'], 'accepted');
    expect(after.order).toEqual(['t1h', 't2h', 'p3', 'p2', 'a1']);
    expect(after.fields.title?.state).toBe('accepted');
    expect(after.topics[1]).toBe(before.topics[1]);
    expect(decided(after)).toBe(2);
    expect(nextAfter({ parts: before, item: 'p3' }, new Set(['p3', 'p1']))).toBe('p2');
    expect(nextAfter({ parts: parts({ order: ['p3'] }), item: 'p3' }, new Set(['p3']))).toBeNull();
  });

  it('keeps selected what was, takes what is new or changed where that is asked for', () => {
    const third = topic('t3', [1], [point('p2', 1)]);
    const split = { topics: [topic('t1', [0], [point('p1', 0)]), third] };
    expect(applyAnswer(opened, answer(split), 'stay').item).toBe('t1h');
    expect(applyAnswer(opened, answer(split), 'new').item).toBe('t3h');
    const renamed = { topics: [topic('t1', [0, 1], [point('p1', 0), point('p2', 1, { text: 'Other' })]), parts().topics[1] ?? third] };
    expect(applyAnswer(opened, answer(renamed), 'changed').item).toBe('p2');
  });

  it('takes the neighbour where what was selected is gone', () => {
    const without = { topics: [topic('t1', [0, 1], [point('p1', 0)])], actors: [] };
    expect(applyAnswer(select(opened, 'p2'), answer(without), 'stay').item).toBe('p1');
  });

  it('says how sure it is: of a quotation as sure as of its speaker', () => {
    const [entry] = entriesOf(
      parts({
        fields: parts().fields,
        topics: [
          topic(
            't',
            [0],
            [
              {
                ...point('q'),
                kind: 'quotation',
                form: 'quotation',
                confidence: 0.9,
                text: 'Line one\nline two',
                speaker: 'Ana',
                role: null,
                date: null,
                speakerConfidence: 0.4,
                speakerAlternatives: [],
              },
            ],
          ),
        ],
      }),
    ).filter(({ kind }) => kind === 'item');
    if (!entry) throw new Error('no quotation');
    expect(surenessOf(entry)).toBe('unsure');
    expect(textOfEntry(entry)).toBe('Line one line two');
  });
});
