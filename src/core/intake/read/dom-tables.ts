import { textOfRun } from '../../base/text.ts';
import type { DomElement, DomNode } from './dom.ts';

export type Script = 'sub' | 'super';

/** Raised and lowered text keeps its place in plain words: 10<sup>6</sup> is 10⁶ and not 106. */
export const SCRIPTS: Readonly<Record<string, Script>> = { sup: 'super', sub: 'sub' };

export const scripted = (text: string, script: Script | null): string => (script === null ? text : textOfRun({ text, script }));

/** The mark of a note: a link inside the page, raised. A raised figure that leads to another page is a figure. */
export const isNoteMark = (node: DomElement): boolean =>
  node.localName.toLowerCase() === 'sup' && (node.querySelector('a')?.getAttribute('href') ?? '').includes('#');

/** Cells of data are short; in a document, where tables hardly ever place text, they may be longer and have paragraphs. */
const LONGEST_CELL = 120;
const LONGEST_IN_DOCUMENT = 600;
/** A table of more columns is a sheet; a span that claims more is cut. */
const MOST_COLUMNS = 60;
const MOST_SPANNED = 200;

/** A table's cells where it holds data, rows of equal length; null where it only places text. Merged cells have their words in the first. */
export function dataTable(table: DomElement, { inDocument }: { readonly inDocument: boolean }): string[][] | null {
  if (table.querySelector(inDocument ? 'table' : 'table, div, h1, h2, h3, ul, p + p') !== null) return null;
  const rows = grid(table).filter((row) => row.some((cell) => cell !== ''));
  const longest = inDocument ? LONGEST_IN_DOCUMENT : LONGEST_CELL;
  const filled = rows.filter((row) => row.filter((cell) => cell !== '').length >= 2).length;
  const isData =
    rows.length >= 2 && filled >= 2 && (inDocument || filled * 2 > rows.length) && rows.flat().every((cell) => cell.length <= longest);
  return isData ? rows : null;
}

/** Cells in their columns, as HTML's table model places them (spans of columns and rows). */
function grid(table: DomElement): string[][] {
  const rows: string[][] = [];
  /** Rows that a cell above still reaches down into, by column. */
  const reaching: number[] = [];
  for (const row of table.querySelectorAll('tr')) {
    const cells: string[] = [];
    const skip = (): void => {
      while ((reaching[cells.length] ?? 0) > 0) {
        reaching[cells.length] = (reaching[cells.length] ?? 0) - 1;
        cells.push('');
      }
    };
    for (const cell of row.querySelectorAll('th, td')) {
      skip();
      const [across, down] = [spanOf(cell, 'colspan', MOST_COLUMNS), spanOf(cell, 'rowspan', MOST_SPANNED)];
      for (let column = 0; column < across && cells.length < MOST_COLUMNS; column++) {
        reaching[cells.length] = down - 1;
        cells.push(column === 0 ? wordsIn(cell, null).replace(/\s+/g, ' ').trim() : '');
      }
    }
    skip();
    rows.push(cells);
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

function spanOf(cell: DomElement, name: string, most: number): number {
  return Math.min(most, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));
}

const PARTS = new Set(['p', 'li', 'div', 'br']);

function wordsIn(parent: DomElement, script: Script | null): string {
  return [...parent.childNodes]
    .map((node: DomNode) => {
      if (node.nodeType === 3) return scripted(node.textContent ?? '', script);
      if (node.nodeType !== 1 || isNoteMark(node as DomElement)) return '';
      const tag = (node as DomElement).localName.toLowerCase();
      const words = tag === 'br' ? '' : wordsIn(node as DomElement, SCRIPTS[tag] ?? script);
      return PARTS.has(tag) ? ` ${words} ` : words;
    })
    .join('');
}
