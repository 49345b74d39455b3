import { problemsOfError } from '../../api/problems.ts';
import { runBounded, type Bounds } from '../bounded.ts';
import { createPeer } from '../rpc.ts';
import { runExport } from '../service/export-job.ts';
import type { ExportRequest, Exported, Step, ExportRunner } from '../service/export-types.ts';
import { within } from '../work/beyond.ts';
import { parentWire, valueOf } from './wires.ts';

/** Both formats and a PDF of the largest deck that is meant to be made take a minute; the heap is what Node itself would give. */
export const EXPORT_BOUNDS: Bounds = { milliseconds: 600_000, megabytes: 2048 };

/** Runs exports each in a thread of its own, started from `file`, the built `worker.ts`. */
export function exportThreads(file: string | URL, bounds: Bounds = EXPORT_BOUNDS): ExportRunner {
  return (request, hooks) => {
    const { done, stop } = runBounded<Exported>(file, { role: 'export' }, request, bounds, {
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
    return { done: done.then((answer) => within(answer, request.shown, bounds)), stop };
  };
}

export function runExportWorker(): void {
  const peer = createPeer(parentWire(), {
    serve: async (_, request) => {
      try {
        const value = await runExport(request as ExportRequest, {
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
