import type { MarkupPiece } from '../../deck/piece.ts';
import { slot } from '../../deck/rule.ts';
import { paragraphsOf, type BlockContext } from '../../deck/context.ts';
import { elementsOf } from '../../deck/inline.ts';
import type { Element } from '../../deck/element.ts';
import type { CalloutBlock } from './types.ts';

function readCallout(element: Element, context: BlockContext): CalloutBlock | null {
  const paragraphs = paragraphsOf(elementsOf(element), context);
  return paragraphs.length === 0 ? null : { kind: 'callout', paragraphs };
}

export const calloutMarkup: MarkupPiece<'callout'> = {
  rules: {
    callout: { name: 'aside', class: 'callout', attributes: slot, text: false, children: ['innerParagraph'] },
  },
  readers: { callout: readCallout },
  specimen: null,
};
