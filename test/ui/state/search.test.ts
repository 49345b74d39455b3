import { describe, expect, it } from 'vitest';
import { buildIndex, facets, isFiltered, NO_QUERY, search, type Query } from '../../../src/ui/state/search.ts';
import { articleSummary, topicSummary } from './sample.ts';

const articles = [
  articleSummary(
    'South Caucasus',
    [topicSummary('Russia’s mediation', 'Nagorno-Karabakh Zürich'), topicSummary('Arms deliveries', 'missiles')],
    {
      published: '2023-11-21',
      tags: ['armenia'],
      actors: ['Nikol Pashinyan'],
    },
  ),
  articleSummary('River port', [topicSummary('Missiles are not here'), topicSummary('Dredging', 'russian steel')], {
    published: '2025',
    tags: ['transport'],
  }),
  articleSummary('Undated', [topicSummary('Łódź and Đakovo', '烈士 armenia')]),
];
const index = buildIndex(articles);
const find = (query: Partial<Query>): string[] =>
  search(index, { ...NO_QUERY, ...query }).map(
    ({ article, topics }) => `${article.title}: ${topics.map(({ heading }) => heading).join(', ')}`,
  );

describe('search', () => {
  it('shows everything, the newest first, where nothing is typed', () => {
    expect(search(index, NO_QUERY).map(({ article }) => article.title)).toEqual(['River port', 'South Caucasus', 'Undated']);
    expect(find({ text: ' … ' })).toHaveLength(3);
  });

  it.each([
    ['karab', 'South Caucasus: Russia’s mediation'],
    ['ZURICH', 'South Caucasus: Russia’s mediation'],
    ['lodz', 'Undated: Łódź and Đakovo'],
    ['dakovo', 'Undated: Łódź and Đakovo'],
    ['士', 'Undated: Łódź and Đakovo'],
    ['russias', 'South Caucasus: Russia’s mediation'],
  ])('finds %s by the beginning of a word, without case or diacritics', (text, hit) => {
    expect(find({ text })).toEqual([hit]);
  });

  it('does not find the middle of a word', () => {
    expect(find({ text: 'abakh' })).toEqual([]);
  });

  it('puts a heading before a mention', () => {
    expect(find({ text: 'missiles' })).toEqual(['River port: Missiles are not here', 'South Caucasus: Arms deliveries']);
  });

  it('puts the whole word before the beginning of one', () => {
    const two = buildIndex([articleSummary('A', [topicSummary('Portugal')]), articleSummary('B', [topicSummary('Port')])]);
    expect(search(two, { ...NO_QUERY, text: 'port' }).map(({ article }) => article.title)).toEqual(['B', 'A']);
  });

  it('wants every term, in the topic or about its article', () => {
    expect(find({ text: 'caucasus missiles' })).toEqual(['South Caucasus: Arms deliveries']);
    expect(find({ text: 'pashinyan' })).toEqual(['South Caucasus: Russia’s mediation, Arms deliveries']);
    expect(find({ text: 'river armenia' })).toEqual([]);
  });

  it('takes what is typed as words, not as a pattern', () => {
    expect(find({ text: '.*' })).toHaveLength(3);
    expect(find({ text: '(missiles' })).toHaveLength(2);
  });
});

describe('filters', () => {
  it('keep a tag or an actor', () => {
    expect(find({ tag: 'armenia' })).toHaveLength(1);
    expect(find({ actor: 'Nikol Pashinyan', text: 'arms' })).toEqual(['South Caucasus: Arms deliveries']);
  });

  it.each([
    ['2023', '2023', 1],
    ['2023-11', null, 2],
    ['2023-12', null, 1],
    [null, '2024', 1],
    ['2025-06', '2025-07', 1],
    ['2026', null, 0],
  ])('keep dates from %s to %s: %i; what is undated goes', (from, to, count) => {
    expect(find({ from, to })).toHaveLength(count);
  });

  it('are told from an empty query', () => {
    expect(isFiltered(NO_QUERY)).toBe(false);
    expect(isFiltered({ ...NO_QUERY, tag: 'x' })).toBe(true);
  });

  it('offers the most used values first', () => {
    const many = [articleSummary('A', [], { tags: ['rare', 'often'] }), articleSummary('B', [], { tags: ['often'] })];
    expect(facets(many).tags).toEqual(['often', 'rare']);
  });
});
