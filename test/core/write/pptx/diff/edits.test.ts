import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeZip, type Parts } from '../../../../../src/core/base/ooxml/zip.ts';
import { mentionReader } from '../../../../../src/core/claims/index.ts';
import { deckSide, diffDecks, type DeckSide } from '../../../../../src/core/write/pptx/diff/index.ts';
import type { Change, DeckDiff, SlideDiff } from '../../../../../src/core/write/pptx/diff/types.ts';
import { readContent } from '../../../../../src/core/write/pptx/read/content.ts';
import { copySlide, editSlide, EDITS, putSlideTags, slideTags, type Edit, type EditKind } from '../../../../support/deck-edits.ts';
import { written } from '../../../../support/package.ts';
import { PACKS, sampleScene, SAMPLES } from '../../../../support/samples.ts';

const RUNS = Number(process.env['LECTERN_EDITS'] ?? 30);
/** Every run of a few looks at the same ones; a search looks at others each time. */
const SEED = process.env['LECTERN_EDITS'] === undefined ? { seed: 20_261_130 } : {};

const decks = new Map<string, { readonly parts: Parts; readonly side: DeckSide }>();
const NAMES = PACKS.flatMap((pack) => SAMPLES.map((sample) => `${pack} ${sample}`));

beforeAll(async () => {
  for (const name of NAMES) {
    const [pack = '', sample = ''] = name.split(' ');
    const parts = await written(await sampleScene({ sample, pack }));
    decks.set(name, { parts, side: deckSide(writeZip(parts)) });
  }
});

const KIND: Readonly<Record<EditKind, readonly Change['kind'][]>> = {
  word: ['words', 'figures'],
  number: ['words', 'figures'],
  split: ['words', 'figures'],
  join: ['words', 'figures'],
  delete: ['words', 'figures'],
  add: ['words', 'figures'],
  title: ['words'],
  cell: ['cells'],
  value: ['data'],
  notes: ['notes'],
  picture: ['pictures'],
};

const texts = (changes: readonly Change[], side: 'from' | 'to'): string[] =>
  changes.flatMap((change) => ('from' in change && typeof change[side] === 'string' ? [change[side]] : [])).sort();

/** What a slide's changes must be: those of its one edit, each text of it, and nothing else. */
function expectEdit({ changes, moved }: SlideDiff, edit: Edit | undefined, isMoved: boolean): void {
  expect(moved || !isMoved).toBe(true);
  if (!edit) {
    expect(changes).toEqual([]);
    return;
  }
  expect(changes.filter(({ kind }) => !KIND[edit.kind].includes(kind))).toEqual([]);
  expect([texts(changes, 'from'), texts(changes, 'to')]).toEqual([[...edit.gone].sort(), [...edit.come].sort()]);
  const [first] = changes;
  if (edit.kind === 'number')
    expect(first && 'facts' in first ? first.facts.map(({ kind, to }) => [kind, to]) : []).toContainEqual(['number', '4,321.5']);
}

interface Script {
  readonly deck: string;
  readonly edits: readonly { readonly slide: number; readonly kind: EditKind; readonly at: number }[];
  readonly order: 'none' | 'delete' | 'move' | 'copy' | 'add';
  readonly place: number;
  readonly to: number;
}

const script: fc.Arbitrary<Script> = fc.record({
  deck: fc.constantFrom(...NAMES),
  edits: fc.array(fc.record({ slide: fc.nat(30), kind: fc.constantFrom(...EDITS), at: fc.nat(20) }), { maxLength: 6 }),
  order: fc.constantFrom('none', 'delete', 'move', 'copy', 'add'),
  place: fc.nat(30),
  to: fc.nat(30),
});

function run({ deck, edits, order, place, to }: Script): void {
  const { parts: clean, side } = decks.get(deck) ?? { parts: new Map(), side: null };
  if (!side) throw new Error(deck);
  const parts: Parts = new Map(clean);
  const slides = readContent(clean).map(({ part }) => part);
  const made = new Map<number, Edit>();
  edits.forEach(({ slide, kind, at }, i) => {
    const index = slide % slides.length;
    if (made.has(index)) return;
    const edit = editSlide(parts, slides[index] ?? '', kind, at, `Quercus${'abcdef'[i]}`);
    if (edit) made.set(index, edit);
  });
  const tags = slideTags(parts);
  const [from, target] = [place % tags.length, to % tags.length];
  const other = [...tags];
  if (order === 'delete') other.splice(from, 1);
  if (order === 'move') other.splice(target, 0, ...other.splice(from, 1));
  if (order === 'copy') other.splice(target, 0, copySlide(parts, slides[from] ?? '', 900, null));
  if (order === 'add') other.splice(target, 0, copySlide(parts, slides[from] ?? '', 900, 'Nothing of ours'));
  putSlideTags(parts, other);
  check(diffDecks(side, deckSide(writeZip(parts)), mentionReader), { made, order, from, target });
}

interface Expected extends Pick<Script, 'order'> {
  readonly made: ReadonlyMap<number, Edit>;
  readonly from: number;
  readonly target: number;
}

function check(diff: DeckDiff, { made, order, from, target }: Expected): void {
  expect([diff.everywhere, diff.design, diff.looksCompared]).toEqual([[], false, true]);
  const both = diff.changed.filter((slide) => slide.from && slide.to);
  const alone = diff.changed.filter((slide) => !slide.from || !slide.to);
  const movedTo = order === 'move' && from !== target;
  const moved = both.filter((slide) => slide.moved).map((slide) => (slide.from?.number ?? 0) - 1);
  // Of two neighbours that changed places either was moved.
  if (movedTo) expect([[from], Math.abs(from - target) === 1 ? [target] : [from]]).toContainEqual(moved);
  else expect(moved).toEqual([]);
  const edited = [...made].filter(([index]) => !(order === 'delete' && index === from));
  expect(both.map((slide) => (slide.from?.number ?? 0) - 1).sort((a, b) => a - b)).toEqual(
    [...new Set([...edited.map(([index]) => index), ...moved])].sort((a, b) => a - b),
  );
  for (const slide of both) {
    const index = (slide.from?.number ?? 0) - 1;
    expectEdit(slide, made.get(index), moved.includes(index));
  }
  if (order === 'delete') expect(alone).toMatchObject([{ from: { number: from + 1 }, to: null }]);
  else if (order === 'copy' || order === 'add') expect(alone).toMatchObject([{ from: null, to: { number: target + 1 } }]);
  else expect(alone).toEqual([]);
}

describe('diffDecks', () => {
  // A search of many runs takes longer than the few of every run.
  it('names exactly the slides and lines that were edited, whatever was edited', { timeout: Math.max(60_000, 1_000 * RUNS) }, () => {
    fc.assert(fc.property(script, run), { numRuns: RUNS, ...SEED });
  });

  it('finds each kind of edit in some sample, so that the property is about all of them', () => {
    const found = new Set<EditKind>();
    for (const { parts } of [...decks.values()].slice(0, 1))
      for (const { part } of readContent(parts))
        for (const kind of EDITS) if (editSlide(new Map(parts), part, kind, 0, 'x')) found.add(kind);
    expect([...found].sort()).toEqual([...EDITS].sort());
  });
});
