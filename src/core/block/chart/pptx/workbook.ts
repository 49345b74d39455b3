import type { ChartBox } from '../../../layout/types.ts';

/** The sheet that a chart's data stands in: names in its first row, categories in its first column. */
const SHEET = 'xl/worksheets/sheet1.xml';
const STYLES = 'xl/styles.xml';

/** A column's letters; the first is 0. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`;
}

/** How the sheet shows dates: as what they are, whatever the axis writes, so that whoever adds one sees what to type. */
export const SHEET_DATE = 'yyyy\\-mm\\-dd';
const DATE_FORMAT_ID = 164;

/** Dates as days counted, in place of words. */
function dateCells(sheet: string, { dates }: ChartBox): string {
  if (!dates) return sheet;
  return sheet.replace(/<c r="A(\d+)" t="s"><v>\d+<\/v><\/c>/g, (cell, row: string) => {
    const serial = dates.serials[Number(row) - 2];
    return serial === undefined ? cell : `<c r="A${row}" s="1"><v>${serial}</v></c>`;
  });
}

/** pptxgenjs knows no formats of cells: the second one is of dates. */
function dateStyle(styles: string): string {
  const format = `<numFmts count="2"><numFmt numFmtId="0" formatCode="General"/><numFmt numFmtId="${DATE_FORMAT_ID}" formatCode="${SHEET_DATE}"/></numFmts>`;
  const cell = (id: number, more = ''): string => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"${more}/>`;
  const cells = `<cellStyleXfs count="1">${cell(0)}</cellStyleXfs><cellXfs count="2">${cell(0, ' xfId="0"')}${cell(DATE_FORMAT_ID, ' xfId="0" applyNumberFormat="1"')}</cellXfs>`;
  return styles.replace(/<numFmts[^]*?<\/numFmts>/, format).replace('<dxfs', `${cells}<dxfs`);
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
  if (sheet !== undefined) files.set(SHEET, sumFormulas(dateCells(sheet, box), box));
  const styles = files.get(STYLES);
  if (styles !== undefined && box.dates) files.set(STYLES, dateStyle(styles));
}
