import { Refused, type Client } from '../../api/client.ts';
import type { ActionName } from '../../api/actions.ts';
import type { Notice } from '../state/app.ts';
import type { Store } from '../store.ts';
import type { Sync } from '../sync.ts';
import type { Problem } from '../types.ts';

/** What every part of the controller works with. */
export interface Context {
  readonly client: Client;
  readonly store: Store;
  /** What is shown of the workspace, and its events. */
  readonly sync: Sync;
}

let notices = 0;

export function notify({ store }: Context, notice: Omit<Notice, 'id' | 'problems' | 'action'> & Partial<Notice>): void {
  store.set((state) => ({ ...state, notice: { problems: [], action: null, ...notice, id: (notices += 1) } }));
}

export function tellDone(context: Context, text: string, action: { label: string; name: ActionName } | null = null): void {
  notify(context, { kind: 'done', text, action });
}

export function tellProblems(context: Context, text: string, problems: readonly Problem[]): void {
  notify(context, { kind: 'problem', text, problems });
}

/** The problems of a refused command; null where nobody is there to do it: the host is out of reach, or its thread has stopped. */
export function problemsOf(error: unknown): readonly Problem[] | null {
  return error instanceof Refused && !error.has('app/stopped') ? error.problems : null;
}

/** Does something that may be refused; a refusal is shown and answered as null. */
export async function attempt<T>(context: Context, doing: string, task: () => Promise<T>): Promise<T | null> {
  try {
    return await task();
  } catch (error) {
    const problems = problemsOf(error);
    if (problems) tellProblems(context, doing, problems);
    else showConnectionLost(context);
    return null;
  }
}

/** The host does not answer: `watchConnection` asks until it does. */
export function showConnectionLost({ store }: Context): void {
  store.set((state) => (state.connection === 'gone' ? state : { ...state, connection: 'gone' }));
}

/** Resolves when somebody answers: at once where nobody has found the host out of reach. */
export function whenBack({ store }: Context): Promise<void> {
  if (store.get().connection === 'here') return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (store.get().connection === 'gone') return;
      stop();
      resolve();
    });
  });
}
