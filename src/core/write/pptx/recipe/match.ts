import type { SlideContent } from '../read/types.ts';
import type { RecipeRecord } from './part.ts';
import { digestOf, slideDigests, type SlideDigests, type SlideRecord } from './record.ts';

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
export function match(slides: readonly SlideContent[], record: RecipeRecord): Matches {
  const free = new Set(record.slides);
  const said = slides.map((slide) => slideDigests(slide, record.stamp));
  const byCreation = new Map(record.slides.map((ours) => [ours.creation, ours]));
  const records = slides.map((slide): SlideRecord | null => {
    const ours = slide.creation === null ? undefined : byCreation.get(slide.creation);
    return ours && free.delete(ours) ? ours : null;
  });
  const rewritten = records.every((ours) => ours === null);
  const says = slides.map(({ title }, i) => [digestOf(title, record.stamp), ...spoken(said[i])]);
  for (const { slide, ours } of candidates(says, records, [...free])) {
    if (records[slide] === null && free.delete(ours)) records[slide] = ours;
  }
  return { records, said, rewritten };
}

/** Digests of what a slide says: its paragraphs, its cells, its charts' data. */
export function spoken(said: SlideDigests | null | undefined): string[] {
  return (said?.boxes ?? []).flatMap(({ words, data }) => [...words, data]).filter(Boolean);
}

interface Candidate {
  readonly slide: number;
  readonly ours: SlideRecord;
  readonly share: number;
}

/** Pairs of slides not yet known and records still free that share enough, the most first. */
function candidates(
  says: readonly (readonly string[])[],
  known: readonly (SlideRecord | null)[],
  free: readonly SlideRecord[],
): Candidate[] {
  // Of decks from before words were kept their titles alone, which no two slides of a deck share.
  const digests = new Map(free.map((ours) => [ours, ours.said ? spoken(ours.said) : [ours.title]]));
  const holders = new Map<string, SlideRecord[]>();
  for (const [ours, list] of digests) {
    for (const digest of new Set(list)) holders.set(digest, [...(holders.get(digest) ?? []), ours]);
  }
  const weigh = (digest: string): number => 1 / (holders.get(digest)?.length ?? 1);
  const total = new Map([...digests].map(([ours, list]) => [ours, [...new Set(list)].reduce((sum, digest) => sum + weigh(digest), 0)]));
  const found: Candidate[] = [];
  says.forEach((list, slide) => {
    if (known[slide]) return;
    const shared = new Map<SlideRecord, number>();
    for (const digest of new Set(list)) {
      for (const ours of holders.get(digest) ?? []) shared.set(ours, (shared.get(ours) ?? 0) + weigh(digest));
    }
    for (const [ours, weight] of shared) {
      const share = weight / (total.get(ours) ?? Infinity);
      if (share >= LEAST_SHARE) found.push({ slide, ours, share });
    }
  });
  return found.sort((a, b) => b.share - a.share || a.slide - b.slide);
}
