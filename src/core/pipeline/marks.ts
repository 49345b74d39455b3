import { mentionReader } from '../claims/index.ts';
import type { WordSpan } from '../write/pptx/diff/types.ts';
import { wordReader } from '../write/pptx/diff/words.ts';

/** A piece of a line: words that stand in the other text, too, or that are changed. */
export interface MarkedPiece {
  readonly text: string;
  readonly changed: boolean;
}

/**
 * Each line of `lines` in pieces, with the words marked that are not in `other`, or stand elsewhere there. The pieces of a line are the line;
 * a change has no spaces at its ends.
 */
export type MarkLines = (lines: readonly string[], other: readonly string[]) => readonly (readonly MarkedPiece[])[];

/** Longer texts are shown without marks, which would be most of them: the time grows with the square of what differs. */
const LONGEST = 20_000;

/** Paragraphs end where no word can. */
const END = '\n';

/** Adds a piece to a line, joined with the last where both are of one kind. */
function add(line: MarkedPiece[], text: string, changed: boolean): void {
  if (text === '') return;
  const last = line.at(-1);
  if (last?.changed === changed) line[line.length - 1] = { text: last.text + text, changed };
  else line.push({ text, changed });
}

/** What differs between two lines of a language, word by word; empty where one is missing. */
export function lineComparer(language: string): (from: string | null, to: string | null) => readonly WordSpan[] {
  const { compare } = wordReader(language, mentionReader);
  return (from, to) => compare(from, to).spans;
}

/** Marks lines of a language, a BCP 47 tag, as decks are compared: by Unicode's words, a number or date whole. */
export function lineMarker(language: string): MarkLines {
  const { compare } = wordReader(language, mentionReader);
  return (lines, other) => {
    const length = [...lines, ...other].reduce((sum, line) => sum + line.length, 0);
    if (length > LONGEST) return lines.map((text) => [{ text, changed: false }]);
    if (lines.length === 0) return [];
    const marked: MarkedPiece[][] = [[]];
    for (const { of, text } of compare(other.join(END), lines.join(END)).spans) {
      if (of === 'old') continue;
      text.split(END).forEach((part, i) => {
        if (i > 0) marked.push([]);
        const line = marked.at(-1) ?? [];
        const [, before = '', words = '', behind = ''] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? [];
        add(line, before, false);
        add(line, words, of === 'new');
        add(line, behind, false);
      });
    }
    return marked;
  };
}
