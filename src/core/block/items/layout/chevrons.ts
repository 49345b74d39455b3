import { membersOf } from '../../../base/slice.ts';
import type { Context } from '../../../layout/context.ts';
import type { Need } from '../../../layout/item/measure.ts';
import type { ItemPlace } from '../../../layout/item/types.ts';
import { naturalWidth, widestWord, type Undivided } from '../../../layout/text/widths.ts';
import type { GroupBox, ShapeBox, TextBox } from '../../../layout/types.ts';
import type { Frame } from '../../../template/theme/types.ts';
import { plainText } from '../../../base/text.ts';
import { bar, fromStart, spread, sum } from './shapes.ts';
import { altOf, dividedOf, NAME_SLACK, setPart, stylesAt, textBox, type PartSet } from './text.ts';
import type { EntryText, ItemsItem, PartText } from './types.ts';

/** Points of an arrow's head, between lanes, and between a lane's name and its steps. */
const DEPTH = 16;
const LANE_GAP = 12;
const HEAD_GAP = 14.4;
/** Points that words keep free in an arrow: programs place the room for words in one a little differently. */
const ROUNDING = 2;
/** A lane's name takes at most this share of the width, and at least enough for its longest word where that is no more than half. */
const MOST_HEAD = 0.17;

interface Lane {
  readonly entry: EntryText;
  readonly head: PartSet;
  readonly steps: readonly PartSet[];
  readonly marked: readonly boolean[];
  /** Of an arrow. */
  readonly width: number;
  readonly height: number;
}

/** Steps of one lane, or of each. */
export const hasLanes = (entries: readonly EntryText[]): boolean => entries.some(({ parts }) => parts.length > 0);

/** The words of an entry that is a step itself, as those of a lane's step. */
function stepOf({ marked, words }: EntryText): readonly [boolean, EntryText['words']] {
  return [marked, words];
}

function headWidth(context: Context, item: ItemsItem, width: number, scale: number): number {
  if (!hasLanes(item.whole)) return 0;
  const { words } = stylesAt(context, item.look, false, scale);
  const all = item.whole.flatMap((entry) => entry.words);
  const natural = Math.max(0, ...all.map((p) => naturalWidth(context.fonts, p, words.levels)));
  const word = Math.max(0, ...all.map((p) => widestWord(context.fonts, p, words.levels)));
  const fitting = (points: number): number => points * NAME_SLACK;
  return Math.min(fitting(natural), Math.max(width * MOST_HEAD, Math.min(fitting(word), width / 2)));
}

/** Points at both sides of an arrow's words, from its frame: behind a notch they begin where it ends. */
const inset = ({ look }: ItemsItem, isFirst: boolean): number => look.padding.x + (isFirst ? DEPTH / 2 : DEPTH);

function setLane(
  context: Context,
  item: ItemsItem,
  entries: readonly EntryText[],
  at: { readonly head: number; readonly room: number },
  scale: number,
): Lane {
  const [first] = entries;
  if (!first) throw new Error('a lane has entries');
  const isLane = hasLanes(entries);
  const steps = isLane ? first.parts.map(({ marked, paragraph }: PartText) => [marked, [paragraph]] as const) : entries.map(stepOf);
  const width = (at.room + (steps.length - 1) * (DEPTH - item.look.gap)) / steps.length;
  const head = setPart(context, isLane ? first.words : [], stylesAt(context, item.look, false, scale).words, Math.max(1, at.head));
  const sets = steps.map(([marked, paragraphs], i) => {
    const { words } = stylesAt(context, item.look, marked, scale);
    return setPart(context, paragraphs, words, Math.max(1, width - 2 * inset(item, i === 0) - ROUNDING));
  });
  const height = Math.max(head.height, Math.max(...sets.map((set) => set.height)) + 2 * item.look.padding.y);
  return { entry: first, head, steps: sets, marked: steps.map(([marked]) => marked), width, height };
}

function setLanes(context: Context, item: ItemsItem, width: number, scale: number): Lane[] {
  const entries = membersOf(item.entries);
  const head = headWidth(context, item, width, scale);
  const room = width - (head > 0 ? head + HEAD_GAP : 0);
  const lanes = hasLanes(entries) ? entries.map((entry) => [entry]) : [entries];
  return lanes.map((lane) => setLane(context, item, lane, { head, room }, scale));
}

/** How tall lanes of arrows are, in points, and how tall they may grow. */
export function chevronsNeed(context: Context, item: ItemsItem, width: number, scale: number): Need {
  const heights = setLanes(context, item, width, scale).map(({ height }) => height);
  const gaps = LANE_GAP * Math.max(0, heights.length - 1);
  const min = sum(heights) + gaps;
  return { min, least: min, max: sum(heights.map((height) => Math.max(height, item.look.rowMaximum))) + gaps };
}

export function chevronsDivide(context: Context, item: ItemsItem, width: number, scale: number, undivided: Undivided): string | null {
  return dividedOf(
    context,
    setLanes(context, item, width, scale).flatMap(({ head, steps }) => [head, ...steps]),
    undivided,
  );
}

/** Whether no lane has more steps than stand beside each other. */
export function chevronsStand({ look, whole }: Pick<ItemsItem, 'look' | 'whole'>): boolean {
  const counts = hasLanes(whole) ? whole.map(({ parts }) => parts.length) : [whole.length];
  return counts.every((count) => count >= look.least && count <= look.most);
}

/** A group for the name of each lane, and one for each step: an arrow with its words in it. */
export function placeChevrons(context: Context, item: ItemsItem, frame: Frame, at: ItemPlace, scale: number): GroupBox[] {
  const { look } = item;
  const lanes = setLanes(context, item, frame.width, scale);
  const head = headWidth(context, item, frame.width, scale);
  const heights = spread(
    lanes.map(({ height }) => height),
    frame.height - LANE_GAP * Math.max(0, lanes.length - 1),
    look.rowMaximum,
  );
  const start = fromStart(context, frame);
  const isLane = hasLanes(item.whole);
  const group = (id: string, box: Frame, alt: string, children: (TextBox | ShapeBox)[]): GroupBox => ({
    kind: 'group',
    role: 'items',
    id,
    region: at.region,
    frame: box,
    alt,
    children,
  });
  let y = frame.y;
  return lanes.flatMap((lane, l): GroupBox[] => {
    const height = heights[l] ?? lane.height;
    const top = y;
    y += height + LANE_GAP;
    const name = at.id(isLane ? `Lane ${lane.entry.place}` : 'Lane');
    const named = { x: start(0, head), y: top, width: head, height };
    const rule = bar(name, { ...named, height: look.ruleWidth }, look.markedRule);
    const names = lane.head.height === 0 ? [] : [textBox(`${name}.head`, lane.head, named, { role: 'label', anchor: 'top' })];
    const pitch = lane.width - DEPTH + look.gap;
    const left = head > 0 ? head + HEAD_GAP : 0;
    const steps = lane.steps.map((step, i) => {
      const id = isLane ? `${name} step ${i + 1}` : at.id(`Step ${membersOf(item.entries)[i]?.place ?? i + 1}`);
      const marked = lane.marked[i] === true;
      const box = { x: start(left + i * pitch, lane.width), y: top, width: lane.width, height };
      const outline = {
        shape: i === 0 ? 'pentagon' : 'chevron',
        depth: Math.min(DEPTH, height / 2),
        flipped: context.direction === 'rtl',
      } as const;
      const padding = { x: inset(item, i === 0), y: Math.min(look.padding.y, height / 4) };
      const fill = marked ? look.markedFill : look.fill;
      const text = textBox(`${id}.text`, step, box, { role: 'body', anchor: look.anchor, fill, outline, padding });
      return group(id, box, step.set.paragraphs.map(({ paragraph }) => plainText(paragraph.runs)).join('; '), [text]);
    });
    return [...(names.length > 0 ? [group(name, named, altOf({ ...lane.entry, side: [] }), [...rule, ...names])] : []), ...steps];
  });
}
