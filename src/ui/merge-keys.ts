import type { Press } from './keys.ts';

/** What a key of the merge screen does. */
export type MergeAct =
  | { readonly do: 'choose'; readonly choice: 'theirs' | 'ours' | 'both' }
  | { readonly do: 'move'; readonly by: 1 | -1 }
  | { readonly do: 'edit' | 'next-open' | 'first' | 'last' | 'reopen' | 'undo' };

/** Single keys of the merge screen, where nothing is typed: each act with its keys, the first the one that is shown. */
export const MERGE_ACTS = {
  theirs: { keys: ['1'], act: { do: 'choose', choice: 'theirs' } },
  ours: { keys: ['2'], act: { do: 'choose', choice: 'ours' } },
  both: { keys: ['3'], act: { do: 'choose', choice: 'both' } },
  words: { keys: ['4', 'Enter', 'E'], act: { do: 'edit' } },
  next: { keys: ['J', 'ArrowDown'], act: { do: 'move', by: 1 } },
  previous: { keys: ['K', 'ArrowUp'], act: { do: 'move', by: -1 } },
  'next-open': { keys: ['N'], act: { do: 'next-open' } },
  first: { keys: ['Home'], act: { do: 'first' } },
  last: { keys: ['End'], act: { do: 'last' } },
  reopen: { keys: ['0', 'Delete'], act: { do: 'reopen' } },
  undo: { keys: ['Z'], act: { do: 'undo' } },
} as const satisfies Record<string, { readonly keys: readonly [string, ...string[]]; readonly act: MergeAct }>;

export type MergeActName = keyof typeof MERGE_ACTS;

export const MERGE_ACT_NAMES = Object.keys(MERGE_ACTS) as MergeActName[];

const BY_KEY: ReadonlyMap<string, MergeAct> = new Map(
  MERGE_ACT_NAMES.flatMap((name) => MERGE_ACTS[name].keys.map((key): [string, MergeAct] => [key, MERGE_ACTS[name].act])),
);

/** What a key press on the merge screen asks for; null: nothing of it. */
export function mergeActFor({ key, ctrl, meta, shift, alt }: Press): MergeAct | null {
  if (ctrl || meta || shift || alt) return null;
  return BY_KEY.get(key.length === 1 ? key.toUpperCase() : key) ?? null;
}
