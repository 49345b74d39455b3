import type { MarkupPiece } from '../../deck/piece.ts';
import { slot } from '../../deck/rule.ts';
import { textRuns } from '../../base/text.ts';
import { anyText } from '../../deck/attributes.ts';
import { readVagueDate } from '../../article/index.ts';
import { date } from '../../deck/attributes.ts';
import { runsOf, type BlockContext } from '../../deck/context.ts';
import type { Element } from '../../deck/element.ts';
import { inlineOrigins, inlineText } from '../../deck/inline.ts';
import { readPairs } from '../../deck/pairs.ts';
import type { TimelineBlock } from './types.ts';

/** `data-date` is the date as written, `~2023-09`; without it the words of the `<dt>` are. */
function readTimeline(list: Element, context: BlockContext): TimelineBlock | null {
  const events = readPairs(list, 'date', context).map(([term, words]) => {
    const dateText = inlineText(term.children);
    const date = readVagueDate(term.attributes['data-date'] ?? dateText);
    return { date, dateText, runs: runsOf(words, context), origins: inlineOrigins(term.children, context) };
  });
  return events.length === 0
    ? null
    : {
        kind: 'timeline',
        events,
        today: list.attributes['data-today'] || null,
        todayLabel: (list.attributes['data-today-label'] ?? '').trim(),
      };
}

export const timelineMarkup: MarkupPiece<'timeline'> = {
  rules: {
    timeline: {
      name: 'dl',
      class: 'timeline',
      attributes: { ...slot, 'data-today': date, 'data-today-label': anyText },
      text: false,
      children: ['date', 'definition'],
    },
    date: { name: 'dt', attributes: { 'data-date': anyText }, text: true, children: [] },
  },
  readers: { timeline: readTimeline },
  specimen: {
    layout: 'timeline',
    block: ({ lines }) => ({
      kind: 'timeline',
      today: '2024-05-01',
      todayLabel: 'Today',
      events: lines.map((line, i) => ({
        date: { text: `2024-0${i + 1}`, iso: `2024-0${i + 1}`, about: i % 3 === 0 },
        dateText: `Month ${i + 1} of 2024`,
        runs: textRuns(line),
      })),
    }),
  },
};
