import type { WorkbookWorkaround } from './types.ts';

export const workbookTable: WorkbookWorkaround = {
  name: 'workbook-table',
  defect: 'The workbook has a table part that no sheet shows, with an apostrophe inside its cell range.',
  issue: null,
  apply: (files) => {
    files.delete('xl/tables/table1.xml');
    files.delete('xl/worksheets/_rels/sheet1.xml.rels');
    const types = files.get('[Content_Types].xml');
    if (types !== undefined)
      files.set('[Content_Types].xml', types.replace(/\s*<Override PartName="\/xl\/tables\/table1\.xml"[^>]*\/>/, ''));
  },
};
