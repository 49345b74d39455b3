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
import type { ChartWorkaround, PackageWorkaround, WorkbookWorkaround } from './types.ts';
import { scriptFonts } from './script-fonts.ts';
import { seriesOrder } from './series-order.ts';
import { workbookOrigin } from './workbook-origin.ts';
import { workbookTable } from './workbook-table.ts';
import { workbookValues } from './workbook-values.ts';

/** In the order they are applied. A workaround goes when upstream is mended. */
export const PACKAGE_WORKAROUNDS: readonly PackageWorkaround[] = [chartNumbers, media];

export const CHART_WORKAROUNDS: readonly ChartWorkaround[] = [
  axisIds,
  lineGrouping,
  invertIfNegative,
  seriesOrder,
  categoryStrings,
  emptyPoints,
  gridlineColor,
  scriptFonts,
];

export const WORKBOOK_WORKAROUNDS: readonly WorkbookWorkaround[] = [workbookValues, workbookTable, workbookOrigin];

/** A chart's part, first with `look`, which is our own and no workaround, then with the given workarounds. */
export function workAroundChart(
  xml: string,
  box: ChartBox,
  scene: Scene,
  workarounds: readonly ChartWorkaround[] = CHART_WORKAROUNDS,
  look: ChartWorkaround['apply'] = () => undefined,
): string {
  const root = parseXml(xml);
  look(root, box, scene);
  for (const workaround of workarounds) workaround.apply(root, box, scene);
  return serialise(root);
}

/** A chart's workbook with the given workarounds, then with `look`, which is our own and no workaround; zipped anew without dates. */
export function workAroundWorkbook(
  bytes: Uint8Array,
  box: ChartBox,
  scene: Scene,
  workarounds: readonly WorkbookWorkaround[] = WORKBOOK_WORKAROUNDS,
  look: WorkbookWorkaround['apply'] = () => undefined,
): Uint8Array {
  const decoder = new TextDecoder();
  const files = new Map([...readZip(bytes)].map(([name, content]) => [name, decoder.decode(content)]));
  for (const workaround of workarounds) workaround.apply(files, box, scene);
  look(files, box, scene);
  return writeZip(files);
}
