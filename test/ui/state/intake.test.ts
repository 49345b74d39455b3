import { describe, expect, it } from 'vitest';
import {
  addIncoming,
  beginIncoming,
  endIncoming,
  failIncoming,
  jobOf,
  nextIncoming,
  removeIncoming,
  showProgress,
} from '../../../src/ui/state/intake.ts';

const two = addIncoming(
  [],
  [
    { key: 1, name: 'a.txt' },
    { key: 2, name: 'b.txt' },
  ],
);
const reading = jobOf(beginIncoming(two, 1), 1, 'job');
const done = { job: 'job', outcome: 'ready', review: 'r', problems: [] } as const;

describe('files on their way in', () => {
  it('are read one after the other', () => {
    expect(nextIncoming(two)?.key).toBe(1);
    expect(nextIncoming(reading)).toBeNull();
    expect(nextIncoming(endIncoming(reading, done))?.key).toBe(2);
  });

  it('say how far they are, and another window’s are not theirs', () => {
    expect(showProgress(reading, { job: 'job', step: 'topics', fraction: 0.5 })[0]?.progress).toEqual({ step: 'topics', fraction: 0.5 });
    expect(showProgress(reading, { job: 'other', step: 'topics', fraction: 0.5 })).toBe(reading);
    expect(endIncoming(reading, { ...done, job: 'other' })).toBe(reading);
  });

  it('end with a review, with problems, or taken back', () => {
    expect(endIncoming(reading, done)[0]).toMatchObject({ phase: 'ready', review: 'r', progress: null });
    const problem = { code: 'intake/empty', severity: 'error', message: 'm', hint: 'c' } as const;
    expect(failIncoming(two, 2, [problem])[1]).toMatchObject({ phase: 'failed', problems: [problem] });
    expect(failIncoming(two, 2, [])[1]?.phase).toBe('cancelled');
  });

  it('make room: what was stopped goes when others come, what failed stays until it is put away', () => {
    const stopped = failIncoming(two, 2, []);
    expect(addIncoming(stopped, [{ key: 3, name: 'c.txt' }]).map(({ key }) => key)).toEqual([1, 3]);
    expect(removeIncoming(two, ({ key }) => key === 1).map(({ key }) => key)).toEqual([2]);
    expect(removeIncoming(two, () => false)).toBe(two);
  });
});
