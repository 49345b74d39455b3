import type { Envelope } from '../api/contract.ts';
import type { Part } from './part.ts';
import { createPeer } from './rpc.ts';
import { startPart } from './threads/start.ts';
import { valueOf } from './threads/wires.ts';

/**
 * What a job may use up. What bounds its *work* is counted where it is done (bytes read, nodes, turns of loops, characters printed), and
 * is the same on every machine. Time is not: it only ends what hangs, and is ten times what the longest work allowed takes.
 */
export interface Bounds {
  readonly milliseconds: number;
  /** Of the thread's heap. */
  readonly megabytes: number;
}

/** Why a bounded thread gave no answer. */
export type Spent = 'time' | 'memory' | 'stopped';

export type Answered<T> = { readonly value: T } | { readonly spent: Spent };

export interface Bounded<T> {
  /** Rejects for a fault of our own, and with what the thread itself refused. `spent` once the thread has ended. */
  readonly done: Promise<Answered<T>>;
  /** Ends it at once. */
  readonly stop: () => void;
}

export interface BoundedHooks {
  readonly onEvent?: (event: unknown) => void;
  /** Answers what the thread asks. */
  readonly serve?: (name: string, payload: unknown) => Promise<Envelope>;
}

/** A thread that is asked for one thing after another. What goes beyond its bounds ends it; then it is of no use any more. */
export interface BoundedThread {
  readonly ask: <T>(request: unknown) => Bounded<T>;
  readonly isOver: () => boolean;
  readonly end: () => void;
}

const nothing = (): Promise<Envelope> => Promise.resolve({ ok: true, value: {} });

/** Starts a thread from `file`, the built `worker.ts`. */
export function openBounded(
  file: string | URL,
  part: Part,
  { milliseconds, megabytes }: Bounds,
  { onEvent = () => undefined, serve = nothing }: BoundedHooks = {},
): BoundedThread {
  const young = Math.min(48, megabytes / 4);
  const thread = startPart(file, part, { maxOldGenerationSizeMb: megabytes - young, maxYoungGenerationSizeMb: young });
  let over = false;
  let give: (spent: Spent) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const end = (): Promise<void> => {
    over = true;
    return thread.stop();
  };
  const peer = createPeer(thread.wire, { serve, onEvent });
  thread.onGone((error) => {
    over = true;
    if (isOutOfMemory(error)) give('memory');
    else fail(error);
  });
  return {
    ask: <T>(request: unknown) => {
      let own: (spent: Spent) => void = () => undefined;
      const answer = new Promise<Answered<T>>((resolve, reject) => {
        fail = reject;
        own = (spent) => {
          // What it was doing is over before anybody hears of it; its own end is then no news.
          fail = () => undefined;
          void end().then(() => resolve({ spent }), reject);
        };
        give = own;
        if (over) reject(new Error(`the thread for ${part.role} stopped`));
        peer
          .call('run', request)
          .then(valueOf)
          .then((value) => resolve({ value: value as T }), reject);
      });
      const timer = setTimeout(() => own('time'), milliseconds);
      const done = answer.finally(() => {
        clearTimeout(timer);
        // Whoever is asked next is not to be stopped by this one.
        own = () => undefined;
      });
      return { done, stop: () => own('stopped') };
    },
    isOver: () => over,
    end: () => void end(),
  };
}

/** Starts a thread, asks it for one thing, and ends it when that is there or its bounds are reached. */
export function runBounded<T>(file: string | URL, part: Part, request: unknown, bounds: Bounds, hooks: BoundedHooks = {}): Bounded<T> {
  const thread = openBounded(file, part, bounds, hooks);
  const { done, stop } = thread.ask<T>(request);
  return { done: done.finally(thread.end), stop };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
