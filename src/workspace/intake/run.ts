import { problem, type Problem } from '../../core/base/errors.ts';
import type { IntakeProgress } from '../../core/intake/stage-types.ts';
import type { Taken } from '../../core/intake/types.ts';
import { runBounded, type Bounds } from '../bounded.ts';

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

export interface IntakeResources {
  readonly worker: string | URL;
  readonly fonts: string;
}

export interface IntakeHooks {
  readonly onProgress: (progress: IntakeProgress) => void;
}

/** Runs somewhere else; `stop` ends it at once. `done` rejects only for a fault of our own. */
export type IntakeRunner = (request: IntakeRequest, hooks: IntakeHooks) => { readonly done: Promise<Taken>; readonly stop: () => void };

/** Ten times the nine seconds in which what the stage's own bounds let through is read, and 512 MB less what a process needs besides. */
export const INTAKE_BOUNDS: Bounds = { milliseconds: 90_000, megabytes: 320 };

/** Runs each in a thread started from `worker`, the built `worker.ts`, which reads character maps below `fonts`. */
export function intakeThreads({ worker, fonts }: IntakeResources, bounds: Bounds = INTAKE_BOUNDS): IntakeRunner {
  return (request, hooks) => {
    const { name } = request;
    const { done, stop } = runBounded<Taken>(worker, { role: 'intake', fonts }, request, bounds, {
      onEvent: (event) => hooks.onProgress(event as IntakeProgress),
    });
    const refusals = { time: tooSlow(name, bounds), memory: tooMuch(name, bounds), stopped: cancelled(name) };
    return {
      done: done.then((answer) => ('value' in answer ? answer.value : { value: null, problems: [refusals[answer.spent]] })),
      stop,
    };
  };
}

function tooSlow(name: string, { milliseconds }: Bounds): Problem {
  return problem('intake/too-slow', {
    message: 'Reading the file took too long.',
    place: { file: name },
    allowed: `${milliseconds / 1000} seconds`,
    hint: 'Take in a part of it, or save it as plain text first.',
  });
}

function tooMuch(name: string, { megabytes }: Bounds): Problem {
  return problem('intake/too-large', {
    message: 'Reading the file took too much memory.',
    place: { file: name },
    allowed: `${megabytes} MB`,
    hint: 'Take in a part of it, or save it as plain text first.',
  });
}

function cancelled(name: string): Problem {
  return problem('intake/cancelled', {
    message: 'Taking in the file was cancelled.',
    place: { file: name },
    hint: 'Nothing was changed; start again if you like.',
  });
}
