import { createContext, use, useEffect, useState } from 'react';
import type { ActionName } from '../../api/actions.ts';
import { keyOf } from '../../api/actions.ts';
import { readable, type Keyboard } from '../keys.ts';
import type { AppState } from '../state/app.ts';
import { useSelect } from '../store.ts';
import type { Briefing } from '../types.ts';
import type { Controller } from '../controller/types.ts';

export const AppContext = createContext<Controller | null>(null);

export function useController(): Controller {
  const controller = use(AppContext);
  if (!controller) throw new Error('outside the app');
  return controller;
}

/** A part of the state. `select` must give the same value for the same state. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useSelect(useController().store, select);
}

/** Milliseconds without a change. */
const REST = 250;

/** A part of the state as it is at first, and later each time that it has rested. `select` must be the same function each time. */
export function useRested<T>(select: (state: AppState) => T): T {
  const { store } = useController();
  const [value, setValue] = useState(() => select(store.get()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen: T | null = null;
    const look = (): void => {
      const now = select(store.get());
      if (Object.is(now, seen)) return;
      seen = now;
      clearTimeout(timer);
      timer = setTimeout(() => setValue(now), REST);
    };
    // It may have changed since it was drawn.
    look();
    const stop = store.subscribe(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, select]);
  return value;
}

export function useBriefing(): Briefing | null {
  return useApp((state) => state.doc?.history.present ?? null);
}

export function keyboardOf({ host }: AppState): Keyboard {
  return { platform: host?.platform ?? 'linux', kind: host?.kind ?? 'web' };
}

/** How to write the key of an action as this machine's people read it. */
export function useKeyWriter(): (name: ActionName) => string | null {
  const platform = useApp((state) => keyboardOf(state).platform);
  const kind = useApp((state) => keyboardOf(state).kind);
  return (name) => {
    const key = keyOf(name, kind);
    return key === null ? null : readable(key, platform);
  };
}

export function useKeyHint(name: ActionName): string | null {
  return useKeyWriter()(name);
}
