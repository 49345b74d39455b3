import type { BlockContext, ViewPiece } from '../../briefing/piece.ts';
import { line, list, object, value, values } from '../../briefing/schema-node.ts';
import { figuresOutline } from './outline.ts';
import type { FiguresBlock, FigureView } from './types.ts';

export const figureSchema = object({ ...values('value', 'unit', 'lead'), label: line, refs: list(value) });

function view(block: FiguresBlock, { lines, written }: BlockContext): FigureView[] {
  return block.figures.map(({ value, unit, label, lead = false }) => {
    const line = lines.line(label, { written: written(label) });
    return { value, unit, label: line, refs: line.refs, lead };
  });
}

export const figuresView: ViewPiece<'figures'> = {
  empty: { figures: null },
  schema: { fields: { figures: list(figureSchema) }, lists: { figures: list(figureSchema) } },
  view: (block, context) => ({ figures: view(block, context) }),
  lists: ({ figures }) => ({ figures: figures ?? [] }),
  outline: figuresOutline,
  said: ({ figures }) => (figures ?? []).map(({ label }) => label),
};
