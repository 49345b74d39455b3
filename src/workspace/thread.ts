import type { ServiceSettings, ServiceThread } from './backend.ts';
import { startPart } from './threads/start.ts';

/** Starts the service in a thread of its own. `file` is the built `worker.ts`. */
export function startThread(file: string | URL, settings: ServiceSettings): ServiceThread {
  return startPart(file, { role: 'service', settings });
}
