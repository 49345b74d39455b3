/** Signs around a word that are no part of it. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** A stretch without spaces as the word it is; null where it is none, as an address or a name with digits, which may be cut anywhere. */
export function plainWord(stretch: string): string | null {
  const word = stretch.replace(AROUND, '');
  return /^[\p{L}\p{M}][\p{L}\p{M}\u00AD’'‐-]+$/u.test(word) ? word : null;
}

/** The word that an offset cuts in two; null where a line may end there, or it is no word. */
export function wordCutAt(text: string, at: number): string | null {
  const before = /[^\s]*$/.exec(text.slice(0, at))?.[0] ?? '';
  const after = /^[^\s]*/.exec(text.slice(at))?.[0] ?? '';
  return /[\p{L}\p{M}]$/u.test(before) && /^\p{L}/u.test(after) ? plainWord(before + after) : null;
}
