import { hasWordCharacter } from '../words/letters.ts';
import { joinLines, wordsSeen, type WordsSeen } from './join-lines.ts';
import { block, type RawBlock, type Reading } from './types.ts';

interface Line {
  readonly text: string;
  readonly indent: number;
}

/** Lines longer than this are paragraphs of their own: nobody wraps by hand beyond it. */
const WIDEST_WRAP = 100;
/** A wrapped line may leave this much of the width empty, besides the word that did not fit. */
const RAGGED = 0.25;
/** A gap of this many spaces on one line stands for two columns: `by A. Name          5 May`. */
const COLUMN_GAP = /\t+| {4,}/;
const RULE = /^[\s\p{P}\p{S}_]+$/u;
const ITEM = /^(?:[-*•‣▪·]|\d{1,2}[.)])\s+(?=\S)/u;

/** Plain text to blocks: paragraphs by blank lines, hard-wrapped lines joined, words cut at a line's end mended. Never fails. */
export function readText(text: string): Reading {
  const lines = text.split('\n').flatMap(columns);
  const width = wrapWidth(lines);
  const seen = wordsSeen(width === null ? '' : text);
  const blocks = groups(lines).flatMap((group) => paragraphs(group, width, seen));
  return { blocks: markItems(blocks), hints: [], problems: [] };
}

function columns(raw: string): Line[] {
  const line = raw.trimEnd();
  const indent = line.length - line.trimStart().length;
  const parts = line.trim().split(COLUMN_GAP).filter(Boolean);
  return parts.length === 0 ? [{ text: '', indent: 0 }] : parts.map((text) => ({ text, indent }));
}

function groups(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  let open: Line[] = [];
  for (const line of lines) {
    if (line.text !== '' && (hasWordCharacter(line.text) || !RULE.test(line.text))) {
      open.push(line);
      continue;
    }
    if (open.length > 0) found.push(open);
    open = [];
  }
  if (open.length > 0) found.push(open);
  return found;
}

/** The width at which lines were wrapped by hand; null where they were not. */
function wrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines.flatMap(({ text, indent }) => (text === '' ? [] : [text.length + indent])).sort((a, b) => a - b);
  const longest = lengths[Math.floor(lengths.length * 0.98)] ?? 0;
  if (longest > WIDEST_WRAP || longest < 30) return null;
  // A list of short lines is not a wrapped text: where one wraps, many lines come near the width.
  const full = lengths.filter((length) => length > longest * (1 - RAGGED)).length;
  return full >= 3 && full > lengths.length * 0.3 ? longest : null;
}

function paragraphs(group: readonly Line[], width: number | null, seen: WordsSeen): RawBlock[] {
  if (width === null) return group.map(({ text }) => block(text));
  const left = Math.min(...group.slice(1).map(({ indent }) => indent), group[0]?.indent ?? 0);
  const found: string[][] = [];
  group.forEach((line, index) => {
    const before = group[index - 1];
    const indented = line.indent > left + 1 && (before === undefined || before.indent <= left + 1);
    if (before === undefined || indented || ITEM.test(line.text) || isDeliberateBreak(before, line, width)) found.push([line.text]);
    else found.at(-1)?.push(line.text);
  });
  return found.map((lines) => block(joinLines(lines, seen)));
}

/** The next word would have fitted: the writer meant to end the line here. */
function isDeliberateBreak(line: Line, next: Line, width: number): boolean {
  const word = next.text.split(' ')[0] ?? '';
  return line.indent + line.text.length + 1 + word.length <= width * (1 - RAGGED);
}

/** Two or more lines in a row that begin with a list's mark are a list; one alone may be a date (`12. März`). */
function markItems(blocks: readonly RawBlock[]): RawBlock[] {
  const isItem = blocks.map(({ text }) => ITEM.test(text));
  return blocks.map((b, index) =>
    isItem[index] && (isItem[index - 1] || isItem[index + 1]) ? { ...b, shape: 'item', level: 1, text: b.text.replace(ITEM, '') } : b,
  );
}
