import type { TimelineBlock } from '../../../deck/types.ts';
import type { Frame, LevelStyle } from '../../../template/theme/types.ts';
import { lengthOf, memberAt, sliceOf } from '../../../base/slice.ts';
import type { Run } from '../../../base/text.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import { remembered } from '../../../layout/text/atoms.ts';
import { scaleLevels } from '../../../layout/text/scale.ts';
import { levelOf, lineHeight, setOnce, stacked, standing, type Bounds } from '../../../layout/text/setting.ts';
import { dividedPart, naturalWidth, widestWord, type Undivided } from '../../../layout/text/widths.ts';
import type { ListEvent, TimelineItem } from './types.ts';
import type { ShapeBox, TextBox } from '../../../layout/types.ts';
import { childText } from '../../../layout/item/child-text.ts';
import { placeOfToday } from './dates.ts';
import { dot, rule } from './shapes.ts';
import type { SetParagraph, SetText, Stretch } from '../../../layout/text/types.ts';
import { LINE_FILL, HEIGHT_FILL } from '../../../layout/text/fill.ts';

const DOT = 8;
/** Points between the dates, the line and the texts. */
const GUTTER = 14;
export const ROW_GAP = 8;
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

interface Entry {
  readonly date: readonly Run[];
  /** Null: nothing stands beside the date. */
  readonly runs: readonly Run[] | null;
  readonly stretch: Stretch | null;
  readonly today: boolean;
  /** What it is known by, however the list is divided; null: it is a part of an event. */
  readonly key: object | null;
}

/** Which of a timeline's events the briefing's own date stands behind; null: none. */
export function markOf({ today, events }: TimelineBlock): number | null {
  const dates = events.map((event) => event.date);
  return placeOfToday(today, dates)?.after ?? null;
}

export function entryOf(context: Context, event: ListEvent): Entry {
  const { stretch = null } = event;
  return {
    date: context.words(event.dateText, event.origins),
    runs: event.runs,
    stretch,
    today: false,
    key: stretch ? null : event,
  };
}

function todayEntry(context: Context, whole: TimelineBlock, today: string): Entry {
  return {
    date: context.words(context.dayText(today)),
    runs: whole.todayLabel === '' ? null : context.words(whole.todayLabel),
    stretch: null,
    today: true,
    key: whole,
  };
}

/** Events with the briefing's date at its place among them, one by one: what is left of a long list is not gone through for each page. */
export function* entriesOf(context: Context, { whole, events, mark }: Parts): Generator<Entry> {
  for (let i = 0; i < lengthOf(events); i++) {
    const event = memberAt(events, i);
    if (event) yield entryOf(context, event);
    const isMarked = mark !== null && events.start + i === mark && lengthOf(events) > 1;
    if (isMarked && whole.today !== null) yield todayEntry(context, whole, whole.today);
  }
}

type Parts = Pick<TimelineItem, 'whole' | 'events' | 'mark'>;

/** How a list's rows are set at one size. */
interface Setting {
  readonly context: Context;
  readonly dateWidth: number;
  readonly textWidth: number;
  readonly dateLevels: readonly LevelStyle[];
  readonly textLevels: readonly LevelStyle[];
  /** Heights of whole rows in points. */
  readonly heights: Map<object, number>;
}

export function settingOf(context: Context, { whole }: Parts, width: number, scale: number): Setting {
  const dateLevels = scaleLevels(context.fonts, styleNamed(context.theme, 'timelineDate').levels, scale);
  const textLevels = scaleLevels(context.fonts, styleNamed(context.theme, 'timelineText').levels, scale);
  const key = `${scale}|${width}`;
  const dateWidth = remembered(context.dateWidths, whole, key, () => dateWidthOf(context, whole, dateLevels, width));
  const textWidth = width - dateWidth - 2 * GUTTER - DOT;
  const heights = remembered(context.heights, whole, key, () => new Map<object, number>());
  return { context, dateWidth, textWidth, dateLevels, textLevels, heights };
}

/** As wide as the longest date of all, where that is not too much. */
function dateWidthOf(context: Context, whole: TimelineBlock, levels: readonly LevelStyle[], width: number): number {
  let [widest, word] = [0, 0];
  for (const { date } of entriesOf(context, { whole, events: sliceOf(whole.events), mark: markOf(whole) })) {
    const p = paragraph(context, date);
    widest = Math.max(widest, naturalWidth(context.fonts, p, levels));
    word = Math.max(word, widestWord(context.fonts, p, levels));
  }
  return Math.min(widest / LINE_FILL + 1, Math.max(width * DATES, Math.min(width * MOST_DATES, word / LINE_FILL + 1)));
}

const heightOf = (date: number, text: number): number => Math.max(date, text) / HEIGHT_FILL + 0.5;

export function setWords(
  context: Context,
  runs: readonly Run[],
  levels: readonly LevelStyle[],
  width: number,
  bounds: Bounds,
): SetParagraph {
  const p = paragraph(context, runs);
  return setOnce(context.fonts, p, levelOf(levels, p.level), width, bounds);
}

/** A row's height in points; of one that needs more than `enough`, any height that is more. */
export function rowHeight(setting: Setting, entry: Entry, enough: number): number {
  const { context, dateWidth, textWidth, heights } = setting;
  const known = entry.key ? heights.get(entry.key) : undefined;
  if (known !== undefined) return known;
  context.fonts.cache.work.rows++;
  const { runs, stretch } = entry;
  const date = setWords(context, entry.date, setting.dateLevels, dateWidth, { enough });
  const text = runs && setWords(context, runs, setting.textLevels, textWidth, { stretch, enough });
  const height = heightOf(date.room, text?.room ?? 0);
  if (entry.key && !date.isCut && !text?.isCut) heights.set(entry.key, height);
  return height;
}

/** Height of the list in points; where it is more than `enough`, any that is more. */
export function listHeight(context: Context, item: Parts, width: number, scale: number, enough: number): number {
  const setting = settingOf(context, item, width, scale);
  let height = -ROW_GAP;
  for (const entry of entriesOf(context, item)) {
    height += ROW_GAP + rowHeight(setting, entry, enough);
    if (height > enough) break;
  }
  return Math.max(0, height);
}

/** The first number, or word that shall stand undivided, that its column is too narrow for; null where none is. */
export function listDivides(context: Context, item: Parts, width: number, scale: number, undivided: Undivided): string | null {
  const { dateLevels, textLevels, dateWidth, textWidth } = settingOf(context, item, width, scale);
  const divides = (runs: readonly Run[], levels: readonly LevelStyle[], column: number): string | null => {
    const p = paragraph(context, runs);
    return dividedPart(context.fonts, p, levelOf(levels, p.level), column, undivided);
  };
  for (const { date, runs } of entriesOf(context, item)) {
    const found = divides(date, dateLevels, dateWidth) ?? (runs && divides(runs, textLevels, textWidth));
    if (found !== null) return found;
  }
  return null;
}

/** Events below each other: dates, a line with dots, texts. */
export function setList(context: Context, item: Parts, width: number, scale: number): SetList {
  const { dateLevels, textLevels, dateWidth, textWidth } = settingOf(context, item, width, scale);
  const rows = [...entriesOf(context, item)].map((entry): ListRow => {
    context.fonts.cache.work.rows++;
    const date = stacked([setWords(context, entry.date, dateLevels, dateWidth, {})]);
    const { runs, stretch } = entry;
    const text = stacked(runs ? [standing(context.fonts, setWords(context, runs, textLevels, textWidth, { stretch }), textWidth)] : []);
    return { date, text, height: heightOf(date.room, text.room), today: entry.today };
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
