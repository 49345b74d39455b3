import type { TableBox, TableCell, TableRow } from '../../../layout/types.ts';
import type { LevelStyle } from '../../../template/theme/types.ts';
import { solidFill } from '../../../write/pptx/colors.ts';
import type { SlideContext } from '../../../write/pptx/context.ts';
import { graphicFrame } from '../../../write/pptx/frame.ts';
import { fonts } from '../../../write/pptx/level.ts';
import { cellParagraphsXml } from '../../../write/pptx/paragraph.ts';
import type { CellRun } from '../../../write/pptx/run.ts';
import { namesRows } from '../../../write/row-names.ts';
import { tableStyleId, type TableRowStyle, tableRowStyle } from './style.ts';
import { emu, hundredths } from '../../../write/pptx/units.ts';
import { attributes } from '../../../base/ooxml/xml/escape.ts';

export const TABLE_URI = 'http://schemas.openxmlformats.org/drawingml/2006/table';

/** What a cell's words say beyond the table style: the size always, the rest where it differs. */
function cellRun(level: LevelStyle, style: TableRowStyle): CellRun {
  return {
    size: hundredths(level.size),
    bold: level.bold === style.bold ? null : level.bold,
    elements: `${level.color === style.color ? '' : solidFill(level.color)}${level.font === style.font ? '' : fonts(level.font)}`,
  };
}

const NO_INSET = { left: 0, right: 0 } as const;
const EMPTY: TableCell = { levels: [], paragraphs: [], lines: [] };

function cellXml(cell: TableCell, row: TableRow, context: SlideContext): string {
  const { paddingX, paddingY, markedFill } = context.theme.table;
  const { inset = NO_INSET } = cell;
  const style = tableRowStyle(context.theme, row.kind);
  const words = cellParagraphsXml(cell, (level) => cellRun(level, style), context);
  const properties = attributes({
    marL: emu(paddingX + inset.left),
    marR: emu(paddingX + inset.right),
    marT: emu(paddingY + (row.lead ?? 0)),
    marB: emu(paddingY),
    anchor: row.anchor === 'middle' ? 'ctr' : row.anchor === 'bottom' ? 'b' : null,
  });
  const fill = row.marked && markedFill !== null ? `<a:tcPr${properties}>${solidFill(markedFill)}</a:tcPr>` : `<a:tcPr${properties}/>`;
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${words}</a:txBody>${fill}</a:tc>`;
}

/** A native table in the theme's table style, with a header row and names of rows that a screen reader finds. */
export function table(box: TableBox, context: SlideContext): string {
  const properties = attributes({
    rtl: context.theme.direction === 'rtl' ? true : null,
    firstRow: box.rows[0]?.kind === 'header' ? true : null,
    firstCol: namesRows(box) ? true : null,
    lastRow: box.rows.at(-1)?.kind === 'total' ? true : null,
    bandRow: context.theme.table.bandFill === null ? null : true,
  });
  const grid = box.columns.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('');
  const rows = box.rows
    .map((row) => `<a:tr h="${emu(row.height)}">${box.columns.map((_, i) => cellXml(row.cells[i] ?? EMPTY, row, context)).join('')}</a:tr>`)
    .join('');
  const style = `<a:tableStyleId>${tableStyleId(context.theme)}</a:tableStyleId>`;
  const xml = `<a:tbl><a:tblPr${properties}>${style}</a:tblPr><a:tblGrid>${grid}</a:tblGrid>${rows}</a:tbl>`;
  return graphicFrame(box, { uri: TABLE_URI, xml }, context);
}
