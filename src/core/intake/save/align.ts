import { foldedWords, foldKey } from '../words/fold.ts';

export interface Match {
  /** Index of the newer paragraph; null where the old one is gone. */
  readonly newer: number | null;
  readonly changed: boolean;
}

/** Less alike than this, and it is another paragraph. */
const ALIKE = 0.45;

/** Spaces of another kind are no change that anybody sees. */
function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** For each old paragraph the newer one that it became: the same words first, then the likeliest by shared pairs of words, each once. */
export function alignParagraphs(old: readonly string[], newer: readonly string[]): Match[] {
  const free = new Map<string, number[]>();
  newer.forEach((text, index) => free.set(foldKey(text), [...(free.get(foldKey(text)) ?? []), index]));
  const matches: (Match | null)[] = old.map((text) => {
    const index = free.get(foldKey(text))?.shift();
    return index === undefined ? null : { newer: index, changed: spaced(newer[index] ?? '') !== spaced(text) };
  });
  const taken = new Set(matches.flatMap((match) => (match === null ? [] : [match.newer])));
  const candidates = likely(
    old.map((text, index) => (matches[index] === null ? text : null)),
    newer.map((text, index) => (taken.has(index) ? null : text)),
  );
  for (const { from, to } of candidates.sort((a, b) => b.score - a.score || Math.abs(a.from - a.to) - Math.abs(b.from - b.to))) {
    if (matches[from] !== null || taken.has(to)) continue;
    matches[from] = { newer: to, changed: true };
    taken.add(to);
  }
  return matches.map((match) => match ?? { newer: null, changed: false });
}

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** All two paragraphs that share a pair of words, found by the pair: comparing each with each takes minutes for a long text. */
function likely(old: readonly (string | null)[], newer: readonly (string | null)[]): Candidate[] {
  const sizes = new Map<number, number>();
  const where = new Map<string, number[]>();
  newer.forEach((text, to) => {
    if (text === null) return;
    const own = pairs(text);
    sizes.set(to, own.size);
    for (const pair of own) put(where, pair, to);
  });
  return old.flatMap((text, from) => {
    if (text === null) return [];
    const own = pairs(text);
    const shared = new Map<number, number>();
    for (const pair of own) for (const to of where.get(pair) ?? []) shared.set(to, (shared.get(to) ?? 0) + 1);
    return [...shared]
      .map(([to, count]) => ({ from, to, score: likeness(count, own.size, sizes.get(to) ?? 0) }))
      .filter(({ score }) => score >= ALIKE);
  });
}

function put(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function pairs(text: string): Set<string> {
  const words = foldedWords(text);
  return new Set(words.length < 2 ? words : words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`));
}

function likeness(shared: number, a: number, b: number): number {
  const jaccard = shared / Math.max(1, a + b - shared);
  const contained = shared / Math.max(1, Math.min(a, b));
  // A paragraph that only grew or lost a sentence is still itself.
  return Math.max(jaccard, Math.min(a, b) >= 8 ? contained * 0.8 : 0);
}
