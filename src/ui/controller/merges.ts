import type { MergeAct } from '../merge-keys.ts';
import {
  beginMerge,
  choose,
  conflictsOf,
  edit,
  looked,
  mergeToGoOn,
  reopen,
  select,
  selectNextOpen,
  settledCount,
  undo,
  type EditedDeck,
  type OpenMerge,
} from '../state/merge.ts';
import { strings } from '../strings.ts';
import { attempt, problemsOf, showConnectionLost, type Context } from './context.ts';
import { pickDeck, type ChoosePath } from './pick-deck.ts';

export interface Merges {
  /** Opens the merge screen for an edited deck and the open briefing. Nothing happens where none is open. */
  readonly open: (edited: EditedDeck) => Promise<void>;
  /** The same once more, with what was chosen. */
  readonly again: () => Promise<void>;
  /** Merges anew, with or without looks that were changed by hand. */
  readonly keepLooks: (keep: boolean) => Promise<void>;
  /** Asks for an edited deck and opens it. */
  readonly choose: () => Promise<void>;
  /** Back to a merge that was left. */
  readonly goOn: () => void;
  /** Back to the briefing; what was chosen is kept as long as the window is open. */
  readonly leave: () => void;
  /** Does what a key asks for. Answers whether there was anything to do. */
  readonly act: (act: MergeAct) => boolean;
  readonly update: (change: (open: OpenMerge) => OpenMerge) => void;
  /** Saves the merged deck; asks first where something is not settled, unless it was `asked`. */
  readonly save: (asked: boolean) => Promise<void>;
}

export interface MergePorts {
  readonly save: () => Promise<unknown>;
  readonly choosePath: ChoosePath;
}

function moved(open: OpenMerge, act: MergeAct): OpenMerge {
  switch (act.do) {
    case 'choose':
      return choose(open, act.choice);
    case 'edit':
      return edit(open);
    case 'move':
      return select(open, open.at + act.by);
    case 'next-open':
      return selectNextOpen(open);
    case 'first':
      return select(open, 0);
    case 'last':
      return select(open, conflictsOf(open).length - 1);
    case 'reopen':
      return reopen(open);
    case 'undo':
      return undo(open);
  }
}

export function createMerges(context: Context, ports: MergePorts): Merges {
  const { client, store } = context;
  const { get, set } = store;
  const update: Merges['update'] = (change) =>
    set((state) => {
      if (!state.merge) return state;
      const merge = change(state.merge);
      return merge === state.merge ? state : { ...state, merge };
    });
  /** Changes the merge of this deck, unless another is on screen by now. */
  const updateOf = (edited: EditedDeck, change: (open: OpenMerge) => OpenMerge): void =>
    update((open) => (open.edited === edited ? change(open) : open));

  const look = async (edited: EditedDeck): Promise<void> => {
    await ports.save();
    const { doc } = get();
    if (!doc) return;
    try {
      const keepLooks = get().merge?.keepLooks === true;
      const merge = await client.call('merge.open', { file: doc.file, briefing: doc.history.present, edited, keepLooks });
      updateOf(edited, (open) => looked(open, merge));
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) showConnectionLost(context);
      updateOf(edited, (open) => ({ ...open, phase: { kind: 'failed', problems: problems ?? [] } }));
    }
  };

  const open: Merges['open'] = async (edited) => {
    const { doc } = get();
    if (!doc) return;
    set((state) => ({ ...state, screen: 'merge', dialog: null, job: null, merge: beginMerge(edited, doc.file) }));
    await look(edited);
  };

  const write = async ({ edited, keepLooks, merge, choices }: OpenMerge): Promise<void> => {
    await ports.save();
    const { doc } = get();
    if (!doc || !merge) return;
    const stay = (now: OpenMerge): OpenMerge => ({ ...now, phase: { kind: 'open' } });
    updateOf(edited, (now) => ({ ...now, phase: { kind: 'saving' } }));
    const asked = { file: doc.file, briefing: doc.history.present, edited, keepLooks, state: merge.state, choices };
    const answer = await attempt(context, strings.merge.notSaved, () => client.call('merge.save', asked));
    updateOf(edited, (now) => {
      if (answer === null) return stay(now);
      return answer.outcome === 'changed' ? looked(now, answer.merge) : { ...now, phase: { kind: 'saved', written: answer } };
    });
  };

  const again = async (change: Partial<OpenMerge> = {}): Promise<void> => {
    const now = get().merge;
    if (!now) return;
    update((merge) => ({ ...merge, ...change, phase: { kind: 'opening' } }));
    await look(now.edited);
  };

  return {
    open,
    again: () => again(),
    keepLooks: (keepLooks) => again({ keepLooks }),
    choose: async () => {
      const edited = await pickDeck(context, ports.choosePath);
      if (edited) await open(edited);
    },
    goOn: () => set((state) => (mergeToGoOn(state) ? { ...state, screen: 'merge', dialog: null } : state)),
    leave: () =>
      set((state) => ({
        ...state,
        screen: 'briefing',
        merge: state.merge?.phase.kind === 'open' || state.merge?.phase.kind === 'saving' ? state.merge : null,
      })),
    act: (act) => {
      const before = get().merge;
      if (before?.phase.kind !== 'open') return false;
      update((now) => moved(now, act));
      return get().merge !== before;
    },
    update,
    save: async (asked) => {
      const now = get().merge;
      if (now?.phase.kind !== 'open') return;
      const isSettled = settledCount(now) === conflictsOf(now).length;
      set((state) => ({ ...state, dialog: isSettled || asked ? null : { kind: 'save-merge' } }));
      if (isSettled || asked) await write(now);
    },
  };
}
