import type { TimelineBlock } from '../../../deck/types.ts';
import type { Frame, LevelStyle } from '../../../template/theme/types.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import { scaleLevels } from '../../../layout/text/scale.ts';
import { setText } from '../../../layout/text/setting.ts';
import { widestWord } from '../../../layout/text/widths.ts';
import type { ShapeBox, TextBox } from '../../../layout/types.ts';
import { childText } from '../../../layout/item/child-text.ts';
import { daysBetween, placeOfToday } from './dates.ts';
import { dot, rule } from './shapes.ts';
import type { SetText } from '../../../layout/text/types.ts';
import { LINE_FILL, HEIGHT_FILL } from '../../../layout/text/fill.ts';

/** More events than these stand in a list. */
const MOST_EVENTS = 6;
const LEAST_EVENTS = 2;
/** A text of more lines in its column is no longer read at a glance. */
const MOST_LINES = 8;
const LEAST_COLUMN = 112;
/** Points between neighbouring texts. */
const GUTTER = 16;
const DOT = 10;
const ROW_GAP = 8;

interface LineEvent {
  /** From the frame's start edge. */
  readonly at: number;
  readonly width: number;
  readonly date: SetText;
  readonly text: SetText;
}

export interface SetLine {
  readonly events: readonly LineEvent[];
  readonly today: { readonly at: number; readonly text: SetText; readonly width: number } | null;
  readonly dateLevels: readonly LevelStyle[];
  readonly textLevels: readonly LevelStyle[];
  readonly heights: { readonly today: number; readonly date: number; readonly text: number };
  readonly height: number;
}

/** Columns in proportion to the time to the next event, none narrower than its share of what is needed. */
function columns(timeline: TimelineBlock, width: number, least: number): number[] {
  const days = daysBetween(timeline.events.map((event) => event.date));
  const all = days.reduce((a, b) => a + b, 0);
  const free = width - least * timeline.events.length;
  const even = free / timeline.events.length;
  return timeline.events.map((_, i) => {
    if (all === 0) return least + even;
    return least + (i < days.length ? (free * (days[i] ?? 0)) / all : 0);
  });
}

/** Events along a line, or null where they are too many or too long for one. */
export function setLine(context: Context, timeline: TimelineBlock, width: number, scale: number): SetLine | null {
  const count = timeline.events.length;
  if (count < LEAST_EVENTS || count > MOST_EVENTS || width / count < LEAST_COLUMN) return null;
  const dateLevels = scaleLevels(context.fonts, styleNamed(context.theme, 'timelineDate').levels, scale);
  const textLevels = scaleLevels(context.fonts, styleNamed(context.theme, 'timelineText').levels, scale);
  const texts = timeline.events.map((event) => paragraph(context, event.runs));
  const dates = timeline.events.map((event) => paragraph(context, context.words(event.dateText, event.origins)));
  const words = texts.map((p) => widestWord(context.fonts, p, textLevels));
  const datesWide = dates.map((p) => widestWord(context.fonts, p, dateLevels));
  const even = width / count;
  if (Math.max(...words, ...datesWide) > (even - GUTTER) * LINE_FILL) return null;

  // From most to least proportional, until the longest text fits its column.
  for (const share of [0.6, 0.75, 0.9, 1]) {
    const least = Math.max(LEAST_COLUMN, even * share, Math.max(...words, ...datesWide) / LINE_FILL + GUTTER);
    const widths = columns(timeline, width, Math.min(least, even));
    let at = 0;
    const events = widths.map((column, i): LineEvent => {
      const inner = Math.max(1, column - GUTTER);
      const [date, text] = [dates[i], texts[i]];
      const event = {
        at,
        width: inner,
        date: setText(context.fonts, date ? [date] : [], dateLevels, inner),
        text: setText(context.fonts, text ? [text] : [], textLevels, inner),
      };
      at += column;
      return event;
    });
    const longest = Math.max(...events.map((e) => e.text.paragraphs.reduce((n, p) => n + p.lines.length, 0)));
    if (longest > MOST_LINES) continue;
    const today = setToday(context, timeline, events, width, dateLevels);
    const room = (sets: readonly SetText[]): number => Math.max(...sets.map((set) => set.room)) / HEIGHT_FILL + 0.5;
    const heights = {
      today: today ? room([today.text]) + 2 : 0,
      date: room(events.map((e) => e.date)),
      text: room(events.map((e) => e.text)),
    };
    return {
      events,
      today,
      dateLevels,
      textLevels,
      heights,
      height: heights.today + heights.date + ROW_GAP + DOT + ROW_GAP + heights.text,
    };
  }
  return null;
}

function setToday(
  context: Context,
  timeline: TimelineBlock,
  events: readonly LineEvent[],
  width: number,
  levels: readonly LevelStyle[],
): SetLine['today'] {
  const place = placeOfToday(
    timeline.today,
    timeline.events.map((event) => event.date),
  );
  const from = place && events[place.after];
  if (!place || !from || timeline.today === null) return null;
  const next = events[place.after + 1]?.at ?? width;
  const at =
    from.at + DOT / 2 + (place.share > 0 ? place.share * (next - from.at) : events[place.after + 1] ? 0 : Math.min(from.width, 60));
  const words = [timeline.todayLabel, context.dayText(timeline.today)].filter(Boolean).map((own) => paragraph(context, context.words(own)));
  const text = setText(context.fonts, words, levels, width);
  const wide = Math.max(...text.paragraphs.map(({ lines: [first] }) => first?.width ?? 0)) / LINE_FILL + 2;
  return { at, text, width: Math.min(width, wide) };
}

/** Line, dots, dates above and texts below it, in the events' order. */
export function lineChildren(context: Context, set: SetLine, frame: Frame, id: string): (TextBox | ShapeBox)[] {
  const { theme } = context;
  const rtl = context.direction === 'rtl';
  const from = (at: number, width: number): number => (rtl ? frame.x + frame.width - at - width : frame.x + at);
  const middle = frame.y + set.heights.today + set.heights.date + ROW_GAP + DOT / 2;
  const children: (TextBox | ShapeBox)[] = [
    rule(`${id}/line`, { x: frame.x, y: middle, width: frame.width, height: 0 }, theme.timeline.line, theme.timeline.lineWidth),
  ];
  set.events.forEach((event, i) => {
    const n = i + 1;
    const dateFrame = { x: from(event.at, event.width), y: frame.y + set.heights.today, width: event.width, height: set.heights.date };
    const textFrame = { x: from(event.at, event.width), y: middle + DOT / 2 + ROW_GAP, width: event.width, height: set.heights.text };
    children.push(dot(`${id}/${n}.dot`, { x: from(event.at, DOT), y: middle - DOT / 2, width: DOT, height: DOT }, theme.timeline.dot));
    children.push(
      childText(context, `${id}/${n}.date`, 'label', dateFrame, {
        style: 'timelineDate',
        levels: set.dateLevels,
        set: event.date,
        anchor: 'bottom',
        term: true,
      }),
    );
    children.push(
      childText(context, `${id}/${n}.text`, 'body', textFrame, {
        style: 'timelineText',
        levels: set.textLevels,
        set: event.text,
        anchor: 'top',
      }),
    );
  });
  if (set.today) {
    const { at, text, width } = set.today;
    const start = Math.max(0, Math.min(at, frame.width - width));
    const levels = set.dateLevels.map((level) => ({ ...level, color: theme.timeline.today }));
    const label = { x: from(start, width), y: frame.y, width, height: set.heights.today };
    children.push(
      rule(
        `${id}/today.mark`,
        { x: from(at, 0), y: middle - DOT, width: 0, height: 2 * DOT },
        theme.timeline.today,
        2 * theme.timeline.lineWidth,
      ),
    );
    children.push(
      childText(context, `${id}/today`, 'label', label, { style: 'timelineDate', levels, set: text, anchor: 'top', term: true }),
    );
  }
  return children;
}
