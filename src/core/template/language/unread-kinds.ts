import type { ShownKind } from '../../block/types.ts';
import { KIND_KEYS } from '../../briefing/index.ts';
import { problem, type Problem } from '../../base/errors.ts';
import type { View } from '../../briefing/types.ts';
import { allPaths } from './all-paths.ts';
import type { Template } from './ast.ts';

/**
 * A kind of block; the pictures that stand beside the first of a block of pictures, which a template names by themselves; what changed since
 * an earlier deck.
 */
export type ToShow = ShownKind | 'pictures beside another' | 'what changed';

const KINDS: readonly (readonly [ToShow, readonly string[]])[] = [
  ...(Object.entries(KIND_KEYS) as readonly (readonly [ShownKind, readonly string[]])[]),
  ['pictures beside another', ['beside']],
  ['what changed', ['changes']],
];

export const KIND_COUNT = KINDS.length;

/** Kinds of block that no template of a pack reads, each with the warning: what an article has of them is on no slide. */
export function unreadKinds(templates: readonly Template[], file: string): ReadonlyMap<ToShow, Problem> {
  // Words of a name are no list of that name: `words.changes`.
  const paths = templates.flatMap(({ program }) => allPaths(program).filter(({ parts }) => parts[0] !== 'words'));
  const names = new Set(paths.flatMap(({ parts }) => parts));
  return new Map(
    KINDS.filter(([, keys]) => !keys.some((key) => names.has(key))).map(([kind, keys]) => [
      kind,
      problem('template/kind-unread', {
        message:
          kind === 'what changed'
            ? 'no template of the pack shows what changed since an earlier deck'
            : `no template of the pack shows what an article has of the kind “${kind}”`,
        place: { file },
        allowed: keys.join(', '),
        hint: 'Print it where the templates print the other kinds.',
      }),
    ]),
  );
}

/** What a view has that a template must show. */
export function toShow({ items, changes }: View): ReadonlySet<ToShow> {
  const blocks = items.flatMap((item) => item.blocks);
  const beside = blocks.some(({ image }) => image !== null && image.beside.length > 0);
  return new Set<ToShow>([
    ...blocks.map(({ kind }) => kind),
    ...(beside ? (['pictures beside another'] as const) : []),
    ...(changes ? (['what changed'] as const) : []),
  ]);
}
