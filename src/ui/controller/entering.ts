import type { Stamped } from '../../api/client.ts';
import type { Stamp } from '../../api/contract.ts';
import { FIRST, type AppState } from '../state/app.ts';
import { NO_COMPANY } from '../state/company.ts';
import { isUnsaved } from '../state/document.ts';
import { strings } from '../strings.ts';
import type { Ask } from '../sync.ts';
import { attempt, notify, showConnectionLost, problemsOf, tellProblems, type Context } from './context.ts';

/** How this window comes into a workspace: at the start, by its own wish, or because the service has gone elsewhere. */
export interface Entering {
  /** False: nobody answers. */
  readonly start: () => Promise<boolean>;
  /** Looks where the service is, and goes there: what is worked on stays where that is the same workspace. False: nobody answers. */
  readonly again: () => Promise<boolean>;
  readonly enter: (task: () => Promise<Stamped<'workspace.open' | 'workspace.create'>>) => Promise<boolean>;
  /** The service is in another workspace (another window opened it), or was started anew; or this is late news. */
  readonly onOther: () => void;
}

export interface EnteringOptions {
  readonly forget: () => void;
  readonly askForLibrary: Ask;
  /** Opens a briefing. */
  readonly open: (briefing: string) => Promise<void>;
  /** What is asked for when what is worked on is there, in this order. */
  readonly askForRest: readonly Ask[];
  /** Looks again at what events tell of and no list holds. */
  readonly catchUp: () => void;
}

/** Another workspace has articles, reviews, templates and jobs of its own. */
const NO_WORKSPACE: Partial<AppState> = {
  library: FIRST.library,
  briefings: [],
  templates: [],
  expanded: FIRST.expanded,
  doc: null,
  broken: null,
  details: {},
  preview: FIRST.preview,
  row: null,
  job: null,
  screen: 'briefing',
  incoming: [],
  reviews: [],
  review: null,
  merge: null,
  article: null,
  arrived: null,
  company: NO_COMPANY,
  query: FIRST.query,
  dialog: null,
};

export function createEntering(context: Context, options: EnteringOptions): Entering {
  const { client, store, sync } = context;
  const { askForLibrary, askForRest, catchUp } = options;
  const { set } = store;
  /** While a workspace is entered, news of another is only noted. */
  let entering = 0;
  let isOther = false;
  /** Whether all about the workspace has been asked for, and answered; while that is not so, an answer was lost on its way in. */
  let isWhole = true;

  /** Everything about a workspace that has just been opened: first what is worked on, then what may be needed. */
  const load = async (at: Stamp | null, briefing: string | null): Promise<void> => {
    sync.begin(at);
    isWhole = false;
    options.forget();
    set((state) => ({ ...state, ...NO_WORKSPACE, opening: true }));
    try {
      if ((await askForLibrary()) && briefing !== null) await options.open(briefing);
    } finally {
      if (sync.isHere(at)) set((state) => ({ ...state, opening: false }));
    }
    for (const ask of askForRest) if (sync.isHere(at)) await ask();
    // The briefing's answer may have been lost, of which it is only said that nobody answers.
    if (sync.isHere(at) && store.get().connection === 'here') isWhole = true;
  };

  const alone = async <T>(task: () => Promise<T>): Promise<T> => {
    entering += 1;
    try {
      return await task();
    } finally {
      entering -= 1;
      if (isOther && entering === 0) void anew();
    }
  };

  /** Into whatever the service is in. What is worked on stays, where that is the same workspace. */
  const anew = (): Promise<boolean> =>
    alone(async () => {
      isOther = false;
      try {
        const { value, at } = await client.ask('app.start', {});
        const { workspace, briefing, problems } = value;
        if (at === null && problems.length > 0) tellProblems(context, strings.problem.openWorkspace, problems);
        if (at === null) return true;
        if (sync.isHere(at) && isWhole) {
          await sync.again();
          return true;
        }
        const left = store.get();
        if (workspace?.path === left.workspace?.path && (isWhole || left.doc)) {
          sync.begin(at);
          await Promise.all([askForLibrary, ...askForRest].map((ask) => ask()));
          isWhole = true;
          catchUp();
          return true;
        }
        set((state) => ({ ...state, workspace, startProblems: problems }));
        await load(at, briefing);
        if (left.doc && isUnsaved(left.doc))
          notify(context, { kind: 'problem', text: strings.connection.elsewhere(left.workspace?.path ?? '') });
        return true;
      } catch (error) {
        const problems = problemsOf(error);
        if (problems) tellProblems(context, strings.problem.openWorkspace, problems);
        else showConnectionLost(context);
        return problems !== null;
      }
    });

  const start = (): Promise<boolean> =>
    alone(async () => {
      try {
        const { value: started, at } = await client.ask('app.start', {});
        const { host, version, settings, recent, workspace, problems } = started;
        set((state) => ({ ...state, phase: 'ready', host, version, settings, recent, workspace, startProblems: problems }));
        if (workspace) await load(at, started.briefing);
        else sync.begin(null);
        return true;
      } catch (error) {
        const problems = problemsOf(error);
        if (problems) set((state) => ({ ...state, phase: 'ready', startProblems: problems }));
        else showConnectionLost(context);
        return problems !== null;
      }
    });

  // Two at once would each enter, the second over what has been typed since the first.
  let starting: Promise<boolean> | null = null;
  const startOnce = (): Promise<boolean> => (starting ??= start().finally(() => (starting = null)));

  return {
    start: startOnce,
    again: () => (store.get().phase === 'starting' || starting ? startOnce() : anew()),
    enter: (task) =>
      alone(async () => {
        const opened = await attempt(context, strings.problem.openWorkspace, task);
        if (!opened) return false;
        const { workspace, briefing } = opened.value;
        set((state) => ({ ...state, workspace, startProblems: [] }));
        await attempt(context, strings.problem.openWorkspace, () => load(opened.at, briefing));
        return true;
      }),
    onOther: () => {
      isOther = true;
      if (entering === 0) void anew();
    },
  };
}
