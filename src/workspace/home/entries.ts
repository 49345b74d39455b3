import type { Problem } from '../../core/base/errors.ts';
import { placesIn, type BriefingEdit, type ItemPlace } from '../../core/briefing/index.ts';
import type { FoundTopic } from './origin.ts';
import { offered, type Offer, type Removal } from './types.ts';

/** What a topic lists, or its briefing added, by its address; null: there is no such entry. */
export function entryAt({ topic }: FoundTopic, at: string): ItemPlace | null {
  if (/^added\/\d+$/.test(at)) return { at, hash: '', wholeHash: '' };
  return placesIn(topic).items.find((one) => one.at === at) ?? null;
}

/** The address of the entry that a line is of. */
export const entryOf = (at: string): string => at.replace(/\.[^./]*$/, '');

/** Lines that a hand took out of one entry: the entry, where none of its lines is left, else each is emptied. */
export function removalOffers(removals: readonly Removal[]): (Offer | Problem)[] {
  const [first] = removals;
  if (!first) return [];
  const { found, slide } = first;
  const { item } = found;
  const at = entryOf(first.line.at);
  const entry = entryAt(found, at);
  const lines = placesIn(found.topic).lines.filter((line) => entryOf(line.at) === at && line.text !== '');
  const gone = new Set(removals.map(({ line }) => line.at));
  const was = removals.map((one) => one.was).join(' ');
  if (entry && lines.every((line) => gone.has(line.at)))
    return [offered({ item, kind: 'entry-removed', at: entry.at, hash: entry.wholeHash }, { slide, was, now: null })];
  return removals.map(({ line, was: said }): Offer => {
    const { at: address, hash, position } = line;
    const edit: BriefingEdit = { item, kind: 'line', at: address, hash, text: '', ...(position !== undefined && { position }) };
    return offered(edit, { slide, was: said, now: null });
  });
}
