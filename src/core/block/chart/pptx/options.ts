import type PptxGenJS from 'pptxgenjs';
import type { ChartSeries, DrawnChartType } from '../types.ts';
import type { ChartBox, Scene } from '../../../layout/types.ts';
import { isNamedColor } from '../../../template/theme/index.ts';
import type { ColorUse } from '../../../template/theme/types.ts';
import { BETWEEN, isDivided, POINT_RADIUS } from '../layout/index.ts';
import { drawsDates } from './date-axis.ts';
import { drawsCategories } from './drawing.ts';
import { schemeColor } from '../../../write/pptx/colors.ts';
import { numberFormat } from '../../../write/pptx/number-format.ts';
import { sanitise } from '../../../base/ooxml/xml/escape.ts';

/** What the series of sums is called in the sheet: the sign for a sum, which all languages know. */
const TOTALS_NAME = 'Σ';

/** pptxgenjs' names for our chart types. */
export const CHART_TYPES: Readonly<Record<DrawnChartType, PptxGenJS.CHART_NAME>> = {
  bar: 'bar',
  'stacked-bar': 'bar',
  line: 'line',
  doughnut: 'doughnut',
};

/** Colour of a chart's words, the `chart` style's. */
export function chartInk(scene: Scene): ColorUse {
  return scene.theme.styles['chart']?.levels[0].color ?? 'text1';
}

/** pptxgenjs knows ten of the twelve slots, since links' colours are not a series', and six hex digits. */
function color(use: ColorUse): string {
  if (!isNamedColor(use)) return use.slice(1);
  return use === 'hyperlink' || use === 'followedHyperlink' ? 'accent1' : schemeColor(use);
}

/** A name as the workbook can hold it: pptxgenjs leaves control characters in, and leaves empty names out, which shifts all after them. */
function name(text: string): string {
  return sanitise(text) || ' ';
}

/** Names of the axis with line ends where layout broke them, which every program keeps to; whole where it draws them itself. */
function categoryNames(box: ChartBox): string[] {
  if (drawsCategories(box)) return [...box.categories];
  const set = new Map(box.categoryLabels.map(({ category, lines }) => [category, lines.map(({ text }) => text)]));
  return box.categories.map((category, i) => {
    const lines = set.get(i) ?? [];
    return lines.length > 1 ? lines.join('\n') : category;
  });
}

/** The chart's series as its sheet has them: a stack's sums are one more, drawn without a fill. Empty cells are null. */
export function sheetSeries(box: ChartBox): readonly ChartSeries[] {
  if (box.totals.length === 0) return box.series;
  const totals = box.categories.map((_, i) => box.totals.find(({ category }) => category === i)?.value ?? null);
  return [...box.series, { name: TOTALS_NAME, values: totals }];
}

/** Fresh objects each time: pptxgenjs writes into what it is given. An empty cell is a null that its types do not admit. */
export function chartData(box: ChartBox): PptxGenJS.OptsChartData[] {
  const labels = categoryNames(box);
  return sheetSeries(box).map((series) => ({
    name: name(series.name),
    labels: labels.map(name),
    values: box.categories.map((_, i) => (series.values[i] ?? null) as number),
  }));
}

/** Where the plot stands inside the chart's frame, as shares of it. */
function plotLayout({ frame, plot }: ChartBox): { x: number; y: number; w: number; h: number } {
  const share = (value: number, of: number): number => Math.min(1, Math.max(0, value / of));
  return {
    x: share(plot.x - frame.x, frame.width),
    y: share(plot.y - frame.y, frame.height),
    w: share(plot.width, frame.width),
    h: share(plot.height, frame.height),
  };
}

/**
 * What layout fixed, in pptxgenjs' options: scale, plot, colours by slot, fonts of the theme, type size.
 * What its options cannot say is in `chart-look.ts`; gap and hole are the same in the HTML deck. The title stands above, as text.
 */
export function chartOptions(box: ChartBox, scene: Scene): PptxGenJS.IChartOpts {
  const font = box.font === 'heading' ? '+mj-lt' : '+mn-lt';
  const ink = color(chartInk(scene));
  const { chart } = scene.theme;
  const rtl = scene.theme.direction === 'rtl';
  const axis = {
    catAxisLabelColor: ink,
    catAxisLabelFontFace: font,
    catAxisLabelFontSize: box.size,
    catAxisLineColor: color(chart.axis),
    catAxisLineSize: 1,
    catAxisLineShow: !isDivided(box),
    catAxisMajorTickMark: 'none',
    catAxisLabelPos: isDivided(box) || drawsCategories(box) || drawsDates(box, scene.meta.language) ? 'none' : 'low',
    // The first category on top, and in a right-to-left deck at the right.
    catAxisOrientation: box.horizontal || rtl ? 'maxMin' : 'minMax',
    valAxisOrientation: box.horizontal && rtl ? 'maxMin' : 'minMax',
    valAxisLabelColor: ink,
    valAxisLabelFontFace: font,
    valAxisLabelFontSize: box.size,
    valAxisLabelFormatCode: numberFormat(scene.meta.language, { decimals: box.scale?.decimals ?? 0, grouping: box.grouping }),
    // Lying bars run from the top down, which takes the value axis up with it: `high` is its other end, the foot.
    valAxisLabelPos: box.ticks.length === 0 ? 'none' : box.horizontal ? 'high' : 'nextTo',
    valAxisLineShow: false,
    valAxisMajorTickMark: 'none',
    valGridLine: box.ticks.length === 0 ? { style: 'none' } : { size: 0.5, style: 'solid' },
  } as const;
  const scale = box.scale && { valAxisMinVal: box.scale.min, valAxisMaxVal: box.scale.max, valAxisMajorUnit: box.scale.step };
  return {
    ...axis,
    ...scale,
    layout: plotLayout(box),
    barDir: box.horizontal ? 'bar' : 'col',
    barGrouping: box.type === 'stacked-bar' ? 'stacked' : 'clustered',
    barGapWidthPct: box.gapWidth,
    barOverlapPct: -100 * BETWEEN,
    holeSize: 60,
    lineSize: 3,
    lineDataSymbol: 'circle',
    lineDataSymbolSize: 2 * POINT_RADIUS,
    chartColors: (box.type === 'doughnut'
      ? box.categories.map((_, i) => box.categoryColors[i] ?? 'accent1')
      : box.series.map((s) => s.color)
    ).map(color),
    chartArea: { roundedCorners: false },
    displayBlanksAs: 'gap',
    lang: scene.meta.language,
    // The legend is the chart's own drawing, see `chart-drawing.ts`.
    showLegend: false,
    showPercent: false,
    showTitle: false,
    showValue: false,
  } as PptxGenJS.IChartOpts;
}
