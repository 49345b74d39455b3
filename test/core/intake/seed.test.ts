import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseSourceText } from '../../../src/core/article/index.ts';
import { ingest } from '../../../src/core/intake/index.ts';
import type { Draft, DraftItem, EventItem, FigureItem, QuotationItem } from '../../../src/core/intake/types.ts';
import { SEED, seedArticle } from '../../support/seed-article.ts';

const body = parseSourceText(readFileSync('content/south-caucasus.source.txt', 'utf8')).paragraphs;
const raw = seedArticle();

let draft: Draft;
let items: readonly DraftItem[];
const paragraph = (item: DraftItem): number | null => draft.blocks[item.spans[0]?.block ?? -1]?.number ?? null;
const quotations = (): QuotationItem[] => items.filter((item) => item.kind === 'quotation');

beforeAll(async () => {
  const { value, problems } = await ingest(new TextEncoder().encode(raw), { name: 'article.txt' });
  expect(problems).toEqual([]);
  if (value === null) throw new Error('no draft');
  draft = value;
  items = value.topics.flatMap((topic) => topic.items);
});

describe('the sample article', () => {
  it('gives its metadata exactly', () => {
    const { meta } = draft;
    expect(meta.title?.value).toBe(SEED.title);
    expect(meta.authors?.value).toEqual(['Emil Avdaliani']);
    expect(meta.published?.value).toBe('2023-11-21');
    expect(meta.standfirst?.value).toBe(SEED.standfirst);
    expect(meta.bio?.value).toBe(SEED.bio);
    expect(meta.disclaimer?.value).toBe(SEED.disclaimer);
    expect(meta.language?.value).toBe('en');
  });

  it('has 16 paragraphs and 9 folded ones', () => {
    const numbered = draft.blocks.filter((block) => block.number !== null);
    expect(numbered.map((block) => block.text)).toEqual(body.map((text) => text.replace(/\u00A0/g, ' ')));
    expect(numbered.map((block) => block.number)).toEqual(body.map((_, index) => index + 1));
    const folded = draft.blocks.filter((block) => block.role === 'repeat');
    expect(folded).toHaveLength(9);
    for (const block of folded) expect(draft.blocks[block.repeats?.block ?? -1]?.text).toBe(block.text);
  });

  it('gives both quotations with their speakers', () => {
    const [long, word] = quotations();
    expect(long).toMatchObject({
      form: 'quotation',
      text: 'Armenia should understand that the roots of peace are not in Washington but in the region',
      speaker: 'Hikmat Hajiyev',
      role: 'Assistant to the President of the Republic of Azerbaijan',
    });
    expect(word).toMatchObject({ form: 'sentence', speaker: 'Nikol Pashinyan', role: 'Prime Minister' });
    expect(word?.text).toContain('“diversify”');
    expect(quotations().map(paragraph)).toEqual([13, 15]);
    expect(quotations()).toHaveLength(2);
  });

  it('gives at least 10 of 12 dated or numbered facts', () => {
    const event = (number: number, iso: string): boolean =>
      items.some((item) => item.kind === 'event' && paragraph(item) === number && item.date.iso === iso);
    const figure = (number: number, value: string, unit = ''): boolean =>
      items.some((item) => item.kind === 'figure' && paragraph(item) === number && item.value === value && item.unit.endsWith(unit));
    const facts = [
      event(1, '2023-09'),
      event(4, '2023-10'),
      event(5, '2023-11-21'),
      event(9, '2023-09'),
      event(13, '2023-11-21'),
      figure(5, 'three', 'principles'),
      figure(6, '120,000', 'Armenians'),
      figure(7, 'eight', 'villages'),
      figure(7, 'at least one'),
      figure(9, 'two', 'negotiation tracks'),
      figure(10, 'five', 'members'),
      figure(15, 'up to 200', 'SS-21 ballistic missiles'),
    ];
    expect(facts.filter(Boolean).length).toBeGreaterThanOrEqual(10);
  });

  it('takes neither SS-21 nor 3+3 for a count', () => {
    const values = items.filter((item): item is FigureItem => item.kind === 'figure').map((item) => item.amount);
    expect(values).not.toContain(21);
    expect(values.filter((value) => value === 3)).toHaveLength(3);
  });

  it('places no event after the day of publication', () => {
    const dates = items.filter((item): item is EventItem => item.kind === 'event').map((item) => item.date.iso ?? '');
    expect(dates.filter((date) => date.slice(0, 7) > '2023-11')).toEqual([]);
  });

  it('names those it speaks of', () => {
    const names = draft.actors.map((actor) => actor.name);
    for (const name of [
      'Azerbaijan',
      'Armenia',
      'Russia',
      'European Union',
      'Hikmat Hajiyev',
      'Nikol Pashinyan',
      'Ilham Aliyev',
      'Josep Borrell',
    ])
      expect(names).toContain(name);
    expect(draft.actors.find((actor) => actor.name === 'Azerbaijan')?.aliases).toEqual(expect.arrayContaining(['Azeri']));
  });

  it('ties every proposal to its paragraph and its words', () => {
    const all = draft.topics.flatMap((topic) => [...(topic.summary ? [topic.summary] : []), ...topic.items]);
    expect(all.length).toBeGreaterThan(20);
    for (const item of all) {
      for (const span of item.spans) {
        const block = draft.blocks[span.block];
        expect(block?.number).not.toBeNull();
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(block?.text.length ?? 0);
        const [first, last] = span.sentences;
        expect(block?.sentences[first]?.start ?? Infinity).toBeLessThanOrEqual(span.start);
        expect(block?.sentences[last]?.end ?? 0).toBeGreaterThanOrEqual(span.end);
      }
      expect(item.spans.length).toBeGreaterThan(0);
      expect(item.confidence).toBeGreaterThan(0);
      expect(item.confidence).toBeLessThanOrEqual(1);
    }
  });

  it('is the same every time', async () => {
    const again = await ingest(new TextEncoder().encode(raw), { name: 'article.txt' });
    expect(again.value).toEqual(draft);
  });
});
