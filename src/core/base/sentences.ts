/** A stop between digits ends nothing. */
const SENTENCE = /(?:[^.!?。！？؟]|\.(?=\d))+(?:[.!?。！？؟]+["”’»“」)]*|$)/gu;
/** Nor does one behind a short form, an initial or an ordinal: `Dr. Ruiz`, `J. Smith`, `am 12. Juni`. */
const SHORT = /(?:^|[\s(„“«.])(?:\p{Lu}\p{L}{0,2}|\p{Lu}?\p{Ll}|Prof|Sept|\d{1,2}|ca|bzw|vs|г|им|ул)\.$/u;

/** The sentences of a text, trimmed, in order. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const [piece] of text.matchAll(SENTENCE)) {
    open += piece;
    if (SHORT.test(open.trimEnd())) continue;
    found.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') found.push(open.trim());
  return found.filter((sentence) => sentence !== '');
}
