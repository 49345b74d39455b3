import type { Parts } from '../../../base/ooxml/zip.ts';
import { readContent } from '../read/content.ts';
import type { RecipeRecord } from '../recipe/part.ts';
import { withLabels } from './paragraphs.ts';

/** A line whose source is none any more. */
export interface LostSource {
  /** The slide's part. */
  readonly slide: string;
  readonly text: string;
}

export interface Renumbered {
  readonly parts: Parts;
  readonly lost: readonly LostSource[];
}

/** Their deck with each source label by its number in ours. A label whose source ours does not have is taken out, and its line named. */
export function renumbered(parts: Parts, theirs: RecipeRecord, ours: RecipeRecord): Renumbered {
  const origins = new Map(theirs.sources.map(({ number, origin }) => [number, origin]));
  const numbers = new Map(ours.sources.map(({ number, origin }) => [origin, number]));
  /** A number that we did not give stays as it is: somebody wrote it. */
  const renumber = (number: number): number | null => {
    const origin = origins.get(number);
    return origin === undefined ? number : (numbers.get(origin) ?? null);
  };
  if (theirs.sources.every(({ number }) => renumber(number) === number)) return { parts, lost: [] };
  const made: Parts = new Map(parts);
  const lost: LostSource[] = [];
  for (const { part, notesPart, boxes, notes } of readContent(parts)) {
    const lines = [...boxes.flatMap(({ paragraphs, rows }) => [...paragraphs, ...rows.flatMap(({ cells }) => cells)]), ...notes];
    for (const { text, refs } of lines) if (refs.some((ref) => renumber(ref) === null)) lost.push({ slide: part, text });
    for (const name of [part, notesPart]) {
      const xml = name === null ? undefined : made.get(name);
      if (name !== null && typeof xml === 'string') made.set(name, withLabels(xml, renumber));
    }
  }
  return { parts: made, lost };
}
