import type { TimelineBlock } from '../../../deck/types.ts';
import type { Frame, LevelStyle } from '../../../template/theme/types.ts';
import type { Run } from '../../../base/text.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import type { Room } from '../../../layout/item/measure.ts';
import { scaleLevels } from '../../../layout/text/scale.ts';
import { lineHeight, linesThatFit, linesToWordEnd, naturalWidth, setText, widestWord } from '../../../layout/text/setting.ts';
import { splitRuns } from '../../../layout/text/split.ts';
import type { TimelineItem } from './types.ts';
import type { ShapeBox, TextBox } from '../../../layout/types.ts';
import { childText } from '../../../layout/item/child-text.ts';
import { placeOfToday } from './dates.ts';
import { dot, rule } from './shapes.ts';
import type { SetText } from '../../../layout/text/types.ts';
import { LINE_FILL, HEIGHT_FILL } from '../../../layout/text/fill.ts';

const DOT = 8;
/** Points between the dates, the line and the texts. */
const GUTTER = 14;
const ROW_GAP = 8;
/** Dates take at most this share of the width; more, up to the second, only where a number or a word needs it. */
const DATES = 0.3;
const MOST_DATES = 0.5;

interface ListRow {
  readonly date: SetText;
  readonly text: SetText;
  readonly height: number;
  /** The briefing's own date among the events, its word beside it. */
  readonly today: boolean;
}

export interface SetList {
  readonly rows: readonly ListRow[];
  readonly dateWidth: number;
  readonly textWidth: number;
  readonly dateLevels: readonly LevelStyle[];
  readonly textLevels: readonly LevelStyle[];
  readonly height: number;
}

type Parts = Pick<TimelineItem, 'timeline' | 'whole'>;

interface Entry {
  readonly date: readonly Run[];
  /** Null: nothing stands beside the date. */
  readonly runs: readonly Run[] | null;
  readonly today: boolean;
}

/** Events with the briefing's date at its place among them. */
function entries(context: Context, timeline: TimelineBlock): Entry[] {
  const list = timeline.events.map((event): Entry => ({
    date: context.words(event.dateText, event.origins),
    runs: event.runs,
    today: false,
  }));
  const place = placeOfToday(
    timeline.today,
    timeline.events.map((event) => event.date),
  );
  if (place && timeline.today !== null && list.length > 1)
    list.splice(place.after + 1, 0, {
      date: context.words(context.dayText(timeline.today)),
      runs: timeline.todayLabel === '' ? null : context.words(timeline.todayLabel),
      today: true,
    });
  return list;
}

/** Events below each other: dates, a line with dots, texts. */
export function setList(context: Context, { timeline, whole }: Parts, width: number, scale: number): SetList {
  const dateLevels = scaleLevels(context.fonts, styleNamed(context.theme, 'timelineDate').levels, scale);
  const textLevels = scaleLevels(context.fonts, styleNamed(context.theme, 'timelineText').levels, scale);
  const list = entries(context, timeline);
  const dates = list.map((entry) => paragraph(context, entry.date));
  const all = entries(context, whole).map((entry) => naturalWidth(context.fonts, paragraph(context, entry.date), dateLevels));
  const widest = Math.max(0, ...all) / LINE_FILL + 1;
  const words = entries(context, whole).map((entry) => widestWord(context.fonts, paragraph(context, entry.date), dateLevels));
  const dateWidth = Math.min(widest, Math.max(width * DATES, Math.min(width * MOST_DATES, Math.max(0, ...words) / LINE_FILL + 1)));
  const textWidth = width - dateWidth - 2 * GUTTER - DOT;
  const rows = list.map((entry, i): ListRow => {
    const date = dates[i];
    const set = {
      date: setText(context.fonts, date ? [date] : [], dateLevels, dateWidth),
      text: setText(context.fonts, entry.runs ? [paragraph(context, entry.runs)] : [], textLevels, textWidth),
    };
    return { ...set, height: Math.max(set.date.room, set.text.room) / HEIGHT_FILL + 0.5, today: entry.today };
  });
  const height = rows.reduce((h, row, i) => h + row.height + (i > 0 ? ROW_GAP : 0), 0);
  return { rows, dateWidth, textWidth, dateLevels, textLevels, height };
}

export function listChildren(context: Context, set: SetList, frame: Frame, id: string): (TextBox | ShapeBox)[] {
  const { line, lineWidth, dot: dotColor, today } = context.theme.timeline;
  const from = (at: number, width: number): number => (context.direction === 'rtl' ? frame.x + frame.width - at - width : frame.x + at);
  const axis = set.dateWidth + GUTTER + DOT / 2;
  const children: (TextBox | ShapeBox)[] = [];
  const centres: number[] = [];
  let y = frame.y;
  set.rows.forEach((row, i) => {
    const n = i + 1;
    const first = firstLine(row);
    const centre = y + first / 2;
    centres.push(centre);
    const marked = (own: readonly LevelStyle[]): readonly LevelStyle[] =>
      row.today ? own.map((level) => ({ ...level, color: today })) : own;
    const dateFrame = { x: from(0, set.dateWidth), y, width: set.dateWidth, height: row.height };
    const textFrame = { x: from(axis + DOT / 2 + GUTTER, set.textWidth), y, width: set.textWidth, height: row.height };
    const name = row.today ? 'today' : String(n);
    children.push(
      dot(
        `${id}/${name}.dot`,
        { x: from(axis - DOT / 2, DOT), y: centre - DOT / 2, width: DOT, height: DOT },
        row.today ? today : dotColor,
      ),
    );
    children.push(
      childText(context, `${id}/${name}.date`, 'label', dateFrame, {
        style: 'timelineDate',
        levels: marked(set.dateLevels),
        set: row.date,
        anchor: 'top',
        term: true,
      }),
    );
    if (row.text.paragraphs.length > 0) {
      children.push(
        childText(context, `${id}/${name}.text`, 'body', textFrame, {
          style: 'timelineText',
          levels: marked(set.textLevels),
          set: row.text,
          anchor: 'top',
        }),
      );
    }
    y += row.height + ROW_GAP;
  });
  const [top, bottom] = [centres[0] ?? frame.y, centres.at(-1) ?? frame.y];
  return [rule(`${id}/line`, { x: from(axis, 0), y: top, width: 0, height: bottom - top }, line, lineWidth), ...children];
}

/** Height of a row's first line of text, where its dot stands. */
function firstLine(row: ListRow): number {
  const set = row.text.paragraphs[0] ?? row.date.paragraphs[0];
  const line = set?.lines[0];
  return set && line ? lineHeight(line, set.level) : row.height;
}

type Halves = readonly [TimelineBlock, TimelineBlock];

/** Divides between events; inside one only where it is taller than a whole region. Each part marks the briefing's date only where it falls inside it. */
export function splitList(context: Context, { timeline, whole }: Parts, room: Room, scale: number): Halves | null {
  const { events } = timeline;
  const part = (from: number, to: number): TimelineBlock => ({
    ...timeline,
    events: events.slice(from, to),
    today: todayWithin(timeline, from, to),
  });
  const heightOf = (own: TimelineBlock): number => setList(context, { timeline: own, whole }, room.width, scale).height;
  const most = eventsThatFit(setList(context, { timeline, whole }, room.width, scale), room.height);
  for (let count = Math.min(most, events.length - 1); count > 0; count--) {
    const head = part(0, count);
    if (heightOf(head) <= room.height) return [head, part(count, events.length)];
    // Only the mark of the briefing's date is too much.
    if (count === 1) return [{ ...head, today: null }, part(count, events.length)];
  }
  const [first] = events;
  const set = first && setList(context, { timeline: part(0, 1), whole }, room.width, scale).rows[0]?.text.paragraphs[0];
  if (!first || !set || !room.force) return null;
  const fitting = Math.min(Math.max(1, linesThatFit(set, (room.height - 1) * HEIGHT_FILL)), set.safeLines.length - 1);
  for (let lines = linesToWordEnd(set, fitting); lines > 0; lines--) {
    const [runs, rest] = splitRuns(first.runs, set.safeLines[lines - 1]?.end ?? 0);
    const head = { ...part(0, 1), events: [{ ...first, runs }], today: null };
    // By itself the first part may break otherwise, where other lines have the tallest fonts.
    if (lines > 1 && heightOf(head) > room.height) continue;
    return [head, { ...timeline, events: [{ ...first, runs: rest }, ...events.slice(1)] }];
  }
  return null;
}

/** How many events, with the marks of the briefing's date among them, stand in a height. */
function eventsThatFit(set: SetList, height: number): number {
  let used = -ROW_GAP;
  let events = 0;
  for (const row of set.rows) {
    used += row.height + ROW_GAP;
    if (used > height) break;
    if (!row.today) events++;
  }
  return events;
}

function todayWithin(timeline: TimelineBlock, from: number, to: number): string | null {
  const place = placeOfToday(
    timeline.today,
    timeline.events.map((event) => event.date),
  );
  return place && place.after >= from && place.after < to ? timeline.today : null;
}
