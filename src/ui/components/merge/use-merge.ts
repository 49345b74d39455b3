import { readable } from '../../keys.ts';
import { MERGE_ACTS, type MergeActName } from '../../merge-keys.ts';
import type { OpenMerge } from '../../state/merge.ts';
import { keyboardOf, useApp } from '../use-app.ts';

/** The merge on screen. Only drawn where there is one. */
export function useMerge(): OpenMerge {
  const merge = useApp((state) => state.merge);
  if (!merge) throw new Error('no merge is open');
  return merge;
}

/** How to write the first key of an act as this machine's people read it. */
export function useMergeKey(): (name: MergeActName) => string {
  const platform = useApp((state) => keyboardOf(state).platform);
  return (name) => readable(MERGE_ACTS[name].keys[0], platform);
}

/** Puts the keyboard into the list of conflicts, where there is one. */
export function focusConflicts(): void {
  document.querySelector<HTMLElement>('.conflict-list')?.focus();
}
