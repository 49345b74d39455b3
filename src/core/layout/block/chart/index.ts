import type { ChartBlock } from '../../../deck/types.ts';
import { numberFormatter, numberStyle } from '../../../numbers/index.ts';
import type { ColorUse, Frame } from '../../../template/theme/types.ts';
import { styleNamed, type Context } from '../../context.ts';
import type { Need } from '../../flow/measure.ts';
import type { ChartItem } from '../../flow/types.ts';
import { faceOf } from '../../text/atoms.ts';
import { scaleLevel } from '../../text/scale.ts';
import { levelOf } from '../../text/setting.ts';
import type { ChartBox, TextBox } from '../../types.ts';
import { CAPTION_GAP, placeSmallText, smallText, type SmallText } from '../caption.ts';
import { valueScale } from './scale.ts';

/** A chart smaller than this says nothing. Points. */
const LEAST = 150;
/** Points between labels and the plot. */
const LABEL_GAP = 6;
/** Up to so many marks each carry their value. */
const MOST_LABELS = 12;

function headingText(context: Context, item: ChartItem, width: number): SmallText | null {
  return item.heading && smallText(context, 'caption', [item.heading], width);
}

export function chartNeed(context: Context, item: ChartItem, width: number): Need {
  const head = headingText(context, item, width);
  const above = head ? head.height + CAPTION_GAP : 0;
  return { min: LEAST + above, max: Number.MAX_SAFE_INTEGER, least: LEAST / 3 + above };
}

export function placeChart(
  context: Context,
  item: ChartItem,
  frame: Frame,
  at: { readonly id: (part?: string) => string; readonly region: string },
  scale: number,
): (TextBox | ChartBox)[] {
  const { chart } = item;
  const head = headingText(context, item, frame.width);
  const above = head ? head.height + CAPTION_GAP : 0;
  const inner: Frame = { ...frame, y: frame.y + above, height: Math.max(1, frame.height - above) };
  const box = chartBox(context, chart, inner, at, scale);
  if (!head) return [box];
  const caption = { id: at.id('title'), region: at.region, frame: { ...frame, height: head.height }, role: 'caption' as const };
  return [placeSmallText(context, head, caption), box];
}

function chartBox(
  context: Context,
  chart: ChartBlock,
  frame: Frame,
  at: { readonly id: (part?: string) => string; readonly region: string },
  scale: number,
): ChartBox {
  const level = scaleLevel(levelOf(styleNamed(context.theme, 'chart').levels, 0), scale);
  const face = faceOf(context.fonts, level, { bold: false, italic: false });
  const width = (text: string): number => face.width(text, true) * level.size;
  const line = (face.heights.ascent + face.heights.descent) * level.size;
  const values = chart.series.flatMap((s) => s.values.filter((v) => v !== null));
  const style = numberStyle(context.language, values);
  const value = valueScale(chart, context.language, style.grouping);
  const colors = context.theme.chart.series;
  const colorAt = (i: number): ColorUse => colors[i % Math.max(1, colors.length)] ?? 'accent1';
  const widestCategory = Math.max(0, ...chart.categories.map(width));
  const widestValue = Math.max(0, ...(value?.labels ?? []).map(width));
  const legend = chart.type === 'doughnut' ? 'right' : chart.series.length > 1 ? 'top' : 'none';
  const legendHeight = legend === 'top' ? line + 2 * LABEL_GAP : 0;

  // Bars lie when their names are wider than the room below an upright bar.
  const band = (frame.width - widestValue - LABEL_GAP) / Math.max(1, chart.categories.length);
  const horizontal = chart.type !== 'line' && chart.type !== 'doughnut' && widestCategory > band * 0.92;
  const side = horizontal ? Math.min(widestCategory, frame.width * 0.38) : widestValue;
  const rtl = context.direction === 'rtl';
  const plot: Frame =
    chart.type === 'doughnut'
      ? doughnutPlot(frame, rtl)
      : {
          x: frame.x + (rtl ? LABEL_GAP : side + LABEL_GAP),
          y: frame.y + legendHeight + line / 2,
          width: Math.max(1, frame.width - side - 2 * LABEL_GAP),
          height: Math.max(1, frame.height - legendHeight - line / 2 - line - LABEL_GAP),
        };
  const format = numberFormatter(context.language, style);
  const marks = chart.categories.length * chart.series.length;
  const bar = (horizontal ? plot.height : plot.width) / Math.max(1, chart.type === 'bar' ? marks : chart.categories.length);
  const room = horizontal ? bar > line * 1.1 : bar > Math.max(0, ...values.map((v) => width(format(v)))) * 1.1;
  return {
    kind: 'chart',
    id: at.id(),
    region: at.region,
    frame,
    alt: altText(chart, format),
    type: chart.type,
    title: chart.title,
    unit: chart.unit,
    categories: chart.categories,
    series: chart.series.map((s, i) => ({ ...s, color: colorAt(i) })),
    categoryColors: chart.categories.map((_, i) => colorAt(i)),
    plot,
    scale: value,
    horizontal,
    valueLabels: chart.type === 'doughnut' || (marks <= MOST_LABELS && room),
    ...style,
    legend,
    font: level.font,
    size: level.size,
  };
}

/** A square at the start, the legend beside it. */
function doughnutPlot(frame: Frame, rtl: boolean): Frame {
  const side = Math.min(frame.height, frame.width * 0.55);
  return { x: rtl ? frame.x + frame.width - side : frame.x, y: frame.y + (frame.height - side) / 2, width: side, height: side };
}

/** What the chart shows, in words, for those who do not see it. */
function altText(chart: ChartBlock, format: (value: number) => string): string {
  const unit = chart.unit ? ` (${chart.unit})` : '';
  const series = chart.series.map((s) => {
    const values = chart.categories.map((category, c) => `${category} ${format(s.values[c] ?? 0)}`).join(', ');
    return s.name ? `${s.name}: ${values}` : values;
  });
  return `${chart.title ?? ''}${unit}${chart.title || unit ? ': ' : ''}${series.join('; ')}`;
}
