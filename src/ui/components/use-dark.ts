import { useSyncExternalStore } from 'react';
import { useApp } from './use-app.ts';

const system = matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  system.addEventListener('change', listener);
  return () => system.removeEventListener('change', listener);
}

/** Whether the app is dark now: as chosen, else as the system is. */
export function useDark(): boolean {
  const appearance = useApp((state) => state.settings.appearance);
  const bySystem = useSyncExternalStore(subscribe, () => system.matches);
  return appearance === 'system' ? bySystem : appearance === 'dark';
}
