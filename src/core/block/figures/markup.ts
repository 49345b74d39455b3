import type { MarkupPiece } from '../../deck/piece.ts';
import { oneOf } from '../../deck/attributes.ts';
import { slot } from '../../deck/rule.ts';
import { textRuns } from '../../base/text.ts';
import { runsOf, type BlockContext } from '../../deck/context.ts';
import type { Element } from '../../deck/element.ts';
import { elementsOf, inlineOrigins, inlineText } from '../../deck/inline.ts';
import { readPairs } from '../../deck/pairs.ts';
import type { StatsBlock } from './types.ts';

/** The value is what stands in `<data>`, the rest of the `<dt>` its unit; without `<data>` all of it is the value. */
function readStats(list: Element, context: BlockContext): StatsBlock | null {
  const stats = readPairs(list, 'stat', context).map(([stat, label]) => {
    const marked = elementsOf(stat);
    const rest = stat.children.filter((child) => typeof child === 'string');
    const [value, unit] = marked.length === 0 ? [rest, []] : [marked, rest];
    return {
      value: marked.length === 0 ? inlineText(rest) : marked.map((data) => inlineText(data.children)).join(' '),
      unit: inlineText(unit),
      label: runsOf(label, context),
      ...(stat.attributes['data-lead'] === 'true' && { lead: true as const }),
      origins: { value: inlineOrigins(value, context), unit: inlineOrigins(unit, context) },
    };
  });
  const filled = stats.filter((stat) => stat.value !== '' || stat.label.length > 0);
  return filled.length === 0 ? null : { kind: 'stats', stats: filled };
}

export const statsMarkup: MarkupPiece<'stats'> = {
  rules: {
    stats: { name: 'dl', class: 'stats', attributes: slot, text: false, children: ['stat', 'definition'] },
    stat: { name: 'dt', attributes: { 'data-lead': oneOf('true', 'false') }, text: true, children: ['value'] },
    value: { name: 'data', attributes: {}, text: true, children: [] },
  },
  readers: { stats: readStats },
  specimen: {
    layout: 'figures',
    block: ({ fill, lines }) => ({
      kind: 'stats',
      stats: lines
        .slice(0, 4)
        .map((line, i) => ({ value: fill === 'short' ? '8' : `about ${(i + 1) * 12_345}`, unit: 'persons', label: textRuns(line) })),
    }),
  },
};
