import type { ReviewOperation } from '../types.ts';

export type Decision = Extract<ReviewOperation, { kind: 'set-state' }>;

/** A decision that is shown and not yet answered. */
export interface Waiting {
  readonly review: string;
  readonly operation: Decision;
}

/** The last word on each line, one group for each review and state: so it does not matter in which order they arrive. */
export function lastWords(
  waiting: readonly Waiting[],
): { readonly review: string; readonly state: Decision['state']; readonly ids: string[] }[] {
  const last = new Map<string, { readonly review: string; readonly id: string; readonly state: Decision['state'] }>();
  for (const { review, operation } of waiting)
    for (const id of operation.ids) last.set(`${review} ${id}`, { review, id, state: operation.state });
  const groups = new Map<string, { readonly review: string; readonly state: Decision['state']; readonly ids: string[] }>();
  for (const { review, id, state } of last.values()) {
    const key = `${review} ${state}`;
    const group = groups.get(key) ?? { review, state, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
}
