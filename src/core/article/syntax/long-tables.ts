import type { Nodes, Parents, Root, TableRow } from 'mdast';
import { movePoints, restorePlaces, type Piece } from './comments.ts';

/** A table of many rows: where it begins, its heading with the line below, and the rows that are parsed by themselves. */
export interface LongTable {
  readonly start: number;
  /** Lines before it, and those of `head` and the rows that stay. */
  readonly line: number;
  readonly kept: number;
  readonly head: string;
  readonly rows: Piece;
}

/** So many rows are parsed at once: the parser keeps some two hundred objects of each until it is done. */
const AT_ONCE = 250;

const DELIMITER = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)/;

/** The fence of code that is open behind a line, null: none. Those in lists and quotations are not seen: these end before a table does. */
function fenceAfter(line: string, open: string | null): string | null {
  const [, fence = '', rest = ''] = FENCE.exec(line.trimEnd()) ?? [];
  if (fence === '') return open;
  if (open === null) return fence;
  return rest === '' && fence.startsWith(open) ? null : open;
}

/**
 * The tables of an article that are so long that the parser would need hundreds of megabytes for them: lines that begin with “|”, behind a
 * blank one or one that opens a container, and not in a block of code. Whether each is a table is for the parser to say.
 */
export function longTables(text: string, atOnce = AT_ONCE): LongTable[] {
  // A lone carriage return is a line end to the parser.
  if (/\r(?!\n)/.test(text)) return [];
  const tables: LongTable[] = [];
  let [before, at, line] = ['', 0, 0];
  let fence: string | null = null;
  while (at < text.length) {
    const begins = fence === null && text.startsWith('|', at) && (before.trim() === '' || before.startsWith(':::'));
    const lines = begins ? linesOfTable(text, at) : [];
    const [second, first, last] = [lines[1], lines[2 + atOnce], lines.at(-1)];
    if (second && first && last && DELIMITER.test(text.slice(second.start, second.end).trimEnd())) {
      const head = text.slice(at, lines[2]?.start);
      tables.push({ start: at, line, kept: 2 + atOnce, head, rows: { start: first.start, end: last.end } });
    }
    const end = last ? last.end : lineEnd(text, at);
    before = last ? '|' : text.slice(at, end);
    if (!last) fence = fenceAfter(before, fence);
    line += Math.max(1, lines.length);
    at = end;
  }
  return tables;
}

/** Behind the line end that ends the line of an offset. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function linesOfTable(text: string, at: number): Piece[] {
  const lines: Piece[] = [];
  for (let start = at; text.startsWith('|', start);) {
    const end = lineEnd(text, start);
    lines.push({ start, end });
    start = end;
  }
  return lines;
}

/** The text without the rows that are parsed by themselves. */
export function withoutRows(text: string, tables: readonly LongTable[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { rows } of tables) {
    parts.push(text.slice(at, rows.start));
    at = rows.end;
  }
  return `${parts.join('')}${text.slice(at)}`;
}

/** Puts the rows of long tables into the tree of the text without them. False: one of them is no table, and the text is to be parsed whole. */
export function putRows(root: Root, text: string, tables: readonly LongTable[], parse: (text: string) => Root, atOnce = AT_ONCE): boolean {
  restorePlaces(
    root,
    text,
    tables.map(({ rows }) => ({ ...rows, lines: true })),
  );
  return tables.every((long) => {
    const path = pathTo(root, long.start);
    const table = path.at(-1);
    const place = table?.position;
    if (table?.type !== 'table' || place?.start.offset !== long.start) return false;
    const rows = rowsOf(text, long, parse, atOnce);
    const behind = table.children.findIndex(({ position }) => (position?.start.offset ?? 0) >= long.rows.start);
    const { end } = place;
    const at = behind < 0 ? table.children.length : behind;
    table.children = [...table.children.slice(0, at), ...rows, ...table.children.slice(at)];
    const last = rows.at(-1)?.position?.end;
    // What ended with the rows that were there ends with the others now.
    if (last && behind < 0) {
      for (const { position } of path) if (position && position.end.offset === end.offset) position.end = { ...last };
    }
    return true;
  });
}

/** The nodes that begin at an offset or hold it, from the root to the table. */
function pathTo(root: Root, offset: number): Nodes[] {
  const path: Nodes[] = [root];
  for (let node: Nodes | undefined = root; node && node.type !== 'table' && 'children' in node;) {
    const children: Parents['children'] = node.children;
    node = children.find(({ position }) => position && (position.start.offset ?? 0) <= offset && offset < (position.end.offset ?? 0));
    if (node) path.push(node);
  }
  return path;
}

function rowsOf(text: string, { line, kept, head, rows }: LongTable, parse: (text: string) => Root, atOnce: number): TableRow[] {
  const found: TableRow[] = [];
  const lines = linesOfTable(text, rows.start);
  for (let i = 0; i < lines.length; i += atOnce) {
    const part = lines.slice(i, i + atOnce);
    const from = part[0]?.start ?? rows.end;
    const [table] = parse(head + text.slice(from, part.at(-1)?.end)).children;
    if (table?.type !== 'table') throw new Error('the rows of a table are no table');
    for (const row of table.children.slice(1)) {
      movePoints(row, (point) => {
        point.line += line + kept + i - 2;
        point.offset += from - head.length;
      });
      found.push(row);
    }
  }
  return found;
}
