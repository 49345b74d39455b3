import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/core/briefing/index.ts';
import { bylineOf } from '../../../src/core/briefing/compose/byline.ts';
import type { ArticleView } from '../../../src/core/briefing/types.ts';

const by = (...authors: string[]): ArticleView => ({
  id: 'a',
  title: 'T',
  standfirst: null,
  authors,
  authorLine: authors.join(' and '),
  published: '2025-05-12',
  publishedText: '12 May 2025',
  publisher: 'The Port Review',
  url: null,
  bio: null,
  disclaimer: null,
});

const one = by('Ana Ruiz');
const two = by('Omar Haddad', 'Ana Ruiz');

it.each<[string, ArticleView[], string | null]>([
  ['en', [], null],
  ['en', [one], 'Ana Ruiz, The Port Review, 12 May 2025'],
  ['en', [by()], null],
  ['en', [one, two], '2 articles by Ana Ruiz and Omar Haddad'],
  ['en-GB', [by(), by()], '2 articles'],
  ['en', [by('A', 'B', 'C'), by('D', 'E', 'F')], '2 articles by A, B, C et al.'],
  ['de', [one, two], '2 Artikel von Ana Ruiz und Omar Haddad'],
  ['fr-CA', [one, two, one], '3 articles signés Ana Ruiz et Omar Haddad'],
  ['ru', [one, two], '2 статьи: Ana Ruiz и Omar Haddad'],
  ['ru', [one, one, one, one, one], '5 статей: Ana Ruiz'],
  ['ar', [one, two], 'مقالتان: Ana Ruiz وOmar Haddad'],
  ['zh', [one, two], '2篇文章，作者：Ana Ruiz和Omar Haddad'],
  ['fi', [one, two], '2 artikkelia, kirjoittajat: Ana Ruiz ja Omar Haddad'],
  ['nn', [one, two], '2 artikler av Ana Ruiz og Omar Haddad'],
  ['pl', [one, two, one, one, one], '5 artykułów: Ana Ruiz i Omar Haddad'],
  ['vi', [one, two], '2 articles by Ana Ruiz và Omar Haddad'],
])('says whose articles a deck is made from: %s', (language, articles, expected) => {
  expect(bylineOf(articles, language)).toBe(expected);
});

it('says it in every language that has words', () => {
  const [first, ...others] = LANGUAGES.map((language) => bylineOf([one, two, one, one, one], language));
  expect(first).toBe('5 articles by Ana Ruiz and Omar Haddad');
  for (const line of others) expect(line).not.toContain('articles by');
});
