import type { Frame } from '../../../template/theme/types.ts';
import { membersOf, sliceOf } from '../../../base/slice.ts';
import { plainText, saidInTurn, type Run } from '../../../base/text.ts';
import type { Context } from '../../../layout/context.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import { fixed, type Need } from '../../../layout/item/measure.ts';
import type { BlockLayout, ItemLayout } from '../../../layout/item/types.ts';
import type { GroupBox } from '../../../layout/types.ts';
import { shownIn } from '../../../layout/text/atoms.ts';
import type { Undivided } from '../../../layout/text/widths.ts';
import { runsIn } from '../../../layout/text/split.ts';
import { bestForm, drawn, largest, placeParts, scaleAlt, standsInColumns } from './draw.ts';
import type { TimelineBlock } from '../types.ts';
import { listChildren, listDivides, listHeight, markOf, setList } from './list.ts';
import { splitTimeline } from './split.ts';
import type { ListEvent, TimelineItem } from './types.ts';

/** As tall as its drawing at least, and alone as tall as its region. Where the drawing does not hold at a size, taller than its region. */
function timelineNeed(context: Context, item: TimelineItem, width: number, scale: number, enough: number): Need {
  const { form, room, whole } = item;
  if (form === null) return fixed(listHeight(context, item, width, scale, enough));
  const height = drawn(context, whole, form, width, room, scale)?.height ?? room + 1;
  return { min: height, max: Math.max(height, room), least: height };
}

/** The first number, in dates or texts, that its column is too narrow for; null where none is, and in drawings, which are not made then. */
function timelineDivides(context: Context, item: TimelineItem, width: number, scale: number, undivided: Undivided): string | null {
  return item.form === null ? listDivides(context, item, width, scale, undivided) : null;
}

function placeTimeline(
  context: Context,
  item: TimelineItem,
  frame: Frame,
  at: { readonly id: string; readonly region: string },
  scale: number,
): GroupBox {
  const { form, whole } = item;
  // Parts of one timeline are set alike.
  const share = form && !item.isLong ? largest(context, whole, form, frame.width, frame.height) : scale;
  const drawing = form && drawn(context, whole, form, frame.width, frame.height, share ?? scale);
  const group = { kind: 'group', role: 'timeline', ...at } as const;
  if (drawing) {
    const children = placeParts(context, drawing, frame, frame.y + (frame.height - drawing.height) / 2, at.id);
    return { ...group, frame, alt: form === 'scale' ? scaleAlt(context, whole) : altOf(context, item), children };
  }
  const list = setList(context, item, frame.width, scale);
  return {
    ...group,
    frame: { ...frame, height: list.height },
    alt: altOf(context, item),
    children: listChildren(context, list, frame, at.id),
  };
}

function altOf(context: Context, item: TimelineItem): string {
  const said = membersOf(item.events).map(
    (event) => (event.dateText === '' ? '' : `${event.dateText}: `) + plainText(wordsOf(context, event)),
  );
  return saidInTurn(said);
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
  items: (context, block, { frame }) => {
    const whole = context.timelines.shortDated.get(block) ?? { ...block, events: block.events.map(shortDated) };
    context.timelines.shortDated.set(block, whole);
    const best = bestForm(context, whole, frame.width, frame.height);
    const isLong = best === null && standsInColumns(context, whole, frame.width, frame.height);
    const form = isLong ? 'columns' : best;
    return [{ kind: 'timeline', whole, events: sliceOf(whole.events), mark: markOf(whole), form, isLong, room: frame.height }];
  },
};

export const timelineItem: ItemLayout<TimelineItem> = {
  styles: ['timelineDate', 'timelineText'],
  need: timelineNeed,
  partDivided: timelineDivides,
  holds: null,
  // A drawing does not divide: where it does not fit, its parts are lists.
  split: splitTimeline,
  plainForm: () => null,
  place: (context, item, frame, at, scale) => [placeTimeline(context, item, frame, { id: at.id(), region: at.region }, scale)],
};
