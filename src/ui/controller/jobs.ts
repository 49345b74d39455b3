import type { ExportDone, ExportProgress, IntakeDone, IntakeProgress, Problem } from '../types.ts';
import { strings } from '../strings.ts';
import { showConnectionLost, problemsOf, type Context } from './context.ts';

/** One kind of work that goes on in the service, and tells by events how far it is and how it ended. */
interface Kind<Progress, Done> {
  /** Those that this window waits for. */
  readonly running: () => readonly string[];
  /** A job says nothing more after its end, and may be told of it twice. */
  readonly onProgress: (progress: Progress) => void;
  readonly onDone: (done: Done) => void;
}

export interface Kinds {
  readonly export: Kind<ExportProgress, ExportDone>;
  readonly intake: Kind<IntakeProgress, IntakeDone>;
}

/** Hears of jobs by events, and asks where events may be lost: else what waits for an end would wait for ever. */
export interface Jobs {
  /** A job's name has just been learned: some of it, or all, may have been said before. */
  readonly follow: (kind: keyof Kinds, job: string) => void;
  /** Asks about all that this window waits for. */
  readonly check: () => void;
}

export function createJobs(context: Context, kinds: () => Kinds): Jobs {
  const { client, sync } = context;
  sync.on('export.progress', (progress) => kinds().export.onProgress(progress));
  sync.on('export.done', (done) => kinds().export.onDone(done));
  sync.on('intake.progress', (progress) => kinds().intake.onProgress(progress));
  sync.on('intake.done', (done) => kinds().intake.onDone(done));

  const stopped = (kind: keyof Kinds, job: string): void => {
    const problems: readonly Problem[] = [{ code: 'app/stopped', severity: 'error', ...strings.jobStopped }];
    if (kind === 'export')
      kinds().export.onDone({ job, outcome: 'failed', files: [], kept: [], handover: null, slides: 0, seconds: 0, problems });
    else kinds().intake.onDone({ job, outcome: 'failed', review: null, problems });
  };

  const look = async (kind: keyof Kinds, job: string): Promise<void> => {
    const { known, last } = await client.call('job.get', { job });
    switch (last?.name) {
      case 'export.progress':
        kinds().export.onProgress(last.payload);
        return;
      case 'export.done':
        kinds().export.onDone(last.payload);
        return;
      case 'intake.progress':
        kinds().intake.onProgress(last.payload);
        return;
      case 'intake.done':
        kinds().intake.onDone(last.payload);
        return;
      case undefined:
        if (!known) stopped(kind, job);
    }
  };

  const follow: Jobs['follow'] = (kind, job) => {
    look(kind, job).catch((error: unknown) => {
      // Refused: the service stopped just now. The next stream of events asks again.
      if (!problemsOf(error)) showConnectionLost(context);
    });
  };

  return {
    follow,
    check: () => {
      for (const kind of ['export', 'intake'] as const) for (const job of kinds()[kind].running()) follow(kind, job);
    },
  };
}
