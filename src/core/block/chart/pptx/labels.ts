import type { ChartBox, Scene } from '../../../layout/types.ts';
import type { ColorUse } from '../../../template/theme/types.ts';
import { solidFill } from '../../../write/pptx/colors.ts';
import { attributes } from '../../../base/ooxml/xml/escape.ts';
import { Languages } from '../../../write/pptx/languages.ts';
import { fonts } from '../../../write/pptx/level.ts';
import { numberFormat } from '../../../write/pptx/number-format.ts';
import { hundredths } from '../../../write/pptx/units.ts';

type ValueLabel = ChartBox['valueLabels'][number];
type SeriesLabel = ChartBox['seriesLabels'][number];

/** `c:txPr`: how the chart's words are set, in the lines that they have and no others. */
export function chartText(box: ChartBox, color: ColorUse, scene: Scene, bold = false): string {
  const lang = new Languages(scene.meta.language).deck;
  const properties = `<a:defRPr sz="${hundredths(box.size)}" b="${bold ? 1 : 0}" kern="100">${solidFill(color)}${fonts(box.font)}</a:defRPr>`;
  return `<c:txPr><a:bodyPr rot="0" wrap="none"/><a:lstStyle/><a:p><a:pPr>${properties}</a:pPr><a:endParaRPr${attributes({ lang })}/></a:p></c:txPr>`;
}

interface Shown {
  readonly value: boolean;
  readonly name: boolean;
}

const FLAGS = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize'] as const;

function flags({ value, name }: Shown): string {
  return FLAGS.map((flag) => `<c:${flag} val="${(flag === 'showVal' && value) || (flag === 'showSerName' && name) ? 1 : 0}"/>`).join('');
}

const SIDES: Readonly<Record<ValueLabel['side'], string>> = {
  above: 't',
  below: 'b',
  left: 'l',
  right: 'r',
  center: 'ctr',
  outside: 'ctr',
};

/** Where a label stands at its mark; a ring has no choice, and beyond a bar's end is one place whichever side it is. */
function position({ type }: ChartBox, side: ValueLabel['side']): string {
  if (type === 'doughnut') return '';
  return `<c:dLblPos val="${type === 'bar' ? 'outEnd' : SIDES[side]}"/>`;
}

function look(box: ChartBox, { color, side, bold }: Pick<ValueLabel, 'color' | 'side' | 'bold'>, shown: Shown, scene: Scene): string {
  const format = `<c:numFmt formatCode="${numberFormat(scene.meta.language, box)}" sourceLinked="0"/>`;
  // A name at a line's end stands on the grid, where there is one.
  const fill = box.type === 'line' && box.ticks.length > 0 ? solidFill('background1') : '<a:noFill/>';
  const separator = shown.name && shown.value ? '<c:separator> </c:separator>' : '';
  return `${format}<c:spPr>${fill}<a:ln><a:noFill/></a:ln></c:spPr>${chartText(box, color, scene, bold === true)}${position(box, side)}${flags(shown)}${separator}`;
}

/** Where programs put the number of a ring's part by themselves: in the middle of the part, with a hole of 60 %. */
const MIDDLE = 0.8;

/** A number outside its ring, as moved from its place in the part, in shares of the chart's frame. */
function moved({ plot, frame, marks }: ChartBox, { category, frame: label, side }: ValueLabel): string {
  const mark = marks.find((other) => other.kind === 'slice' && other.category === category);
  if (side !== 'outside' || mark?.kind !== 'slice') return '';
  const angle = (mark.from + mark.to) / 2;
  const away = (plot.width / 2) * MIDDLE;
  const from = { x: plot.x + plot.width / 2 + away * Math.sin(angle), y: plot.y + plot.height / 2 - away * Math.cos(angle) };
  const by = (to: number, start: number, of: number): string => String(Number(((to - start) / of).toFixed(6)));
  const x = by(label.x + label.width / 2, from.x, frame.width);
  const y = by(label.y + label.height / 2, from.y, frame.height);
  return `<c:layout><c:manualLayout><c:x val="${x}"/><c:y val="${y}"/></c:manualLayout></c:layout>`;
}

/** A name at a line's end that keeps clear of another, as moved from beside its point. */
function shifted({ frame, marks }: ChartBox, { series, category, frame: label }: SeriesLabel): string {
  const point = marks.find((mark) => mark.kind === 'point' && mark.series === series && mark.category === category);
  if (point?.kind !== 'point') return '';
  const by = label.y + label.height / 2 - point.y;
  if (Math.abs(by) < 0.5) return '';
  const y = Number((by / frame.height).toFixed(6));
  return `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${y}"/></c:manualLayout></c:layout>`;
}

const VALUE: Shown = { value: true, name: false };

/** The label of one point where it is not its series' common one; empty where it is. */
function single(
  box: ChartBox,
  common: ValueLabel | null,
  category: number,
  own: ValueLabel | undefined,
  named: SeriesLabel | undefined,
  scene: Scene,
): string {
  const index = `<c:idx val="${category}"/>`;
  if (named)
    return `<c:dLbl>${index}${shifted(box, named)}${look(box, { ...named, side: named.side === 'left' ? 'left' : 'right' }, { value: named.text !== named.name, name: true }, scene)}</c:dLbl>`;
  if (!own) return common ? `<c:dLbl>${index}<c:delete val="1"/></c:dLbl>` : '';
  return own.side === common?.side && own.color === common.color && own.bold === common.bold
    ? ''
    : `<c:dLbl>${index}${moved(box, own)}${look(box, own, VALUE, scene)}</c:dLbl>`;
}

/** `c:dLbls` of a series: the numbers that layout placed at their marks, and its name at its line's end. */
export function dataLabels(box: ChartBox, series: number, scene: Scene): string {
  const values = box.valueLabels.filter((label) => label.series === series);
  const names = box.type === 'line' ? box.seriesLabels.filter((label) => label.series === series) : [];
  const common = values.find(({ side }) => side !== 'outside') ?? null;
  const singles = box.categories.flatMap((_, category) => {
    if ((box.series[series]?.values[category] ?? null) === null) return [];
    const at = <T extends { readonly category: number }>(list: readonly T[]): T | undefined =>
      list.find((label) => label.category === category);
    return [single(box, common, category, at(values), at(names), scene)];
  });
  const rest = common ? look(box, common, VALUE, scene) : flags({ value: false, name: false });
  // A number beside its ring needs no line to it.
  const leaders = box.type === 'doughnut' ? '<c:showLeaderLines val="0"/>' : '';
  return `<c:dLbls>${singles.join('')}${rest}${leaders}</c:dLbls>`;
}

/**
 * `c:dLbls` of the series of sums. Its bars have no fill and begin where the stacks end, so that the inside of their base is just
 * beyond the stack; the axis, whose greatest value is fixed, does not grow for them.
 */
export function totalLabels(box: ChartBox, scene: Scene): string {
  const [first] = box.totals;
  if (!first) return '';
  const missing = box.categories.flatMap((_, category) =>
    box.totals.some((label) => label.category === category) ? [] : [`<c:dLbl><c:idx val="${category}"/><c:delete val="1"/></c:dLbl>`],
  );
  const format = `<c:numFmt formatCode="${numberFormat(scene.meta.language, box)}" sourceLinked="0"/>`;
  const fill = box.ticks.length > 0 ? solidFill('background1') : '<a:noFill/>';
  const text = chartText(box, first.color, scene, first.bold === true);
  return `<c:dLbls>${missing.join('')}${format}<c:spPr>${fill}<a:ln><a:noFill/></a:ln></c:spPr>${text}<c:dLblPos val="inBase"/>${flags(VALUE)}</c:dLbls>`;
}
