import type { BriefingSummary } from '../types.ts';

export type ShelfSort = 'changed' | 'title' | 'date';

/** The briefings in whose title, file or date all words of `text` stand, in this order; what has no date comes last. */
export function shelved(briefings: readonly BriefingSummary[], text: string, sort: ShelfSort): readonly BriefingSummary[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = briefings.filter(({ title, file, date }) => {
    const all = `${title}\n${file}\n${date ?? ''}`.toLocaleLowerCase();
    return words.every((word) => all.includes(word));
  });
  const byTitle = (a: BriefingSummary, b: BriefingSummary): number =>
    (a.title || a.file).localeCompare(b.title || b.file, undefined, { numeric: true });
  switch (sort) {
    case 'changed':
      return found.toSorted((a, b) => b.modified - a.modified);
    case 'title':
      return found.toSorted(byTitle);
    case 'date':
      return found.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || byTitle(a, b));
  }
}

/** When each briefing was last handed over, in milliseconds since 1970, by its file. */
export function lastHandedOver(handovers: readonly { readonly briefing: string; readonly at: string }[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { briefing, at } of handovers) last.set(briefing, Math.max(last.get(briefing) ?? 0, Date.parse(at)));
  return last;
}
