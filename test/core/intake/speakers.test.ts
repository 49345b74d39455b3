import { describe, expect, it } from 'vitest';
import { ingest } from '../../../src/core/intake/index.ts';
import type { QuotationItem } from '../../../src/core/intake/types.ts';

async function quotationsIn(...paragraphs: readonly string[]): Promise<readonly QuotationItem[]> {
  const text = ['A wall of Varn', 'By Hanne Moll', '12 June 2024', ...paragraphs].join('\n\n');
  const { value } = await ingest(new TextEncoder().encode(text), { name: 'a.txt' });
  return (value?.topics ?? []).flatMap(({ items }) => items.flatMap((item) => (item.kind === 'quotation' ? [item] : [])));
}

const LEAD =
  'The wall of Varn has been discussed for a year by Ruth Falk, Mia Reed and Jon Reed, and neither of them will give way to the other.';

describe('who says a quotation', () => {
  it.each([
    ['“It is too high for the garden,” Ms. Falk said.', 'Ruth Falk'],
    ['“It is too high for the garden,” Rep. Ada Holm told the Varn Herald.', 'Ada Holm'],
    ['“It is too high for the garden,” added Mia Reed.', 'Mia Reed'],
    ['“It is too high for the garden,” said the Ministry of Walls.', 'Ministry of Walls'],
    ['“It is too high for the garden,” a spokeswoman said.', 'a spokeswoman'],
    ['“It is too high for the garden,” said a man with a dog.', null],
  ])('%s: %s', async (sentence, speaker) => {
    const [quotation] = await quotationsIn(LEAD, sentence);
    expect(quotation?.speaker).toBe(speaker);
  });

  it('is the person of the same paragraph that a pronoun fits, and not one who is only quoted', async () => {
    const found = await quotationsIn(
      LEAD,
      'Mr. Holm came to the wall with a ladder, and Mrs. Lund brought the rope. “We were not asked,” she said, and “Jon Reed was not there,” he said.',
    );
    expect(found.map(({ speaker }) => speaker)).toEqual(['Lund', 'Holm']);
  });
});

describe('what a speaker is', () => {
  it.each([
    ['said Ott Fenn, noting that it rains.', null],
    ['said Ott Fenn, standing at the door.', null],
    ['said Ott Fenn, in a letter to the board.', null],
    ['said Mr. Fenn, who is tall.', null],
    ['said Ott Fenn, a locksmith from Varn.', 'locksmith from Varn'],
    ['said Ott Fenn, head of the harbour office.', 'head of the harbour office'],
    ['said Transport Minister Ott Fenn.', 'Transport Minister'],
  ])('“…,” %s', async (rest, role) => {
    const [quotation] = await quotationsIn(LEAD, `“Nobody counted the stones before,” ${rest}`);
    expect(quotation?.role ?? null).toBe(role);
  });
});
