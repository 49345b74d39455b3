import type { Answer, Payload } from '../../api/contract.ts';
import { strings } from '../strings.ts';
import type { Settings } from '../types.ts';
import { attempt, type Context } from './context.ts';
import type { Kinds } from './jobs.ts';

export type ExportChoice = Pick<Payload<'export.start'>, 'formats' | 'for' | 'existing'>;

export type HandoverChoice = Pick<Payload<'handover.start'>, 'to' | 'without' | 'brief' | 'asZip'>;

export interface Exports {
  /** Saves the open briefing and writes its deck; the choice is remembered. Nothing happens where none is open. */
  readonly start: (choice: ExportChoice) => Promise<void>;
  readonly cancel: () => void;
  /** Saves the open briefing and hands it over. Nothing happens where none is open. */
  readonly handOver: (choice: HandoverChoice) => Promise<void>;
  /** What was handed over from this workspace; null where that cannot be told, which is said. */
  readonly listHandovers: () => Promise<Answer<'handover.list'> | null>;
  /** What is told of the job that is shown. */
  readonly kind: Kinds['export'];
}

export interface ExportPorts {
  readonly save: () => Promise<unknown>;
  readonly saveSettings: (change: (settings: Settings) => Settings) => void;
  readonly follow: (job: string) => void;
}

export function createExports(context: Context, ports: ExportPorts): Exports {
  const { client, store } = context;
  const { get, set } = store;
  /** From now on its job is the one that is shown. */
  const begin = async (task: () => Promise<{ readonly job: string }>): Promise<void> => {
    const answer = await attempt(context, strings.problem.export, task);
    if (!answer) return;
    set((state) => (state.job?.id === answer.job ? state : { ...state, job: { id: answer.job, progress: null, done: null } }));
    ports.follow(answer.job);
  };
  return {
    start: async (choice) => {
      const { doc } = get();
      if (!doc) return;
      await ports.save();
      const { formats, existing } = choice;
      ports.saveSettings((settings) => ({ ...settings, export: { formats: [...formats], audience: choice.for } }));
      await begin(() =>
        client.call('export.start', { file: doc.file, briefing: doc.history.present, formats, for: choice.for, folder: null, existing }),
      );
    },
    handOver: async (choice) => {
      const { doc } = get();
      if (!doc) return;
      await ports.save();
      await begin(() => client.call('handover.start', { ...choice, file: doc.file, briefing: doc.history.present, folder: null }));
    },
    listHandovers: () => attempt(context, strings.problem.handovers, () => client.call('handover.list', {})),
    cancel: () => {
      const { job } = get();
      if (job) void attempt(context, strings.problem.export, () => client.call('export.cancel', { job: job.id }));
    },
    kind: {
      running: () => {
        const { job } = get();
        return job && !job.done ? [job.id] : [];
      },
      onProgress: (progress) =>
        set((state) => {
          const isOurs = state.job === null || (state.job.id === progress.job && !state.job.done);
          return isOurs ? { ...state, job: { id: progress.job, progress, done: null } } : state;
        }),
      onDone: (done) =>
        set((state) => (state.job && state.job.id !== done.job ? state : { ...state, job: { id: done.job, progress: null, done } })),
    },
  };
}
