import type { SourceEntry } from '../../src/core/briefing/types.ts';
import { readDeck } from '../../src/core/deck/index.ts';
import type { Deck, DeckMeta } from '../../src/core/deck/types.ts';
import type { Outcome } from '../../src/core/base/errors.ts';
import { packTheme } from './theme.ts';

export const META: DeckMeta = {
  title: 'A deck',
  subtitle: null,
  presenter: null,
  audience: null,
  date: '2024-05-31',
  minutes: null,
  mark: null,
  language: 'en',
  direction: 'ltr',
  forPresenter: true,
  stamp: '00000000',
  recipe: null,
  words: { quotation: 'Quotation' },
};

export function sourceEntries(count: number): SourceEntry[] {
  return Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    article: 'a',
    authors: ['N. N.'],
    authorLine: 'N. N.',
    title: 'An article',
    publisher: null,
    published: null,
    publishedText: null,
    url: null,
    paragraph: i + 1,
    excerpt: null,
    reworded: [],
    isNote: false,
  }));
}

const THEME = packTheme();

/** A deck of the policy-brief theme from slide markup, with three sources. */
export function deckOf(text: string, meta: Partial<DeckMeta> = {}): Outcome<Deck> {
  return readDeck({ text, origins: [], file: 'deck.hbs' }, { theme: THEME, meta: { ...META, ...meta }, sources: sourceEntries(3) });
}
