import { readVagueDate } from '../../article/index.ts';
import { refRuns } from '../../base/text.ts';
import { ONE_LINE, paragraphItems, paragraphsOf, partsAt, wordsLine, wordsOf, type OutlinePiece } from '../../briefing/outline.ts';
import type { QuotationBlock } from './types.ts';

export const quotationOutline: OutlinePiece<QuotationBlock> = {
  block: { named: { speaker: 'words', role: 'words', date: 'words' }, numbered: null, facts: ['speaker', 'role', 'date'] },
  item: { ...ONE_LINE, facts: [''] },
  name: null,
  levels: 1,
  isQuoted: true,
  outline: ({ paragraphs, speaker, role, date }) => ({
    lines: [wordsLine('speaker', speaker), wordsLine('role', role), wordsLine('date', date?.text ?? null)],
    items: paragraphItems(paragraphs),
  }),
  make: (block, outline) => {
    const date = wordsOf(outline, 'date');
    const paragraphs = paragraphsOf(outline);
    if (paragraphs.length === 0) return null;
    return {
      ...block,
      paragraphs,
      speaker: wordsOf(outline, 'speaker'),
      role: wordsOf(outline, 'role'),
      date: date === null ? null : readVagueDate(date),
    };
  },
  refs: ({ refs, notes }) => refRuns(refs, notes),
  unsourced: (block) => ({ ...block, refs: [], notes: [] }),
  partAt: partsAt({ 'quotation.paragraphs': '', 'quotation.speaker': 'speaker', 'quotation.role': 'role', 'quotation.dateText': 'date' }),
};
