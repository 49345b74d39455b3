import { Worker } from 'node:worker_threads';
import { problemsOfError } from '../../api/problems.ts';
import { createPeer } from '../rpc.ts';
import { runExport } from '../service/export-job.ts';
import { parentWire, valueOf, workerWire } from './wires.ts';
import type { Part } from '../part.ts';
import type { ExportRequest, Exported, Step, ExportRunner } from '../service/export-types.ts';

/** Runs exports each in a thread of its own, started from `file`, the built `worker.ts`. */
export function exportThreads(file: string | URL): ExportRunner {
  return (request, hooks) => {
    const worker = new Worker(file, { workerData: { role: 'export', request } satisfies Part });
    const done = new Promise<Exported>((resolve, reject) => {
      const peer = createPeer(workerWire(worker), {
        serve: async (name, payload) => {
          if (name === 'save') await hooks.maySave();
          else await hooks.print(payload as Parameters<typeof hooks.print>[0]);
          return { ok: true, value: {} };
        },
        onEvent: (event) => {
          const { step, fraction } = event as { step: Step; fraction: number };
          hooks.onStep(step, fraction);
        },
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the export’s thread stopped')));
      peer
        .call('run', null)
        .then(valueOf)
        .then((value) => resolve(value as Exported), reject)
        .finally(() => void worker.terminate());
    });
    return { done, stop: () => void worker.terminate() };
  };
}

export function runExportWorker(request: ExportRequest): void {
  const peer = createPeer(parentWire(), {
    serve: async () => {
      try {
        const value = await runExport(request, {
          onStep: (step, fraction) => peer.emit({ step, fraction }),
          maySave: async () => void valueOf(await peer.call('save', null)),
          print: async (print) => void valueOf(await peer.call('print', print)),
        });
        return { ok: true, value };
      } catch (error) {
        return { ok: false, problems: problemsOfError(error) };
      }
    },
  });
}
