/** Cells pasted from a spreadsheet: tabs between cells, line ends between rows, quotes round cells with either in them. */
export type Cells = readonly (readonly string[])[];

/** Null where the text is no table: one column, or one cell. */
export function parseCells(text: string): Cells | null {
  if (!text.includes('\t')) return null;
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.replace(/\s+/g, ' ').trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  const source = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  for (let i = 0; i < source.length; i += 1) {
    const c = source.charAt(i);
    if (quoted && c === '"' && source.charAt(i + 1) === '"') {
      cell += '"';
      i += 1;
    } else if (quoted && c === '"') quoted = false;
    else if (!quoted && c === '"' && cell === '') quoted = true;
    else if (!quoted && c === '\t') endCell();
    else if (!quoted && c === '\n') endRow();
    else cell += c;
  }
  endRow();
  const kept = rows.filter((cells) => cells.some((value) => value !== ''));
  const width = Math.max(0, ...kept.map((cells) => cells.length));
  if (width < 2) return null;
  return kept.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')]);
}

const PERCENT = /[%٪]/;
/** Digits of any script with what stands between, before and behind them in spreadsheets: `1,234.5`, `1’234`, `12 %`, `(300)`. */
const NUMBER = /^[-+(\u2010-\u2013\u2212]?[%٪]?\s?\p{Nd}+(?:[.,\s'’\u066B\u066C]\p{Nd}+)*\s?[%٪]?\)?$/u;

/** Whether a cell looks like a number. What number it is depends on the deck's language, so that is not for here to say. */
export function isNumber(text: string): boolean {
  return NUMBER.test(text.trim().replace(/[\u061C\u200E\u200F]/g, ''));
}

/** What stands in the columns of values, but for their headings and empty cells. */
function valuesOf(cells: Cells, columns: readonly number[]): string[] {
  return cells.slice(1).flatMap((row) => columns.map((column) => row[column] ?? '').filter((value) => value !== ''));
}

/** A column of numbers, but for its heading and empty cells. */
function isNumeric(cells: Cells, column: number): boolean {
  const values = valuesOf(cells, [column]);
  return values.length > 0 && values.every(isNumber);
}

function escapeCell(text: string): string {
  return text.replace(/[\\|*_`[\]<>~]/g, '\\$&');
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => escapeCell(cell) || ' ').join(' | ')} |`;
}

/** A Markdown table; the first row is its heading, columns of numbers stand to the right. */
export function toTable(cells: Cells): string {
  const [header = [], ...rows] = cells;
  const rule = header.map((_, column) => (isNumeric(cells, column) ? '---:' : '---'));
  return [markdownRow(header), `| ${rule.join(' | ')} |`, ...rows.map(markdownRow)].join('\n');
}

export type ChartKind = 'bar' | 'stacked-bar' | 'line' | 'doughnut';

/** Whether the cells can be drawn: names in the first column, a heading row, numbers in every other column. */
export function isChartable(cells: Cells): boolean {
  const [header = []] = cells;
  return cells.length >= 2 && header.slice(1).every((_, column) => isNumeric(cells, column + 1));
}

/** A chart in the article grammar, its numbers as they were pasted; one whose every value is a percentage counts in them. */
export function toChart(cells: Cells, type: ChartKind, title: string): string {
  const [header = []] = cells;
  const values = valuesOf(
    cells,
    header.slice(1).map((_, index) => index + 1),
  );
  const unit = values.length > 0 && values.every((value) => PERCENT.test(value)) ? ' unit="%"' : '';
  const name = title.trim().replace(/["\\{}]/g, ' ');
  return `:::chart{type=${type}${name === '' ? '' : ` title="${name}"`}${unit}}\n${toTable(cells)}\n:::`;
}

/** Puts a block into Markdown at a place, with the empty lines that blocks need around them. Answers the text and where the block ends. */
export function insertBlock(text: string, at: number, block: string): { readonly text: string; readonly end: number } {
  const before = text.slice(0, at).replace(/\s+$/, '');
  const after = text.slice(at).replace(/^\s+/, '');
  const head = before === '' ? '' : `${before}\n\n`;
  const tail = after === '' ? '\n' : `\n\n${after}`;
  return { text: `${head}${block}${tail}`, end: head.length + block.length };
}
