import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Store } from '../store/index.ts';
import type { EventPayload, Payload } from '../../api/contract.ts';
import { problemsOfError } from '../../api/problems.ts';
import { LecternError } from '../../core/base/errors.ts';
import type { PrintRequest } from '../print.ts';
import { cancelled } from '../export.ts';
import { openTurns } from '../work/turns.ts';
import type { Library } from './library/index.ts';
import type { Workspace } from './place.ts';
import { gather } from './sources.ts';
import type { Templates } from './templates.ts';
import { shownRecord } from './handovers.ts';
import type { ExportRequest, ExportRunner, HandoverChoice } from './export-types.ts';

export interface ExportOptions {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly library: Library;
  readonly templates: Templates;
  readonly fonts: string;
  readonly worker: string;
  /** Lectern's own folder. */
  readonly home: string;
  readonly run: ExportRunner;
  /** Whether the host prints PDFs. */
  readonly prints: boolean;
  readonly print: (request: PrintRequest & { readonly job: string }) => Promise<void>;
  readonly cancelPrint: (job: string) => void;
  readonly emit: (
    event:
      { name: 'export.progress'; payload: EventPayload<'export.progress'> } | { name: 'export.done'; payload: EventPayload<'export.done'> },
  ) => void;
  readonly onWritten: (path: string) => void;
  readonly now: () => number;
}

export interface Exports {
  readonly start: (request: Payload<'export.start'>) => string;
  readonly handOver: (request: Payload<'handover.start'>) => string;
  readonly cancel: (job: string) => void;
}

/** Exports that run at the same time; each may need two gigabytes. */
const AT_ONCE = 2;

interface Job {
  state: 'working' | 'saving' | 'cancelled';
  /** Where its temporary files lie, should it need any. */
  readonly temporary: string;
  stop: () => void;
}

type Asked = Payload<'export.start'> & { readonly handover: HandoverChoice | null };

export function openExports(options: ExportOptions): Exports {
  const { workspace, store, library, templates, emit, now } = options;
  const jobs = new Map<string, Job>();
  const turns = openTurns(AT_ONCE);

  const requestOf = async (asked: Asked, temporary: string): Promise<ExportRequest> => {
    const { sources, articles, missing } = await gather(asked.briefing, asked.file, { library, root: workspace.root });
    if (missing.length > 0) throw new LecternError(missing);
    const { name, folder: packFolder } = { name: asked.briefing.template, folder: await templates.folderOf(asked.briefing.template) };
    return {
      briefing: sources.briefing,
      shown: sources.shown,
      file: sources.file,
      name: sources.name,
      articles: [...articles].map(([id, { file, shown }]) => ({ id, file, shown })),
      pack: { folder: packFolder, shown: packFolder.startsWith(workspace.root) ? relative(workspace.root, packFolder) : name },
      fonts: options.fonts,
      worker: options.worker,
      formats: asked.formats,
      forPresenter: asked.for === 'presenter',
      folder: asked.folder ?? workspace.output,
      existing: asked.existing,
      handover: asked.handover,
      home: options.home,
      temporary,
    };
  };

  const run = async (asked: Asked, id: string, job: Job): Promise<void> => {
    const started = now();
    const done = (payload: Omit<EventPayload<'export.done'>, 'job' | 'seconds'>): void => {
      jobs.delete(id);
      emit({ name: 'export.done', payload: { job: id, seconds: (now() - started) / 1000, ...payload } });
    };
    let stopped: (error: Error) => void = () => undefined;
    const stopping = new Promise<never>((_, reject) => (stopped = reject));
    stopping.catch(() => undefined);
    job.stop = () => stopped(cancelled());
    const turn = turns.enter();
    try {
      const request = await requestOf(asked, job.temporary);
      await Promise.race([turn, stopping]);
      const running = options.run(request, {
        onStep: (step, fraction) => {
          if (job.state !== 'cancelled') emit({ name: 'export.progress', payload: { job: id, step, fraction } });
        },
        maySave: async () => {
          if (job.state === 'cancelled') throw cancelled();
          job.state = 'saving';
          return Promise.resolve();
        },
        print: (print) => options.print({ ...print, job: id }),
      });
      job.stop = () => {
        running.stop();
        options.cancelPrint(id);
        stopped(cancelled());
      };
      // Its thread may have been ended while it put files in their places.
      void running.done.catch(() => store.recover());
      if (isCancelled(job)) job.stop();
      const { files, kept, handover: record, slides, problems } = await Promise.race([running.done, stopping]);
      const handover = record && { ...shownRecord(record), there: true };
      for (const path of [...files.map((file) => file.path), handover?.place, handover?.page]) if (path != null) options.onWritten(path);
      done({ outcome: 'written', files: [...files], kept: [...kept], handover, slides, problems });
    } catch (error) {
      await rm(job.temporary, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
      const problems = problemsOfError(error);
      const isOccupied = problems.some(({ code }) => code === 'export/edited' || code === 'export/not-ours');
      done({
        outcome: isCancelled(job) ? 'cancelled' : isOccupied ? 'occupied' : 'failed',
        files: [],
        kept: [],
        handover: null,
        slides: 0,
        problems,
      });
    } finally {
      void turn.then((leave) => leave());
    }
  };

  const begin = (asked: Asked): string => {
    const id = randomUUID();
    const job: Job = { state: 'working', temporary: store.temporary(), stop: () => undefined };
    jobs.set(id, job);
    void run(asked, id, job);
    return id;
  };

  return {
    start: (asked) => begin({ ...asked, handover: null }),
    handOver: ({ to, without, brief, asZip, ...asked }) => {
      const handover = { root: workspace.root, to, without, brief, asZip, now: now(), prints: options.prints };
      return begin({ ...asked, formats: [], for: 'presenter', existing: 'refuse', handover });
    },
    cancel: (id) => {
      const job = jobs.get(id);
      if (job?.state !== 'working') return;
      job.state = 'cancelled';
      job.stop();
    },
  };
}

// Asked through a function: the state changes while `run` waits, which the compiler cannot see.
function isCancelled(job: Job): boolean {
  return job.state === 'cancelled';
}
