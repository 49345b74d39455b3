import { beforeEach, describe, expect, it } from 'vitest';
import { actOn } from '../../../src/ui/controller/review-acts.ts';
import { createReviewSteps, type ReviewHolder, type ReviewSteps } from '../../../src/ui/controller/review-steps.ts';
import { openReview, select, type OpenReview } from '../../../src/ui/state/review.ts';
import { entryOf, stateOf } from '../../../src/ui/state/review-entries.ts';
import { fakeClient, turn, type Asked } from '../../support/fake-client.ts';
import { parts, review } from '../state/review-sample.ts';

let open: OpenReview | null;
let asked: Asked[];
let steps: ReviewSteps;
let lost: number;
let back: () => void;
let waiting: number;
const holder: ReviewHolder = {
  get: () => open,
  update: (change) => {
    if (open) open = change(open);
  },
};

beforeEach(() => {
  open = openReview(review());
  lost = 0;
  const fake = fakeClient();
  asked = fake.asked;
  let isBack = Promise.resolve();
  back = () => undefined;
  waiting = 0;
  steps = createReviewSteps(fake.client, holder, {
    lost: () => {
      lost += 1;
      isBack = new Promise((resolve) => (back = resolve));
    },
    back: () => isBack,
    onWaiting: (n) => (waiting = n),
  });
});

const press = (command: 'accept' | 'reject' | 'reopen' | 'choose' | 'split'): boolean =>
  actOn(holder, steps, { do: 'step', command, choice: 0 });
const state = (id: string): unknown => {
  const entry = open && entryOf(open.parts, id);
  return entry ? stateOf(entry) : null;
};
const update = (revision: number, more: Parameters<typeof parts>[0] = {}): unknown => ({ ...parts(more), revision, blocks: [] });
const problem = { code: 'intake/value', severity: 'error', message: 'no', hint: 'Look again.' } as const;

describe('steps of a review', () => {
  it('show a decision and the next line before anybody has answered', () => {
    expect(press('accept')).toBe(true);
    expect([state('t1h'), open?.item]).toEqual(['accepted', 't2h']);
    expect(press('reject')).toBe(true);
    expect([state('t2h'), open?.item]).toEqual(['rejected', 'p3']);
  });

  it('are asked for one after the other, each by the revision before', async () => {
    press('accept');
    press('accept');
    await turn();
    expect(asked.map(({ payload }) => payload)).toMatchObject([{ since: 1, operation: { ids: ['t1h'] } }]);
    asked[0]?.answer(update(2));
    await turn();
    expect(asked[1]?.payload).toMatchObject({ review: 'r', since: 2, operation: { ids: ['t2h'], state: 'accepted' } });
  });

  it('keep what was decided since over an answer that does not know of it', async () => {
    press('accept');
    press('reject');
    await turn();
    asked[0]?.answer(update(2));
    await turn();
    expect(state('t2h')).toBe('rejected');
  });

  it('wait with a key that is no decision, and do it for the line that was selected when it was pressed', async () => {
    press('accept');
    expect(press('choose')).toBe(true);
    holder.update((now) => select(now, 'a1'));
    await turn();
    expect(asked).toHaveLength(1);
    asked[0]?.answer(update(2));
    await turn();
    await turn();
    expect(asked[1]?.payload).toMatchObject({ since: 2, operation: { kind: 'rename-topic', topic: 't2' } });
  });

  it('say why one was refused, and read the review anew', async () => {
    press('accept');
    await turn();
    asked[0]?.refuse([problem]);
    await turn();
    expect(asked[1]).toMatchObject({ command: 'intake.get', payload: { review: 'r' } });
    asked[1]?.answer({ parts: parts() });
    await steps.settled();
    expect(open?.problems).toEqual([problem]);
    expect(state('t1h')).toBe('proposed');
    expect(lost).toBe(0);
  });

  it('wait while nothing answers, are said to, and a decision is asked for again', async () => {
    press('accept');
    press('reject');
    await turn();
    asked[0]?.refuse(null);
    await turn();
    expect([lost, asked.length, waiting]).toEqual([1, 1, 2]);
    expect([state('t1h'), state('t2h')]).toEqual(['accepted', 'rejected']);
    back();
    await turn();
    expect(asked.map(({ payload }) => payload)).toMatchObject([{ operation: { ids: ['t1h'] } }, { operation: { ids: ['t1h'] } }]);
    asked[1]?.answer(update(2));
    await turn();
    expect(asked[2]?.payload).toMatchObject({ operation: { ids: ['t2h'] } });
    asked[2]?.answer(update(3));
    await steps.settled();
    expect([waiting, asked.length]).toEqual([0, 3]);
  });

  it('that are no decisions are not done twice: the review is read anew, and it is said', async () => {
    steps.take({ operation: { kind: 'rename-topic', topic: 't2', id: 'other' } as never, follow: 'stay' });
    await turn();
    asked[0]?.refuse(null);
    await turn();
    expect(asked).toHaveLength(1);
    back();
    await turn();
    expect(asked[1]?.command).toBe('intake.get');
    asked[1]?.answer(review());
    await steps.settled();
    expect(asked).toHaveLength(2);
    expect(open?.problems).toMatchObject([{ code: 'app/stopped' }]);
  });

  it('leave another review alone that was opened meanwhile', async () => {
    press('accept');
    await turn();
    open = openReview({ ...review(), id: 'other' });
    asked[0]?.answer(update(7));
    await steps.settled();
    expect(open.parts.revision).toBe(1);
  });

  it('are sent off together where the page is about to be gone: the last word on each line', async () => {
    press('accept');
    press('reject');
    await turn();
    steps.flush();
    expect(asked.slice(1).map(({ payload }) => payload)).toEqual([
      { review: 'r', since: 0, operation: { kind: 'set-state', ids: ['t1h'], state: 'accepted' } },
      { review: 'r', since: 0, operation: { kind: 'set-state', ids: ['t2h'], state: 'rejected' } },
    ]);
    asked[0]?.answer(update(2));
    await turn();
    asked[3]?.answer(update(3));
    await steps.settled();
    const before = asked.length;
    steps.flush();
    expect(asked).toHaveLength(before);
  });

  it('are taken back by the service, which then says what changed', async () => {
    expect(actOn(holder, steps, { do: 'undo' })).toBe(true);
    await turn();
    expect(asked[0]).toMatchObject({ command: 'intake.undo', payload: { review: 'r', since: 1 } });
    asked[0]?.answer(update(2));
    await steps.settled();
    expect(open?.parts.revision).toBe(2);
  });
});

describe('a key in a review', () => {
  it('does nothing where there is nothing to do', () => {
    expect(press('split')).toBe(false);
    expect(actOn(holder, steps, { do: 'compare' })).toBe(false);
    open = null;
    expect(press('accept')).toBe(false);
    expect(actOn(holder, steps, { do: 'unfold' })).toBe(false);
    expect(asked).toEqual([]);
  });

  it('opens the form of the selected line, each time anew', () => {
    holder.update((now) => select(now, 'p1'));
    expect(actOn(holder, steps, { do: 'edit', parts: ['text'] })).toBe(true);
    expect(actOn(holder, steps, { do: 'edit', parts: ['text'] })).toBe(true);
    expect(open?.asked).toEqual({ part: 'text', n: 2 });
    expect(actOn(holder, steps, { do: 'heading' })).toBe(true);
    expect(open?.item).toBe('t1h');
  });
});
