import { divideSlice, lengthOf } from '../../../base/slice.ts';
import type { ColorUse, FiguresLook, Frame, LevelStyle } from '../../../template/theme/types.ts';
import type { Context } from '../../../layout/context.ts';
import { childText } from '../../../layout/item/child-text.ts';
import type { Need, Room } from '../../../layout/item/measure.ts';
import { partDivided, type Undivided } from '../../../layout/text/widths.ts';
import type { GroupBox, ShapeBox, TextBox } from '../../../layout/types.ts';
import { setRow, type Part, type SetPart, type SetRow } from './cell.ts';
import { altOf } from './plain.ts';
import { arrange, BELOW_RULE, figuresOf, typeOf, wordsOf, type Arranged, type FigureWords, type Type } from './setting.ts';
import type { StatsItem } from './types.ts';

/** A block's figures in one of the forms that a theme names. */
interface Formed {
  readonly type: Type;
  readonly look: FiguresLook;
  readonly figures: readonly FigureWords[];
  readonly arranged: Arranged;
}

/** Null: a number is wider than its column even at the minimum. */
export function formed(context: Context, item: StatsItem, width: number, scale: number): Formed | null {
  const { look } = item;
  if (look === null) return null;
  const type = typeOf(context, look, scale);
  const whole = item.whole.map((stat) => wordsOf(context, stat));
  const arranged = arrange(type, whole, width);
  return arranged && { type, look, figures: figuresOf(context, item), arranged };
}

/** In rows of nearly equal length, with numbers of one size. */
function rowsAt({ type, figures, arranged }: Formed, size: number): SetRow[] {
  const rows = Math.ceil(figures.length / arranged.across);
  const across = Math.ceil(figures.length / Math.max(1, rows));
  return Array.from({ length: rows }, (_, r) => setRow(type, figures.slice(r * across, (r + 1) * across), arranged, size));
}

/** What stands above and below the words of a figure, in points. */
function around({ rule, ruleWidth, fill, padding }: FiguresLook): { readonly above: number; readonly all: number } {
  const above = (rule === null ? 0 : ruleWidth + BELOW_RULE) + (fill === null ? 0 : padding);
  return { above, all: above + (fill === null ? 0 : padding) };
}

function heightOf({ look }: Formed, rows: readonly SetRow[]): number {
  return rows.reduce((sum, row) => sum + row.height + around(look).all, look.gap * Math.max(0, rows.length - 1));
}

/** As tall as with the smallest numbers at least; as with the largest, and with rows further apart, at most. */
export function formedNeed(one: Formed): Need {
  const { sizes } = one.arranged;
  const [largest = 0] = sizes;
  const full = rowsAt(one, largest);
  const min = heightOf(one, rowsAt(one, sizes.at(-1) ?? largest));
  return { min, max: Math.max(min, heightOf(one, full) + one.look.gap * Math.max(0, full.length - 1)), least: min };
}

/** The first number or word that its column is too narrow for. */
export function formedDivide(context: Context, one: Formed, undivided: Undivided): string | null {
  const [largest = 0] = one.arranged.sizes;
  for (const { text, width } of rowsAt(one, largest).flatMap((row) => row.figures.flat())) {
    const found = partDivided(context.fonts, text, width, undivided);
    if (found !== null) return found;
  }
  return null;
}

/** As many figures as stand in a height with the smallest numbers, and the others. */
export function splitFormed(context: Context, item: StatsItem, room: Room, scale: number): readonly [StatsItem, StatsItem] | null {
  for (let count = lengthOf(item.stats) - 1; count > 0; count--) {
    const [head, tail] = divideSlice(item.stats, count);
    const one = formed(context, { ...item, stats: head }, room.width, scale);
    if (one && formedNeed(one).least <= room.height) {
      return [
        { ...item, stats: head },
        { ...item, stats: tail },
      ];
    }
  }
  return null;
}

const ROLES = { hedge: 'stat', number: 'stat', unit: 'stat', label: 'label' } as const satisfies Record<Part, TextBox['role']>;
const NAMES = { hedge: 'hedge', number: 'value', unit: 'unit', label: 'label' } as const satisfies Record<Part, string>;

const recoloured = (levels: readonly LevelStyle[], color: ColorUse | null): readonly LevelStyle[] =>
  color === null ? levels : levels.map((level) => ({ ...level, color }));

function partBox(context: Context, { part, text, levels }: SetPart, id: string, frame: Frame, look: FiguresLook, isLead: boolean): TextBox {
  const own = isLead ? (look.leadText ?? (part === 'number' || part === 'hedge' ? look.lead : null)) : null;
  const style = part === 'label' ? look.label : look.value;
  const lines = { style, levels: recoloured(levels, own), set: recolouredText(text, own), anchor: 'top' } as const;
  return childText(context, id, ROLES[part], frame, part === 'label' ? lines : { ...lines, term: true });
}

/** Colour changes no line. */
const recolouredText = (text: SetPart['text'], color: ColorUse | null): SetPart['text'] =>
  color === null ? text : { ...text, paragraphs: text.paragraphs.map((p) => ({ ...p, level: { ...p.level, color } })) };

function shape(
  id: string,
  frame: Frame,
  look: { readonly fill?: ColorUse; readonly stroke?: ColorUse; readonly width?: number },
): ShapeBox {
  const { fill = null, stroke = null, width = 0 } = look;
  return { kind: 'shape', id, region: null, frame, shape: stroke === null ? 'rectangle' : 'line', fill, stroke, strokeWidth: width };
}

/** Rules and boxes, and the words in front of them, as one group. */
export function placeFormed(
  context: Context,
  item: StatsItem,
  one: Formed,
  frame: Frame,
  at: { readonly id: string; readonly region: string },
): GroupBox {
  const { look, arranged } = one;
  const { column, sizes } = arranged;
  const size = sizes.find((each) => heightOf(one, rowsAt(one, each)) <= frame.height + 0.01) ?? sizes.at(-1) ?? 0;
  const rows = rowsAt(one, size);
  const free = frame.height - heightOf(one, rows);
  const gap = look.gap + (rows.length > 1 ? Math.max(0, Math.min(look.gap, free / (rows.length - 1))) : 0);
  const { above, all } = around(look);
  const shapes: ShapeBox[] = [];
  const texts: TextBox[] = [];
  let [y, number] = [frame.y, 0];
  for (const row of rows) {
    row.figures.forEach((parts, c) => {
      const figure = one.figures[number++];
      const id = `${at.id}/${number}`;
      const isLead = figure?.stat.lead === true;
      const start = c * (column + look.gap);
      const place = (x: number, width: number): number =>
        context.direction === 'rtl' ? frame.x + frame.width - start - x - width : frame.x + start + x;
      const fill = (isLead ? look.leadFill : null) ?? look.fill;
      const rule = (isLead ? look.lead : null) ?? look.rule;
      if (fill !== null) shapes.push(shape(`${id}.box`, { x: place(0, column), y, width: column, height: row.height + all }, { fill }));
      if (look.rule !== null && rule !== null) {
        const line = { x: place(0, column), y: y + look.ruleWidth / 2, width: column, height: 0 };
        shapes.push(shape(`${id}.rule`, line, { stroke: rule, width: look.ruleWidth }));
      }
      for (const part of parts) {
        const box = { x: place(look.padding + part.x, part.width), y: y + above + part.y, width: part.width, height: part.height };
        texts.push(partBox(context, part, `${id}.${NAMES[part.part]}`, box, look, isLead));
      }
    });
    y += row.height + all + gap;
  }
  const height = Math.max(0, y - gap - frame.y);
  return { kind: 'group', role: 'stats', ...at, frame: { ...frame, height }, alt: altOf(item), children: [...shapes, ...texts] };
}
