import type { ActionName } from '../../api/actions.ts';
import type { Client } from '../../api/client.ts';
import type { Payload } from '../../api/contract.ts';
import { FIRST, firstSlideOf, type AppState, type Dialog } from '../state/app.ts';
import { keyOf } from '../state/briefing.ts';
import { isUnsaved } from '../state/document.ts';
import { createStore, type Store } from '../store.ts';
import { strings } from '../strings.ts';
import { createSync } from '../sync.ts';
import type { Settings, Template } from '../types.ts';
import { createCompany, type CompanyTemplates } from './company.ts';
import { attempt, showConnectionLost, problemsOf, tellDone, tellProblems, type Context } from './context.ts';
import { createDocuments, type Documents } from './documents.ts';
import { createEntering, type Entering } from './entering.ts';
import { createIntake, type Intake } from './intake.ts';
import { createJobs, type Kinds } from './jobs.ts';
import { createLibrary } from './library.ts';
import { createMainFeed, type DeckFeed } from './previews.ts';
import { createReviews, type Reviews } from './reviews.ts';
import { runAction } from './run.ts';

/** What components may ask for. */
export interface Controller {
  readonly client: Client;
  readonly store: Store;
  readonly context: Context;
  readonly documents: Documents;
  readonly feed: DeckFeed;
  readonly intake: Intake;
  readonly reviews: Reviews;
  readonly company: CompanyTemplates;
  readonly start: () => Promise<void>;
  readonly run: (name: ActionName) => void;
  readonly set: (change: (state: AppState) => AppState) => void;
  readonly show: (dialog: Dialog | null) => void;
  readonly openWorkspace: (path: string) => Promise<boolean>;
  readonly createWorkspace: (path: string | null) => Promise<boolean>;
  readonly choose: (what: Payload<'host.choose'>['what']) => Promise<string | null>;
  readonly saveSettings: (change: (settings: Settings) => Settings) => void;
  readonly selectRow: (row: number | null) => void;
  readonly selectSlide: (id: string) => void;
  readonly loadDetail: (article: string) => void;
  readonly startExport: (request: Pick<Payload<'export.start'>, 'formats' | 'for' | 'existing'>) => Promise<void>;
  readonly cancelExport: () => void;
  readonly reveal: (target: Payload<'host.reveal'>['target']) => void;
  readonly open: (target: Payload<'host.open'>['target']) => void;
  readonly duplicateTemplate: (name: string, as: string) => Promise<Template | null>;
  readonly installTemplate: (name: string, data: string, replace: boolean) => Promise<Template | 'exists' | null>;
  readonly exportTemplate: (name: string) => Promise<void>;
}

/** `setTitle` names the window. */
export function createController(client: Client, setTitle: (title: string) => void): Controller {
  const store = createStore(FIRST);
  const sync = createSync(client, {
    onMissed: () => catchUp(),
    onOther: () => entering.onOther(),
    onFailed: (error) => {
      const problems = problemsOf(error);
      if (problems) tellProblems(context, strings.problem.refresh, problems);
      else showConnectionLost(context);
    },
  });
  const context: Context = { client, store, sync };
  const library = createLibrary(context);
  const documents = createDocuments(context);
  const feed = createMainFeed(context);
  const reviews = createReviews(context);
  const jobs = createJobs(context, () => kinds);
  const intake = createIntake(context, { open: reviews.open, follow: (job) => jobs.follow('intake', job) });
  const { loadDetail } = library;
  const { set } = store;

  const show = (dialog: Dialog | null): void => set((state) => ({ ...state, dialog }));

  const askForBriefings = sync.part({
    command: 'briefing.list',
    event: 'briefings',
    take: ({ briefings }) => set((state) => ({ ...state, briefings })),
    apply: ({ briefings }) => set((state) => ({ ...state, briefings })),
  });
  const askForTemplates = sync.part({
    command: 'template.list',
    event: 'templates',
    take: ({ templates }) => set((state) => ({ ...state, templates })),
    apply: ({ templates }) => {
      set((state) => ({ ...state, templates }));
      company.refresh();
    },
  });

  const refreshTemplates = async (): Promise<void> => {
    await askForTemplates();
  };
  const company = createCompany(context, { documents, refreshTemplates });

  const kinds: Kinds = {
    export: {
      running: () => {
        const { job } = store.get();
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
    intake: { running: intake.reading, onProgress: intake.onProgress, onDone: intake.onDone },
  };

  /** Looks again at what events tell of and no list holds, where some may be lost. */
  const catchUp = (): void => {
    void documents.recheck();
    library.loadDetails();
    feed.refresh();
    company.refresh();
    jobs.check();
  };

  const entering = createEntering(context, {
    forget: library.forget,
    askForLibrary: library.ask,
    open: documents.open,
    askForRest: [askForBriefings, askForTemplates, intake.refresh],
    catchUp,
  });
  const enter: Entering['enter'] = async (task) => {
    await documents.save();
    return entering.enter(task);
  };

  let briefingSeen: unknown = null;
  let windowSeen = '';
  store.subscribe(() => {
    const state = store.get();
    const briefing = state.doc?.history.present ?? null;
    if (briefing !== briefingSeen) {
      briefingSeen = briefing;
      library.loadDetails();
      if (briefing && briefing.items.length > 0) feed.refresh();
      else if (state.preview.deck) set((s) => ({ ...s, preview: FIRST.preview }));
    }
    const shown = {
      title: briefing?.title ?? state.workspace?.name ?? 'Lectern',
      edited: state.doc !== null && isUnsaved(state.doc),
      canUndo: state.review ? state.review.parts.undo !== null : (state.doc?.history.past.length ?? 0) > 0,
      canRedo: state.review ? state.review.parts.redo !== null : (state.doc?.history.future.length ?? 0) > 0,
      briefing: state.doc?.file ?? null,
    };
    const seen = JSON.stringify(shown);
    if (state.phase === 'ready' && seen !== windowSeen) {
      windowSeen = seen;
      setTitle(`${shown.edited ? '• ' : ''}${shown.title} – Lectern`);
      void client.call('host.window', shown).catch(() => undefined);
    }
  });

  const controller: Controller = {
    client,
    store,
    context,
    documents,
    feed,
    intake,
    reviews,
    company,
    start: entering.start,
    set,
    show,
    run: (name) => runAction(controller, name),
    openWorkspace: (path) => enter(() => client.ask('workspace.open', { path })),
    createWorkspace: (path) => enter(() => client.ask('workspace.create', { path })),
    choose: async (what) => (await attempt(context, strings.problem.choose, () => client.call('host.choose', { what })))?.path ?? null,
    saveSettings: (change) => {
      set((state) => ({ ...state, settings: change(state.settings) }));
      void client.call('settings.save', { settings: store.get().settings }).catch(() => undefined);
    },
    selectRow: (row) =>
      set((state) => {
        const item = row === null ? undefined : state.doc?.history.present.items[row];
        const slide = item ? firstSlideOf(state.preview.deck, keyOf(item)) : null;
        const preview = slide
          ? { ...state.preview, slide: slide.id, follow: null }
          : { ...state.preview, follow: item ? keyOf(item) : null };
        return { ...state, row, preview };
      }),
    selectSlide: (id) =>
      set((state) => {
        const topic = state.preview.deck?.slides.find((slide) => slide.id === id)?.topic ?? null;
        const row = topic === null ? -1 : (state.doc?.history.present.items.findIndex((item) => keyOf(item) === topic) ?? -1);
        return { ...state, preview: { ...state.preview, slide: id, follow: null }, row: row >= 0 ? row : state.row };
      }),
    loadDetail,
    startExport: async (request) => {
      const doc = store.get().doc;
      if (!doc) return;
      await documents.save();
      const { formats, existing } = request;
      controller.saveSettings((settings) => ({ ...settings, export: { formats: [...formats], audience: request.for } }));
      const answer = await attempt(context, strings.problem.export, () =>
        client.call('export.start', { file: doc.file, briefing: doc.history.present, formats, for: request.for, folder: null, existing }),
      );
      if (!answer) return;
      set((state) => (state.job?.id === answer.job ? state : { ...state, job: { id: answer.job, progress: null, done: null } }));
      jobs.follow('export', answer.job);
    },
    cancelExport: () => {
      const { job } = store.get();
      if (job) void attempt(context, strings.problem.export, () => client.call('export.cancel', { job: job.id }));
    },
    reveal: (target) => void attempt(context, strings.problem.reveal, () => client.call('host.reveal', { target })),
    open: (target) => void attempt(context, strings.problem.reveal, () => client.call('host.open', { target })),
    duplicateTemplate: async (name, as) => {
      const made = await attempt(context, strings.problem.template, () => client.call('template.duplicate', { name, as }));
      if (made) await refreshTemplates();
      return made?.template ?? null;
    },
    installTemplate: async (name, data, replace) => {
      try {
        const { template } = await client.call('template.install', { name, data, replace });
        await refreshTemplates();
        return template;
      } catch (error) {
        const problems = problemsOf(error);
        if (!problems) showConnectionLost(context);
        else if (problems.some(({ code }) => code === 'pack/exists')) {
          tellProblems(context, strings.problem.template, problems);
          return 'exists';
        } else tellProblems(context, strings.problem.template, problems);
        return null;
      }
    },
    exportTemplate: async (name) => {
      const made = await attempt(context, strings.problem.template, () => client.call('template.export', { name }));
      if (!made) return;
      tellDone(context, strings.templates.givenAway(made.path));
      if (store.get().host?.reveal === true) controller.reveal({ kind: 'written', path: made.path });
    },
  };

  sync.on('briefing', (event) => void documents.onOutside(event));
  sync.on('stale', ({ reason }) => {
    if (reason === 'article') library.loadDetails();
    feed.refresh();
  });
  sync.on('menu', ({ action }) => controller.run(action));
  sync.on('opened', ({ path }) => void controller.openWorkspace(path));
  return controller;
}
