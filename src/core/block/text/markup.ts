import { elementsOf } from '../../deck/inline.ts';
import type { Element } from '../../deck/element.ts';
import type { CalloutBlock, QuoteBlock, TextBlock } from '../../deck/types.ts';
import { nestingFault, paragraphsOf, runsOf, type BlockContext } from '../../deck/context.ts';

export function readText(element: Element, context: BlockContext): TextBlock | null {
  const runs = runsOf(element, context);
  return runs.length === 0 ? null : { kind: 'text', paragraphs: [runs] };
}

export function readCallout(element: Element, context: BlockContext): CalloutBlock | null {
  const paragraphs = paragraphsOf(elementsOf(element), context);
  return paragraphs.length === 0 ? null : { kind: 'callout', paragraphs };
}

export function readQuote(element: Element, context: BlockContext): QuoteBlock | null {
  const children = elementsOf(element);
  const cites = children.filter((child) => child.key === 'cite');
  if (cites.length > 1 || (cites.length === 1 && children.at(-1)?.key !== 'cite')) {
    nestingFault(context, cites[0] ?? element, {
      message: 'a quotation has one <cite>, as its last element',
      allowed: '<p>…</p><cite>…</cite>',
      hint: 'Move <cite> to the end.',
    });
  }
  const paragraphs = paragraphsOf(
    children.filter((child) => child.key !== 'cite'),
    context,
  );
  const cite = cites[0] ? runsOf(cites[0], context) : [];
  return paragraphs.length === 0 ? null : { kind: 'quote', paragraphs, cite: cite.length === 0 ? null : cite };
}
