import type { MarkupPiece } from '../../deck/piece.ts';
import { INLINE, slot } from '../../deck/rule.ts';
import { count } from '../../deck/attributes.ts';
import { elementsOf, inlineRuns } from '../../deck/inline.ts';
import type { Element } from '../../deck/element.ts';
import type { ListBlock, ListItem } from '../../deck/types.ts';
import { nestingFault, type BlockContext } from '../../deck/context.ts';

const MAX_LEVEL = 2;

const isList = (node: Element | string): node is Element =>
  typeof node !== 'string' && (node.key === 'nestedList' || node.key === 'nestedOrderedList');

/** An item's own words, then its nested lists' items; empty items are left out. */
function readItem(item: Element, level: number, number: number | null, context: BlockContext): ListItem[] {
  const firstList = item.children.findIndex(isList);
  const words = firstList === -1 ? item.children : item.children.slice(0, firstList);
  const rest = firstList === -1 ? [] : item.children.slice(firstList);
  if (rest.some((node) => !isList(node) && (typeof node !== 'string' || node.trim() !== ''))) {
    nestingFault(context, item, {
      message: 'words of an item stand after its nested list',
      allowed: '<li>words <ul>…</ul></li>',
      hint: 'Put all words before the nested list.',
    });
  }
  const runs = inlineRuns(words, context);
  const nested = rest.filter(isList).flatMap((list) => readItems(list, level + 1, context));
  return runs.length === 0 ? nested : [{ runs, level, number }, ...nested];
}

/** The items of a list and of those in it. An empty one takes no number. */
function readItems(list: Element, level: number, context: BlockContext): ListItem[] {
  if (level > MAX_LEVEL) {
    nestingFault(context, list, {
      message: 'lists stand too deep in each other',
      allowed: `${MAX_LEVEL + 1} levels`,
      hint: 'Make the innermost list part of the one around it.',
    });
    return [];
  }
  let next = list.rule.name === 'ol' ? Number(list.attributes['start'] ?? 1) : null;
  return elementsOf(list).flatMap((item) => {
    const items = readItem(item, level, next, context);
    if (next !== null && items.some((one) => one.level === level)) next += 1;
    return items;
  });
}

function readList(list: Element, context: BlockContext): ListBlock | null {
  const items = readItems(list, 0, context);
  return items.length === 0 ? null : { kind: 'list', items };
}

export const listMarkup: MarkupPiece<'list'> = {
  rules: {
    list: { name: 'ul', attributes: slot, text: false, children: ['item'] },
    orderedList: { name: 'ol', attributes: { ...slot, start: count }, text: false, children: ['item'] },
    sourceList: { name: 'ol', class: 'sources', attributes: { ...slot, start: count }, text: false, children: ['item'] },
    item: { name: 'li', attributes: {}, text: true, children: [...INLINE, 'nestedList', 'nestedOrderedList'] },
    nestedList: { name: 'ul', attributes: {}, text: false, children: ['item'] },
    nestedOrderedList: { name: 'ol', attributes: { start: count }, text: false, children: ['item'] },
  },
  readers: { list: readList, orderedList: readList, sourceList: readList },
  specimen: null,
};
