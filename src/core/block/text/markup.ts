import type { MarkupPiece } from '../../deck/piece.ts';
import { inline, slot } from '../../deck/rule.ts';
import { runsOf, type BlockContext } from '../../deck/context.ts';
import type { Element } from '../../deck/element.ts';
import type { TextBlock } from './types.ts';

function readText(element: Element, context: BlockContext): TextBlock | null {
  const runs = runsOf(element, context);
  return runs.length === 0 ? null : { kind: 'text', paragraphs: [runs] };
}

export const textMarkup: MarkupPiece<'text'> = {
  rules: {
    paragraph: inline('p', slot),
  },
  readers: { paragraph: readText },
  specimen: null,
};
