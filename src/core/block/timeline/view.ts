import { dateText } from '../../briefing/compose/dates.ts';
import type { BlockContext, ViewPiece } from '../../briefing/piece.ts';
import { lineKeys, list, object, value, values } from '../../briefing/schema-node.ts';
import { timelineOutline } from './outline.ts';
import type { EventsBlock, EventView } from './types.ts';

const vagueDate = object(values('text', 'iso', 'about'));
export const eventSchema = object({ ...lineKeys, date: vagueDate, dateText: value });

function view(block: EventsBlock, { lines, language, words, written }: BlockContext): EventView[] {
  return block.events.map(({ date, runs }) => ({
    ...lines.line(runs, { written: written(runs) }),
    date,
    dateText: dateText(date, language, words),
  }));
}

export const timelineView: ViewPiece<'timeline'> = {
  empty: { events: null },
  schema: { fields: { events: list(eventSchema) }, lists: { events: list(eventSchema) } },
  view: (block, context) => ({ events: view(block, context) }),
  lists: ({ events }) => ({ events: events ?? [] }),
  outline: timelineOutline,
  said: ({ events }) => events ?? [],
};
