import type { AppEvent } from '../../api/contract.ts';
import type { ServiceSettings } from '../backend.ts';
import { intakeThreads } from '../intake/run.ts';
import { createPeer } from '../rpc.ts';
import { createService } from '../service/index.ts';
import { articleThreads } from './articles.ts';
import { exportThreads } from './export.ts';
import { parentWire, valueOf } from './wires.ts';
import { workThreads } from './work.ts';

export function runServiceWorker(settings: ServiceSettings): void {
  const { resources } = settings;
  const { worker } = resources;
  const service = createService(settings, {
    emit: (event: AppEvent) => peer.emit(event),
    work: workThreads(resources),
    run: exportThreads(worker),
    ingest: intakeThreads(resources),
    readerOf: (root) => articleThreads(worker, root),
    print: async (request) => void valueOf(await peer.call('print', request)),
    cancelPrint: (job) => void peer.call('print-cancel', { job }),
    now: () => Date.now(),
  });
  const peer = createPeer(parentWire(), {
    serve: async (name, payload) => {
      if (name !== 'close') return (await service).call(name, payload);
      await (await service).close();
      return { ok: true, value: {} };
    },
  });
}
