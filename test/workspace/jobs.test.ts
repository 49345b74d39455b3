import { expect, it } from 'vitest';
import { createJobs } from '../../src/workspace/service/jobs.ts';

const progress = (job: string, fraction: number) => ({ name: 'export.progress', payload: { job, step: 'html', fraction } }) as const;
const done = (job: string) => ({ name: 'intake.done', payload: { job, outcome: 'ready', review: 'r', problems: [] } }) as const;

it('a job’s last word is kept, and that it has said nothing yet is told apart from not knowing it', () => {
  const jobs = createJobs();
  jobs.begin('a');
  expect([jobs.get('a'), jobs.get('b')]).toEqual([
    { known: true, last: null },
    { known: false, last: null },
  ]);
  jobs.note(progress('a', 0.2));
  jobs.note(progress('a', 0.7));
  expect(jobs.get('a')).toEqual({ known: true, last: progress('a', 0.7) });
});

it('an end that comes before the job’s name is told stays its end', () => {
  const jobs = createJobs();
  jobs.note(done('a'));
  jobs.begin('a');
  expect(jobs.get('a')).toEqual({ known: true, last: done('a') });
});

it('of thousands that have ended only the last hundred are kept; those that run are', () => {
  const jobs = createJobs();
  jobs.begin('long');
  for (let n = 0; n < 3000; n += 1) jobs.note(done(`job ${n}`));
  const known = Array.from({ length: 3000 }, (_, n) => jobs.get(`job ${n}`).known);
  expect([known.filter(Boolean).length, known.lastIndexOf(false), jobs.get('long').known]).toEqual([100, 2899, true]);
});

it('what is no job’s is no business of theirs', () => {
  const jobs = createJobs();
  jobs.note({ name: 'stale', payload: { reason: 'image' } });
  expect(jobs.get('undefined').known).toBe(false);
});
