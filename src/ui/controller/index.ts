import type { ActionName } from '../../api/actions.ts';
import type { Client } from '../../api/client.ts';
import type { Payload } from '../../api/contract.ts';
import { FIRST, firstSlideOf, mergeLibrary, type AppState, type Dialog } from '../state/app.ts';
import { keyOf } from '../state/briefing.ts';
import { NO_COMPANY } from '../state/company.ts';
import { isUnsaved } from '../state/document.ts';
import { createStore, type Store } from '../store.ts';
import { strings } from '../strings.ts';
import type { Settings, Template } from '../types.ts';
import { createCompany, type CompanyTemplates } from './company.ts';
import { attempt, lose, problemsOf, tellDone, tellProblems, type Context } from './context.ts';
import { createDocuments, type Documents } from './documents.ts';
import { createIntake, type Intake } from './intake.ts';
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

/** Another workspace has reviews and templates of its own. */
const NO_INTAKE = { screen: 'briefing', incoming: [], reviews: [], review: null, arrived: null, company: NO_COMPANY } as const;

export function createController(client: Client): Controller {
  const store = createStore(FIRST);
  const context: Context = { client, store };
  const documents = createDocuments(context);
  const feed = createMainFeed(context);
  const reviews = createReviews(context);
  const intake = createIntake(context, reviews.open);
  const { set } = store;

  const show = (dialog: Dialog | null): void => set((state) => ({ ...state, dialog }));

  /** Everything about a workspace that has just been opened: first what is worked on, then what may be needed. */
  const load = async (briefing: string | null): Promise<void> => {
    set((state) => ({ ...state, opening: true, doc: null, broken: null, details: {}, preview: FIRST.preview, row: null, ...NO_INTAKE }));
    try {
      const library = await client.call('library.get', {});
      const few = library.articles.length <= 3 ? library.articles.map(({ id }) => id) : [];
      set((state) => ({ ...state, library, expanded: new Set(few) }));
      if (briefing !== null) await documents.open(briefing);
    } finally {
      set((state) => ({ ...state, opening: false }));
    }
    const { briefings } = await client.call('briefing.list', {});
    set((state) => ({ ...state, briefings }));
    await refreshTemplates();
    await intake.refresh();
  };

  const refreshTemplates = async (): Promise<void> => {
    const { templates } = await client.call('template.list', {});
    set((state) => ({ ...state, templates }));
  };

  const company = createCompany(context, { documents, refreshTemplates });

  const start = async (): Promise<void> => {
    try {
      const started = await client.call('app.start', {});
      const { host, version, settings, recent, workspace, problems } = started;
      set((state) => ({ ...state, phase: 'ready', host, version, settings, recent, workspace, startProblems: problems }));
      if (workspace) await load(started.briefing);
    } catch (error) {
      const problems = problemsOf(error);
      if (problems) set((state) => ({ ...state, phase: 'ready', startProblems: problems }));
      else lose(context);
    }
  };

  const enter = async (
    task: () => Promise<{ workspace: NonNullable<AppState['workspace']>; briefing: string | null }>,
  ): Promise<boolean> => {
    await documents.save();
    const opened = await attempt(context, strings.problem.openWorkspace, task);
    if (!opened) return false;
    set((state) => ({ ...state, workspace: opened.workspace, startProblems: [], dialog: null, job: null, query: FIRST.query }));
    await attempt(context, strings.problem.openWorkspace, () => load(opened.briefing));
    return true;
  };

  const loading = new Set<string>();
  const loadDetail = (article: string): void => {
    if (loading.has(article) || store.get().details[article]) return;
    loading.add(article);
    client
      .call('article.read', { article })
      .then((detail) => set((state) => ({ ...state, details: { ...state.details, [article]: detail } })))
      .catch(() => undefined)
      .finally(() => loading.delete(article));
  };

  let briefingSeen: unknown = null;
  let windowSeen = '';
  store.subscribe(() => {
    const state = store.get();
    const briefing = state.doc?.history.present ?? null;
    if (briefing !== briefingSeen) {
      briefingSeen = briefing;
      for (const item of briefing?.items ?? []) if (item.kind === 'topic') loadDetail(item.article);
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
      document.title = `${shown.edited ? '• ' : ''}${shown.title} – Lectern`;
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
    start,
    set,
    show,
    run: (name) => runAction(controller, name),
    openWorkspace: (path) => enter(() => client.call('workspace.open', { path })),
    createWorkspace: (path) => enter(() => client.call('workspace.create', { path })),
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
        if (!problems) lose(context);
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

  client.on('library', (event) =>
    set((state) => {
      const changed = new Set([...event.changed.map(({ id }) => id), ...event.gone]);
      const details = Object.fromEntries(Object.entries(state.details).filter(([id]) => !changed.has(id)));
      const library = mergeLibrary(state.library, event);
      const known = new Set(state.library.articles.map(({ id }) => id));
      // A small library lies open; in a large one articles are opened by hand.
      const opened = library.articles.length <= 3 ? event.changed.filter(({ id }) => !known.has(id)).map(({ id }) => id) : [];
      return { ...state, library, details, expanded: opened.length > 0 ? new Set([...state.expanded, ...opened]) : state.expanded };
    }),
  );
  client.on('briefings', ({ briefings }) => set((state) => ({ ...state, briefings })));
  client.on('briefing', (event) => void documents.onOutside(event));
  client.on('templates', ({ templates }) => {
    set((state) => ({ ...state, templates }));
    company.refresh();
  });
  client.on('stale', ({ reason }) => {
    if (reason === 'article')
      for (const item of store.get().doc?.history.present.items ?? []) if (item.kind === 'topic') loadDetail(item.article);
    feed.refresh();
  });
  client.on('export.progress', (progress) =>
    set((state) => (state.job && state.job.id !== progress.job ? state : { ...state, job: { id: progress.job, progress, done: null } })),
  );
  client.on('export.done', (done) =>
    set((state) => (state.job && state.job.id !== done.job ? state : { ...state, job: { id: done.job, progress: null, done } })),
  );
  client.on('workspace', ({ workspace, briefing }) => {
    if (store.get().workspace?.path !== workspace.path) {
      set((state) => ({ ...state, workspace }));
      void attempt(context, strings.problem.openWorkspace, () => load(briefing));
    }
  });
  client.on('menu', ({ action }) => controller.run(action));
  client.on('opened', ({ path }) => void controller.openWorkspace(path));
  return controller;
}
