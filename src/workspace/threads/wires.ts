import { parentPort, type Worker } from 'node:worker_threads';
import { Refused } from '../../api/client.ts';
import type { Envelope } from '../../api/contract.ts';
import type { Wire } from '../rpc.ts';

/** A thread's end of the wire to whoever started it. */
export function parentWire(): Wire {
  const port = parentPort;
  if (!port) throw new Error('this file is started as a thread');
  return { post: (message) => port.postMessage(message), listen: (listener) => void port.on('message', listener) };
}

/** The other end. */
export function workerWire(worker: Worker): Wire {
  return { post: (message) => worker.postMessage(message), listen: (listener) => void worker.on('message', listener) };
}

export function valueOf(envelope: Envelope): unknown {
  if (envelope.ok) return envelope.value;
  throw new Refused(envelope.problems);
}
