import type { Deck } from './deck.ts';
import type { Pace } from './pace.ts';
import { slideBeingRead } from './place.ts';
import type { Blank, State, Store } from './store.ts';
import type { App } from './types.ts';

export function isPresenter(state: State): boolean {
  return state.view === 'presenter' || state.view === 'alone';
}

export function makeApp(deck: Deck, store: Store, pace: Pace): App {
  const last = deck.slides.length - 1;
  let viewed = 0;
  store.subscribe((state, before) => {
    if (state.index !== before.index) viewed = before.index;
  });
  const go = (index: number, blank: Blank = ''): void => store.set({ index: Math.max(0, Math.min(last, index)), blank });
  return {
    deck,
    store,
    pace,
    go,
    // a dark screen comes back first, as presenters' remotes expect
    step: (by) => (store.get().blank === '' ? go(store.get().index + by) : store.set({ blank: '' })),
    back: () => go(viewed),
    blank: (to) => store.set({ blank: store.get().blank === to ? '' : to }),
    show: (view) => {
      const { view: from, index } = store.get();
      store.set({ view, blank: '', index: from === 'read' ? slideBeingRead(deck, index) : index });
    },
  };
}
