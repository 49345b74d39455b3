import type { Deck } from './deck.ts';
import type { Pace } from './pace.ts';
import type { Blank, Store, View } from './store.ts';

/** What every part of the script may use. */
export interface App {
  readonly deck: Deck;
  readonly store: Store;
  /** The presenter's clock. In the audience's copy nobody starts it. */
  readonly pace: Pace;
  readonly go: (index: number, blank?: Blank) => void;
  readonly step: (by: number) => void;
  /** To the slide that was shown before this one. */
  readonly back: () => void;
  /** Covers the screen, or uncovers it. */
  readonly blank: (to: Blank) => void;
  readonly show: (view: View) => void;
}
