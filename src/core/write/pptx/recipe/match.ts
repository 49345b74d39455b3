import type { DeckState, SlideState } from './deck-state.ts';
import { digestOf, digestsOf, type RecipeRecord, type SlideDigests, type SlideRecord } from './part.ts';

/** Which slide of ours each slide of a deck is. */
export interface Matches {
  /** By the deck's order; null for a slide that is none of ours, as far as can be known. */
  readonly records: readonly (SlideRecord | null)[];
  /** What each slide says now, as digests like the records'. */
  readonly said: readonly SlideDigests[];
  /**
   * No slide has the id that we gave it: the deck was saved by a program that writes all anew (LibreOffice, Google Slides).
   * Only words, notes and data can then be compared; every shape's markup differs though nobody touched it.
   */
  readonly rewritten: boolean;
}

/** A slide is ours where it holds at least this share of what ours said, each paragraph by how few slides of the deck have it. */
const LEAST_SHARE = 0.5;

/**
 * Knows slides again: by `p14:creationId`, which PowerPoint keeps for a slide's life; the others by what they say. Never by
 * `p:sldId@id`: LibreOffice numbers these anew, so that after a slide was deleted each id leads to another slide.
 * A record serves once, so that of a slide and its copy one is ours.
 */
export function match(state: DeckState, record: RecipeRecord): Matches {
  const { slides } = state;
  const free = new Set(record.slides);
  const said = slides.map((slide) => digestsOf(slide, record.stamp));
  const byCreation = new Map(record.slides.map((ours) => [ours.creation, ours]));
  const records = slides.map((slide): SlideRecord | null => {
    const ours = slide.creation === null ? undefined : byCreation.get(slide.creation);
    return ours && free.delete(ours) ? ours : null;
  });
  const rewritten = records.every((ours) => ours === null);
  for (const { slide, ours } of candidates(slides, said, records, [...free], record.stamp)) {
    if (records[slide] === null && free.delete(ours)) records[slide] = ours;
  }
  return { records, said, rewritten };
}

interface Candidate {
  readonly slide: number;
  readonly ours: SlideRecord;
  readonly share: number;
}

/** Pairs of slides not yet known and records still free that share enough, the most first. */
function candidates(
  slides: readonly SlideState[],
  said: readonly SlideDigests[],
  known: readonly (SlideRecord | null)[],
  free: readonly SlideRecord[],
  stamp: string,
): Candidate[] {
  const digests = new Map(free.map((ours) => [ours, spokenBy(ours, stamp)]));
  const holders = new Map<string, SlideRecord[]>();
  for (const [ours, list] of digests) {
    for (const digest of new Set(list)) holders.set(digest, [...(holders.get(digest) ?? []), ours]);
  }
  const weigh = (digest: string): number => 1 / (holders.get(digest)?.length ?? 1);
  const total = new Map([...digests].map(([ours, list]) => [ours, [...new Set(list)].reduce((sum, digest) => sum + weigh(digest), 0)]));
  const found: Candidate[] = [];
  slides.forEach((slide, i) => {
    if (known[i]) return;
    const shared = new Map<SlideRecord, number>();
    const title = digestOf(slide.title, stamp);
    const says = new Set([title, ...(said[i]?.words ?? []), ...(said[i]?.data ?? [])]);
    for (const digest of says) {
      for (const ours of holders.get(digest) ?? []) shared.set(ours, (shared.get(ours) ?? 0) + weigh(digest));
    }
    for (const [ours, weight] of shared) {
      const share = weight / (total.get(ours) ?? Infinity);
      if (share >= LEAST_SHARE) found.push({ slide: i, ours, share });
    }
  });
  return found.sort((a, b) => b.share - a.share || a.slide - b.slide);
}

/** What a record of ours said; in decks from before this was kept its title alone, which no two slides of a deck share. */
function spokenBy({ said, title }: SlideRecord, stamp: string): string[] {
  return said ? [...said.words, ...said.data] : [digestOf(title, stamp)];
}
