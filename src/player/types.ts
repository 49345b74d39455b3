import type { Deck } from './deck.ts';
import type { Store, View } from './store.ts';

/** What every part of the script may use. */
export interface App {
  readonly deck: Deck;
  readonly store: Store;
  readonly go: (index: number, black?: boolean) => void;
  readonly step: (by: number) => void;
  readonly show: (view: View) => void;
}
