import type { Deck } from './deck.ts';
import type { App } from './types.ts';

/** Below the bar, in CSS pixels: what ends above it has been read. */
const READ = 80;

/** Where the page to read was when it opened. */
let arrived = 0;

/** The slide at the top of the page to read; the one it opened at where nobody scrolled. */
export function slideBeingRead(deck: Deck, index: number): number {
  if (Math.abs(scrollY - arrived) < 8) return index;
  return deck.slides.find((slide) => slide.element.getBoundingClientRect().bottom > READ)?.index ?? index;
}

/** Reading begins at the current slide. */
export function keepPlace(app: App): void {
  app.store.subscribe((state, before) => {
    if (state.view === before.view) return;
    if (state.view !== 'read') {
      scrollTo(0, 0);
      return;
    }
    app.deck.slides[state.index]?.element.scrollIntoView();
    arrived = scrollY;
  });
}
