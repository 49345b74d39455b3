import { firstSlideOf, type AppState } from './app.ts';
import { keyOf } from './briefing.ts';

/** A selected line of the running order, and its first slide shown; until there is one, the next preview is followed to it. */
export function withRow(state: AppState, row: number | null): AppState {
  const item = row === null ? undefined : state.doc?.history.present.items[row];
  const slide = item ? firstSlideOf(state.preview.deck, keyOf(item)) : null;
  const preview = slide ? { ...state.preview, slide: slide.id, follow: null } : { ...state.preview, follow: item ? keyOf(item) : null };
  return { ...state, row, preview };
}

/** A slide shown, and the line of the running order that it comes from selected. */
export function withSlide(state: AppState, id: string): AppState {
  const topic = state.preview.deck?.slides.find((slide) => slide.id === id)?.topic ?? null;
  const row = topic === null ? -1 : (state.doc?.history.present.items.findIndex((item) => keyOf(item) === topic) ?? -1);
  return { ...state, preview: { ...state.preview, slide: id, follow: null }, row: row >= 0 ? row : state.row };
}
