import { dateText } from '../../briefing/compose/dates.ts';
import type { BlockContext, ViewPiece } from '../../briefing/piece.ts';
import { line, list, object, value, values } from '../../briefing/schema-node.ts';
import type { QuotationBlock, QuotationView } from './types.ts';

export const quotationSchema = object({ ...values('speaker', 'role', 'dateText'), paragraphs: list(line), refs: list(value) });

function view(block: QuotationBlock, { lines, language, words }: BlockContext): QuotationView {
  const { speaker, role, date, refs, notes } = block;
  return {
    paragraphs: block.paragraphs.map((runs) => lines.line(runs, { covered: true })),
    speaker,
    role,
    dateText: date && dateText(date, language, words),
    refs: lines.refs(refs, notes),
  };
}

export const quotationView: ViewPiece<'quotation'> = {
  empty: { quotation: null },
  schema: { fields: { quotation: quotationSchema }, lists: { quotations: list(quotationSchema) } },
  view: (block, context) => ({ quotation: view(block, context) }),
  lists: ({ quotation }) => ({ quotations: quotation ? [quotation] : [] }),
  said: ({ quotation }) => quotation?.paragraphs ?? [],
};
