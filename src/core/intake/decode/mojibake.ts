import { CONTINUATION, windows1252Byte } from './windows-1252.ts';

/** UTF-8 sequences of two to four bytes that were read as windows-1252: `â€™`, `Ã©`. */
const SEQUENCE = new RegExp(
  `[\\u00C2-\\u00DF][${CONTINUATION}]|[\\u00E0-\\u00EF][${CONTINUATION}]{2}|[\\u00F0-\\u00F4][${CONTINUATION}]{3}`,
  'g',
);
const NOT_ASCII = /[^\p{ASCII}]/gu;
const MOSTLY = 0.6;
/** Text may have been read wrongly, saved, and read wrongly again. */
const PASSES = 2;

/**
 * Undoes UTF-8 read as windows-1252, where nearly all that is not ASCII has that form; other text is left alone, so that
 * a single `Ü»` stays what it is. Null where there is nothing to mend.
 */
export function mendMojibake(text: string): string | null {
  let mended: string | null = null;
  for (let pass = 0; pass < PASSES; pass++) {
    const next = mendOnce(mended ?? text);
    if (next === null) break;
    mended = next;
  }
  return mended;
}

function mendOnce(text: string): string | null {
  const matches = text.match(SEQUENCE) ?? [];
  if (matches.length < 2) return null;
  const covered = matches.reduce((sum, match) => sum + match.length, 0);
  if (covered < MOSTLY * (text.match(NOT_ASCII) ?? []).length) return null;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return text.replace(SEQUENCE, (sequence) => {
    try {
      return decoder.decode(Uint8Array.from(Array.from(sequence, (character) => windows1252Byte(character) ?? 0)));
    } catch {
      return sequence;
    }
  });
}
