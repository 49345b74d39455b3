import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { ServiceThread } from '../backend.ts';
import type { Part } from '../part.ts';
import { announceThread } from '../store/owner.ts';
import { workerWire } from './wires.ts';

/**
 * Starts a thread of ours from `file`, the built `worker.ts`. Once it has ended, whatever ended it, the store takes what it was writing
 * for left behind, and `Store.recover` puts that right.
 */
export function startPart(file: string | URL, part: Part, resourceLimits: ResourceLimits = {}): ServiceThread {
  const ended = announceThread();
  const worker = new Worker(file, { workerData: part, resourceLimits });
  // It has none any more once it has ended.
  const { threadId } = worker;
  const gone = new Set<(error: Error) => void>();
  let last = new Error(`the thread for ${part.role} stopped`);
  worker.on('error', (error: Error) => (last = error));
  worker.on('exit', () => {
    ended(threadId);
    for (const listener of gone) listener(last);
  });
  return {
    wire: workerWire(worker),
    onGone: (listener) => void gone.add(listener),
    stop: async () => {
      await worker.terminate();
    },
  };
}
