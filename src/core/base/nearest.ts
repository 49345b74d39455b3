function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Candidates by how many letters differ from a word, the likest first; equals keep their order. */
export function byNearness(word: string, candidates: readonly string[]): { readonly candidate: string; readonly edits: number }[] {
  return candidates
    .map((candidate) => ({ candidate, edits: distance(word.slice(0, 64).toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
}

/** The candidate that a misspelt word most likely meant: at most a third of its letters differ. Null: none is near. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const [first] = byNearness(word, candidates);
  return first && first.edits <= Math.max(1, Math.floor(word.length / 3)) ? first.candidate : null;
}
