import { sheetSeries } from '../../../block/chart/pptx/options.ts';
import { columnName } from '../../../block/chart/pptx/workbook.ts';
import type { WorkbookWorkaround } from './types.ts';

/** Whoever edits the chart's data would see a gap where the slide shows zero. */
export const workbookValues: WorkbookWorkaround = {
  name: 'workbook-values',
  defect: 'Zero and missing values are both written as an empty number into the workbook.',
  issue: null,
  apply: (files, box) => {
    const name = 'xl/worksheets/sheet1.xml';
    const sheet = files.get(name);
    if (sheet === undefined) return;
    const cells = new Map<string, number | null>(
      sheetSeries(box).flatMap((series, column) =>
        box.categories.map((_, row) => [`${columnName(column + 1)}${row + 2}`, series.values[row] ?? null] as const),
      ),
    );
    files.set(
      name,
      sheet.replace(/<c r="([A-Z]+\d+)"><v><\/v><\/c>/g, (_, cell: string) => {
        const value = cells.get(cell) ?? null;
        return value === null ? '' : `<c r="${cell}"><v>${value}</v></c>`;
      }),
    );
  },
};
