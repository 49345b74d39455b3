import { base64Of, LARGEST_FILE } from '../files.ts';
import type { AppState } from '../state/app.ts';
import {
  addIncoming,
  beginIncoming,
  endIncoming,
  failIncoming,
  waitAgain,
  jobOf,
  nextIncoming,
  removeIncoming,
  showProgress,
  type Incoming,
} from '../state/intake.ts';
import { strings } from '../strings.ts';
import type { Ask } from '../sync.ts';
import type { IntakeDone, IntakeProgress, Problem } from '../types.ts';
import { attempt, showConnectionLost, whenBack, problemsOf, type Context } from './context.ts';

/** Something to take in: a file, or what was on the clipboard. */
export interface Material {
  readonly name: string;
  readonly data: Blob;
  /** Where it lies on this machine; null: nowhere that is known. */
  readonly path: string | null;
  /** A media type that the clipboard gave. */
  readonly declaredType: string | null;
}

export interface Intake {
  /** Takes them in one after the other; the first review that is ready opens. */
  readonly add: (materials: readonly Material[]) => void;
  readonly cancel: (file: Incoming) => void;
  /** Puts away what is told. */
  readonly dismiss: (file: Incoming) => void;
  readonly again: (file: Incoming) => void;
  /** Throws an unfinished review away. */
  readonly discard: (review: string) => void;
  /** Asks for the reviews anew. */
  readonly refresh: Ask;
  /** Files whose reading has not ended, by the service's names for it. */
  readonly reading: () => string[];
  readonly onProgress: (progress: IntakeProgress) => void;
  readonly onDone: (done: IntakeDone) => void;
}

function tooLarge(name: string): Problem {
  const { message, allowed, hint } = strings.intake.tooLarge;
  return { code: 'intake/too-large', severity: 'error', message, place: { file: name }, allowed, hint };
}

function unreadable(name: string): Problem {
  return { code: 'file/read', severity: 'error', ...strings.intake.unreadable, place: { file: name } };
}

export interface IntakeOptions {
  readonly open: (review: string) => Promise<void>;
  /** Hears of a job, whatever has been said of it already. */
  readonly follow: (job: string) => void;
}

export function createIntake(context: Context, { open, follow }: IntakeOptions): Intake {
  const { client, store, sync } = context;
  const materials = new Map<number, Material>();
  /** To be stopped as soon as their job has a name. */
  const unwanted = new Set<number>();
  let keys = 0;

  const update = (change: (queue: AppState['incoming']) => AppState['incoming']): void =>
    store.set((state) => {
      const incoming = change(state.incoming);
      return incoming === state.incoming ? state : { ...state, incoming };
    });

  const finish = (done: IntakeDone): void => {
    // Told before, or of another window's file.
    if (!store.get().incoming.some(({ job, phase }) => job === done.job && phase === 'reading')) return;
    update((queue) => endIncoming(queue, done));
    // Whoever waits for it sees it at once; nobody is torn away from other work.
    if (done.outcome === 'ready' && done.review !== null && store.get().screen === 'intake') void open(done.review);
    next();
  };

  const read = async (key: number, material: Material): Promise<void> => {
    if (material.path === null && material.data.size > LARGEST_FILE) {
      update((queue) => failIncoming(queue, key, [tooLarge(material.name)]));
      next();
      return;
    }
    const data = material.path === null ? await base64Of(material.data).catch(() => null) : '';
    if (data === null) {
      update((queue) => failIncoming(queue, key, [unreadable(material.name)]));
      next();
      return;
    }
    try {
      const from = material.path === null ? ({ kind: 'data', data } as const) : ({ kind: 'path', path: material.path } as const);
      const { job } = await client.call('intake.open', {
        name: material.name.slice(0, 1000) || strings.intake.pasted,
        from,
        declaredType: material.declaredType,
        charset: null,
      });
      update((queue) => jobOf(queue, key, job));
      if (unwanted.delete(key)) stop(job);
      follow(job);
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) showConnectionLost(context);
      // While nobody answers nothing came of it: it waits with the others.
      if (store.get().connection === 'gone')
        update((queue) => (unwanted.delete(key) ? failIncoming(queue, key, []) : waitAgain(queue, key)));
      else update((queue) => failIncoming(queue, key, problems ?? [{ code: 'app/stopped', severity: 'error', ...strings.jobStopped }]));
      next();
    }
  };

  const stop = (job: string): void => void attempt(context, strings.problem.intake, () => client.call('intake.cancel', { job }));

  const next = (): void => {
    if (store.get().connection === 'gone') {
      void whenBack(context).then(next);
      return;
    }
    const file = nextIncoming(store.get().incoming);
    const material = file && materials.get(file.key);
    if (!material) return;
    update((queue) => beginIncoming(queue, file.key));
    void read(file.key, material);
  };

  const refresh = sync.part({
    command: 'intake.list',
    event: 'reviews',
    take: ({ reviews }) => store.set((state) => ({ ...state, reviews })),
    apply: ({ reviews }) => store.set((state) => ({ ...state, reviews })),
  });

  return {
    add: (added) => {
      if (added.length === 0 || store.get().workspace === null) return;
      const files = added.map((material) => ({ key: (keys += 1), name: material.name }));
      files.forEach(({ key }, index) => materials.set(key, added[index] as Material));
      store.set((state) => ({ ...state, incoming: addIncoming(state.incoming, files), screen: 'intake', dialog: null }));
      next();
    },
    cancel: ({ key, phase, job }) => {
      if (phase === 'waiting') update((queue) => failIncoming(queue, key, []));
      else if (job === null) unwanted.add(key);
      else stop(job);
    },
    dismiss: ({ key }) => {
      materials.delete(key);
      update((queue) => removeIncoming(queue, (file) => file.key === key));
    },
    again: ({ key, name }) => {
      update((queue) =>
        addIncoming(
          removeIncoming(queue, (file) => file.key === key),
          [{ key, name }],
        ),
      );
      next();
    },
    discard: (review) => {
      void attempt(context, strings.problem.intake, () => client.call('intake.drop', { review })).then((done) => {
        if (done) update((queue) => removeIncoming(queue, (file) => file.review === review));
      });
    },
    refresh,
    reading: () => store.get().incoming.flatMap(({ job, phase }) => (phase === 'reading' && job !== null ? [job] : [])),
    onProgress: (progress) => update((queue) => showProgress(queue, progress)),
    onDone: finish,
  };
}
