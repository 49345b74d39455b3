import { Worker } from 'node:worker_threads';
import { problem, type Outcome, type Problem } from '../../core/errors.ts';
import type { Draft, IntakeProgress } from '../../core/intake/types.ts';
import { createPeer } from '../rpc.ts';
import { valueOf, workerWire } from '../threads/wires.ts';
import type { Part } from '../worker.ts';

/**
 * Taking a stranger's file in, kept within bounds: a thread of its own that is stopped when its time or memory is used up. The stage
 * bounds bytes, depth and what a .docx unpacks to; this bounds the rest, whatever a library makes of a file.
 */

export interface IntakeRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly declaredType: string | null;
  readonly charset: string | null;
}

export interface IntakeHooks {
  readonly onProgress: (progress: IntakeProgress) => void;
}

/** Runs somewhere else; `stop` ends it at once. `done` rejects only for a fault of our own. */
export type IntakeRunner = (
  request: IntakeRequest,
  hooks: IntakeHooks,
) => { readonly done: Promise<Outcome<Draft>>; readonly stop: () => void };

export interface IntakeBounds {
  readonly milliseconds: number;
  /** Of the thread's heap. Bytes outside it (the file, what it unpacks to) have bounds in the stage. */
  readonly megabytes: number;
}

/** Ten seconds and 512 MB in all, less what a process needs to start, to hold the file and to save. */
export const INTAKE_BOUNDS: IntakeBounds = { milliseconds: 9_000, megabytes: 320 };

/** Runs each in a thread started from `file`, the built `worker.ts`. */
export function intakeThreads(file: string | URL, bounds: IntakeBounds = INTAKE_BOUNDS): IntakeRunner {
  return (request, hooks) => {
    const { name } = request;
    const young = Math.min(48, bounds.megabytes / 4);
    const worker = new Worker(file, {
      workerData: { role: 'intake' } satisfies Part,
      resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes - young, maxYoungGenerationSizeMb: young },
    });
    let refuse: (reason: Problem) => void = () => undefined;
    const answer = new Promise<Outcome<Draft>>((resolve, reject) => {
      refuse = (reason) => resolve({ value: null, problems: [reason] });
      worker.on('error', (error: Error) => (isOutOfMemory(error) ? refuse(tooMuch(name, bounds)) : reject(error)));
      worker.on('exit', () => reject(new Error('the thread that takes files in stopped')));
      const peer = createPeer(workerWire(worker), {
        serve: () => Promise.resolve({ ok: true, value: {} }),
        onEvent: (event) => hooks.onProgress(event as IntakeProgress),
      });
      peer
        .call('run', request)
        .then(valueOf)
        .then((value) => resolve(value as Outcome<Draft>), reject);
    });
    const timer = setTimeout(() => refuse(tooSlow(name, bounds)), bounds.milliseconds);
    const done = answer.finally(() => {
      clearTimeout(timer);
      void worker.terminate();
    });
    return { done, stop: () => refuse(cancelled(name)) };
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooSlow(name: string, { milliseconds }: IntakeBounds): Problem {
  return problem('intake/too-slow', {
    message: 'Reading the file took too long.',
    place: { file: name },
    allowed: `${milliseconds / 1000} seconds`,
    cure: 'Take in a part of it, or save it as plain text first.',
  });
}

function tooMuch(name: string, { megabytes }: IntakeBounds): Problem {
  return problem('intake/too-large', {
    message: 'Reading the file took too much memory.',
    place: { file: name },
    allowed: `${megabytes} MB`,
    cure: 'Take in a part of it, or save it as plain text first.',
  });
}

function cancelled(name: string): Problem {
  return problem('intake/cancelled', {
    message: 'Taking in the file was cancelled.',
    place: { file: name },
    cure: 'Nothing was changed; start again if you like.',
  });
}
