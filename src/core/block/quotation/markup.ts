import type { MarkupPiece } from '../../deck/piece.ts';
import { inline, slot } from '../../deck/rule.ts';
import { textRuns } from '../../base/text.ts';
import { nestingFault, paragraphsOf, runsOf, type BlockContext } from '../../deck/context.ts';
import type { Element } from '../../deck/element.ts';
import { elementsOf } from '../../deck/inline.ts';
import type { QuoteBlock } from './types.ts';

function readQuote(element: Element, context: BlockContext): QuoteBlock | null {
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

export const quoteMarkup: MarkupPiece<'quote'> = {
  rules: {
    quote: { name: 'blockquote', attributes: slot, text: false, children: ['innerParagraph', 'cite'] },
    cite: inline('cite'),
  },
  readers: { quote: readQuote },
  specimen: {
    layout: 'quotation',
    block: ({ lines }) => ({
      kind: 'quote',
      paragraphs: lines.slice(0, 4).map(textRuns),
      cite: textRuns('A speaker, her office, 1 May 2024'),
    }),
  },
};
