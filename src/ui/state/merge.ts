import type { Answer, Payload } from '../../api/contract.ts';
import type { Problem } from '../types.ts';

type Save = Payload<'merge.save'>;

export type Merge = Answer<'merge.open'>;
export type MergeConflict = Merge['conflicts'][number];
export type MergeSlide = Merge['slides'][number];
export type MergeChoice = Save['choices'][string];
/** What can be chosen, as a conflict lists it. */
export type ChoiceName = MergeConflict['choices'][number];
/** Where the edited deck is. */
export type EditedDeck = Save['edited'];
export type MergeWritten = Extract<Answer<'merge.save'>, { outcome: 'written' }>;

type Choices = Readonly<Record<string, MergeChoice>>;

export type MergePhase =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'open' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly written: MergeWritten };

/** A merge on screen. */
export interface OpenMerge {
  readonly edited: EditedDeck;
  /** The briefing that it is merged with. */
  readonly file: string;
  /** Looks that were changed by hand stay where the template has changed, too. */
  readonly keepLooks: boolean;
  readonly phase: MergePhase;
  /** What was last answered; its conflicts stand in the order of the merged deck. */
  readonly merge: Merge | null;
  /** By the ids of conflicts. */
  readonly choices: Choices;
  /** What was chosen before, and at which conflict. */
  readonly past: readonly { readonly choices: Choices; readonly at: number }[];
  /** The conflict in hand. */
  readonly at: number;
  /** What is typed for it, a paragraph a line; null: nothing is. */
  readonly draft: string | null;
  /** It was merged anew since either deck has changed: how many choices still stand, of how many. */
  readonly anew: { readonly kept: number; readonly of: number } | null;
}

export function beginMerge(edited: EditedDeck, file: string): OpenMerge {
  return {
    ...{ edited, file, keepLooks: false, phase: { kind: 'opening' } },
    ...{ merge: null, choices: {}, past: [], at: 0, draft: null, anew: null },
  };
}

/** The merge that can be gone on with: of the open briefing, and not saved yet. */
export function mergeToGoOn(state: { readonly merge: OpenMerge | null; readonly doc: { readonly file: string } | null }): OpenMerge | null {
  const { merge, doc } = state;
  return merge?.merge && merge.phase.kind !== 'saved' && merge.file === doc?.file ? merge : null;
}

/** Of conflicts in deck order; those of no slide that is shown are last. */
function inOrder(conflicts: readonly MergeConflict[]): readonly MergeConflict[] {
  const place = ({ number }: MergeConflict): number => number ?? Number.MAX_SAFE_INTEGER;
  return conflicts.toSorted((a, b) => place(a) - place(b));
}

/** Takes an answer: the first, or a later one, of which choices of conflicts that are still there stay. */
export function looked(open: OpenMerge, answer: Merge): OpenMerge {
  const merge = { ...answer, conflicts: inOrder(answer.conflicts) };
  const ids = new Set(merge.conflicts.map(({ id }) => id));
  const choices = Object.fromEntries(Object.entries(open.choices).filter(([id]) => ids.has(id)));
  const inHand = conflictOf(open)?.id;
  const same = merge.conflicts.findIndex(({ id }) => id === inHand);
  const count = Object.keys(open.choices).length;
  return {
    ...open,
    phase: { kind: 'open' },
    merge,
    choices,
    past: [],
    at: same === -1 ? firstOpen(merge.conflicts, choices) : same,
    draft: same === -1 ? null : open.draft,
    // Not where the user asked for it.
    anew: open.merge === null || open.phase.kind === 'opening' ? null : { kept: Object.keys(choices).length, of: count },
  };
}

function firstOpen(conflicts: readonly MergeConflict[], choices: Choices): number {
  return Math.max(
    0,
    conflicts.findIndex(({ id }) => choices[id] === undefined),
  );
}

export function conflictsOf({ merge }: OpenMerge): readonly MergeConflict[] {
  return merge?.conflicts ?? [];
}

/** The conflict in hand; null: there is none. */
export function conflictOf(open: OpenMerge): MergeConflict | null {
  return conflictsOf(open)[open.at] ?? null;
}

export function settledCount(open: OpenMerge): number {
  return conflictsOf(open).filter(({ id }) => open.choices[id] !== undefined).length;
}

export function choiceOf(open: OpenMerge, { id }: MergeConflict): MergeChoice | null {
  return open.choices[id] ?? null;
}

/** Which of a conflict's choices a choice is. */
export function nameOf(choice: MergeChoice): ChoiceName {
  return typeof choice === 'string' ? choice : 'words';
}

/** Another conflict in hand. What was typed and not taken is let go. */
export function select(open: OpenMerge, at: number): OpenMerge {
  const last = conflictsOf(open).length - 1;
  const place = Math.max(0, Math.min(at, last));
  return place === open.at && open.draft === null ? open : { ...open, at: place, draft: null };
}

/** The next one, after this and then from the beginning, that nobody has settled; this one where all are. */
function nextOpen({ choices, at, ...open }: OpenMerge): number {
  const list = conflictsOf({ choices, at, ...open });
  const order = [...list.keys()].map((i) => (at + 1 + i) % list.length);
  return order.find((i) => choices[list[i]?.id ?? ''] === undefined) ?? at;
}

export function selectNextOpen(open: OpenMerge): OpenMerge {
  return select(open, nextOpen(open));
}

/** Settles the conflict in hand, if it can be settled so, and goes on to the next that is open. */
export function choose(open: OpenMerge, choice: MergeChoice): OpenMerge {
  const conflict = conflictOf(open);
  if (!conflict?.choices.includes(nameOf(choice))) return open;
  const choices = { ...open.choices, [conflict.id]: choice };
  const chosen = { ...open, choices, past: [...open.past, { choices: open.choices, at: open.at }], draft: null };
  return { ...chosen, at: nextOpen(chosen) };
}

/** The conflict in hand is open again. */
export function reopen(open: OpenMerge): OpenMerge {
  const conflict = conflictOf(open);
  if (!conflict || open.choices[conflict.id] === undefined) return open;
  const choices = Object.fromEntries(Object.entries(open.choices).filter(([id]) => id !== conflict.id));
  return { ...open, choices, past: [...open.past, { choices: open.choices, at: open.at }], draft: null };
}

/** What was chosen last was not, and its conflict is in hand again. */
export function undo(open: OpenMerge): OpenMerge {
  const last = open.past.at(-1);
  return last ? { ...open, ...last, past: open.past.slice(0, -1), draft: null } : open;
}

/** Words of the user's own for the conflict in hand: from those chosen before, else from theirs, else from the new ones. */
export function edit(open: OpenMerge): OpenMerge {
  const conflict = conflictOf(open);
  if (!conflict?.choices.includes('words')) return open;
  const chosen = open.choices[conflict.id];
  const theirs = conflict.theirs.length > 0 ? conflict.theirs : conflict.ours;
  return { ...open, draft: (typeof chosen === 'object' ? chosen.words : theirs).join('\n') };
}

export function typed(open: OpenMerge, draft: string): OpenMerge {
  return open.draft === null ? open : { ...open, draft };
}

/** What was typed, as paragraphs; empty lines are none. */
export function paragraphsOf(draft: string): string[] {
  return draft
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Takes what was typed; nothing where that is empty. */
export function takeWords(open: OpenMerge): OpenMerge {
  const words = paragraphsOf(open.draft ?? '');
  return words.length === 0 ? open : choose(open, { words });
}

/** Conflicts of one slide, each with its place in the whole list. */
export interface ConflictGroup {
  readonly number: number | null;
  readonly title: string;
  readonly conflicts: readonly { readonly conflict: MergeConflict; readonly at: number }[];
}

export function groupsOf(conflicts: readonly MergeConflict[]): readonly ConflictGroup[] {
  const groups: (ConflictGroup & { readonly key: string; conflicts: { conflict: MergeConflict; at: number }[] })[] = [];
  conflicts.forEach((conflict, at) => {
    const { number, title, slide } = conflict;
    const key = slide ?? `title ${title}`;
    const last = groups.at(-1);
    if (last?.key === key) last.conflicts.push({ conflict, at });
    else groups.push({ key, number, title, conflicts: [{ conflict, at }] });
  });
  return groups;
}

/** What becomes of slides, as it is listed. */
export const OUTCOMES = [
  'merged',
  'theirs',
  'ours',
  'added',
  'new',
  'deleted',
  'withdrawn',
  'same',
] as const satisfies readonly MergeSlide['from'][];

export function slidesBy(slides: readonly MergeSlide[], from: MergeSlide['from']): readonly MergeSlide[] {
  return slides.filter((slide) => slide.from === from);
}

/** Whether no slide of the edited deck is one of the briefing's: then it is another briefing's. */
export function isStranger(slides: readonly MergeSlide[]): boolean {
  return slides.length > 0 && slides.every(({ from }) => from === 'added' || from === 'new' || from === 'withdrawn' || from === 'deleted');
}
