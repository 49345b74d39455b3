import { expect, it } from 'vitest';
import { briefingFromArticles, LANGUAGES, wordsFor } from '../../../src/core/briefing/index.ts';
import type { Outcome } from '../../../src/core/base/errors.ts';
import type { Briefing } from '../../../src/core/briefing/types.ts';
import { sampleEntry } from '../../support/content.ts';

const port = sampleEntry('river-port').article;
const caucasus = sampleEntry('south-caucasus').article;
const from = (articles: Parameters<typeof briefingFromArticles>[0], topics: readonly string[] | null): Outcome<Briefing> =>
  briefingFromArticles(articles, { topics, depth: 'full', file: 'a.md' });
const keys = ({ value }: Outcome<Briefing>): string[] | undefined =>
  value?.items.map((item) => (item.kind === 'topic' ? `${item.article}/${item.topic}` : item.id));

it('takes all topics of one article, with its title', () => {
  const outcome = from([port], null);
  expect(keys(outcome)).toEqual(port.topics.map(({ id }) => `river-port/${id}`));
  expect(outcome.value).toMatchObject({ title: port.title, subtitle: port.standfirst, template: 'policy-brief', date: null });
});

it('takes named topics in the order named, with or without the article', () => {
  expect(keys(from([port, caucasus], ['moscow', 'river-port/cost']))).toEqual(['south-caucasus/moscow', 'river-port/cost']);
  expect(from([port, caucasus], ['moscow', 'cost']).value?.title).toBe(`${port.title} · ${caucasus.title}`);
});

it('names the topics there are where one is missing, the nearest first', () => {
  const [found] = from([port], ['costs']).problems;
  expect([found?.code, found?.received, found?.allowed?.split(', ').slice(0, 1), found?.allowed?.split(', ').length]).toEqual([
    'briefing/topic-missing',
    'costs',
    ['cost'],
    port.topics.length,
  ]);
});

it('asks for the article where two have a topic of the name', () => {
  const other = { ...port, id: 'other' };
  expect(from([port, other], ['cost']).problems.map(({ allowed }) => allowed)).toEqual(['river-port/cost, other/cost']);
});

it('refuses an empty choice', () => {
  expect(from([port], []).problems.map(({ code }) => code)).toEqual(['briefing/empty']);
});

it('has every word in every language', () => {
  expect(LANGUAGES).toEqual(expect.arrayContaining(['en', 'fr', 'de', 'es', 'ru', 'ar', 'he', 'zh', 'uk']));
  for (const language of LANGUAGES) {
    expect(Object.keys(wordsFor(language))).toEqual(Object.keys(wordsFor('en')));
    expect(Object.values(wordsFor(language)).every((word) => typeof word === 'string' && word.trim() !== '')).toBe(true);
  }
});
