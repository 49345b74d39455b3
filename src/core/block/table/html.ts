import type { TableBox, TableRow } from '../../layout/types.ts';
import type { ColorUse, TableLook } from '../../template/theme/types.ts';
import type { Context } from '../../write/html/context.ts';
import type { Drawn, Shape } from '../../write/html/drawn.ts';
import { h, join, type Html } from '../../write/html/html.ts';
import { refsOfParagraphs } from '../../write/html/line-refs.ts';
import { linesMarkup, paragraphAttributes, setParagraphs } from '../../write/html/line.ts';
import { namesRows } from '../../write/row-names.ts';

function cell(row: TableRow, index: number, isNamed: boolean, context: Context): Html {
  const content = row.cells[index];
  const isHeader = row.kind === 'header';
  const name = isHeader || (index === 0 && (isNamed || row.kind === 'total')) ? 'th' : 'td';
  const scope = name === 'td' ? null : isHeader ? 'col' : 'row';
  if (!content) return h(name === 'th' ? 'td' : name, {});
  const sets = setParagraphs(content);
  const align = sets[0]?.paragraph.align;
  const words = sets.map((set, i) => {
    const lines = linesMarkup(set, context);
    return sets.length === 1 && i === 0 ? lines : h('p', paragraphAttributes(set, context), lines);
  });
  const [only] = sets;
  const style = sets.length === 1 && only ? paragraphAttributes(only, context).class : '';
  const classes = [style, align === 'end' || align === 'center' ? align : ''].filter(Boolean).join(' ');
  const isEmpty = sets.every((set) => set.lines.length === 0);
  return h(isEmpty ? 'td' : name, { class: classes === '' ? null : classes, scope: isEmpty ? null : scope }, ...words);
}

function rows(list: readonly TableRow[], isNamed: boolean, context: Context): Html[] {
  return list.map((row) => {
    const words = row.kind === 'header' ? [] : row.cells.flatMap(({ paragraphs }) => paragraphs);
    return h('tr', { 'data-refs': refsOfParagraphs(words, context) }, ...row.cells.map((_, i) => cell(row, i, isNamed, context)));
  });
}

function fillOf(row: TableRow, band: number, look: TableLook): ColorUse | null {
  if (row.kind === 'header') return look.headerFill;
  if (row.kind === 'total') return look.totalFill;
  return row.marked ? look.markedFill : band % 2 === 1 ? look.bandFill : null;
}

function ruleBelow(row: TableRow, next: TableRow | undefined, look: TableLook): readonly [ColorUse, number] {
  if (next?.kind === 'total') return [look.totalRule, look.totalRuleWidth];
  return row.kind === 'header' ? [look.headerRule, look.headerRuleWidth] : [look.rule, look.ruleWidth];
}

/** Fills and hairlines, from the theme's table look. */
function rules(box: TableBox, context: Context): Shape[] {
  const look = context.scene.theme.table;
  const { x, width } = box.frame;
  const shapes: Shape[] = [];
  const fills: Shape[] = [];
  let y = box.frame.y;
  let band = 0;
  box.rows.forEach((row, index) => {
    const fill = fillOf(row, band, look);
    if (row.kind === 'body') band += 1;
    if (fill !== null) fills.push({ shape: 'rectangle', frame: { x, y, width, height: row.height }, fill, stroke: null, strokeWidth: 0 });
    y += row.height;
    const [stroke, strokeWidth] = ruleBelow(row, box.rows[index + 1], look);
    if (strokeWidth > 0) shapes.push({ shape: 'line', frame: { x, y, width, height: 0 }, fill: null, stroke, strokeWidth });
  });
  return [...fills, ...shapes];
}

/** A real table; on the slide its words stand at their places over the rules. Its caption says its name, so it says none. */
export function table(box: TableBox, context: Context, isCaptioned = false): Drawn {
  const isNamed = namesRows(box);
  const of = (kind: TableRow['kind']): Html[] =>
    rows(
      box.rows.filter((row) => row.kind === kind),
      isNamed,
      context,
    );
  const section = (name: string, list: Html[]): Html => (list.length === 0 ? join([]) : h(name, {}, ...list));
  return {
    shapes: rules(box, context),
    html: h(
      'table',
      { 'aria-label': box.alt === '' || isCaptioned ? null : box.alt },
      section('thead', of('header')),
      section('tbody', of('body')),
      section('tfoot', of('total')),
    ),
  };
}
