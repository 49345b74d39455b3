import type { ActionName } from '../../api/actions.ts';
import type { Client } from '../../api/client.ts';
import type { Payload } from '../../api/contract.ts';
import { FIRST, type AppState, type Dialog } from '../state/app.ts';
import { withRow, withSlide } from '../state/selection.ts';
import { createStore, type Store } from '../store.ts';
import { strings } from '../strings.ts';
import { createSync } from '../sync.ts';
import type { Settings } from '../types.ts';
import { createCompany, type CompanyTemplates } from './company.ts';
import { attempt, showConnectionLost, problemsOf, tellProblems, type Context } from './context.ts';
import { createDocuments, type Documents } from './documents.ts';
import { createEntering, type Entering } from './entering.ts';
import { createExports, type Exports } from './exports.ts';
import { createIntake, type Intake } from './intake.ts';
import { createJobs, type Kinds } from './jobs.ts';
import { createLibrary } from './library.ts';
import { createMainFeed, type DeckFeed } from './previews.ts';
import { createReviews, type Reviews } from './reviews.ts';
import { runAction } from './run.ts';
import { createTemplates, type TemplateActions } from './templates.ts';
import { watchWindow } from './window.ts';

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
  readonly startExport: Exports['start'];
  readonly cancelExport: Exports['cancel'];
  readonly reveal: (target: Payload<'host.reveal'>['target']) => void;
  readonly open: (target: Payload<'host.open'>['target']) => void;
  readonly duplicateTemplate: TemplateActions['duplicate'];
  readonly installTemplate: TemplateActions['install'];
  readonly exportTemplate: TemplateActions['giveAway'];
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

  const saveSettings: Controller['saveSettings'] = (change) => {
    set((state) => ({ ...state, settings: change(state.settings) }));
    void client.call('settings.save', { settings: store.get().settings }).catch(() => undefined);
  };
  const reveal: Controller['reveal'] = (target) =>
    void attempt(context, strings.problem.reveal, () => client.call('host.reveal', { target }));
  const exports = createExports(context, { save: documents.save, saveSettings, follow: (job) => jobs.follow('export', job) });
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
    saveSettings,
    selectRow: (row) => set((state) => withRow(state, row)),
    selectSlide: (id) => set((state) => withSlide(state, id)),
    loadDetail,
    startExport: exports.start,
    cancelExport: exports.cancel,
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
