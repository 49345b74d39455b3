import { changed, NO_DESIGN, redone, undone, type Designing } from '../state/design.ts';
import type { Design, DesignChange } from '../types.ts';
import { problemsOf, showConnectionLost, type Context } from './context.ts';

/** Colours and fonts of a template, changed by looking. What is changed is written at once. */
export interface Designs {
  /** Opens the dialog on a template of the workspace. */
  readonly open: (name: string) => void;
  readonly change: (change: DesignChange) => void;
  /** What is changed next is a step of its own. */
  readonly settle: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Looks again: files changed. */
  readonly refresh: () => void;
}

export function createDesigns(context: Context, refreshTemplates: () => Promise<void>): Designs {
  const { client, store } = context;
  /** Not sent yet, by their places: of each the last counts. */
  const waiting = new Map<string, DesignChange>();
  let sending = false;

  const update = (change: (state: Designing) => Designing): void =>
    store.set((state) => ({ ...state, designing: change(state.designing) }));
  const shown = (): string | null => {
    const { dialog } = store.get();
    return dialog?.kind === 'design' ? dialog.template : null;
  };

  /** The answer counts unless something else is shown, or more was changed meanwhile. */
  const ask = async (name: string, call: () => Promise<Pick<Designing, 'template'> & { readonly design: Design }>): Promise<void> => {
    try {
      const { template, design } = await call();
      if (shown() === name && waiting.size === 0) update((state) => ({ ...state, template, design, problems: [] }));
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) showConnectionLost(context);
      else if (shown() === name) update((state) => ({ ...state, problems }));
    }
  };

  const send = async (name: string): Promise<void> => {
    if (sending) return;
    sending = true;
    while (waiting.size > 0) {
      const changes = [...waiting.values()];
      waiting.clear();
      await ask(name, () => client.call('template.redesign', { name, changes }));
    }
    sending = false;
    await refreshTemplates();
  };

  const put = (change: DesignChange): void => {
    const name = shown();
    if (name === null) return;
    waiting.set(`${change.at} ${change.name}`, change);
    void send(name);
  };
  const step = (made: ReturnType<typeof undone>): void => {
    if (!made) return;
    update(() => made.state);
    put(made.change);
  };

  return {
    open: (name) => {
      store.set((state) => ({ ...state, dialog: { kind: 'design', template: name }, designing: NO_DESIGN }));
      void ask(name, () => client.call('template.design', { name }));
    },
    change: (change) => {
      const before = store.get().designing;
      update((state) => changed(state, change));
      if (store.get().designing !== before) put(change);
    },
    settle: () => update((state) => ({ ...state, open: false })),
    undo: () => step(undone(store.get().designing)),
    redo: () => step(redone(store.get().designing)),
    refresh: () => {
      const name = shown();
      if (name !== null && !sending) void ask(name, () => client.call('template.design', { name }));
    },
  };
}
