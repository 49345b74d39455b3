import { beforeAll, describe, expect, it } from 'vitest';
import {
  correctActor,
  correctEvent,
  correctField,
  correctFigure,
  correctQuotation,
  moveItem,
  promoteSentence,
  promoteToSummary,
  restoreRepeat,
  reviewOrder,
  rewritePoint,
  setRole,
  setState,
  takeClause,
} from '../../../../src/core/intake/index.ts';
import type { Draft } from '../../../../src/core/intake/types.ts';
import { draftOf, itemOf, itemsOf, topicAt, TWO_TOPICS } from '../../../support/intake/draft.ts';

let draft: Draft;
const find = (of: Draft, id: string): object | undefined => itemsOf(of).find((item) => item.id === id);
const numbers = ({ blocks }: Draft): number[] => blocks.flatMap(({ number }) => number ?? []);

beforeAll(async () => {
  draft = await draftOf(TWO_TOPICS, 'article.md');
});

describe('deciding', () => {
  it('reaches items, actors, headings and fields, many at once, and takes each out of what waits', () => {
    const ids = [itemOf(draft, 'figure').id, topicAt(draft, 0).heading.id, 'title', draft.actors[0]?.id ?? ''];
    const waiting = reviewOrder(draft).map(({ id }) => id);
    expect(waiting).toContain('title');
    // What the source itself is divided by is not asked about.
    expect(waiting).not.toContain(topicAt(draft, 0).heading.id);
    const decided = setState(draft, ids, 'accepted');
    expect(reviewOrder(decided).map(({ id }) => id)).toEqual(waiting.filter((id) => !ids.includes(id)));
    expect(setState(decided, ids, 'proposed')).toEqual(draft);
  });

  it('leaves what is decided so already, and all topics without it, the same objects', () => {
    const figure = itemOf(draft, 'figure');
    const once = setState(draft, figure.id, 'rejected');
    expect(setState(once, figure.id, 'rejected')).toBe(once);
    expect(once.topics.filter((topic, index) => topic !== draft.topics[index])).toHaveLength(1);
    expect(once.actors).toBe(draft.actors);
    expect(once.meta).toBe(draft.meta);
  });
});

describe('what waits', () => {
  it('comes least sure first', () => {
    const sure = reviewOrder(draft)
      .filter(({ kind }) => kind === 'point' || kind === 'event')
      .map(({ confidence }) => confidence);
    expect(sure).toEqual([...sure].sort((a, b) => a - b));
  });

  it('of a quotation is as sure as its speaker', () => {
    const { id } = itemOf(draft, 'quotation');
    const doubted = {
      ...draft,
      topics: draft.topics.map((topic) => ({
        ...topic,
        items: topic.items.map((item) => (item.kind === 'quotation' ? { ...item, speakerConfidence: 0.01 } : item)),
      })),
    };
    expect(reviewOrder(doubted)[0]?.id).toBe(id);
  });
});

describe('points', () => {
  it('are made of a sentence, in the order of the text, with its reference', () => {
    const topic = topicAt(draft, 1);
    const block = topic.blocks.at(-1) ?? -1;
    const promoted = promoteSentence(draft, block, 0);
    const made = topicAt(promoted, 1).items.find(({ id }) => find(draft, id) === undefined);
    expect(made).toMatchObject({ kind: 'point', state: 'accepted', origin: 'user', text: draft.blocks[block]?.text, spans: [{ block }] });
    const points = topicAt(promoted, 1).items.filter(({ kind }) => kind === 'point');
    expect(points.map(({ spans }) => spans[0]?.block)).toEqual([...points.map(({ spans }) => spans[0]?.block ?? 0)].sort((a, b) => a - b));
    expect(promoteSentence(draft, block, 7)).toBe(draft);
    expect(promoteSentence(draft, 0, 0)).toBe(draft);
  });

  it('become the summary, which becomes a point', () => {
    const topic = topicAt(draft, 0);
    const point = itemOf({ ...draft, topics: [{ ...topic, summary: null }] }, 'point');
    const promoted = topicAt(promoteToSummary(draft, point.id), 0);
    expect(promoted.summary).toMatchObject({ id: point.id, state: 'accepted' });
    expect(promoted.items[0]?.id).toBe(topic.summary?.id);
    expect(promoted.items.some(({ id }) => id === point.id)).toBe(false);
    expect(promoteToSummary(draft, itemOf(draft, 'figure').id)).toBe(draft);
  });

  it('are rewritten and keep their reference', () => {
    const { id, spans } = itemOf(draft, 'point');
    expect(find(rewritePoint(draft, id, '  Other\n words '), id)).toMatchObject({
      text: 'Other words',
      spans,
      origin: 'user',
      state: 'accepted',
    });
    expect(rewritePoint(draft, id, ' \n ')).toBe(draft);
  });

  it('take their source’s shortest clause, hedge and all', () => {
    const long = rewritePoint(draft, itemOf(draft, 'point').id, 'x '.repeat(200));
    const taken = takeClause(long, itemOf(draft, 'point').id);
    expect(itemOf(taken, 'point').text.length).toBeLessThan(200);
    expect(takeClause(taken, itemOf(draft, 'point').id)).toBe(taken);
    expect(takeClause(draft, itemOf(draft, 'figure').id)).toBe(draft);
  });

  it('move to a place in a topic', () => {
    const figure = itemOf(draft, 'figure');
    const [from, to] = [topicAt(draft, 0), topicAt(draft, 1)];
    const moved = moveItem(draft, figure.id, to.id, 0);
    expect(topicAt(moved, 1).items[0]).toBe(figure);
    expect(topicAt(moved, 0).items).toHaveLength(from.items.length - 1);
    expect(moveItem(draft, topicAt(draft, 0).summary?.id ?? '', to.id, 0)).toBe(draft);
    expect(moveItem(draft, figure.id, 'nobody', 0)).toBe(draft);
  });
});

describe('corrections', () => {
  it('of a quotation’s speaker and role are sure; none is null', () => {
    const { id } = itemOf(draft, 'quotation');
    const corrected = correctQuotation(draft, id, { speaker: ' Ines  Bo ', role: '' });
    expect(find(corrected, id)).toMatchObject({ speaker: 'Ines Bo', role: null, speakerConfidence: 1, state: 'accepted' });
    expect(find(correctQuotation(draft, id, { form: 'sentence', text: ' ' }), id)).toMatchObject({
      form: 'sentence',
      text: itemOf(draft, 'quotation').text,
    });
  });

  it('of a date are read as the format reads them', () => {
    const { id, text } = itemOf(draft, 'event');
    expect(find(correctEvent(draft, id, { date: '~2019' }), id)).toMatchObject({ date: { text: '~2019', iso: '2019', about: true }, text });
    expect(find(correctEvent(draft, id, { date: 'spring of 2019' }), id)).toMatchObject({ date: { iso: null } });
    expect(find(correctEvent(draft, id, { date: '' }), id)).toMatchObject({ date: itemOf(draft, 'event').date });
  });

  it('of a figure change its unit; a value it must have', () => {
    const { id, value } = itemOf(draft, 'figure');
    expect(find(correctFigure(draft, id, { unit: 'tons', value: '' }), id)).toMatchObject({ value, unit: 'tons', origin: 'user' });
  });

  it('of an actor change name, type and role', () => {
    const id = draft.actors[0]?.id ?? '';
    expect(correctActor(draft, id, { name: 'Aren', type: 'place' }).actors[0]).toMatchObject({
      name: 'Aren',
      type: 'place',
      state: 'accepted',
    });
    expect(correctActor(draft, 'nobody', { name: 'x' })).toBe(draft);
  });

  it('of a field keep what it was among the alternatives', () => {
    const { meta } = correctField(draft, 'title', 'Another');
    expect(meta.title).toMatchObject({ value: 'Another', origin: 'user', alternatives: ['Two Harbours, One Crane'] });
    expect(correctField(draft, 'title', null).meta.title).toBeNull();
    expect(correctField(draft, 'tags', ['a']).meta.tags).toMatchObject({ value: ['a'] });
  });
});

describe('blocks of the source', () => {
  it('that were folded count again, in their place and topic', () => {
    const folded = draft.blocks.findIndex(({ role }) => role === 'repeat');
    expect(folded).toBeGreaterThan(0);
    const restored = restoreRepeat(draft, folded);
    expect(restored.blocks[folded]).toMatchObject({ role: 'body', repeats: null });
    expect(numbers(restored)).toEqual(Array.from({ length: numbers(draft).length + 1 }, (_, index) => index + 1));
    expect(topicAt(restored, 1).blocks).toContain(folded);
    expect(restoreRepeat(draft, 0)).toBe(draft);
  });

  it('that are no body leave their topic with what stood in them, and the rest is numbered anew', () => {
    const block = topicAt(draft, 0).blocks[0] ?? -1;
    const without = setRole(draft, block, 'boilerplate');
    expect(without.blocks[block]?.number).toBeNull();
    expect(numbers(without)).toEqual(numbers(draft).slice(0, -1));
    expect(without.topics.flatMap(({ blocks }) => blocks)).not.toContain(block);
    for (const item of itemsOf(without)) expect(item.spans[0]?.block).not.toBe(block);
  });

  it('whose number was saved keep it for good', () => {
    const block = topicAt(draft, 0).blocks[0] ?? -1;
    const saved = { ...draft, savedParagraphs: 2 };
    expect(setRole(saved, block, 'boilerplate')).toBe(saved);
    const folded = draft.blocks.findIndex(({ role }) => role === 'repeat');
    // Numbers given away stay; one that joins in the middle gets the next.
    expect(restoreRepeat({ ...draft, savedParagraphs: numbers(draft).length }, folded).blocks[folded]?.number).toBe(
      numbers(draft).length + 1,
    );
  });
});
