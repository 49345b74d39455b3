import type { Run } from '../../base/text.ts';
import { dateText } from '../../briefing/compose/dates.ts';
import type { BlockContext, ViewPiece } from '../../briefing/piece.ts';
import { line, list, object, value, values } from '../../briefing/schema-node.ts';
import { quotationOutline } from './outline.ts';
import type { QuotationBlock, QuotationView } from './types.ts';

export const quotationSchema = object({ ...values('speaker', 'role', 'dateText'), paragraphs: list(line), refs: list(value) });

/** Words that were changed and have no source stand as the speaker's with a mark alone, whatever the template prints beside them. */
function marked(runs: readonly Run[], { refs }: QuotationBlock, { reworded, words }: BlockContext): readonly Run[] {
  return refs.length === 0 && reworded(runs) ? [...runs, { text: ` [${words.reworded}]` }] : runs;
}

function view(block: QuotationBlock, context: BlockContext): QuotationView {
  const { lines, language, words } = context;
  const { speaker, role, date, refs, notes } = block;
  return {
    paragraphs: block.paragraphs.map((runs) => lines.line(marked(runs, block, context), { covered: true })),
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
  outline: quotationOutline,
  said: ({ quotation }) => quotation?.paragraphs ?? [],
};
