import { Worker } from 'node:worker_threads';
import type { ServiceSettings, ServiceThread } from './backend.ts';

/** Starts the service in a thread of its own. `file` is the built `worker.ts`. */
export function startThread(file: string | URL, settings: ServiceSettings): ServiceThread {
  const worker = new Worker(file, { workerData: { role: 'service', settings } });
  const gone = new Set<(error: Error) => void>();
  let stopping = false;
  let last = new Error('the thread stopped');
  worker.on('error', (error: Error) => (last = error));
  worker.on('exit', () => {
    if (!stopping) for (const listener of gone) listener(last);
  });
  return {
    wire: {
      post: (message) => worker.postMessage(message),
      listen: (listener) => void worker.on('message', listener),
    },
    onGone: (listener) => void gone.add(listener),
    stop: async () => {
      stopping = true;
      await worker.terminate();
    },
  };
}
