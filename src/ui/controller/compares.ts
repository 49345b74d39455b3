import { NOW, OUTPUT, type ComparedDeck, type ComparePhase, type OpenCompare, type Side } from '../state/compare.ts';
import { problemsOf, showConnectionLost, type Context } from './context.ts';
import type { MergePorts } from './merges.ts';
import { pickDeck } from './pick-deck.ts';

export interface Compares {
  /** Compares an older deck with a newer one, at first what stands in the output with what the briefing gives now. Nothing happens where none is open. */
  readonly open: (from?: ComparedDeck, to?: ComparedDeck) => Promise<void>;
  /** Another deck on one side. */
  readonly put: (side: Side, deck: ComparedDeck) => Promise<void>;
  /** Asks for a .pptx for one side. */
  readonly choose: (side: Side) => Promise<void>;
  readonly swap: () => Promise<void>;
  /** Back to what was on screen. */
  readonly close: () => void;
}

export function createCompares(context: Context, ports: MergePorts): Compares {
  const { client, store } = context;
  const { get, set } = store;

  const look = async ({ from, to }: Pick<OpenCompare, 'from' | 'to'>): Promise<void> => {
    await ports.save();
    const { doc } = get();
    if (!doc) return;
    // Unless others are compared by now.
    const put = (phase: ComparePhase): void =>
      set((state) =>
        state.compare?.from === from && state.compare.to === to ? { ...state, compare: { ...state.compare, phase } } : state,
      );
    try {
      put({ kind: 'shown', found: await client.call('deck.compare', { file: doc.file, briefing: doc.history.present, from, to }) });
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) showConnectionLost(context);
      put({ kind: 'failed', problems: problems ?? [] });
    }
  };

  const again = async (change: Partial<Pick<OpenCompare, 'from' | 'to'>>): Promise<void> => {
    const before = get().compare;
    if (!before) return;
    const compare: OpenCompare = { ...before, ...change, phase: { kind: 'working' } };
    set((state) => ({ ...state, compare }));
    await look(compare);
  };
  const put: Compares['put'] = (side, deck) => again({ [side]: deck });

  return {
    open: async (from = OUTPUT, to = NOW) => {
      if (!get().doc) return;
      const asking = get().dialog?.kind;
      const back = asking === 'export' || asking === 'handover' ? asking : null;
      const compare: OpenCompare = { from, to, phase: { kind: 'working' }, back };
      set((state) => ({ ...state, dialog: { kind: 'compare' }, compare }));
      await look(compare);
    },
    put,
    choose: async (side) => {
      const deck = await pickDeck(context, ports.choosePath);
      if (deck) await put(side, deck);
    },
    swap: async () => {
      const now = get().compare;
      if (now) await again({ from: now.to, to: now.from });
    },
    close: () => set((state) => ({ ...state, dialog: state.compare?.back ? { kind: state.compare.back } : null, compare: null })),
  };
}
