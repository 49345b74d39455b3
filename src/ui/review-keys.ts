import type { Press } from './keys.ts';
import type { Move } from './state/review.ts';
import type { FormPart } from './state/review-forms.ts';
import type { Command } from './state/review-steps.ts';

/** What a key of the review screen does. */
export type ReviewAct =
  | { readonly do: 'move'; readonly move: Move }
  | { readonly do: 'step'; readonly command: Command; readonly choice?: number }
  | { readonly do: 'edit'; readonly parts: readonly FormPart[] }
  | { readonly do: 'heading' | 'role' | 'unfold' | 'undo' | 'redo' | 'compare' };

const step = (command: Command): ReviewAct => ({ do: 'step', command });
const go = (move: Move): ReviewAct => ({ do: 'move', move });
const edit = (...parts: FormPart[]): ReviewAct => ({ do: 'edit', parts });

/**
 * Single keys of the review screen, where nothing is typed: each act with its keys, the first the one that is shown.
 * Letters are by what they write, so that they stand on every keyboard.
 */
export const REVIEW_ACTS = {
  next: { keys: ['N'], act: go('next') },
  previous: { keys: ['Shift+N'], act: go('previous') },
  accept: { keys: ['A', 'Enter'], act: step('accept') },
  reject: { keys: ['X', 'Delete'], act: step('reject') },
  reopen: { keys: ['O'], act: step('reopen') },
  'accept-group': { keys: ['Shift+A'], act: step('accept-group') },
  'accept-sure': { keys: ['S'], act: step('accept-sure') },
  edit: { keys: ['E', 'F2'], act: edit('text', 'name', 'value') },
  heading: { keys: ['H'], act: { do: 'heading' } },
  clause: { keys: ['C'], act: step('clause') },
  promote: { keys: ['P'], act: step('promote') },
  speaker: { keys: ['W'], act: edit('speaker') },
  form: { keys: ['Q'], act: step('form') },
  date: { keys: ['D'], act: edit('date') },
  unit: { keys: ['U'], act: edit('unit') },
  split: { keys: ['T'], act: step('split') },
  merge: { keys: ['M'], act: step('merge') },
  'move-up': { keys: ['Alt+ArrowUp'], act: step('move-up') },
  'move-down': { keys: ['Alt+ArrowDown'], act: step('move-down') },
  'give-before': { keys: ['G'], act: step('give-before') },
  'give-after': { keys: ['Shift+G'], act: step('give-after') },
  role: { keys: ['R'], act: { do: 'role' } },
  restore: { keys: ['B'], act: step('restore') },
  unfold: { keys: ['F'], act: { do: 'unfold' } },
  compare: { keys: ['V'], act: { do: 'compare' } },
  undo: { keys: ['Z'], act: { do: 'undo' } },
  redo: { keys: ['Y', 'Shift+Z'], act: { do: 'redo' } },
  up: { keys: ['ArrowUp'], act: go('up') },
  down: { keys: ['ArrowDown'], act: go('down') },
  'page-up': { keys: ['PageUp'], act: go('page-up') },
  'page-down': { keys: ['PageDown'], act: go('page-down') },
  first: { keys: ['Home'], act: go('first') },
  last: { keys: ['End'], act: go('last') },
  'to-source': { keys: ['ArrowLeft'], act: go('to-source') },
  'to-structure': { keys: ['ArrowRight'], act: go('to-structure') },
} as const satisfies Record<string, { readonly keys: readonly [string, ...string[]]; readonly act: ReviewAct }>;

export type ReviewActName = keyof typeof REVIEW_ACTS;

export const REVIEW_ACT_NAMES = Object.keys(REVIEW_ACTS) as ReviewActName[];

/** The key to show for an act. */
export function reviewKey(name: ReviewActName): string {
  return REVIEW_ACTS[name].keys[0];
}

const BY_KEY: ReadonlyMap<string, ReviewAct> = new Map(
  REVIEW_ACT_NAMES.flatMap((name) => REVIEW_ACTS[name].keys.map((key): [string, ReviewAct] => [key, REVIEW_ACTS[name].act])),
);

/** What a key press on the review screen asks for; null: nothing of it. */
export function reviewActFor({ key, ctrl, meta, shift, alt }: Press): ReviewAct | null {
  if (ctrl || meta) return null;
  if (/^[1-9]$/.test(key)) return { do: 'step', command: 'choose', choice: Number(key) - 1 };
  const name = key.length === 1 ? key.toUpperCase() : key;
  return BY_KEY.get(`${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`) ?? null;
}

export type ReviewKeyGroup = 'decide' | 'correct' | 'arrange' | 'move';

/** The acts as the keys sheet shows them; a test keeps every act in one group. */
export const REVIEW_KEY_GROUPS: Readonly<Record<ReviewKeyGroup, readonly ReviewActName[]>> = {
  decide: ['next', 'previous', 'accept', 'reject', 'reopen', 'accept-group', 'accept-sure', 'undo', 'redo'],
  correct: ['edit', 'clause', 'speaker', 'form', 'date', 'unit', 'heading'],
  arrange: ['promote', 'split', 'merge', 'move-up', 'move-down', 'give-before', 'give-after', 'role', 'restore', 'unfold', 'compare'],
  move: ['up', 'down', 'page-up', 'page-down', 'first', 'last', 'to-source', 'to-structure'],
};
