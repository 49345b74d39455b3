import type { Client } from '../../api/client.ts';
import { FIRST, type Dialog } from '../state/app.ts';
import { withRow, withSlide } from '../state/selection.ts';
import { createKeep, type Keep } from '../kept.ts';
import { createStore } from '../store.ts';
import { strings } from '../strings.ts';
import { createSync } from '../sync.ts';
import { createAdopts } from './adopts.ts';
import { createArticles } from './articles.ts';
import { createDesigns } from './design.ts';
import { createCompany } from './company.ts';
import { createCompares } from './compares.ts';
import { watchConnection } from './connection.ts';
import { attempt, showConnectionLost, problemsOf, tellProblems, type Context } from './context.ts';
import { createDocuments } from './documents.ts';
import { createEntering, type Entering } from './entering.ts';
import { createExports } from './exports.ts';
import { createIntake } from './intake.ts';
import { createJobs, type Kinds } from './jobs.ts';
import { createLibrary } from './library.ts';
import { createMainFeed } from './previews.ts';
import { createMerges } from './merges.ts';
import { createReviews } from './reviews.ts';
import { runAction } from './run.ts';
import { createShelf } from './shelf.ts';
import { createTemplates } from './templates.ts';
import { watchWindow } from './window.ts';
import type { Controller } from './types.ts';

/** `setTitle` names the window. */
export function createController(client: Client, setTitle: (title: string) => void, keep: Keep = createKeep(null, null)): Controller {
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
  const documents = createDocuments(context, keep);
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
      designs.refresh();
    },
  });

  const refreshTemplates = async (): Promise<void> => {
    await askForTemplates();
  };
  const designs = createDesigns(context, refreshTemplates);
  const company = createCompany(context, { documents, refreshTemplates });

  const saveSettings: Controller['saveSettings'] = (change) => {
    set((state) => ({ ...state, settings: change(state.settings) }));
    void client.call('settings.save', { settings: store.get().settings }).catch(() => undefined);
  };
  const reveal: Controller['reveal'] = (target) =>
    void attempt(context, strings.problem.reveal, () => client.call('host.reveal', { target }));
  const exports = createExports(context, { save: documents.save, saveSettings, follow: (job) => jobs.follow('export', job) });
  const choose: Controller['choose'] = async (what) =>
    (await attempt(context, strings.problem.choose, () => client.call('host.choose', { what })))?.path ?? null;
  const deckPorts = { save: documents.save, choosePath: () => choose('deck') };
  const merges = createMerges(context, deckPorts);
  const compares = createCompares(context, deckPorts);
  const articles = createArticles(context);
  const adopts = createAdopts(context, { documents, choosePath: deckPorts.choosePath });
  const templates = createTemplates(context, { refresh: refreshTemplates, reveal: (path) => reveal({ kind: 'written', path }) });

  const kinds: Kinds = {
    export: exports.kind,
    intake: { running: intake.reading, onProgress: intake.onProgress, onDone: intake.onDone },
  };

  /** Looks again at what events tell of and no list holds, where some may be lost. */
  const catchUp = (): void => {
    void documents.recheck();
    library.loadDetails();
    feed.refresh();
    company.refresh();
    designs.refresh();
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
    await articles.leave();
    return entering.enter(task);
  };

  let briefingSeen: unknown = null;
  store.subscribe(() => {
    const { doc, preview } = store.get();
    const briefing = doc?.history.present ?? null;
    if (briefing === briefingSeen) return;
    briefingSeen = briefing;
    library.loadDetails();
    if (briefing && briefing.items.length > 0) feed.refresh();
    else if (preview.deck) set((s) => ({ ...s, preview: FIRST.preview }));
  });
  watchWindow(context, setTitle);
  watchConnection(context, {
    enter: entering.again,
    onBack: () => {
      void documents.save();
      void articles.save();
      // What was set meanwhile, too.
      void client.call('settings.save', { settings: store.get().settings }).catch(() => undefined);
      catchUp();
    },
  });

  const controller: Controller = {
    client,
    store,
    context,
    documents,
    shelf: createShelf(context, documents),
    articles,
    feed,
    intake,
    reviews,
    merges,
    compares,
    adopts,
    company,
    designs,
    start: async () => {
      await entering.start();
    },
    set,
    show,
    run: (name) => runAction(controller, name),
    openWorkspace: (path) => enter(() => client.ask('workspace.open', { path })),
    createWorkspace: (path) => enter(() => client.ask('workspace.create', { path })),
    choose,
    saveSettings,
    selectRow: (row) => set((state) => withRow(state, row)),
    selectSlide: (id) => set((state) => withSlide(state, id)),
    loadDetail,
    startExport: exports.start,
    cancelExport: exports.cancel,
    handOver: exports.handOver,
    listHandovers: exports.listHandovers,
    duplicateTemplate: templates.duplicate,
    installTemplate: templates.install,
    exportTemplate: templates.giveAway,
    reveal,
    open: (target) => void attempt(context, strings.problem.reveal, () => client.call('host.open', { target })),
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
