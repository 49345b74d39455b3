import type { Answer } from '../../api/contract.ts';
import type { Problem } from '../types.ts';
import type { EditedDeck } from './merge.ts';

export type Home = Answer<'adopt.open'>;
export type Offer = Home['offers'][number];
/** What becomes of a change: into the briefing, into the article for good, or it stays in the .pptx. */
export type Fate = 'take' | 'article' | 'leave';

export type AdoptPhase =
  | { readonly kind: 'working' }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'open' }
  | { readonly kind: 'saving' };

/** What colleagues did to a deck, on its way home. */
export interface OpenAdopt {
  readonly edited: EditedDeck;
  readonly phase: AdoptPhase;
  readonly home: Home | null;
  /** By the ids of offers: what was decided. What is not stays in the .pptx. */
  readonly fates: Readonly<Record<string, Fate>>;
  /** Either deck has changed since it was decided on. */
  readonly changed: boolean;
}

export const beginAdopt = (edited: EditedDeck): OpenAdopt => ({
  edited,
  phase: { kind: 'working' },
  home: null,
  fates: {},
  changed: false,
});

/** Takes an answer. What needs no reader is taken at first; what was decided of an offer that is still there stays. */
export function withHome(open: OpenAdopt, home: Home): OpenAdopt {
  const fates = home.offers.flatMap(({ id, question }): [string, Fate][] => {
    const fate = open.fates[id] ?? (question || open.home !== null ? null : 'take');
    return fate === null ? [] : [[id, fate]];
  });
  return { ...open, phase: { kind: 'open' }, home, fates: Object.fromEntries(fates), changed: open.phase.kind === 'saving' };
}

export function decide(open: OpenAdopt, offer: Offer, fate: Fate): OpenAdopt {
  if (fate === 'article' && offer.article === null) return open;
  return { ...open, fates: { ...open.fates, [offer.id]: fate } };
}

/** The offers that have this fate, in the deck's order. */
export function offersWith({ home, fates }: OpenAdopt, fate: Fate): readonly Offer[] {
  return (home?.offers ?? []).filter(({ id }) => fates[id] === fate);
}

/** Questions that nobody has answered. */
export function openQuestions({ home, fates }: OpenAdopt): readonly Offer[] {
  return (home?.offers ?? []).filter(({ id, question }) => question && fates[id] === undefined);
}
