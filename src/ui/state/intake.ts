import type { IntakeDone, IntakeProgress, Problem } from '../types.ts';

/** A file on its way in. */
export interface Incoming {
  readonly key: number;
  readonly name: string;
  readonly phase: 'waiting' | 'reading' | 'ready' | 'failed' | 'cancelled';
  /** The service's name for the reading. */
  readonly job: string | null;
  readonly progress: Pick<IntakeProgress, 'step' | 'fraction'> | null;
  /** The review that came of it. */
  readonly review: string | null;
  readonly problems: readonly Problem[];
}

export function addIncoming(queue: readonly Incoming[], files: readonly { readonly key: number; readonly name: string }[]): Incoming[] {
  return [
    // What is over and told need not stay when something new begins.
    ...queue.filter(({ phase }) => phase !== 'cancelled'),
    ...files.map(({ key, name }): Incoming => ({ key, name, phase: 'waiting', job: null, progress: null, review: null, problems: [] })),
  ];
}

/** The next to read; null while one is being read, or none waits. */
export function nextIncoming(queue: readonly Incoming[]): Incoming | null {
  if (queue.some(({ phase }) => phase === 'reading')) return null;
  return queue.find(({ phase }) => phase === 'waiting') ?? null;
}

function change(queue: readonly Incoming[], matches: (file: Incoming) => boolean, to: (file: Incoming) => Incoming): readonly Incoming[] {
  return queue.some(matches) ? queue.map((file) => (matches(file) ? to(file) : file)) : queue;
}

export function beginIncoming(queue: readonly Incoming[], key: number): readonly Incoming[] {
  return change(
    queue,
    (file) => file.key === key,
    (file) => ({ ...file, phase: 'reading' }),
  );
}

export function jobOf(queue: readonly Incoming[], key: number, job: string): readonly Incoming[] {
  return change(
    queue,
    (file) => file.key === key,
    (file) => ({ ...file, job }),
  );
}

export function showProgress(queue: readonly Incoming[], { job, step, fraction }: IntakeProgress): readonly Incoming[] {
  return change(
    queue,
    (file) => file.job === job && file.phase === 'reading',
    (file) => ({ ...file, progress: { step, fraction } }),
  );
}

export function endIncoming(queue: readonly Incoming[], { job, outcome, review, problems }: IntakeDone): readonly Incoming[] {
  return change(
    queue,
    (file) => file.job === job,
    (file) => ({ ...file, phase: outcome, review, problems, progress: null }),
  );
}

/** Nobody answered when it was to begin. */
export function waitAgain(queue: readonly Incoming[], key: number): readonly Incoming[] {
  return change(
    queue,
    (file) => file.key === key,
    (file) => ({ ...file, phase: 'waiting' }),
  );
}

/** It could not even begin, or was taken back before it did. */
export function failIncoming(queue: readonly Incoming[], key: number, problems: readonly Problem[]): readonly Incoming[] {
  return change(
    queue,
    (file) => file.key === key,
    (file) => ({
      ...file,
      phase: problems.length > 0 ? 'failed' : 'cancelled',
      problems,
      progress: null,
    }),
  );
}

export function removeIncoming(queue: readonly Incoming[], matches: (file: Incoming) => boolean): readonly Incoming[] {
  return queue.some(matches) ? queue.filter((file) => !matches(file)) : queue;
}
