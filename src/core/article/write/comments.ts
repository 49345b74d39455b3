import { UNSPACED } from '../../base/unicode.ts';
import { withoutComments, type Cut } from '../syntax/comments.ts';

/** A word, a sign of scripts without spaces, a fence, or a mark: what a place is known by. Signs of Markdown are none. */
const TOKEN = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+|:{3,}|[^\\s\\\\|*_#>+~\`:-]`, 'gu');

/** Pairs of tokens to compare at most: beyond, only what two texts have in common at their ends is known. */
const MOST_COMPARED = 4_000_000;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({ text: token, start: index, end: index + token.length }));
}

/** For each token of one text the same token of the other, by a longest common subsequence; null where it has none. */
function align(from: readonly Token[], to: readonly Token[]): (Token | null)[] {
  const same = (i: number, j: number): boolean => from[i]?.text === to[j]?.text;
  const found: (Token | null)[] = from.map(() => null);
  let head = 0;
  while (head < Math.min(from.length, to.length) && same(head, head)) found[head] = to[head++] ?? null;
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - head && same(from.length - 1 - tail, to.length - 1 - tail)) {
    tail++;
    found[from.length - tail] = to[to.length - tail] ?? null;
  }
  const [rows, columns] = [from.length - head - tail, to.length - head - tail];
  if (rows * columns > MOST_COMPARED) return found;
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  const length = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    const row = lengths[i];
    for (let j = columns - 1; row && j >= 0; j--) {
      row[j] = same(head + i, head + j) ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  for (let [i, j] = [0, 0]; i < rows && j < columns;) {
    if (same(head + i, head + j)) found[head + i++] = to[head + j++] ?? null;
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return found;
}

/** A comment with the words around it, in the text that it stood in. */
interface Kept {
  readonly cut: Cut;
  readonly written: string;
  /** Its place in that text without comments. */
  readonly at: number;
}

function keptIn(before: string, cuts: readonly Cut[]): Kept[] {
  let taken = 0;
  return cuts.map((cut) => {
    const at = cut.start - taken;
    taken += cut.end - cut.start;
    return { cut, written: before.slice(cut.start, cut.end), at };
  });
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

const BLANK_BEFORE = /(?:^|\n)[ \t>]*\r?\n$/;
const BLANK_AFTER = /^[ \t>]*(?:\r?\n|$)/;

/** Whole lines, behind the line that `at` is in; blank lines around them as they were. */
function asLines({ cut, written }: Kept, before: string, text: string, at: number): Insertion {
  const end = text.indexOf('\n', at);
  const place = end < 0 ? text.length : end + 1;
  const start = end < 0 ? '\n' : '';
  const above = cut.lines && BLANK_BEFORE.test(before.slice(0, cut.start)) ? '\n' : '';
  const below = cut.lines && BLANK_AFTER.test(before.slice(cut.end)) && !BLANK_AFTER.test(text.slice(place)) ? '\n' : '';
  return { at: place, text: `${start}${above}${written.replace(/\r?\n$/, '')}\n${below}` };
}

/** Whether lines stand at the head of what follows, as a remark on a list does. */
function belongsBelow({ cut }: Kept, before: string): boolean {
  return BLANK_BEFORE.test(before.slice(0, cut.start)) && !BLANK_AFTER.test(before.slice(cut.end));
}

function aboveLine({ written }: Kept, text: string, at: number): Insertion {
  return { at: text.lastIndexOf('\n', at - 1) + 1, text: `${written.replace(/\r?\n$/, '')}\n` };
}

/** Where a comment goes: behind the word that it stood behind, else before the one it stood before, else on a line of its own. */
function insertion(
  kept: Kept,
  before: string,
  plain: string,
  text: string,
  tokens: readonly Token[],
  found: readonly (Token | null)[],
): Insertion {
  const next = tokens.findIndex((token) => token.start >= kept.at);
  const right = next < 0 ? tokens.length : next;
  const behind = found.slice(0, right).findLast((token) => token !== null)?.end ?? 0;
  if (kept.cut.lines) {
    const below = found[right];
    return below && belongsBelow(kept, before) ? aboveLine(kept, text, below.start) : asLines(kept, before, text, behind);
  }
  const inOneLine = (from: number, to: number): boolean => !plain.slice(from, to).includes('\n');
  const [word, other] = [tokens[right - 1], tokens[right]];
  const [left, follows] = [found[right - 1], found[right]];
  if (word && left && inOneLine(word.end, kept.at)) {
    const marks = /^[^\s|\p{L}\p{N}]*/u.exec(text.slice(left.end))?.[0].length ?? 0;
    const apart = /\s$/.test(before.slice(0, kept.cut.start)) && /^(?:\s|$)/.test(text.slice(left.end + marks));
    return { at: left.end + marks, text: `${apart ? ' ' : ''}${kept.written}` };
  }
  if (other && follows && inOneLine(kept.at, other.start)) {
    const marks = /[^\s|\p{L}\p{N}]*$/u.exec(text.slice(0, follows.start))?.[0].length ?? 0;
    return { at: follows.start - marks, text: `${kept.written} ` };
  }
  return asLines(kept, before, text, behind);
}

/**
 * Puts the comments of `before` into `text`, which says the same in other words: each by the words around it. `isSame` tells
 * whether a text still says what `text` says; a comment that would change it goes to the end.
 */
export function withComments(text: string, before: string, isSame: (candidate: string) => boolean): string {
  const { text: plain, cuts } = withoutComments(before);
  if (cuts.length === 0) return text;
  const tokens = tokensOf(plain);
  const found = align(tokens, tokensOf(text));
  // From the last to the first, so that places before it stay.
  let result = text;
  const homeless: string[] = [];
  const limits = keptIn(before, cuts).map((kept) => ({ kept, ...insertion(kept, before, plain, text, tokens, found) }));
  for (const { kept, at, text: piece } of limits
    .map((one, order) => ({ ...one, order }))
    .sort((a, b) => b.at - a.at || b.order - a.order)) {
    const candidate = result.slice(0, at) + piece + result.slice(at);
    if (isSame(candidate)) result = candidate;
    else homeless.unshift(kept.written.trim());
  }
  return homeless.reduce((all, comment) => `${all.trimEnd()}\n\n${comment}\n`, result);
}
