import type { ShownKind } from '../../block/types.ts';
import { KIND_KEYS } from '../../briefing/index.ts';
import { problem, type Problem } from '../../base/errors.ts';
import { allPaths } from './all-paths.ts';
import type { Template } from './ast.ts';

const KINDS = Object.entries(KIND_KEYS) as readonly (readonly [ShownKind, readonly string[]])[];

export const KIND_COUNT = KINDS.length;

/** Kinds of block that no template of a pack reads, each with the warning: what an article has of them is on no slide. */
export function unreadKinds(templates: readonly Template[], file: string): ReadonlyMap<ShownKind, Problem> {
  const names = new Set(templates.flatMap(({ program }) => allPaths(program).flatMap(({ parts }) => parts)));
  return new Map(
    KINDS.filter(([, keys]) => !keys.some((key) => names.has(key))).map(([kind, keys]) => [
      kind,
      problem('template/kind-unread', {
        message: `no template of the pack shows what an article has of the kind “${kind}”`,
        place: { file },
        allowed: keys.join(', '),
        hint: 'Print it where the templates print the other kinds.',
      }),
    ]),
  );
}
