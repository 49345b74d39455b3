import { elementsOf } from './inline.ts';
import { shown, type RuleKey } from './rule.ts';
import type { Element } from './element.ts';
import { nestingFault, type BlockContext } from './context.ts';

/** The `<dt>`, `<dd>` pairs of a `<dl>`; a fault where one lacks the other. */
export function readPairs(list: Element, term: RuleKey, context: BlockContext): [Element, Element][] {
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
