import type { SlideContent } from '../read/types.ts';
import type { RecipeRecord } from './part.ts';
import { alike } from './alike.ts';
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
  const rest = [...free];
  const unknown = slides.flatMap((_, i) => (records[i] === null ? [i] : []));
  const found = alike(
    unknown.map((i) => says[i] ?? []),
    rest.map(wordsOf),
    {
      all: record.slides.map(wordsOf),
      // Another id than ours is that of a slide that a program made which keeps ids.
      isNew: (now) => (slides[unknown[now] ?? -1]?.creation ?? null) !== null,
    },
  );
  for (const { now, then } of found) records[unknown[now] ?? -1] = rest[then] ?? null;
  return { records, said, rewritten };
}

/** Of decks from before words were kept their titles alone, which no two slides of a deck share. */
const wordsOf = (ours: SlideRecord): readonly string[] => (ours.said ? spoken(ours.said) : [ours.title]);

/** Digests of what a slide says: its paragraphs, its cells, its charts' data. */
export function spoken(said: SlideDigests | null | undefined): string[] {
  return (said?.boxes ?? []).flatMap(({ words, data }) => [...words, data]).filter(Boolean);
}
