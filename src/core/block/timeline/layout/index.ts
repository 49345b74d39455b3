import type { Frame } from '../../../template/theme/types.ts';
import { plainText } from '../../../base/text.ts';
import type { Context } from '../../../layout/context.ts';
import { fixed, type Need, type Room } from '../../../layout/item/measure.ts';
import type { BlockLayout, ItemLayout } from '../../../layout/item/types.ts';
import type { GroupBox } from '../../../layout/types.ts';
import { partDivided, type Undivided } from '../../../layout/text/setting.ts';
import { lineChildren, setLine } from './line.ts';
import type { TimelineBlock } from '../types.ts';
import { listChildren, setList, splitList } from './list.ts';
import type { TimelineItem } from './types.ts';

/** A timeline as its form has it: a line with events in proportion, or a list when there are too many or too long for that. */
export function timelineForm(context: Context, item: TimelineItem, width: number): 'line' | 'list' {
  return item.form ?? (setLine(context, item.timeline, width, 1) ? 'line' : 'list');
}

function setTimeline(context: Context, item: TimelineItem, width: number, scale: number): { readonly height: number } {
  const line = timelineForm(context, item, width) === 'line' ? setLine(context, item.timeline, width, scale) : null;
  return line ?? setList(context, item, width, scale);
}

function timelineNeed(context: Context, item: TimelineItem, width: number, scale: number): Need {
  return fixed(setTimeline(context, item, width, scale).height);
}

/** The first number, in dates or texts, that its column is too narrow for; null where none is. */
function timelineDivides(context: Context, item: TimelineItem, width: number, scale: number, undivided: Undivided): string | null {
  const line = timelineForm(context, item, width) === 'line' ? setLine(context, item.timeline, width, scale) : null;
  const list = line ? null : setList(context, item, width, scale);
  const columns = line
    ? line.events.flatMap((event) => [event.date, event.text].map((text) => ({ text, width: event.width })))
    : (list?.rows ?? []).flatMap(({ date, text }) => [
        { text: date, width: list?.dateWidth ?? width },
        { text, width: list?.textWidth ?? width },
      ]);
  for (const { text, width: column } of columns) {
    const number = partDivided(context.fonts, text, column, undivided);
    if (number !== null) return number;
  }
  return null;
}

function placeTimeline(
  context: Context,
  item: TimelineItem,
  frame: Frame,
  at: { readonly id: string; readonly region: string },
  scale: number,
): GroupBox {
  const line = timelineForm(context, item, frame.width) === 'line' ? setLine(context, item.timeline, frame.width, scale) : null;
  const list = line ? null : setList(context, item, frame.width, scale);
  const children = line ? lineChildren(context, line, frame, at.id) : list ? listChildren(context, list, frame, at.id) : [];
  const alt = item.timeline.events.map((event) => `${event.dateText}: ${plainText(event.runs)}`).join('; ');
  const height = (line ?? list)?.height ?? 0;
  return { kind: 'group', role: 'timeline', ...at, frame: { ...frame, height }, alt, children };
}

/** A line does not divide: where it does not fit, its parts are lists. */
function splitTimeline(context: Context, item: TimelineItem, room: Room, scale: number): readonly [TimelineItem, TimelineItem] | null {
  const parts = splitList(context, item, room, scale);
  return (
    parts && [
      { ...item, timeline: parts[0], form: 'list' },
      { ...item, timeline: parts[1], form: 'list' },
    ]
  );
}

/** Words that fill a line stand before the event, not in the column of dates. */
const LONGEST_DATE = 32;

function shortDated(event: TimelineBlock['events'][number]): TimelineBlock['events'][number] {
  if (event.dateText.length <= LONGEST_DATE) return event;
  const { origins = [], ...rest } = event;
  const date = { text: event.dateText, bold: true as const, ...(origins.length > 0 && { origins }) };
  return {
    ...rest,
    dateText: '',
    runs: [date, { text: ': ' }, ...event.runs],
  };
}

export const timelineLayout: BlockLayout<TimelineBlock, TimelineItem> = {
  items: (_, block) => {
    const timeline = { ...block, events: block.events.map(shortDated) };
    return [{ kind: 'timeline', timeline, whole: timeline, form: null }];
  },
};

export const timelineItem: ItemLayout<TimelineItem> = {
  styles: ['timelineDate', 'timelineText'],
  need: timelineNeed,
  partDivided: timelineDivides,
  holds: null,
  split: splitTimeline,
  plainForm: () => null,
  place: (context, item, frame, at, scale) => [placeTimeline(context, item, frame, { id: at.id(), region: at.region }, scale)],
};
