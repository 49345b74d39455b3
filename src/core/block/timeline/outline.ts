import { readVagueDate } from '../../article/index.ts';
import { leaf, NO_PARTS, partsAt, runsLine, runsOf, wordsLine, wordsOf, type OutlinePiece } from '../../briefing/outline.ts';
import type { EventsBlock } from './types.ts';

export const timelineOutline: OutlinePiece<EventsBlock> = {
  block: NO_PARTS,
  item: { named: { date: 'words', event: 'runs' }, numbered: null, needed: ['date', 'event'], facts: ['date'] },
  name: 'event',
  levels: 1,
  isQuoted: false,
  outline: ({ events }) => ({
    lines: [],
    items: events.map(({ date, runs }, index) => leaf(index, [wordsLine('date', date.text), runsLine('event', runs)])),
  }),
  make: (block, { items }) => {
    const events = items.map((item) => ({ date: readVagueDate(wordsOf(item, 'date') ?? ''), runs: runsOf(item, 'event') }));
    return events.length === 0 ? null : { ...block, events };
  },
  refs: () => [],
  unsourced: (block) => block,
  partAt: partsAt({ events: 'event', 'events.dateText': 'date', 'events.date': 'date' }),
};
