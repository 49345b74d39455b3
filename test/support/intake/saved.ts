import { isTaken, takenActors } from '../../../src/core/intake/index.ts';
import type { Draft } from '../../../src/core/intake/types.ts';
import { foldKey } from '../../../src/core/intake/words/fold.ts';
import type { ExpectedOfKind } from './kinds.ts';

/** What is saved of a draft that nobody has looked at. */
export const SAVED_KINDS = [
  'title',
  'authors',
  'date',
  'points',
  'quotations',
  'speakers',
  'roles',
  'events',
  'figures',
  'actors',
] as const;
export type SavedKind = (typeof SAVED_KINDS)[number];

export interface SavedTally {
  right: number;
  wrong: number;
}

export type SavedTallies = Readonly<Record<SavedKind, SavedTally>>;

export const noneSaved = (): SavedTallies =>
  Object.fromEntries(SAVED_KINDS.map((kind) => [kind, { right: 0, wrong: 0 }])) as unknown as SavedTallies;

/**
 * Counts what would be saved unreviewed, right and wrong, into `tallies`; gives what is wrong. Points are right where they are whole sentences of
 * their source and no tail of a quotation. Other kinds are compared where the expectation names them. `persons`: the named actors are all there are.
 */
export function countSaved(
  draft: Draft,
  expected: ExpectedOfKind,
  tallies: SavedTallies,
  { persons }: { readonly persons: boolean },
): string[] {
  const wrong: string[] = [];
  const count = (kind: SavedKind, isRight: boolean, value: string): void => {
    tallies[kind][isRight ? 'right' : 'wrong']++;
    if (!isRight) wrong.push(`${kind}: ${value}`);
  };
  const { meta } = draft;
  if (expected.title !== undefined && meta.title) count('title', meta.title.value === expected.title, meta.title.value);
  if (expected.date !== undefined && meta.published) count('date', meta.published.value === expected.date, meta.published.value);
  if (expected.authors !== undefined)
    for (const name of meta.authors?.value ?? []) count('authors', expected.authors?.includes(name) === true, name);
  const sentences = new Set(draft.blocks.flatMap(({ text, sentences: own }) => own.map(({ start, end }) => text.slice(start, end))));
  const isWhole = (text: string): boolean => sentences.has(text) && !(expected.never ?? []).some((words) => text.includes(words));
  for (const { summary, items } of draft.topics) {
    if (summary !== null && isTaken(summary)) count('points', isWhole(summary.text), summary.text);
    for (const item of items.filter((other) => isTaken(other))) {
      switch (item.kind) {
        case 'point':
          count('points', isWhole(item.text), item.text);
          break;
        case 'quotation': {
          if (expected.quotations === undefined || item.form === 'sentence') break;
          const match = expected.quotations.find(({ text }) => foldKey(text) === foldKey(item.text));
          count('quotations', match !== undefined, item.text);
          if (item.speaker === null || match?.speaker === undefined) break;
          count('speakers', item.speaker === match.speaker, `${item.speaker}: ${item.text}`);
          if (item.role !== null && match.role !== undefined) count('roles', item.role === match.role, `${item.role}: ${item.speaker}`);
          break;
        }
        case 'event': {
          if (expected.events === undefined) break;
          const paragraph = draft.blocks[item.spans[0]?.block ?? -1]?.text ?? '';
          const isNamed = expected.events.some(
            ({ at, date, words, vague }) =>
              paragraph.includes(at) && (vague === true || (words === true ? item.date.text : item.date.iso) === date),
          );
          count('events', isNamed, `${item.date.text}: ${item.text}`);
          break;
        }
        case 'figure':
          if (expected.figures !== undefined)
            count(
              'figures',
              expected.figures.some(({ value }) => foldKey(value) === foldKey(item.value)),
              `${item.value} ${item.unit}`,
            );
          break;
        default:
      }
    }
  }
  const known = new Set(expected.actors ?? []);
  if (persons && expected.actors !== undefined)
    for (const { name, type } of takenActors(draft)) if (type === 'person') count('actors', known.has(name), name);
  return wrong;
}
