import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap, type Outcome } from '../../../src/core/base/errors.ts';
import { deckMark, parseBriefing, type MarkOrder } from '../../../src/core/briefing/index.ts';
import type { ArticleEntry } from '../../../src/core/briefing/types.ts';

const ORDER: MarkOrder = ['Public', 'Internal', 'Secret'];

/** Articles by id with the marks they bear; the briefing takes a topic of each. */
function marked(articles: Readonly<Record<string, string | null>>, { own = '', order = ORDER } = {}): Outcome<string | null> {
  const entries = Object.entries(articles).map(([id, mark]): [string, ArticleEntry] => {
    const front = mark === null ? '' : `mark: ${mark}\n`;
    const text = `---\ntitle: T\n${front}---\n\n## A {#a}\n\nWords.\n`;
    return [id, { article: unwrap(parseArticle(text, { file: `${id}.md`, source: null })), source: null, hash: '' }];
  });
  const items = Object.keys(articles).map((id) => `  - topic: ${id}/a\n`);
  const parsed = parseBriefing(`title: T\n${own}items:\n${items.join('')}`, { file: 'b.briefing.yaml' });
  return deckMark(unwrap(parsed), new Map(entries), order, parsed.placeOf);
}
const codes = ({ problems }: Outcome<unknown>): string[] => problems.map(({ code }) => code);

describe('the mark of a deck', () => {
  it.each([
    ['none where nobody says one', { x: null }, '', null],
    ['its briefing’s', { x: null }, 'mark: Internal\n', 'Internal'],
    ['an article’s', { x: 'Internal', y: null }, '', 'Internal'],
    ['the highest of its articles’', { x: 'Secret', y: 'Public', z: 'Internal' }, '', 'Secret'],
    ['the highest wherever it stands', { x: 'Public', y: 'Internal', z: 'Secret' }, '', 'Secret'],
    ['its briefing’s where that is higher', { x: 'Public' }, 'mark: Secret\n', 'Secret'],
    ['as the house writes it', { x: 'SECRET', y: 'public' }, '', 'Secret'],
  ])('is %s', (_, articles, own, mark) => {
    const found = marked(articles, { own });
    expect(found.value).toBe(mark);
    expect(found.problems).toEqual([]);
  });

  it('is never lowered: what an article bears is above what the briefing says, and that is said', () => {
    const found = marked({ x: 'Secret' }, { own: 'mark: Public\n' });
    expect(found.value).toBe('Secret');
    expect(found.problems).toMatchObject([
      {
        code: 'mark/raised',
        severity: 'warning',
        place: { file: 'b.briefing.yaml', line: 2, field: 'mark' },
        received: '“Public” (the briefing), “Secret” (x)',
      },
    ]);
  });

  it('cannot be told where two have no order', () => {
    const found = marked({ x: 'Secret', y: 'Public' }, { order: [] });
    expect(found.value).toBeNull();
    expect(found.problems).toMatchObject([{ code: 'mark/no-order', severity: 'error', received: '“Secret” (x), “Public” (y)' }]);
    expect(marked({ x: 'Secret', y: ' secret' }, { order: [] })).toEqual({ value: 'Secret', problems: [] });
  });

  it('cannot be told where one of several is not in the order, even below a known one', () => {
    const found = marked({ x: 'Secret', y: 'Eyes only' });
    expect(found.value).toBeNull();
    expect(found.problems).toMatchObject([{ code: 'mark/unknown', severity: 'error', allowed: 'Public, Internal, Secret' }]);
    expect(codes(marked({ x: 'Public' }, { own: 'mark: DRAFT\n' }))).toEqual(['mark/unknown']);
  });

  it('stands, with a word, where it is the only one and the order does not have it', () => {
    const found = marked({ x: null }, { own: 'mark: DRAFT\n' });
    expect(found.value).toBe('DRAFT');
    expect(codes(found)).toEqual(['mark/not-listed']);
  });

  it('is read in any script', () => {
    const order = ['عام', 'سري', '绝密', 'NUR FÜR DEN DIENSTGEBRAUCH'];
    expect(marked({ x: 'عام', y: '绝密', z: 'nur für den  Dienstgebrauch' }, { order }).value).toBe('NUR FÜR DEN DIENSTGEBRAUCH');
  });

  it('counts the articles that the deck takes from, and no others', () => {
    const parsed = parseBriefing('title: T\nitems:\n  - topic: x/a\n', { file: 'b.yaml' });
    const text = (mark: string): string => `---\ntitle: T\nmark: ${mark}\n---\n\n## A {#a}\n\nWords.\n`;
    const entry = (id: string, mark: string): ArticleEntry => ({
      article: unwrap(parseArticle(text(mark), { file: `${id}.md`, source: null })),
      source: null,
      hash: '',
    });
    const articles = new Map([
      ['x', entry('x', 'Public')],
      ['y', entry('y', 'Secret')],
    ]);
    expect(deckMark(unwrap(parsed), articles, ORDER, parsed.placeOf).value).toBe('Public');
  });
});
