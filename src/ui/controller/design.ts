import { changed, NO_DESIGN, redone, refused, told, undone, type Designing } from '../state/design.ts';
import type { Answer } from '../../api/contract.ts';
import type { DesignChange } from '../types.ts';
import { problemsOf, showConnectionLost, whenBack, type Context } from './context.ts';

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

type Designed = Answer<'template.design'>;

export function createDesigns(context: Context, refreshTemplates: () => Promise<void>): Designs {
  const { client, store } = context;
  /** Not sent yet, by template and value: of each the last counts. */
  const waiting = new Map<string, Map<string, DesignChange>>();
  let sending = false;
  /** Answers to what was asked before a change are thrown away. */
  let turn = 0;

  const update = (change: (state: Designing) => Designing): void =>
    store.set((state) => ({ ...state, designing: change(state.designing) }));
  const shown = (): string | null => {
    const { dialog } = store.get();
    return dialog?.kind === 'design' ? dialog.template : null;
  };
  const take = (name: string, { template, design }: Designed): void => {
    if (shown() === name && !waiting.has(name)) update((state) => told(state, template, design));
  };
  const enqueue = (name: string, change: DesignChange): void => {
    const changes = waiting.get(name) ?? new Map<string, DesignChange>();
    waiting.set(name, changes.set(`${change.at} ${change.name}`, change));
  };

  const look = async (name: string): Promise<void> => {
    const mine = (turn += 1);
    try {
      const designed = await client.call('template.design', { name });
      if (mine === turn) take(name, designed);
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) showConnectionLost(context);
      else if (mine === turn && shown() === name) update((state) => ({ ...state, problems }));
    }
  };

  const sendOne = async (name: string, changes: readonly DesignChange[]): Promise<void> => {
    turn += 1;
    try {
      take(name, await client.call('template.redesign', { name, changes: [...changes] }));
    } catch (error) {
      const problems = problemsOf(error);
      if (problems) {
        if (shown() === name) update((state) => refused(state, problems));
        return;
      }
      const newer = waiting.get(name);
      waiting.set(name, new Map());
      for (const change of [...changes, ...(newer?.values() ?? [])]) enqueue(name, change);
      showConnectionLost(context);
      await whenBack(context);
    }
  };
  const send = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    for (let next = [...waiting][0]; next; next = [...waiting][0]) {
      const [name, changes] = next;
      waiting.delete(name);
      await sendOne(name, [...changes.values()]);
    }
    sending = false;
    await refreshTemplates().catch(() => showConnectionLost(context));
  };

  const put = (change: DesignChange): void => {
    const name = shown();
    if (name === null) return;
    enqueue(name, change);
    void send();
  };
  const step = (made: ReturnType<typeof undone>): void => {
    if (!made) return;
    update(() => made.state);
    put(made.change);
  };

  return {
    open: (name) => {
      store.set((state) => ({ ...state, dialog: { kind: 'design', template: name }, designing: NO_DESIGN }));
      void look(name);
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
      if (name !== null && !sending) void look(name);
    },
  };
}
