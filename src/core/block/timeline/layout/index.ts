import type { Frame } from '../../../template/theme/types.ts';
import { membersOf, sliceOf } from '../../../base/slice.ts';
import { plainText, type Run } from '../../../base/text.ts';
import type { Context } from '../../../layout/context.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import { fixed, type Need } from '../../../layout/item/measure.ts';
import type { BlockLayout, ItemLayout } from '../../../layout/item/types.ts';
import type { GroupBox } from '../../../layout/types.ts';
import { shownIn } from '../../../layout/text/atoms.ts';
import { partDivided, type Undivided } from '../../../layout/text/widths.ts';
import { runsIn } from '../../../layout/text/split.ts';
import { lineChildren, setLine, type SetLine } from './line.ts';
import type { TimelineBlock } from '../types.ts';
import { listChildren, listDivides, listHeight, markOf, setList } from './list.ts';
import { splitList } from './split.ts';
import type { ListEvent, TimelineItem } from './types.ts';

/** A line with events in proportion; null where the timeline is a list, as one is of which there are too many or too long for a line, and all its parts are. */
function lineOf(context: Context, item: TimelineItem, width: number, scale: number): SetLine | null {
  if (timelineForm(context, item, width) === 'list') return null;
  return setLine(context, item.whole, width, scale);
}

export function timelineForm(context: Context, item: TimelineItem, width: number): 'line' | 'list' {
  return item.form ?? (setLine(context, item.whole, width, 1) ? 'line' : 'list');
}

function timelineNeed(context: Context, item: TimelineItem, width: number, scale: number, enough: number): Need {
  return fixed(lineOf(context, item, width, scale)?.height ?? listHeight(context, item, width, scale, enough));
}

/** The first number, in dates or texts, that its column is too narrow for; null where none is. */
function timelineDivides(context: Context, item: TimelineItem, width: number, scale: number, undivided: Undivided): string | null {
  const line = lineOf(context, item, width, scale);
  if (!line) return listDivides(context, item, width, scale, undivided);
  for (const { date, text, width: column } of line.events) {
    const found = partDivided(context.fonts, date, column, undivided) ?? partDivided(context.fonts, text, column, undivided);
    if (found !== null) return found;
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
  const line = lineOf(context, item, frame.width, scale);
  const list = line ? null : setList(context, item, frame.width, scale);
  const children = line ? lineChildren(context, line, frame, at.id) : list ? listChildren(context, list, frame, at.id) : [];
  const alt = membersOf(item.events)
    .map((event) => `${event.dateText}: ${plainText(wordsOf(context, event))}`)
    .join('; ');
  const height = (line ?? list)?.height ?? 0;
  return { kind: 'group', role: 'timeline', ...at, frame: { ...frame, height }, alt, children };
}

function wordsOf(context: Context, { runs, stretch }: ListEvent): readonly Run[] {
  return stretch ? runsIn(shownIn(context.fonts, paragraph(context, runs).runs), stretch) : runs;
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
  counts: ({ events }) => ({ events: events.length }),
  items: (_, block) => {
    const timeline = { ...block, events: block.events.map(shortDated) };
    return [{ kind: 'timeline', whole: timeline, events: sliceOf(timeline.events), mark: markOf(timeline), form: null }];
  },
};

export const timelineItem: ItemLayout<TimelineItem> = {
  styles: ['timelineDate', 'timelineText'],
  need: timelineNeed,
  partDivided: timelineDivides,
  holds: null,
  // A line does not divide: where it does not fit, its parts are lists.
  split: splitList,
  plainForm: () => null,
  place: (context, item, frame, at, scale) => [placeTimeline(context, item, frame, { id: at.id(), region: at.region }, scale)],
};
