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

/** A number as spreadsheets write it, in either custom: `1,234.5`, `1.234,5`, `1 234`, `12 %`, `(300)`. Null: none. */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/^\((.*)\)$/, '-$1')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\s*%$/, '')
    .replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?:\D|$))/g, '');
  if (!/^[-+]?[\d.,]*\d[\d.,]*$/.test(plain)) return null;
  const comma = plain.lastIndexOf(',');
  const point = plain.lastIndexOf('.');
  const decimal = comma > point ? ',' : '.';
  const group = decimal === ',' ? '.' : ',';
  // One separator with three digits behind it, as in 1,234, groups thousands.
  const onlyGroups = new RegExp(`^[-+]?\\d{1,3}(?:\\${decimal}\\d{3})+$`).test(plain) && !plain.includes(group) && decimal === ',';
  const clean = onlyGroups ? plain.replaceAll(',', '') : plain.replaceAll(group, '').replace(decimal, '.');
  const value = Number(clean);
  return Number.isFinite(value) ? value : null;
}

/** A column of numbers, but for its heading and empty cells. */
function isNumeric(cells: Cells, column: number): boolean {
  const values = cells.slice(1).map((row) => row[column] ?? '');
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && filled.every((value) => readNumber(value) !== null);
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

/** A chart in the article grammar; numbers plain, empty cells empty. */
export function toChart(cells: Cells, type: ChartKind, title: string): string {
  const [header = [], ...rows] = cells;
  const plain = rows.map((row) => row.map((cell, column) => (column === 0 ? cell : String(readNumber(cell) ?? ''))));
  const name = title.trim().replace(/["\\{}]/g, ' ');
  return `:::chart{type=${type}${name === '' ? '' : ` title="${name}"`}}\n${toTable([header, ...plain])}\n:::`;
}

/** Puts a block into Markdown at a place, with the empty lines that blocks need around them. Answers the text and where the block ends. */
export function insertBlock(text: string, at: number, block: string): { readonly text: string; readonly end: number } {
  const before = text.slice(0, at).replace(/\s+$/, '');
  const after = text.slice(at).replace(/^\s+/, '');
  const head = before === '' ? '' : `${before}\n\n`;
  const tail = after === '' ? '\n' : `\n\n${after}`;
  return { text: `${head}${block}${tail}`, end: head.length + block.length };
}
