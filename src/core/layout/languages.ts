import type { Origin } from '../base/origin.ts';
import type { DeckMeta } from '../deck/types.ts';

/** The BCP 47 tag of words that come from these places. */
export type LanguageOf = (origins: readonly Origin[]) => string;

/** Words of one article are in its language, all others in the deck's. */
export function languageFinder({ language, languages = {} }: Pick<DeckMeta, 'language' | 'languages'>): LanguageOf {
  const others = new Map(Object.entries(languages));
  if (others.size === 0) return () => language;
  return (origins) => {
    const articles = new Set(origins.map(({ article }) => article));
    const [only] = articles;
    return (articles.size === 1 && only ? others.get(only) : undefined) ?? language;
  };
}
