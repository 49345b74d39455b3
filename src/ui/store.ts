import { useSyncExternalStore } from 'react';
import type { AppState } from './state/app.ts';

export interface Store {
  readonly get: () => AppState;
  readonly set: (change: (state: AppState) => AppState) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore(first: AppState): Store {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      const next = change(state);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of the state; the component draws anew only when that part is another value. */
export function useSelect<T>(store: Store, select: (state: AppState) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
