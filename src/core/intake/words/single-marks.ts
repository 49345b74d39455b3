import { hasWordCharacter } from './letters.ts';

/** Single quotation marks, which are apostrophes as well: what stands around one tells. */

const CLOSERS: Readonly<Record<string, string>> = { "'": "'’", '‘': "’'", '’': '’', '‚': "‘’'" };
/** Letters left out at a word's beginning (`’tis`, `’90s`) and behind a name (`’n’`). */
const ELISION = /^['‘’](?:(?:tis|twas|twere|em|cause|til|till|n|bout|round|cos)(?![a-z])|\d{2}s?(?!\d))/i;
/** A word or two between marks of which none can be but a plural's apostrophe: `the so-called 'officers' of`. */
const FEW_WORDS = 3;

export function isSingle(mark: string): boolean {
  return mark in CLOSERS;
}

/** Whether a single mark can open a quotation: behind a gap and before a word. A typographic apostrophe only before a capital (Swedish, Dutch). */
export function opensSingle(text: string, at: number): boolean {
  const [before, mark, after] = [text.charAt(at - 1), text.charAt(at), text.charAt(at + 1)];
  if (before !== '' && !/[\s([{—–/:«„“"「-]/u.test(before)) return false;
  if (!(hasWordCharacter(after) || /[“"„«…]/u.test(after)) || ELISION.test(text.slice(at, at + 8))) return false;
  return mark !== '’' || (/^\p{Lu}/u.test(after) && !hasWordCharacter(before));
}

/**
 * Where a single quotation closes before `limit`; null: the mark was an apostrophe. A mark behind a stop closes for sure; one behind a
 * letter may be a plural's (`the ministers’ plan`) or a dropped letter's (`goin’`).
 */
export function closeOfSingle(text: string, open: number, limit: number): number | null {
  const mark = text.charAt(open);
  const closers = CLOSERS[mark] ?? '';
  const likely: number[] = [];
  const plural: number[] = [];
  for (let at = open + 2; at < limit; at++) {
    const [before, character, after] = [text.charAt(at - 1), text.charAt(at), text.charAt(at + 1)];
    if (/['‘‚]/.test(character) && opensSingle(text, at)) break;
    if (!closers.includes(character) || hasWordCharacter(after) || /\s/.test(before)) continue;
    if (/[.,!?…;:”"»。，！？]/u.test(before)) return at;
    (/[szx]/i.test(before) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3)) ? plural : likely).push(at);
  }
  if (mark === '’') return null;
  const [first] = likely;
  if (first !== undefined) return first;
  const last = plural.at(-1);
  if (last === undefined || mark !== "'") return last ?? null;
  const [nearest = last] = plural;
  return text.slice(open, nearest).split(/\s+/).length <= FEW_WORDS ? nearest : null;
}
