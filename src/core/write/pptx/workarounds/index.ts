import type { ChartBox, Scene } from '../../../layout/types.ts';
import { readZip, writeZip } from '../../../base/ooxml/zip.ts';
import { parseXml, serialise } from '../../../base/ooxml/xml/tree.ts';
import { axisIds } from './axis-ids.ts';
import { categoryStrings } from './category-strings.ts';
import { chartNumbers } from './chart-numbers.ts';
import { emptyPoints } from './empty-points.ts';
import { gridlineColor } from './gridline-color.ts';
import { invertIfNegative } from './invert-if-negative.ts';
import { lineGrouping } from './line-grouping.ts';
import { media } from './media.ts';
import type { ChartMend, PackageMend, WorkbookMend } from './types.ts';
import { scriptFonts } from './script-fonts.ts';
import { seriesOrder } from './series-order.ts';
import { workbookOrigin } from './workbook-origin.ts';
import { workbookTable } from './workbook-table.ts';
import { workbookValues } from './workbook-values.ts';

/** In the order they are applied. A mend goes when upstream mends itself. */
export const PACKAGE_MENDS: readonly PackageMend[] = [chartNumbers, media];

export const CHART_MENDS: readonly ChartMend[] = [
  axisIds,
  lineGrouping,
  invertIfNegative,
  seriesOrder,
  categoryStrings,
  emptyPoints,
  gridlineColor,
  scriptFonts,
];

export const WORKBOOK_MENDS: readonly WorkbookMend[] = [workbookValues, workbookTable, workbookOrigin];

/** A chart's part, first with `look`, which is our own and no mend, then with the given mends. */
export function mendChart(
  xml: string,
  box: ChartBox,
  scene: Scene,
  mends: readonly ChartMend[] = CHART_MENDS,
  look: ChartMend['apply'] = () => undefined,
): string {
  const root = parseXml(xml);
  look(root, box, scene);
  for (const mend of mends) mend.apply(root, box, scene);
  return serialise(root);
}

/** A chart's workbook with the given mends, zipped anew without dates. */
export function mendWorkbook(bytes: Uint8Array, box: ChartBox, scene: Scene, mends: readonly WorkbookMend[] = WORKBOOK_MENDS): Uint8Array {
  const decoder = new TextDecoder();
  const files = new Map([...readZip(bytes)].map(([name, content]) => [name, decoder.decode(content)]));
  for (const mend of mends) mend.apply(files, box, scene);
  return writeZip(files);
}
