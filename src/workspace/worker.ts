import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { AppEvent, Envelope } from '../api/contract.ts';
import { Refused } from '../api/client.ts';
import { problemsOfError } from '../api/dispatch.ts';
import type { ServiceSettings } from './backend.ts';
import { createPeer, type Wire } from './rpc.ts';
import { runExport, type ExportRequest, type Exported, type Step } from './service/export-job.ts';
import type { ExportRunner } from './service/exports.ts';
import { createService } from './service/index.ts';

/**
 * The thread that both app hosts start. It has two parts to play: the service, which stays; and one export, which gets a thread
 * of its own, so that previews answer meanwhile and a cancelled export stops at once.
 */
type Part = { readonly role: 'service'; readonly settings: ServiceSettings } | { readonly role: 'export'; readonly request: ExportRequest };

function valueOf(envelope: Envelope): unknown {
  if (envelope.ok) return envelope.value;
  throw new Refused(envelope.problems);
}

function parentWire(): Wire {
  const port = parentPort;
  if (!port) throw new Error('this file is started as a thread');
  return { post: (message) => port.postMessage(message), listen: (listener) => void port.on('message', listener) };
}

const runInThread: ExportRunner = (request, hooks) => {
  const worker = new Worker(new URL(import.meta.url), { workerData: { role: 'export', request } satisfies Part });
  const done = new Promise<Exported>((resolve, reject) => {
    const wire: Wire = { post: (m) => worker.postMessage(m), listen: (listener) => void worker.on('message', listener) };
    const peer = createPeer(wire, {
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

function playService(settings: ServiceSettings): void {
  const service = createService(settings, {
    emit: (event: AppEvent) => peer.emit(event),
    run: runInThread,
    print: async (request) => void valueOf(await peer.call('print', request)),
    cancelPrint: (job) => void peer.call('print-cancel', { job }),
    now: () => Date.now(),
  });
  const peer = createPeer(parentWire(), {
    serve: async (name, payload) => (await service).call(name, payload),
  });
}

function playExport(request: ExportRequest): void {
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

const part = workerData as Part;
switch (part.role) {
  case 'service':
    playService(part.settings);
    break;
  case 'export':
    playExport(part.request);
    break;
}
