import { membersOf } from '../../../base/slice.ts';
import type { Context } from '../../../layout/context.ts';
import type { Need } from '../../../layout/item/measure.ts';
import type { ItemPlace } from '../../../layout/item/types.ts';
import type { Undivided } from '../../../layout/text/widths.ts';
import type { GroupBox, ShapeBox, TextBox } from '../../../layout/types.ts';
import type { Frame } from '../../../template/theme/types.ts';
import { bar, fromStart, panel, spread, sum } from './shapes.ts';
import { altOf, dividedOf, setPart, stylesAt, textBox, type PartSet } from './text.ts';
import type { EntryText, ItemsItem } from './types.ts';

/** Points between a number and the head, a head and what stands below it, the words and what stands at the card's end. */
const PART_GAP = 8;

interface Card {
  readonly entry: EntryText;
  readonly x: number;
  readonly width: number;
  readonly number: PartSet;
  readonly top: PartSet;
  readonly body: PartSet;
  readonly side: PartSet;
}

interface CardRow {
  readonly cards: readonly Card[];
  /** Common to the row: heads begin and end on one line, and so on. */
  readonly number: number;
  readonly top: number;
  readonly body: number;
  readonly side: number;
  readonly height: number;
}

/** Points at a card's sides: none where it has neither panel. */
function sides({ look }: ItemsItem): number {
  return look.fill === null && look.markedFill === null ? 0 : look.padding.x;
}

function ruleHeight({ look }: ItemsItem): number {
  return Math.max(look.rule === null ? 0 : look.ruleWidth, look.markedRule === null ? 0 : look.markedRuleWidth);
}

const gapIf = (height: number): number => (height > 0 ? height + PART_GAP : 0);

function setRow(context: Context, item: ItemsItem, entries: readonly EntryText[], width: number, scale: number): CardRow {
  const { look } = item;
  const wider = item.arrange === 'row' ? look.wider : 0;
  const shares = entries.map(({ marked }) => (marked ? 1 + wider : 1));
  // The last row of a grid keeps the columns of those above it.
  const missing = item.arrange === 'grid' ? item.across - entries.length : 0;
  const unit = (width - look.gap * (entries.length + missing - 1)) / (sum(shares) + missing);
  let x = 0;
  const cards = entries.map((entry, i): Card => {
    const own = unit * (shares[i] ?? 1);
    const inner = Math.max(1, own - 2 * sides(item));
    const styles = stylesAt(context, look, entry.marked, scale);
    const card = {
      entry,
      x,
      width: own,
      number: setPart(context, entry.number ? [entry.number] : [], styles.number, inner),
      top: setPart(context, entry.top, styles.words, inner),
      body: setPart(context, entry.body, styles.words, inner),
      side: setPart(context, entry.side, styles.side, inner),
    };
    x += own + look.gap;
    return card;
  });
  const most = (part: 'number' | 'top' | 'body' | 'side'): number => Math.max(0, ...cards.map((card) => card[part].height));
  const [number, top, body, side] = [most('number'), most('top'), most('body'), most('side')];
  const between = [number, top, body, side].filter((height) => height > 0).length - 1;
  const height = ruleHeight(item) + 2 * look.padding.y + number + top + body + side + PART_GAP * Math.max(0, between);
  return { cards, number, top, body, side, height };
}

function setRows(context: Context, item: ItemsItem, width: number, scale: number): CardRow[] {
  const entries = membersOf(item.entries);
  const rows = Math.ceil(entries.length / item.across);
  return Array.from({ length: rows }, (_, r) => setRow(context, item, entries.slice(r * item.across, (r + 1) * item.across), width, scale));
}

/** How tall cards side by side are, in points, and how tall they may grow. */
export function cardsNeed(context: Context, item: ItemsItem, width: number, scale: number): Need {
  const rows = setRows(context, item, width, scale);
  const gaps = item.look.gap * Math.max(0, rows.length - 1);
  const min = sum(rows.map(({ height }) => height)) + gaps;
  return { min, least: min, max: sum(rows.map(({ height }) => Math.max(height, item.look.rowMaximum))) + gaps };
}

export function cardsDivide(context: Context, item: ItemsItem, width: number, scale: number, undivided: Undivided): string | null {
  const parts = setRows(context, item, width, scale).flatMap(({ cards }) =>
    cards.flatMap(({ number, top, body, side }) => [number, top, body, side]),
  );
  return dividedOf(context, parts, undivided);
}

/** A group for each card: its panel, its rule, its number, and text boxes of head and body. */
export function placeCards(context: Context, item: ItemsItem, frame: Frame, at: ItemPlace, scale: number): GroupBox[] {
  const { look } = item;
  const rows = setRows(context, item, frame.width, scale);
  const room = frame.height - look.gap * Math.max(0, rows.length - 1);
  const heights = spread(
    rows.map(({ height }) => height),
    room,
    look.rowMaximum,
  );
  const across = fromStart(context, frame);
  let y = frame.y;
  return rows.flatMap((row, r) => {
    const height = heights[r] ?? row.height;
    const top = y;
    y += height + look.gap;
    return row.cards.map((card): GroupBox => {
      const { entry } = card;
      const id = at.id(`Card ${entry.place}`);
      const outer = { x: across(card.x, card.width), y: top, width: card.width, height };
      const bars = entry.marked ? { fill: look.markedRule, width: look.markedRuleWidth } : { fill: look.rule, width: look.ruleWidth };
      const inner = { x: outer.x + sides(item), width: card.width - 2 * sides(item) };
      const numberY = top + ruleHeight(item) + look.padding.y;
      const topY = numberY + gapIf(row.number);
      const bodyY = topY + gapIf(row.top);
      const end = top + height - look.padding.y;
      const sideY = end - row.side;
      const text = (name: string, part: PartSet, y: number, height: number, role: TextBox['role'], anchor: TextBox['anchor']): TextBox[] =>
        part.height === 0 ? [] : [textBox(`${id}.${name}`, part, { ...inner, y, height }, { role, anchor })];
      const bodyEnd = row.side > 0 ? sideY - PART_GAP : end;
      const children: (TextBox | ShapeBox)[] = [
        ...panel(id, outer, entry.marked ? look.markedFill : look.fill),
        ...bar(id, { ...outer, height: bars.width }, bars.fill),
        ...text('number', card.number, numberY, row.number, 'stat', 'bottom'),
        ...text('head', card.top, topY, row.top, 'body', 'top'),
        ...text('text', card.body, bodyY, bodyEnd - bodyY, 'body', 'top'),
        ...text('side', card.side, sideY, row.side, 'label', 'bottom'),
      ];
      return { kind: 'group', role: 'items', id, region: at.region, frame: outer, alt: altOf(entry), children };
    });
  });
}
