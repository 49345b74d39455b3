import { beforeAll, describe, expect, it } from 'vitest';
import { parseArticle, writeArticle } from '../../../../src/core/article/index.ts';
import type { Article, SourceText } from '../../../../src/core/article/types.ts';
import { alignParagraphs, draftToArticle, mergeNewer } from '../../../../src/core/intake/index.ts';
import { unwrap } from '../../../../src/core/base/errors.ts';
import type { Merge, MergeChange } from '../../../../src/core/intake/types.ts';
import { draftOf, TWO_TOPICS } from '../../../support/intake/draft.ts';

/** What the user made of the first version: own words, a chart, notes, an own key in the front matter. */
const SAVED = `---
id: crane
title: The Crane of Aren
authors:
  - Ana Ruiz
published: 2024-05-03
language: en
source: crane.source.txt
desk: harbours
---

## Why a crane {#why}

Aren bought a **crane**. [¶1]

- It stands on the east quay. [¶1]
  - The quay is new. [¶1]

> It will pay for itself in six years
> — Omar Haddad, harbour master [¶2]

4. Ask the board.
   - [x] In May.
5. Ask the council.

:::chart{type=bar title="Ships"}
| Year | Ships |
| - | -: |
| 2022 | 31 |
| 2023 | 28 |
:::

:::notes
Ask about the lease.
:::

## The other one {#other}

- Vess may sell its quay. [¶3]
`;
const PARAGRAPHS = [
  'The harbour of Aren bought a crane on 2 April 2024. It lifts 40 tonnes and stands on the east quay.',
  '“It will pay for itself in six years,” said Omar Haddad, the harbour master.',
  'Vess has no crane and lost three shipping lines last year. Its council may reportedly sell the quay.',
  'The mayor Ines Bo promised an answer by June 2024.',
];
const NEWER = TWO_TOPICS.replace('lost three shipping lines', 'lost four shipping lines')
  .replace(/“It will pay[^\n]*\n\n/, '')
  .replace('The mayor Ines Bo', 'A buyer from Lund offered 12 million euros on 1 May 2024.\n\nThe mayor Ines Bo');

let article: Article;
let merge: Merge;
const source: SourceText = { paragraphs: PARAGRAPHS };
const of = <K extends MergeChange['kind']>(kind: K): Extract<MergeChange, { kind: K }>[] =>
  merge.changes.filter((change): change is Extract<MergeChange, { kind: K }> => change.kind === kind);

beforeAll(async () => {
  const parsed = parseArticle(SAVED, { file: 'crane.md', source });
  if (parsed.value === null) throw new Error(JSON.stringify(parsed.problems));
  article = parsed.value;
  merge = mergeNewer(article, source, await draftOf(NEWER, 'article.md'));
});

describe('a newer version', () => {
  it('that changes nothing leaves the article as it was, byte for byte', async () => {
    const same = mergeNewer(article, source, await draftOf(TWO_TOPICS, 'article.md'));
    expect(same.changes.filter(({ kind }) => kind !== 'field-differs')).toEqual([]);
    const saved = draftToArticle(same.draft);
    expect(writeArticle(saved.article)).toBe(writeArticle(article));
    expect(saved.source).toEqual(source);
  });

  it('keeps every word of the user’s, and puts what is new behind it', () => {
    const saved = draftToArticle(merge.draft).article;
    expect(saved.extra).toEqual({ desk: 'harbours' });
    expect(saved.title).toBe('The Crane of Aren');
    expect(saved.topics.map(({ id, heading }) => [id, heading])).toEqual(article.topics.map(({ id, heading }) => [id, heading]));
    expect(saved.topics[0]?.summary).toEqual(article.topics[0]?.summary);
    expect(saved.topics[0]?.blocks.slice(0, 5)).toEqual(article.topics[0]?.blocks);
    expect(writeArticle(saved)).toContain('12 million');
  });

  it('says again of a saved actor what it is, which the article does not say', async () => {
    const named = { ...article, actors: ['Omar Haddad', 'The people of Vess'] };
    const { actors } = mergeNewer(named, source, await draftOf(TWO_TOPICS, 'article.md')).draft;
    expect(actors.slice(0, 2)).toMatchObject([
      { name: 'Omar Haddad', type: 'person', role: 'harbour master', state: 'accepted' },
      { name: 'The people of Vess', type: 'other', role: null, state: 'accepted' },
    ]);
    expect(actors.filter(({ name }) => name === 'Omar Haddad')).toHaveLength(1);
  });

  it('keeps the numbers: what is new gets the next, what has gone keeps its own', () => {
    const { paragraphs } = draftToArticle(merge.draft).source;
    expect(paragraphs[0]).toBe(PARAGRAPHS[0]);
    expect(paragraphs[1]).toBe(PARAGRAPHS[1]);
    expect(paragraphs[2]).toContain('lost four shipping lines');
    expect(paragraphs[4]).toContain('A buyer from Lund');
    expect(paragraphs).toHaveLength(5);
  });

  it('tells which paragraphs came, changed and went, and what of the user’s rests on them', () => {
    expect(of('paragraph-added')).toMatchObject([{ number: 5 }]);
    expect(of('paragraph-changed')).toMatchObject([{ number: 3, before: PARAGRAPHS[2] }]);
    expect(of('paragraph-withdrawn')).toEqual([{ kind: 'paragraph-withdrawn', number: 2, text: PARAGRAPHS[1] }]);
    expect(of('item-affected').map(({ numbers }) => numbers)).toEqual([[2], [3]]);
    expect(of('item-offered').length).toBeGreaterThan(0);
    expect(of('field-differs')).toMatchObject([{ field: 'title', saved: 'The Crane of Aren', newer: 'Two Harbours, One Crane' }]);
  });

  it('offers what is new as proposals; what was saved is accepted', () => {
    const items = merge.draft.topics.flatMap(({ items }) => items);
    for (const { item } of of('item-offered')) expect(items.find(({ id }) => id === item)).toMatchObject({ state: 'proposed' });
    expect(items.filter(({ origin }) => origin === 'saved').every(({ state }) => state === 'accepted')).toBe(true);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });
});

describe('finding paragraphs again', () => {
  it('takes the same words first, then the likeliest, each once', () => {
    const old = ['a b c d e f g h i', 'same words here', 'gone for good and ever more'];
    const newer = ['Same words here', 'new one of other things', 'a b c d e f g h x'];
    expect(alignParagraphs(old, newer)).toEqual([
      { newer: 2, changed: true },
      { newer: 0, changed: true },
      { newer: null, changed: false },
    ]);
    expect(alignParagraphs(['in\u00A0May  2024'], ['in May 2024'])).toEqual([{ newer: 0, changed: false }]);
    expect(alignParagraphs(['x y z', 'x y z'], ['x y z'])).toEqual([
      { newer: 0, changed: false },
      { newer: null, changed: false },
    ]);
  });

  it('knows a paragraph that only grew', () => {
    const text = 'The council of Aren voted on Monday to close the east quay for good.';
    expect(
      alignParagraphs([text], [`${text} It gave no reason, and three of its members left the hall before the count was read out to them.`]),
    ).toEqual([{ newer: 0, changed: true }]);
  });
});

it('keeps the comments of the saved article, at their places, where the user changes it', async () => {
  const commented = SAVED.replace('Aren bought a **crane**. [¶1]', 'Aren bought a **crane**. [¶1] <!-- when? -->')
    .replace('- It stands', '<!-- ask Omar -->\n- It stands')
    .replace('title: The Crane of Aren', '# working title\ntitle: The Crane of Aren');
  const article = unwrap(parseArticle(commented, { file: 'crane.md' }));
  const { draft } = mergeNewer(article, { paragraphs: ['Aren bought a crane.', 'It cost much.'] }, await draftOf(TWO_TOPICS));
  const kept = draftToArticle(draft).article;
  expect(writeArticle({ ...kept, topics: article.topics }, commented)).toContain('# working title\ntitle');
  const [topic] = kept.topics;
  const changed = { ...kept, topics: topic === undefined ? [] : [{ ...topic, heading: 'Why two cranes' }] };
  const written = writeArticle(changed, commented);
  expect(written).toMatch(/^## Why two cranes/m);
  expect(written).toContain('[¶1] <!-- when? -->\n\n<!-- ask Omar -->\n- It stands');
});
