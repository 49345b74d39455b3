import type { Fate, Offer } from '../state/adopt.ts';
import { plural } from './plural.ts';

/** Words of taking colleagues' changes over into the briefing. */
export const adopt = {
  title: 'Take over from an edited deck',
  working: 'Making the deck anew and looking what was changed by hand …',
  failed: 'The deck could not be looked at',
  hint: 'What is taken over is in every format from now on. Nothing is written to the .pptx.',
  choose: 'Another .pptx …',
  none: 'Nothing was changed by hand that the briefing can hold.',
  anew: 'The edited deck or the briefing has changed meanwhile. Nothing was written; look at it again.',
  offer: (offer: Pick<Offer, 'kind' | 'slide'>) => `${offer.slide === null ? '' : `Slide ${offer.slide.number}: `}${KINDS[offer.kind]}`,
  fate: { take: 'Into the briefing', article: 'Into the article', leave: 'Leave in the .pptx' } satisfies Record<Fate, string>,
  into: (file: string) => `Changes ${file}, for every briefing`,
  question:
    'Its facts, or the words of a line with a source, are others. Read it against the source; where a fact changed, it is taken over without one.',
  moved: 'Stands elsewhere',
  stays: (n: number) => `${plural(n, 'change')} ${n === 1 ? 'stays' : 'stay'} in the .pptx alone`,
  open: (n: number) => `${plural(n, 'question')} not answered: ${n === 1 ? 'it stays' : 'they stay'} in the .pptx`,
  go: (take: number, article: number) =>
    take + article === 0
      ? 'Take over'
      : article === 0
        ? `Take over ${plural(take, 'change')}`
        : take === 0
          ? `Change ${plural(article, 'line')} of articles`
          : `Take over ${plural(take + article, 'change')}`,
  saving: 'Taking over …',
  notTaken: 'Nothing was taken over',
  done: (taken: number, articles: readonly string[]) =>
    `${plural(taken, 'change')} taken over into the briefing${articles.length === 0 ? '' : `; changed: ${articles.join(', ')}`}`,
} as const;

const KINDS: Readonly<Record<Offer['kind'], string>> = {
  line: 'reworded',
  notes: 'notes',
  'entry-added': 'line added',
  'entry-removed': 'line removed',
  'entry-moved': 'line moved',
  'slide-removed': 'Slide removed',
  'slide-moved': 'slide moved',
  'item-removed': 'Topic removed',
  'item-moved': 'topic moved',
  'own-added': 'slide added',
  'deck-notes': 'notes',
  look: 'look',
  place: 'place',
};
