import { foldedWords, foldKey } from '../words/fold.ts';

export interface Match {
  /** Index of the newer paragraph; null where the old one is gone. */
  readonly newer: number | null;
  readonly changed: boolean;
}

/** Less alike than this, and it is another paragraph. */
const ALIKE = 0.45;

/** For each old paragraph the newer one that it became: the same words first, then the likeliest by shared pairs of words, each once. */
export function alignParagraphs(old: readonly string[], newer: readonly string[]): Match[] {
  const free = new Map<string, number[]>();
  newer.forEach((text, index) => free.set(foldKey(text), [...(free.get(foldKey(text)) ?? []), index]));
  const matches: (Match | null)[] = old.map((text) => {
    const index = free.get(foldKey(text))?.shift();
    return index === undefined ? null : { newer: index, changed: newer[index] !== text };
  });
  const taken = new Set(matches.flatMap((match) => (match === null ? [] : [match.newer])));
  const candidates = old.flatMap((text, from) =>
    matches[from] !== null
      ? []
      : newer.flatMap((other, to) => (taken.has(to) ? [] : [{ from, to, score: likeness(pairs(text), pairs(other)) }])),
  );
  for (const { from, to, score } of candidates.sort((a, b) => b.score - a.score || Math.abs(a.from - a.to) - Math.abs(b.from - b.to))) {
    if (score < ALIKE) break;
    if (matches[from] !== null || taken.has(to)) continue;
    matches[from] = { newer: to, changed: true };
    taken.add(to);
  }
  return matches.map((match) => match ?? { newer: null, changed: false });
}

function pairs(text: string): Set<string> {
  const words = foldedWords(text);
  return new Set(words.length < 2 ? words : words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  const jaccard = shared / Math.max(1, a.size + b.size - shared);
  const contained = shared / Math.max(1, Math.min(a.size, b.size));
  // A paragraph that only grew or lost a sentence is still itself.
  return Math.max(jaccard, Math.min(a.size, b.size) >= 8 ? contained * 0.8 : 0);
}
