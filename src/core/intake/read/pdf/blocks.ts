import { joinLines, type WordsSeen } from '../join-lines.ts';
import { block, tableBlock, type RawBlock } from '../types.ts';
import { pageNumber } from './furniture.ts';
import { isOpen, type Group } from './groups.ts';
import { noteMark, withoutNoteMarks } from './notes.ts';
import type { Line, Table } from './types.ts';

export type Part = Group | Table;

/** Bullets of symbol fonts and other letters that only their font knows. */
const PRIVATE = /[\p{Co}\uFFFD]/gu;

/**
 * Parts of all pages to blocks: paragraphs that go on in the next column or on the next page are one, as are tables; notes stand behind
 * what they are to.
 */
export function blocksOf(parts: readonly Part[], words: WordsSeen): RawBlock[] {
  const notes = new Map<number, Set<string>>();
  for (const part of parts) {
    if (part.kind !== 'note') continue;
    const [first] = part.lines;
    const mark = noteMark(first?.text ?? '');
    if (first && mark !== null) notes.set(first.page, (notes.get(first.page) ?? new Set()).add(mark));
  }
  const wordsOf = (lines: readonly Line[]): string =>
    joinLines(
      lines.map(({ text, page }) => withoutNoteMarks(text.replace(PRIVATE, '').trim(), notes.get(page) ?? new Set())),
      words,
    );
  return withLevels(together(parts)).map((part): RawBlock => {
    if (part.kind === 'table') return tableBlock(part.rows);
    const { lines, level, mark } = part;
    if (part.kind === 'note')
      return block(
        joinLines(
          lines.map(({ text }) => text),
          words,
        ),
        { shape: 'note', role: 'note' },
      );
    const [first, ...rest] = lines;
    if (part.kind === 'item' && mark && first)
      return block(wordsOf([{ ...first, text: mark.text }, ...rest]), { shape: 'item', level: Math.max(1, level) });
    const text = wordsOf(lines);
    if (part.kind === 'caption' || part.kind === 'contents' || pageNumber(text) !== null || !/\p{L}/u.test(text))
      return block(text, { role: 'boilerplate' });
    return part.kind === 'heading' ? block(text, { shape: 'heading', level }) : block(text, emphasisOf(lines));
  });
}

function emphasisOf(lines: readonly Line[]): Partial<RawBlock> {
  if (lines.every(({ bold }) => bold)) return { emphasis: 'bold' };
  return lines.every(({ italic }) => italic) ? { emphasis: 'italic' } : {};
}

/** Parts that go on where a column or page ends. */
function together(parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    if (part.kind === 'table') {
      const last = found.at(-1);
      if (last?.kind === 'table' && last.page < part.page && last.rows[0]?.length === part.rows[0]?.length)
        found[found.length - 1] = oneTable(last, part);
      else found.push(part);
      continue;
    }
    const open = part.kind === 'paragraph' ? openBefore(found, part) : null;
    if (open) open.lines.push(...part.lines);
    else found.push({ ...part, lines: [...part.lines] });
  }
  return found;
}

/** The paragraph or item that goes on with a part: notes, captions and tables between them are passed over. */
function openBefore(found: readonly Part[], part: Group): Group | null {
  const first = part.lines[0];
  if (!first) return null;
  for (const before of [...found].slice(-12).reverse()) {
    if (before.kind === 'table' || before.kind === 'note' || before.kind === 'caption') continue;
    const last = before.lines.at(-1);
    if ((before.kind !== 'paragraph' && before.kind !== 'item') || !last) return null;
    const isElsewhere = last.page !== first.page || last.column !== first.column;
    if (!isElsewhere || Math.abs(last.size - first.size) > 0.6 || last.bold !== first.bold || !isOpen(last, first)) return null;
    return /^\P{L}*[\p{Lu}]/u.test(first.text) && before.kind === 'item' ? null : before;
  }
  return null;
}

/** A table that goes on behind a page's end; a head that is repeated there stands once. */
function oneTable(first: Table, second: Table): Table {
  const head = first.rows[0]?.join('|');
  const rows = second.rows[0]?.join('|') === head ? second.rows.slice(1) : second.rows;
  return { ...second, rows: [...first.rows, ...rows], merged: first.merged + second.merged };
}

/** How deep items stand: by their marks' places in their list. */
function withLevels(parts: readonly Part[]): Part[] {
  let lefts: number[] = [];
  return parts.map((part) => {
    if (part.kind !== 'item') {
      if (part.kind !== 'note' && part.kind !== 'table') lefts = [];
      return part;
    }
    const { left = 0, column, size = 10 } = part.lines[0] ?? {};
    const own = left - (column?.left ?? 0);
    lefts = [...lefts.filter((other) => other < own - size * 0.5), own];
    return { ...part, level: lefts.length };
  });
}
