/** Undo and redo over any value. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change was part of: a further change of the same group joins it. Null: it stands alone. */
  readonly group: string | null;
}

const STEPS = 500;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], group: null };
}

/** A change. Changes of one group (letters typed into one field) are one step; the same value is none. */
export function change<T>(history: History<T>, present: T, group: string | null = null): History<T> {
  if (present === history.present) return history;
  if (group !== null && group === history.group && history.past.length > 0) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-STEPS), present, future: [], group };
}

/** Ends a group: the next change of that field is a step of its own. */
export function settle<T>(history: History<T>): History<T> {
  return history.group === null ? history : { ...history, group: null };
}

export function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return { past: history.past.slice(0, -1), present: last, future: [history.present, ...history.future], group: null };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, group: null };
}
