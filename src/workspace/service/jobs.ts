import type { Answer } from '../../api/contract.ts';
import type { Said } from './stream.ts';

type JobEvent = NonNullable<Answer<'job.get'>['last']>;

/** Ended jobs that are remembered: more than any window can have missed and still wait for. */
const ENDED = 100;

/** The last word of each export and intake, for windows whose stream of events was cut. */
export interface Jobs {
  /** A job has been given its name. */
  readonly begin: (job: string) => void;
  /** Notes what a job says, if this is a job's event. */
  readonly note: (event: Said) => void;
  readonly get: (job: string) => Answer<'job.get'>;
}

export function isJobEvent(event: Said): event is JobEvent {
  return event.name.startsWith('export.') || event.name.startsWith('intake.');
}

export function createJobs(): Jobs {
  const running = new Map<string, JobEvent | null>();
  const ended = new Map<string, JobEvent>();
  return {
    begin: (job) => {
      // It may have ended before its name was told.
      if (!ended.has(job) && !running.has(job)) running.set(job, null);
    },
    note: (event) => {
      if (!isJobEvent(event)) return;
      const { job } = event.payload;
      if (event.name.endsWith('.progress')) {
        running.set(job, event);
        return;
      }
      running.delete(job);
      ended.set(job, event);
      const [oldest] = ended.keys();
      if (ended.size > ENDED && oldest !== undefined) ended.delete(oldest);
    },
    get: (job) => {
      const last = ended.get(job) ?? running.get(job) ?? null;
      return { known: last !== null || running.has(job), last };
    },
  };
}
