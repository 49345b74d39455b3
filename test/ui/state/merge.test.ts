import { describe, expect, it } from 'vitest';
import {
  beginMerge,
  choose,
  conflictOf,
  conflictsOf,
  edit,
  groupsOf,
  isStranger,
  looked,
  mergeToGoOn,
  paragraphsOf,
  reopen,
  select,
  settledCount,
  takeWords,
  typed,
  undo,
  type Merge,
  type MergeConflict,
  type OpenMerge,
} from '../../../src/ui/state/merge.ts';

const conflict = (id: string, number: number | null, more: Partial<MergeConflict> = {}): MergeConflict => ({
  id,
  kind: 'words',
  slide: number === null ? null : `s${number}`,
  number,
  title: number === null ? '' : `Slide ${number}`,
  box: 'body',
  baseWords: null,
  theirs: [`their ${id}`],
  ours: [`our ${id}`],
  marked: { theirs: [[{ text: `their ${id}`, changed: true }]], ours: [[{ text: `our ${id}`, changed: true }]] },
  choices: ['theirs', 'ours', 'both', 'words'],
  ...more,
});

const answer = (conflicts: readonly MergeConflict[], state = 'one'): Merge => ({
  name: 'x.pptx',
  state,
  conflicts,
  slides: [],
  problems: [],
});

const CONFLICTS = [
  conflict('late', 5),
  conflict('whole', null, { kind: 'design', choices: ['theirs'] }),
  conflict('a', 2),
  conflict('b', 2),
];
const opened = (): OpenMerge => looked(beginMerge({ kind: 'output' }, 'one.briefing.yaml'), answer(CONFLICTS));
const inHand = (open: OpenMerge): string | undefined => conflictOf(open)?.id;

describe('a merge on screen', () => {
  it('has conflicts in the order of the slides, those of none last', () => {
    expect(conflictsOf(opened()).map(({ id }) => id)).toEqual(['a', 'b', 'late', 'whole']);
    expect(groupsOf(conflictsOf(opened())).map(({ title, conflicts }) => [title, conflicts.map(({ at }) => at)])).toEqual([
      ['Slide 2', [0, 1]],
      ['Slide 5', [2]],
      ['', [3]],
    ]);
  });

  it('goes from each that is settled to the next that is open, around the end, and stays when all are', () => {
    let open = select(opened(), 2);
    const seen: (string | undefined)[] = [];
    while (settledCount(open) < 4) {
      open = choose(open, 'theirs');
      seen.push(inHand(open));
    }
    expect(seen).toEqual(['whole', 'a', 'b', 'b']);
  });

  it('takes only what can be chosen', () => {
    const open = select(opened(), 3);
    expect(choose(open, 'ours')).toBe(open);
    expect(edit(open)).toBe(open);
    expect(settledCount(choose(open, 'theirs'))).toBe(1);
  });

  it('undoes choices one by one, each at its place', () => {
    const open = reopen(select(choose(choose(opened(), 'ours'), 'both'), 0));
    expect(open.choices).toEqual({ b: 'both' });
    expect([undo(open).choices, inHand(undo(open))]).toEqual([{ a: 'ours', b: 'both' }, 'a']);
    expect([undo(undo(open)).choices, inHand(undo(undo(open)))]).toEqual([{ a: 'ours' }, 'b']);
    const first = undo(undo(undo(open)));
    expect(first.choices).toEqual({});
    expect(undo(first)).toBe(first);
  });

  it('takes words of one’s own, from theirs on, a paragraph a line; not none', () => {
    const editing = edit(opened());
    expect(editing.draft).toBe('their a');
    const words = typed(editing, ' First. \n\n 第二段。 ');
    expect(takeWords(words).choices).toEqual({ a: { words: ['First.', '第二段。'] } });
    expect(edit(select(takeWords(words), 0)).draft).toBe('First.\n第二段。');
    const empty = typed(editing, ' \n ');
    expect(takeWords(empty)).toBe(empty);
    expect(paragraphsOf('')).toEqual([]);
    expect(edit(looked(opened(), answer([conflict('gone', 1, { theirs: [] })]))).draft).toBe('our gone');
  });

  it('keeps choices of conflicts that are the same when it is merged anew, and says how many', () => {
    const open = typed(edit(choose(choose(opened(), 'ours'), 'both')), 'half typed');
    const anew = looked(open, answer([conflict('late', 4), conflict('a', 2), conflict('c', 2)], 'two'));
    expect(anew).toMatchObject({ choices: { a: 'ours' }, anew: { kept: 1, of: 2 }, past: [], draft: 'half typed' });
    expect(inHand(anew)).toBe('late');
    expect(looked({ ...open, phase: { kind: 'opening' } }, answer([conflict('a', 2)])).anew).toBeNull();
    const other = looked(open, answer([conflict('a', 2), conflict('c', 3)], 'three'));
    expect([inHand(other), other.draft]).toEqual(['c', null]);
  });

  it('can be gone on with for its own briefing, until it is saved', () => {
    const merge = opened();
    expect(mergeToGoOn({ merge, doc: { file: 'one.briefing.yaml' } })).toBe(merge);
    expect(mergeToGoOn({ merge, doc: { file: 'two.briefing.yaml' } })).toBeNull();
    expect(mergeToGoOn({ merge: beginMerge({ kind: 'output' }, 'x'), doc: { file: 'x' } })).toBeNull();
  });

  it('notices a deck of another briefing', () => {
    const slide = (from: Merge['slides'][number]['from']): Merge['slides'][number] => ({ number: 1, id: null, title: '', from });
    expect(isStranger([slide('added'), slide('new')])).toBe(true);
    expect(isStranger([slide('added'), slide('same')])).toBe(false);
    expect(isStranger([])).toBe(false);
  });
});
