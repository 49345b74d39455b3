import type { Answer, Payload } from '../../api/contract.ts';
import type { Problem } from '../types.ts';
import type { EditedDeck } from './merge.ts';

export type Comparison = Answer<'deck.compare'>;
export type SlideChanges = Comparison['diff']['changed'][number];
export type DeckChange = SlideChanges['changes'][number];
export type LineChange = Comparison['diff']['everywhere'][number];
export type WordSpan = LineChange['spans'][number];
/** What is compared. */
export type ComparedDeck = Payload<'deck.compare'>['from'];
export type Side = 'from' | 'to';

export type ComparePhase =
  | { readonly kind: 'working' }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'shown'; readonly found: Comparison };

/** Two decks being compared. */
export interface OpenCompare {
  readonly from: ComparedDeck;
  readonly to: ComparedDeck;
  readonly phase: ComparePhase;
  /** The dialog that it was asked for from, which comes back; null: none. */
  readonly back: 'export' | 'handover' | null;
}

export const NOW: ComparedDeck = { kind: 'now' };
export const OUTPUT: ComparedDeck = { kind: 'output' };

/** The same for the same deck: what a list of them knows it by. */
export function deckKey(deck: ComparedDeck): string {
  switch (deck.kind) {
    case 'now':
    case 'output':
      return deck.kind;
    case 'handover':
      return `handover ${deck.id}`;
    case 'path':
      return `file ${deck.path}`;
    case 'data':
      return `file ${deck.name}`;
  }
}

/** What a file is called that was chosen; null: the deck is none. */
export function chosenName(deck: ComparedDeck): string | null {
  if (deck.kind === 'data') return deck.name;
  return deck.kind === 'path' ? deck.path.replace(/^.*[\\/]/, '') : null;
}

/** A deck that may be merged with the briefing, if it is one that somebody may have edited. */
export function editedOf({ from, to }: Pick<OpenCompare, 'from' | 'to'>): EditedDeck | null {
  const deck = from.kind === 'now' ? to : from;
  const other = deck === from ? to : from;
  return other.kind !== 'now' || deck.kind === 'now' || deck.kind === 'handover' ? null : deck;
}

/** Whether anything differs. */
export function differs({ changed, everywhere, design }: Comparison['diff']): boolean {
  return changed.length > 0 || everywhere.length > 0 || design;
}

/** How many slides were changed or moved, added, and deleted. */
export function counts({ changed }: Comparison['diff']): Readonly<Record<'changed' | 'added' | 'deleted', number>> {
  const count = (is: (slide: SlideChanges) => boolean): number => changed.filter(is).length;
  return {
    changed: count(({ from, to }) => from !== null && to !== null),
    added: count(({ from }) => from === null),
    deleted: count(({ to }) => to === null),
  };
}

/** Its words as one reads them: those of both sides, of one that stands alone all of it. */
export function spansOf({ from, to, spans }: Pick<LineChange, 'from' | 'to' | 'spans'>): readonly WordSpan[] {
  if (from === null) return to === null ? [] : [{ of: 'new', text: to }];
  return to === null ? [{ of: 'old', text: from }] : spans;
}
