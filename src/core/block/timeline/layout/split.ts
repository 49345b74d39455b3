import { divideSlice, lengthOf, memberAt, sliceOf } from '../../../base/slice.ts';
import type { Context } from '../../../layout/context.ts';
import type { Room } from '../../../layout/item/measure.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import { shownIn } from '../../../layout/text/atoms.ts';
import { HEIGHT_FILL } from '../../../layout/text/fill.ts';
import { linesThatFit, linesToWordEnd } from '../../../layout/text/setting.ts';
import { cutAt } from '../../../layout/text/split.ts';
import { entriesOf, entryOf, listHeight, ROW_GAP, rowHeight, settingOf, setWords } from './list.ts';
import { drawn } from './draw.ts';
import type { DrawnBlock, ListEvent, TimelineItem } from './types.ts';

type Halves = readonly [TimelineItem, TimelineItem];

/** The events that stand in two columns on one slide, and the others. */
function splitColumns(context: Context, item: TimelineItem, room: Room, scale: number): Halves | null {
  const { whole } = item;
  const all = whole.events.length;
  const holds = (count: number): boolean =>
    drawn(context, partOf(item, 0, count).whole, 'columns', room.width, room.height, scale) !== null;
  let [fits, fails] = [0, all];
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (holds(middle)) fits = middle;
    else fails = middle;
  }
  return fits === 0 ? null : [partOf(item, 0, fits), partOf(item, fits, all)];
}

/** Some of a long timeline's events; today stands in the part with the event before it. */
function partOf(item: TimelineItem, from: number, to: number): TimelineItem {
  const { whole, mark } = item;
  const isHere = mark !== null && mark >= from && mark < to;
  const part: DrawnBlock = { ...whole, isPart: true, hidesToday: !isHere, events: whole.events.slice(from, to) };
  return { ...item, whole: part, events: sliceOf(part.events), mark: isHere ? mark - from : null };
}

/** Divides between events; inside one only where it is taller than a whole region. Each part marks the briefing's date only where it falls inside it. */
export function splitTimeline(context: Context, item: TimelineItem, room: Room, scale: number): Halves | null {
  if (item.isLong) return splitColumns(context, item, room, scale);
  const { events } = item;
  const most = Math.min(eventsThatFit(context, item, room, scale), lengthOf(events) - 1);
  for (let count = most; count > 0; count--) {
    const halves = halvesOf(item, count);
    if (listHeight(context, halves[0], room.width, scale, room.full) <= room.height) return halves;
    // Only the mark of the briefing's date is too much.
    if (count === 1) return [{ ...halves[0], mark: null }, halves[1]];
  }
  return room.force ? divideFirst(context, item, room, scale) : null;
}

function halvesOf(item: TimelineItem, count: number, cut: readonly [ListEvent, ListEvent] | null = null): Halves {
  const [head, tail] = divideSlice(item.events, count, cut);
  return [
    { ...item, form: null, events: head },
    { ...item, form: null, events: tail },
  ];
}

/** The lines of the first event that a region holds, and the rest. */
function divideFirst(context: Context, item: TimelineItem, room: Room, scale: number): Halves | null {
  const first = memberAt(item.events, 0);
  if (!first) return null;
  const setting = settingOf(context, item, room.width, scale);
  const p = paragraph(context, first.runs);
  const { textLevels, textWidth } = setting;
  const set = setWords(context, first.runs, textLevels, textWidth, { stretch: first.stretch, enough: room.full });
  const shown = shownIn(context.fonts, p.runs);
  const { start, end } = set.stretch;
  const fitting = Math.min(Math.max(1, linesThatFit(set, (room.height - 1) * HEIGHT_FILL)), set.safeLines.length - 1);
  for (let lines = linesToWordEnd(set, fitting); lines > 0; lines--) {
    const cut = cutAt(shown, set.safeLines[lines - 1]?.end ?? start);
    const head: ListEvent = { ...first, stretch: { start, end: cut.end } };
    // By itself the first part may break otherwise, where other lines have the tallest fonts.
    if (lines > 1 && rowHeight(setting, entryOf(context, head), room.full) > room.height) continue;
    const halves = halvesOf(item, 0, [head, { ...first, stretch: { start: cut.next, end } }]);
    return [{ ...halves[0], mark: null }, halves[1]];
  }
  return null;
}

/** How many events, with the marks of the briefing's date among them, stand in a height. */
function eventsThatFit(context: Context, item: TimelineItem, { width, height, full }: Room, scale: number): number {
  const setting = settingOf(context, item, width, scale);
  let used = -ROW_GAP;
  let events = 0;
  for (const entry of entriesOf(context, item)) {
    used += rowHeight(setting, entry, full) + ROW_GAP;
    if (used > height) break;
    if (!entry.today) events++;
  }
  return events;
}
