import type { ChartBox, Scene } from '../../layout/types.ts';
import { contrast, resolveColor } from '../../template/theme/index.ts';
import type { ColorUse, Theme } from '../../template/theme/types.ts';
import { chartInk } from './chart-options.ts';
import { solidFill } from './colors.ts';
import { fonts } from './level.ts';
import { numberFormat } from './number-format.ts';
import { hundredths } from './units.ts';

/** A ring's slice below this share of the whole has no room for its number. */
const LEAST_SLICE = 0.05;

/** Ink or paper, whichever reads better on this colour. */
function inkOn(use: ColorUse, theme: Theme): ColorUse {
  const ground = resolveColor(theme, use);
  const against = (other: ColorUse): number => contrast(resolveColor(theme, other), ground);
  return against('text1') >= against('background1') ? 'text1' : 'background1';
}

/** `c:txPr`: how the chart's words are set. */
export function chartText(box: ChartBox, color: ColorUse): string {
  const properties = `<a:defRPr sz="${hundredths(box.size)}" b="0">${solidFill(color)}${fonts(box.font)}</a:defRPr>`;
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${properties}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

const FLAGS = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize'] as const;

function flags(showsValue: boolean): string {
  return FLAGS.map((flag) => `<c:${flag} val="${flag === 'showVal' && showsValue ? 1 : 0}"/>`).join('');
}

/** Where a label stands at its mark; a ring has no choice. */
function position(box: ChartBox): string {
  switch (box.type) {
    case 'bar':
      return '<c:dLblPos val="outEnd"/>';
    case 'stacked-bar':
      return '<c:dLblPos val="ctr"/>';
    case 'line':
      return '<c:dLblPos val="t"/>';
    case 'doughnut':
      return '';
  }
}

function look(box: ChartBox, color: ColorUse, scene: Scene): string {
  const format = `<c:numFmt formatCode="${numberFormat(scene.meta.language, box)}" sourceLinked="0"/>`;
  return `${format}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${chartText(box, color)}${position(box)}${flags(true)}`;
}

/** Marks too small for their number: pieces of stacked bars, slices of a ring. */
function tooSmall(box: ChartBox, series: number, category: number): boolean {
  const value = Math.abs(box.series[series]?.values[category] ?? 0);
  if (box.type === 'stacked-bar' && box.scale) {
    const length = ((box.horizontal ? box.plot.width : box.plot.height) * value) / (box.scale.max - box.scale.min);
    return length < box.size * (box.horizontal ? 2 : 1.2);
  }
  if (box.type !== 'doughnut') return false;
  const total = (box.series[series]?.values ?? []).reduce<number>((sum, v) => sum + Math.max(0, v ?? 0), 0);
  return total === 0 || value / total < LEAST_SLICE;
}

function single(box: ChartBox, series: number, category: number, scene: Scene): string {
  if (tooSmall(box, series, category)) return `<c:dLbl><c:idx val="${category}"/><c:delete val="1"/></c:dLbl>`;
  if (box.type !== 'doughnut') return '';
  const color = inkOn(box.categoryColors[category] ?? 'accent1', scene.theme);
  return `<c:dLbl><c:idx val="${category}"/>${look(box, color, scene)}</c:dLbl>`;
}

/** `c:dLbls` of a series: each value at its mark, where layout found that it has room. */
export function dataLabels(box: ChartBox, series: number, scene: Scene): string {
  if (!box.valueLabels) return `<c:dLbls>${flags(false)}</c:dLbls>`;
  const singles = box.categories.map((_, category) => single(box, series, category, scene)).join('');
  const color = box.type === 'stacked-bar' ? inkOn(box.series[series]?.color ?? 'accent1', scene.theme) : chartInk(scene);
  return `<c:dLbls>${singles}${look(box, color, scene)}</c:dLbls>`;
}
