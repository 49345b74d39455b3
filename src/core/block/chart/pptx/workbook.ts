import type { ChartBox } from '../../../layout/types.ts';

/** The sheet that a chart's data stands in: names in its first row, categories in its first column. */
const SHEET = 'xl/worksheets/sheet1.xml';

/** A column's letters; the first is 0. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`;
}

/** Sums are formulas, so that "Edit data" in a stack moves its total too. A stack with a missing part has none. */
function sumFormulas(sheet: string, box: ChartBox): string {
  if (box.totals.length === 0) return sheet;
  const [column, last] = [columnName(box.series.length + 1), columnName(box.series.length)];
  const values = new Map(box.totals.map(({ category, value }) => [category + 2, value]));
  return sheet.replace(new RegExp(`<c r="${column}(\\d+)"><v>[^<]*</v></c>`, 'g'), (cell, row: string) => {
    const value = values.get(Number(row));
    return value === undefined ? cell : `<c r="${column}${row}"><f>SUM(B${row}:${last}${row})</f><v>${value}</v></c>`;
  });
}

/** What of a chart's workbook pptxgenjs cannot write. Parts by name, changed in place. */
export function chartWorkbook(files: Map<string, string>, box: ChartBox): void {
  const sheet = files.get(SHEET);
  if (sheet !== undefined) files.set(SHEET, sumFormulas(sheet, box));
}
