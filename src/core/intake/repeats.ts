import { foldedWords, foldKey } from './words/fold.ts';

export interface Repeat {
  /** Index of the earlier paragraph that it repeats. */
  readonly of: number;
  /** 1 for the same words, else how alike the two are. */
  readonly likeness: number;
}

const SHINGLE = 3;
/** Shared shingles by all of both. */
const JACCARD = 0.7;
/** Shared shingles by those of the shorter: a pull quote inside its paragraph. */
const CONTAINMENT = 0.9;
/** A few words recur by chance. */
const FEWEST_WORDS_ALIKE = 7;
const FEWEST_WORDS_EXACT = 3;
/** A shingle that this many paragraphs have tells nothing. */
const COMMON = 40;

/** For each paragraph, whether an earlier one says the same: word for word, nearly, or (a pull quote) as a part. */
export function findRepeats(paragraphs: readonly string[]): (Repeat | null)[] {
  const exact = new Map<string, number>();
  const byShingle = new Map<string, number[]>();
  const sizes: number[] = [];
  const repeats: (Repeat | null)[] = [];
  paragraphs.forEach((text, index) => {
    const key = foldKey(text);
    const words = foldedWords(text);
    const same = words.length >= FEWEST_WORDS_EXACT ? exact.get(key) : undefined;
    const shingles = shinglesOf(words);
    sizes.push(shingles.size);
    const repeat =
      same !== undefined ? { of: same, likeness: 1 } : words.length >= FEWEST_WORDS_ALIKE ? nearest(shingles, byShingle, sizes) : null;
    repeats.push(repeat);
    if (repeat !== null) return;
    exact.set(key, index);
    if (words.length < FEWEST_WORDS_ALIKE) return;
    for (const shingle of shingles) {
      const list = byShingle.get(shingle);
      if (list === undefined) byShingle.set(shingle, [index]);
      else if (list.length < COMMON) list.push(index);
    }
  });
  return repeats;
}

function nearest(
  shingles: ReadonlySet<string>,
  byShingle: ReadonlyMap<string, readonly number[]>,
  sizes: readonly number[],
): Repeat | null {
  const shared = new Map<number, number>();
  for (const shingle of shingles) for (const index of byShingle.get(shingle) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  let best: Repeat | null = null;
  for (const [of, count] of shared) {
    const size = sizes[of] ?? 0;
    const jaccard = count / (shingles.size + size - count);
    // Only the later one may be the part: the earlier is kept, and keeps all that is said.
    const contained = shingles.size <= size ? count / shingles.size : 0;
    const likeness = Math.max(jaccard, contained >= CONTAINMENT ? contained * 0.99 : 0);
    if ((jaccard >= JACCARD || contained >= CONTAINMENT) && likeness > (best?.likeness ?? 0))
      best = { of, likeness: Math.min(0.99, likeness) };
  }
  return best;
}

function shinglesOf(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (let index = 0; index + SHINGLE <= words.length; index++) found.add(words.slice(index, index + SHINGLE).join(' '));
  return found;
}
