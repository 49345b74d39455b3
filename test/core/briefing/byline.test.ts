import { expect, it } from 'vitest';
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
  ['fi', [one, two], '2 articles by Ana Ruiz ja Omar Haddad'],
])('says whose articles a deck is made from: %s', (language, articles, expected) => {
  expect(bylineOf(articles, language)).toBe(expected);
});
