import { describe, expect, it } from 'vitest';
import { ingest, isTaken, reviewOrder } from '../../../src/core/intake/index.ts';
import { cardsFor } from '../../../src/core/intake/settle/ask.ts';
import { countWords } from '../../../src/core/intake/words/count.ts';
import type { Draft, DraftItem } from '../../../src/core/intake/types.ts';

async function take(text: string, name = 'a.md'): Promise<Draft> {
  const { value } = await ingest(new TextEncoder().encode(text), { name });
  if (value === null) throw new Error('no draft');
  return value;
}

const HEAD = '---\ntitle: The lock of Varn\nauthor: Hanne Moll\ndate: 2024-06-12\n---\n\n';
/** Sentences with names, dates and figures, each of its own, as many as are asked for. */
const story = (paragraphs: number): string =>
  Array.from({ length: paragraphs }, (_, n) => {
    const [town, work] = [['Varn', 'Esk', 'Tarn', 'Sorrel'][n % 4], ['lock', 'mill', 'bridge', 'quay', 'wall'][n % 5]];
    return (
      `The ${work} of ${town} was mended in ${1900 + n} by the parish, which paid ${n + 20} million crowns for the stone and the men who set it. ` +
      `Nobody in ${town} remembers the ${work} as it was. ` +
      `“The ${work} was here before the parish was,” said Ott Fenn, a mason from ${town}. ` +
      `On ${(n % 27) + 1} March 2024 the council voted for ${n + 3} new gates, and the farmers below the ${work} were told of it by letter.`
    );
  }).join('\n\n');

const items = ({ topics }: Draft): DraftItem[] => topics.flatMap(({ summary, items: own }) => [...(summary ? [summary] : []), ...own]);

describe('a draft as a person meets it', () => {
  it('shows each sentence once, as what it is best, and keeps its other readings', async () => {
    const draft = await take(HEAD + story(6));
    const main = items(draft).filter(({ aside, kind }) => aside === undefined && kind !== 'table');
    const keys = main.map(({ spans }) => `${spans[0]?.block}:${spans[0]?.sentences[0]}`);
    expect(keys).toHaveLength(new Set(keys).size);
    expect(items(draft).some(({ aside }) => aside === 'reading')).toBe(true);
    expect(items(draft).some((item) => item.aside !== undefined && item.aside !== 'sure' && isTaken(item))).toBe(false);
    const accepted = items(draft).find(({ aside }) => aside === 'reading');
    expect(accepted && isTaken({ ...accepted, state: 'accepted' })).toBe(true);
  });

  it('asks about thirty things in 1,200 words, and has a topic for 80 words at most', async () => {
    const draft = await take(HEAD + story(14));
    const words = draft.blocks.filter(({ role }) => role === 'body').reduce((sum, { text }) => sum + countWords(text), 0);
    const asked = reviewOrder(draft).filter(({ kind }) => kind !== 'quotation').length;
    expect(asked).toBeLessThanOrEqual(cardsFor(words));
    expect(draft.topics.length).toBeLessThanOrEqual(words / 80);
    expect([cardsFor(1200), cardsFor(2200)]).toEqual([30, 45]);
  });

  it('has no topic with nothing to show', async () => {
    const lead = 'The dyke of the parish is made of four things, which are bought in four places and paid for by the province, if it pays.';
    const stone = 'The stone comes from a quarry in the north, and every load is weighed twice before it is paid for by the clerk.';
    const draft = await take(`${HEAD}${lead}\n\n## Sand\n\nIt is wet.\n\n## Stone\n\n${stone}\n\n## Clay\n\nSo it is.\n`);
    expect(draft.topics.every(({ summary, items: own }) => isTaken(summary) || own.some((item) => isTaken(item)))).toBe(true);
    const named = draft.topics.flatMap(({ heading }) => [heading.value, ...heading.alternatives]);
    expect(['Sand', 'Stone', 'Clay'].filter((heading) => named.includes(heading))).toEqual(['Sand', 'Stone', 'Clay']);
  });

  it('heads an only topic by the title where no sentence is short enough', async () => {
    const long =
      'The lock of the parish was mended by men who came from the north with two carts of stone, and who went back without being paid for it.';
    const { topics } = await take(`${HEAD}${long}\n\n${long.replace('lock', 'mill').replace('north', 'south')}\n`);
    expect(topics.map(({ heading }) => heading.value)).toEqual(['The lock of Varn']);
  });

  it('heads a topic without a heading by a whole sentence of it', async () => {
    const draft = await take(HEAD + story(6));
    const sentences = new Set(draft.blocks.flatMap(({ text, sentences: own }) => own.map(({ start, end }) => text.slice(start, end))));
    expect(draft.topics.map(({ heading }) => sentences.has(`${heading.value}.`))).toEqual(draft.topics.map(() => true));
    const headings = draft.topics.map(({ heading }) => `${heading.value}.`);
    expect(items(draft).some((item) => item.kind === 'point' && item.aside === undefined && headings.includes(item.text))).toBe(false);
  });
});
