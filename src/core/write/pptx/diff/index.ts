import type { OriginOf } from './lines.ts';
import { pairSlides, placeOf, type UnitPair } from './pairs.ts';
import type { DeckSide } from './side.ts';
import { saidLines, unitChanges, type Comparison } from './slide.ts';
import type { DeckDiff, LineChange, ReadMentions, SlideDiff } from './types.ts';
import { wordReader } from './words.ts';

export { deckSide, type DeckSide } from './side.ts';

/** What the packs call that slide (`kind` of its section). */
const CHANGES_KIND = 'changes';
/** From so many slides on, and on half of them, the same change is one of the whole deck. */
const FEW = 3;

/** Of a deck without a recipe it is not known where its numbers lead; within one build the number is enough. */
function originsOf({ sources }: DeckSide, oneBuild: boolean): OriginOf {
  if (oneBuild) return (refs) => refs.map(String);
  return (refs) => {
    const origins = refs.map((ref) => sources.get(ref));
    return origins.includes(undefined) ? null : (origins as string[]);
  };
}

/** Whether a program kept what slides are known by: some are the same, or neither deck ever had any. */
function sharesIds(a: DeckSide, b: DeckSide): boolean {
  const [then, now] = [a, b].map(({ slides }) => new Set(slides.flatMap(({ content }) => content.creation ?? []))) as [
    Set<number>,
    Set<number>,
  ];
  return then.size === 0 && now.size === 0 ? true : [...then].some((id) => now.has(id));
}

const keyOf = ({ kind, at, from, to }: LineChange): string => JSON.stringify([kind, at, from, to]);

/** Lines that changed alike on most slides: a footer, a mark, a date. */
function repeated(slides: readonly SlideDiff[], compared: number): Map<string, LineChange> {
  const counts = new Map<string, { readonly change: LineChange; count: number }>();
  for (const { changes } of slides) {
    for (const change of new Map(changes.flatMap((one) => (isLine(one) ? [[keyOf(one), one] as const] : []))).values()) {
      const known = counts.get(keyOf(change));
      if (known) known.count += 1;
      else counts.set(keyOf(change), { change, count: 1 });
    }
  }
  return new Map([...counts].flatMap(([key, { change, count }]) => (count >= FEW && count * 2 > compared ? [[key, change] as const] : [])));
}

const isLine = (change: SlideDiff['changes'][number]): change is LineChange => change.kind === 'words' && change.at === 'line';

/** A slide that says what changed since a deck before is no change itself. */
const isAboutChanges = ({ from, to }: SlideDiff): boolean => (from === null) !== (to === null) && (from ?? to)?.kind === CHANGES_KIND;

function slideDiff({ from, to, moved }: UnitPair, how: Comparison): SlideDiff {
  const both = from !== null && to !== null;
  const alone = from ?? to;
  return {
    from: placeOf(from),
    to: placeOf(to),
    moved,
    changes: both ? unitChanges(from, to, how) : [],
    lines: both || alone === null ? [] : saidLines(alone),
  };
}

/**
 * What differs between two decks, from `a` to `b`. Slides are known again by ids, else by what they say; source labels are no words, and a
 * new numbering of sources is no change. Decks of one build (one of them edited) are compared slide by slide and in their looks; decks of
 * two builds with the parts of each divided slide joined. What lines mention is read by `readMentions`. The same decks give the same answer.
 */
export function diffDecks(a: DeckSide, b: DeckSide, readMentions: ReadMentions): DeckDiff {
  const { pairs, joined } = pairSlides(a, b);
  const looks = sharesIds(a, b);
  const oneBuild = !joined;
  const how: Comparison = {
    reader: wordReader(b.slides.length > 0 ? b.language : a.language, readMentions),
    originOf: { from: originsOf(a, oneBuild), to: originsOf(b, oneBuild) },
    oneBuild,
    looks,
  };
  const slides = pairs.map((pair) => slideDiff(pair, how)).filter((slide) => !isAboutChanges(slide));
  const everywhere = repeated(slides, pairs.filter(({ from, to }) => from !== null && to !== null).length);
  const changed = slides
    .map((slide) => ({ ...slide, changes: slide.changes.filter((change) => !isLine(change) || !everywhere.has(keyOf(change))) }))
    .filter(({ from, to, moved, changes }) => from === null || to === null || moved || changes.length > 0);
  return {
    slides: { from: a.slides.length, to: b.slides.length },
    changed,
    everywhere: [...everywhere.values()],
    design: looks && a.design !== b.design,
    looksCompared: looks,
  };
}
