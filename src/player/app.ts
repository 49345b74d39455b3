import type { Deck } from './deck.ts';
import { slideBeingRead } from './place.ts';
import type { State, Store } from './store.ts';
import type { App } from './types.ts';

export function isPresenter(state: State): boolean {
  return state.view === 'presenter' || state.view === 'alone';
}

export function makeApp(deck: Deck, store: Store): App {
  const last = deck.slides.length - 1;
  const go = (index: number, black = false): void => store.set({ index: Math.max(0, Math.min(last, index)), black });
  return {
    deck,
    store,
    go,
    // a dark screen comes back first, as presenters' remotes expect
    step: (by) => (store.get().black ? store.set({ black: false }) : go(store.get().index + by)),
    show: (view) => {
      const { view: from, index } = store.get();
      store.set({ view, black: false, index: from === 'read' ? slideBeingRead(deck, index) : index });
    },
  };
}
