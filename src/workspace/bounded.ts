import { Worker } from 'node:worker_threads';
import { createPeer } from './rpc.ts';
import { valueOf, workerWire } from './threads/wires.ts';
import type { Part } from './part.ts';

/** What a stranger's file may use up while a library reads it. */
export interface Bounds {
  readonly milliseconds: number;
  /** Of the thread's heap. */
  readonly megabytes: number;
}

/** Why a bounded thread gave no answer. */
export type Spent = 'time' | 'memory' | 'stopped';

export interface Bounded<T> {
  /** Rejects for a fault of our own, and with what the thread itself refused. */
  readonly done: Promise<{ readonly value: T } | { readonly spent: Spent }>;
  /** Ends it at once. */
  readonly stop: () => void;
}

/** Starts a thread from `file`, the built `worker.ts`, asks it for one thing and ends it when that is there or its bounds are reached. */
export function runBounded<T>(
  file: string | URL,
  part: Part,
  request: unknown,
  { milliseconds, megabytes }: Bounds,
  onEvent: (event: unknown) => void = () => undefined,
): Bounded<T> {
  const young = Math.min(48, megabytes / 4);
  const worker = new Worker(file, {
    workerData: part,
    resourceLimits: { maxOldGenerationSizeMb: megabytes - young, maxYoungGenerationSizeMb: young },
  });
  let give: (spent: Spent) => void = () => undefined;
  const answer = new Promise<{ readonly value: T } | { readonly spent: Spent }>((resolve, reject) => {
    give = (spent) => resolve({ spent });
    worker.on('error', (error: Error) => (isOutOfMemory(error) ? give('memory') : reject(error)));
    worker.on('exit', () => reject(new Error(`the thread for ${part.role} stopped`)));
    const peer = createPeer(workerWire(worker), { serve: () => Promise.resolve({ ok: true, value: {} }), onEvent });
    peer
      .call('run', request)
      .then(valueOf)
      .then((value) => resolve({ value: value as T }), reject);
  });
  const timer = setTimeout(() => give('time'), milliseconds);
  const done = answer.finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
  return { done, stop: () => give('stopped') };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
