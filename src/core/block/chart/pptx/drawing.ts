import { drawsDates } from './date-axis.ts';
import type { ChartBox, Scene } from '../../../layout/types.ts';
import type { ColorUse, Frame } from '../../../template/theme/types.ts';
import { attributes, escape, XML_HEADER } from '../../../base/ooxml/xml/escape.ts';
import { NAMESPACES } from '../../../base/ooxml/xml/namespaces.ts';
import { solidFill } from '../../../write/pptx/colors.ts';
import { Languages } from '../../../write/pptx/languages.ts';
import { fonts } from '../../../write/pptx/level.ts';
import { hundredths, transform } from '../../../write/pptx/units.ts';

type Label = ChartBox['legend'][number]['label'];

/** Beside its words a text box has some room more at the side where they end, for a program that finds them wider. Ems. */
const SLACK = { ltr: 1, rtl: 2 } as const;
/** The same for long lines, as a share of them. */
const WIDER = 0.06;

const ALIGN = { left: 'l', center: 'ctr', right: 'r' } as const;

/** Right-to-left words with digits or Latin among them. */
const BOTH_WAYS = /^(?=.*[\p{Nd}\p{Script=Latin}])(?=.*[\p{Script=Hebrew}\p{Script=Arabic}])/su;

/**
 * Category names that native labels cannot say: they have one for each category, or none; and a chart's labels have no direction of their
 * own, so that LibreOffice sets the day of a Hebrew date on its other side, and breaks such names.
 */
export function drawsCategories({ type, dates, categories, categoryLabels }: ChartBox): boolean {
  if (type === 'doughnut' || dates !== null) return false;
  return categoryLabels.length < categories.length || categoryLabels.some(({ text }) => BOTH_WAYS.test(text));
}

/** A share of the chart's frame, which is what a chart's own drawing counts in. */
function share(value: number, of: number): string {
  return String(Math.round(Math.min(1, Math.max(0, value / of)) * 1_000_000) / 1_000_000);
}

function anchored(box: ChartBox, { x, y, width, height }: Frame, sp: string): string {
  const { frame } = box;
  const corner = (px: number, py: number): string =>
    `<cdr:x>${share(px - frame.x, frame.width)}</cdr:x><cdr:y>${share(py - frame.y, frame.height)}</cdr:y>`;
  return `<cdr:relSizeAnchor><cdr:from>${corner(x, y)}</cdr:from><cdr:to>${corner(x + width, y + height)}</cdr:to>${sp}</cdr:relSizeAnchor>`;
}

/** Places inside a chart count from its own corner. */
function inChart(box: ChartBox, frame: Frame): Frame {
  return { ...frame, x: frame.x - box.frame.x, y: frame.y - box.frame.y };
}

interface Plain {
  readonly frame: Frame;
  readonly color: ColorUse;
  readonly id: number;
  readonly name: string;
}

/** A rectangle without words. */
function plain(box: ChartBox, { frame, color, id, name: kind }: Plain): string {
  const name = `<cdr:nvSpPr><cdr:cNvPr${attributes({ id, name: `${kind} ${id}` })}/><cdr:cNvSpPr/></cdr:nvSpPr>`;
  const look = `<cdr:spPr>${transform(inChart(box, frame))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${solidFill(color)}<a:ln><a:noFill/></a:ln></cdr:spPr>`;
  return anchored(box, frame, `<cdr:sp macro="" textlink="">${name}${look}</cdr:sp>`);
}

/** Below them it has as much of an em, so that a program whose lines are higher by a hair does not set all of them smaller. */
const SLACK_BELOW = 0.4;

/** The frame of a label with slack where its lines may grow, inside the chart's. */
function roomy({ frame, align, direction }: Label, box: ChartBox): Frame {
  const more = box.size * SLACK[direction] + frame.width * WIDER;
  const [start, end] = [frame.x - box.frame.x, box.frame.x + box.frame.width - frame.x - frame.width];
  // Centred words stay in the middle of their box.
  const half = Math.max(0, Math.min(more / 2, start, end));
  const [before, behind] =
    align === 'center' ? [half, half] : align === 'left' ? [0, Math.max(0, Math.min(more, end))] : [Math.max(0, Math.min(more, start)), 0];
  const [left, right] = [frame.x - before, frame.x + frame.width + behind];
  return { ...frame, x: left, width: right - left, height: frame.height + box.size * SLACK_BELOW };
}

function labelShape(box: ChartBox, label: Label, languages: Languages, id: number): string {
  const properties = (lang: string): string =>
    `<a:rPr${attributes({ lang, sz: hundredths(label.size ?? box.size), b: label.bold === true, kern: 100 })}>${solidFill(label.color)}${fonts(box.font)}</a:rPr>`;
  const run = (text: string, lang: string): string => `<a:r>${properties(lang)}<a:t>${escape(text)}</a:t></a:r>`;
  const lines = label.lines.map(({ text }) =>
    languages
      .divide(text)
      .map((part) => run(part.text, part.language))
      .join(''),
  );
  const frame = roomy(label, box);
  const name = `<cdr:nvSpPr><cdr:cNvPr${attributes({ id, name: `Label ${id}` })}/><cdr:cNvSpPr txBox="1"/></cdr:nvSpPr>`;
  const look = `<cdr:spPr>${transform(inChart(box, frame))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></cdr:spPr>`;
  const body = attributes({ vertOverflow: 'overflow', wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false, anchor: 't' });
  const paragraph = attributes({ algn: ALIGN[label.align], rtl: label.direction === 'rtl' });
  const text = `<cdr:txBody><a:bodyPr${body}><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr${paragraph}/>${lines.join(`<a:br>${properties(languages.deck)}</a:br>`)}</a:p></cdr:txBody>`;
  return anchored(box, frame, `<cdr:sp macro="" textlink="">${name}${look}${text}</cdr:sp>`);
}

/** A stretch of a target's line. */
function lineShape(box: ChartBox, { from, to }: NonNullable<ChartBox['target']>['lines'][number], id: number): string {
  const frame = { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
  const name = `<cdr:nvCxnSpPr><cdr:cNvPr${attributes({ id, name: `Target ${id}` })}/><cdr:cNvCxnSpPr/></cdr:nvCxnSpPr>`;
  const stroke = `<a:ln w="19050">${solidFill('text1')}<a:prstDash val="dash"/></a:ln>`;
  const look = `<cdr:spPr>${transform(inChart(box, frame))}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>${stroke}</cdr:spPr>`;
  return anchored(box, frame, `<cdr:cxnSp macro="">${name}${look}</cdr:cxnSp>`);
}

/** Names of series that no native label says: inside bars, beside or below pieces. */
export function drawnNames({ type, seriesLabels }: ChartBox): ChartBox['seriesLabels'] {
  return type === 'line' ? [] : seriesLabels;
}

/**
 * The part of a chart's own shapes (`c:userShapes`): the legend, names of series inside or beside bars, names of categories where not all
 * are shown, remarks, and a target's line with its words. They stand where
 * layout put them, move and grow with the chart, and every program keeps them; a native legend it would set anew. Null: there are none.
 */
export function chartDrawing(box: ChartBox, scene: Scene): string | null {
  const names = [
    ...(drawsCategories(box) ? box.categoryLabels : []),
    ...(drawsDates(box, scene.meta.language) ? (box.dates?.labels ?? []) : []),
  ];
  const { annotations, target } = box;
  const own = [...names, ...drawnNames(box), ...(target ? [target.label] : [])];
  if (box.legend.length + own.length + annotations.length === 0) return null;
  const languages = new Languages(scene.meta.language);
  let id = 1;
  const next = (): number => (id += 1);
  const legend = box.legend.flatMap(({ swatch: frame, color, label }) => [
    plain(box, { frame, color, id: next(), name: 'Key' }),
    labelShape(box, label, languages, next()),
  ]);
  const labels = own.map((label) => labelShape(box, label, languages, next()));
  // On a grid they have the page's colour below them.
  const remarks = annotations.flatMap((label) => [
    ...(box.ticks.length > 0 ? [plain(box, { frame: label.frame, color: 'background1', id: next(), name: 'Ground' })] : []),
    labelShape(box, label, languages, next()),
  ]);
  const lines = (target?.lines ?? []).map((line) => lineShape(box, line, next()));
  const spaces = ` xmlns:c="${NAMESPACES.c}" xmlns:a="${NAMESPACES.a}" xmlns:cdr="${NAMESPACES.cdr}"`;
  return `${XML_HEADER}<c:userShapes${spaces}>${[...lines, ...legend, ...labels, ...remarks].join('')}</c:userShapes>`;
}
