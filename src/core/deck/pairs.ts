import { readVagueDate } from '../article/index.ts';
import { elementsOf, inlineText } from './inline.ts';
import type { RuleKey } from './rules.ts';
import { shown } from './rules.ts';
import type { Element } from './element.ts';
import type { StatsBlock, TimelineBlock } from './types.ts';
import { nestingFault, runsOf, type BlockContext } from './context.ts';

/** The `<dt>`, `<dd>` pairs of a `<dl>`; a fault where one lacks the other. */
function readPairs(list: Element, term: RuleKey, context: BlockContext): [Element, Element][] {
  const pairs: [Element, Element][] = [];
  let open: Element | null = null;
  const fault = (element: Element): void => {
    nestingFault(context, element, {
      message: `in ${shown(list.rule)} each <dt> is followed by one <dd>`,
      received: shown(element.rule),
      allowed: '<dt>…</dt><dd>…</dd>',
      hint: 'Add the one that is missing.',
    });
  };
  for (const element of elementsOf(list)) {
    if (element.key === term) {
      if (open) fault(open);
      open = element;
    } else if (open) {
      pairs.push([open, element]);
      open = null;
    } else fault(element);
  }
  if (open) fault(open);
  return pairs;
}

/** `data-date` is the date as written, `~2023-09`; without it the words of the `<dt>` are. */
export function readTimeline(list: Element, context: BlockContext): TimelineBlock | null {
  const events = readPairs(list, 'date', context).map(([date, words]) => {
    const dateText = inlineText(date.children);
    return { date: readVagueDate(date.attributes['data-date'] ?? dateText), dateText, runs: runsOf(words, context) };
  });
  return events.length === 0 ? null : { kind: 'timeline', events, today: list.attributes['data-today'] || null };
}

/** The value is what stands in `<data>`, the rest of the `<dt>` its unit; without `<data>` all of it is the value. */
export function readStats(list: Element, context: BlockContext): StatsBlock | null {
  const stats = readPairs(list, 'stat', context).map(([stat, label]) => {
    const marked = elementsOf(stat);
    const rest = inlineText(stat.children.filter((child) => typeof child === 'string'));
    const value = marked.length === 0 ? rest : marked.map((data) => inlineText(data.children)).join(' ');
    return { value, unit: marked.length === 0 ? '' : rest, label: runsOf(label, context) };
  });
  const filled = stats.filter((stat) => stat.value !== '' || stat.label.length > 0);
  return filled.length === 0 ? null : { kind: 'stats', stats: filled };
}
