import { describe, expect, it } from 'vitest';
import { parseArticle, parseSourceText, writeArticle, writeSourceText } from '../../../../src/core/article/index.ts';
import type { ArticleBlock } from '../../../../src/core/article/types.ts';
import {
  articleIdOf,
  correctField,
  draftToArticle,
  isTaken,
  rewritePoint,
  setState,
  takenActors,
} from '../../../../src/core/intake/index.ts';
import type { Draft } from '../../../../src/core/intake/types.ts';
import { plainText } from '../../../../src/core/base/text.ts';
import { FIXTURE_SETS, loadFixtures } from '../../../support/intake/fixtures.ts';
import { ingest } from '../../../../src/core/intake/index.ts';
import { draftOf, itemOf, itemsOf, topicAt, TWO_TOPICS } from '../../../support/intake/draft.ts';

const kinds = (draft: Draft): ArticleBlock['kind'][] =>
  draftToArticle(draft).article.topics.flatMap(({ blocks }) => blocks.map(({ kind }) => kind));

describe('a draft as an article', () => {
  it('has its fields, its topics and its numbered text', async () => {
    const draft = await draftOf(TWO_TOPICS, 'article.md');
    const { article, source } = draftToArticle(draft);
    expect(article).toMatchObject({
      id: 'two-harbours-one-crane',
      title: 'Two Harbours, One Crane',
      authors: ['Ana Ruiz'],
      published: '2024-05-03',
      language: 'en',
      source: 'two-harbours-one-crane.source.txt',
    });
    expect(article.topics.map(({ id, heading }) => [id, heading])).toEqual([
      ['the-crane', 'The crane'],
      ['the-other-harbour', 'The other harbour'],
    ]);
    expect(source.paragraphs).toHaveLength(4);
    expect(article.topics[0]?.blocks.find(({ kind }) => kind === 'quotation')).toMatchObject({ speaker: 'Omar Haddad', refs: [2] });
  });

  it('leaves out what was rejected, and what nobody has looked at and is not sure', async () => {
    const draft = await draftOf(TWO_TOPICS, 'article.md');
    const none = setState(
      draft,
      itemsOf(draft).map(({ id }) => id),
      'rejected',
    );
    expect(kinds(none)).toEqual([]);
    expect(draftToArticle(none).article.topics.map(({ summary }) => summary)).toEqual([null, null]);
    const figure = itemOf(draft, 'figure');
    const doubted = { ...figure, confidence: 0.3 };
    expect(isTaken(doubted)).toBe(false);
    expect(isTaken({ ...doubted, state: 'accepted' })).toBe(true);
    const heading = topicAt(draft, 1).heading.id;
    expect(draftToArticle(setState(draft, heading, 'rejected')).article.topics).toHaveLength(1);
    expect(draftToArticle(setState(draft, 'published', 'rejected')).article.published).toBeNull();
  });

  it('has a rewritten point in its new words with its reference', async () => {
    const draft = await draftOf(TWO_TOPICS, 'article.md');
    const point = itemOf({ ...draft, topics: draft.topics.map((topic) => ({ ...topic, summary: null })) }, 'point');
    const { article } = draftToArticle(rewritePoint(draft, point.id, 'Other words.'));
    const points = article.topics.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'points' ? block.items : [])));
    const found = points.find(({ runs }) => plainText(runs) === 'Other words.');
    expect(found?.runs.at(-1)).toEqual({ refs: [draft.blocks[point.spans[0]?.block ?? -1]?.number] });
  });

  it('says a sentence once that is a point and holds a quoted word', async () => {
    const text =
      'A Title of Five Words\n\nThe mayor called the plan “brave” in a speech on Monday. It has four parts.\n\nNobody in the hall asked her what those were, and she left by the side door.';
    const { article } = draftToArticle(await draftOf(text));
    expect(writeArticle(article).match(/called the plan/g)?.length).toBe(1);
  });

  it('is called by its file where it has no title, and has at most twelve actors of the machine’s choosing', async () => {
    const draft = await draftOf(TWO_TOPICS, 'my_raw-file.md');
    expect(articleIdOf(correctField(draft, 'title', null))).toBe('my-raw-file');
    const many = Array.from(
      { length: 30 },
      (_, n) => ({ ...draft.actors[0], id: `a${n}`, name: `Person ${n}`, type: 'person', confidence: 0.9 }) as Draft['actors'][number],
    );
    expect(takenActors({ actors: many })).toHaveLength(12);
    expect(takenActors({ actors: many.map((actor, n) => (n === 29 ? { ...actor, state: 'accepted' as const } : actor)) }).at(-1)?.id).toBe(
      'a29',
    );
  });
});

describe('every fixture', () => {
  it.each(FIXTURE_SETS.flatMap((set) => loadFixtures(set)).map((fixture) => [fixture.name, fixture] as const))(
    'saved without a look, is an article without an error: %s',
    async (_, { bytes, file }) => {
      const { value } = await ingest(bytes, { name: file });
      if (value === null) throw new Error('no draft');
      const { article, source } = draftToArticle(value);
      const text = writeArticle(article);
      const read = parseSourceText(writeSourceText(source));
      expect(read).toEqual(source);
      const parsed = parseArticle(text, { file: `${article.id}.md`, source: read });
      expect(parsed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(writeArticle(parsed.value ?? article)).toBe(text);
    },
  );
});
