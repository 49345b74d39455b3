import { kept } from './kept.ts';
import { wantedBy } from './start.ts';
import type { App } from './types.ts';

/** The index of the slide an address names: by number, or by the id that stays the same from build to build. */
export function slideOf(hash: string, app: App): number | null {
  const wanted = wantedBy(hash);
  if (wanted.kind === 'slide') return wanted.number >= 1 && wanted.number <= app.deck.slides.length ? wanted.number - 1 : null;
  if (wanted.kind !== 'id') return null;
  const found = app.deck.slides.findIndex((slide) => slide.element.dataset['id'] === wanted.id);
  return found < 0 ? null : found;
}

/** Writes into the address where the show stands, so that it can be sent on and a reload comes back. */
export function writeAddress(app: App): void {
  const { view, index } = app.store.get();
  const place = view === 'present' || view === 'alone' ? String(index + 1) : view;
  const counted = FOR_PRESENTER ? kept(app) : '';
  const hash = `#${place}${counted && '~'}${counted}`;
  if (hash === location.hash) return;
  try {
    history.replaceState(null, '', hash);
  } catch {
    // a sandboxed frame may forbid it; the deck works without
  }
}

/** Keeps the address at the current slide. */
export function mountAddress(app: App): void {
  app.store.subscribe((state, before) => {
    if (state !== before) writeAddress(app);
  });
  addEventListener('hashchange', () => {
    const index = slideOf(location.hash, app);
    const { view } = app.store.get();
    if (index === null || view === 'presenter' || view === 'alone') return;
    app.go(index);
  });
}
