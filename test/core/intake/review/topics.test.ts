import { beforeAll, describe, expect, it } from 'vitest';
import { mergeTopics, moveBlock, moveTopic, renameTopic, splitTopic } from '../../../../src/core/intake/index.ts';
import type { Draft } from '../../../../src/core/intake/types.ts';
import { draftOf, itemsOf, topicAt, TWO_TOPICS } from '../../../support/intake/draft.ts';

let draft: Draft;
const headings = ({ topics }: Draft): string[] => topics.map(({ heading }) => heading.value);
/** Everything that a draft says, whatever topic it is in. */
const said = (of: Draft): string[] =>
  itemsOf(of)
    .map(({ id }) => id)
    .sort();
const blocks = ({ topics }: Draft): number[] => topics.flatMap((topic) => topic.blocks).sort((a, b) => a - b);

beforeAll(async () => {
  draft = await draftOf(TWO_TOPICS, 'article.md');
  expect(headings(draft)).toEqual(['The crane', 'The other harbour']);
});

describe('splitting a topic', () => {
  it('gives all that stands behind the place to the new one, and loses nothing', () => {
    const second = topicAt(draft, 1);
    const at = second.blocks.at(-1) ?? -1;
    const split = splitTopic(draft, second.id, at);
    expect(split.topics).toHaveLength(3);
    expect(topicAt(split, 2).blocks).toEqual([at]);
    expect(topicAt(split, 2).heading).toMatchObject({ state: 'proposed' });
    expect(new Set(split.topics.map(({ id }) => id)).size).toBe(3);
    expect(said(split)).toEqual(said(draft));
    expect(blocks(split)).toEqual(blocks(draft));
    for (const item of topicAt(split, 2).items) expect(item.spans[0]?.block).toBe(at);
  });

  it('changes nothing where one half would be empty', () => {
    const topic = topicAt(draft, 0);
    expect(splitTopic(draft, topic.id, topic.blocks[0] ?? -1)).toBe(draft);
    expect(splitTopic(draft, topic.id, topicAt(draft, 1).blocks[0] ?? -1)).toBe(draft);
  });
});

describe('merging topics', () => {
  it('keeps one heading and everything else, the earlier first; the other’s summary becomes a point', () => {
    const [first, second] = [topicAt(draft, 0), topicAt(draft, 1)];
    const merged = mergeTopics(draft, second.id, first.id);
    expect(headings(merged)).toEqual(['The crane']);
    expect(said(merged)).toEqual(said(draft));
    expect(blocks(merged)).toEqual(blocks(draft));
    expect(topicAt(merged, 0).summary).toBe(first.summary);
    expect(topicAt(merged, 0).items.map(({ id }) => id)).toEqual(
      [...first.items, ...(second.summary ? [second.summary] : []), ...second.items].map(({ id }) => id),
    );
    expect(headings(mergeTopics(draft, first.id, second.id))).toEqual(['The other harbour']);
  });

  it('with itself changes nothing', () => {
    expect(mergeTopics(draft, topicAt(draft, 0).id, topicAt(draft, 0).id)).toBe(draft);
  });
});

describe('moving', () => {
  it('a topic changes the order alone', () => {
    const moved = moveTopic(draft, topicAt(draft, 0).id, 9);
    expect(headings(moved)).toEqual(['The other harbour', 'The crane']);
    expect(moved.blocks).toBe(draft.blocks);
    expect(moveTopic(draft, topicAt(draft, 0).id, 0)).toBe(draft);
  });

  it('a paragraph takes along what stands in it', () => {
    const [first, second] = [topicAt(draft, 0), topicAt(draft, 1)];
    const block = second.blocks.at(-1) ?? -1;
    const inside = [...(second.summary ? [second.summary] : []), ...second.items].filter((item) => item.spans[0]?.block === block);
    expect(inside.length).toBeGreaterThan(0);
    const moved = moveBlock(draft, block, first.id);
    expect(topicAt(moved, 0).blocks).toContain(block);
    expect(topicAt(moved, 1).blocks).not.toContain(block);
    expect(topicAt(moved, 0).items).toEqual(expect.arrayContaining(inside));
    expect(said(moved)).toEqual(said(draft));
  });
});

describe('renaming a topic', () => {
  it('is the user’s word', () => {
    expect(topicAt(renameTopic(draft, topicAt(draft, 0).id, ' A crane '), 0).heading).toMatchObject({
      value: 'A crane',
      state: 'accepted',
      origin: 'user',
      confidence: 1,
    });
  });

  it('to nothing changes nothing', () => {
    expect(renameTopic(draft, topicAt(draft, 0).id, '  ')).toBe(draft);
    expect(renameTopic(draft, 'nobody', 'x')).toBe(draft);
  });
});
