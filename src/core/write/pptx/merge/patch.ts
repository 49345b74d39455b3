/** A change of a part's text: `[from, to)` is replaced by `xml`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly xml: string;
}

/** The text with all edits; of those at one place the first comes first. Edits do not overlap. */
export function patched(text: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, i) => ({ ...edit, i })).sort((a, b) => a.from - b.from || a.to - b.to || a.i - b.i);
  let result = '';
  let at = 0;
  for (const { from, to, xml } of ordered) {
    result += text.slice(at, Math.max(at, from)) + xml;
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}
