import type { MarkupPiece } from '../../deck/piece.ts';
import { INLINE, slot } from '../../deck/rule.ts';
import { count } from '../../deck/attributes.ts';
import { elementsOf, inlineRuns } from '../../deck/inline.ts';
import { shown } from '../../deck/rule.ts';
import type { Element } from '../../deck/element.ts';
import type { ListBlock, ListItem } from '../../deck/types.ts';
import { nestingFault, type BlockContext } from '../../deck/context.ts';

const MAX_LEVEL = 2;

const isList = (node: Element | string): node is Element =>
  typeof node !== 'string' && (node.key === 'nestedList' || node.key === 'nestedOrderedList');

/** An item's own words, then its nested lists' items; empty items are left out. */
function readItem(item: Element, level: number, outermost: Element, context: BlockContext): ListItem[] {
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
  const nested = rest.filter(isList).flatMap((list) => readNested(list, level + 1, outermost, context));
  return runs.length === 0 ? nested : [{ runs, level }, ...nested];
}

function readNested(list: Element, level: number, outermost: Element, context: BlockContext): ListItem[] {
  const { name } = outermost.rule;
  if (level > MAX_LEVEL) {
    nestingFault(context, list, {
      message: 'lists stand too deep in each other',
      allowed: `${MAX_LEVEL + 1} levels`,
      hint: 'Make the innermost list part of the one around it.',
    });
    return [];
  }
  if (list.rule.name !== name) {
    nestingFault(context, list, {
      message: 'a nested list is of the same kind as the outermost',
      received: shown(list.rule),
      allowed: `<${name}>`,
      hint: `Write <${name}> at every level.`,
    });
  }
  return elementsOf(list).flatMap((item) => readItem(item, level, outermost, context));
}

function readList(list: Element, context: BlockContext): ListBlock | null {
  const items = elementsOf(list).flatMap((item) => readItem(item, 0, list, context));
  if (items.length === 0) return null;
  return { kind: 'list', ordered: list.rule.name === 'ol', start: Number(list.attributes['start'] ?? 1), items };
}

export const listMarkup: MarkupPiece<'list'> = {
  rules: {
    list: { name: 'ul', attributes: slot, text: false, children: ['item'] },
    orderedList: { name: 'ol', attributes: { ...slot, start: count }, text: false, children: ['item'] },
    sourceList: { name: 'ol', class: 'sources', attributes: { ...slot, start: count }, text: false, children: ['item'] },
    item: { name: 'li', attributes: {}, text: true, children: [...INLINE, 'nestedList', 'nestedOrderedList'] },
    nestedList: { name: 'ul', attributes: {}, text: false, children: ['item'] },
    nestedOrderedList: { name: 'ol', attributes: {}, text: false, children: ['item'] },
  },
  readers: { list: readList, orderedList: readList, sourceList: readList },
  specimen: null,
};
