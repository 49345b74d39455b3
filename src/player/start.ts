/**
 * What the address asks for. `#4` or `#/4` a slide; `#read`, `#overview`, `#presenter` a view; `#print=handout-a4` a print form; else an id.
 * Behind `~` stands what a presenter's window has counted: see `kept.ts`.
 */
export type Wanted =
  | { readonly kind: 'none' }
  | { readonly kind: 'slide'; readonly number: number }
  | { readonly kind: 'view'; readonly view: 'read' | 'overview' | 'presenter' }
  | { readonly kind: 'print'; readonly form: string }
  | { readonly kind: 'id'; readonly id: string };

export function wantedBy(hash: string): Wanted {
  const text = hash.replace(/^#\/?|~.*/g, '');
  if (text === '') return { kind: 'none' };
  if (/^\d{1,5}$/.test(text)) return { kind: 'slide', number: Number(text) };
  if (text === 'read' || text === 'overview' || text === 'presenter') return { kind: 'view', view: text };
  if (text.startsWith('print=')) return { kind: 'print', form: text.slice(6) };
  return { kind: 'id', id: text };
}

/** A phone held upright starts with the page to read; so does an address inside that page. */
export function startsReading(hash: string): boolean {
  return hash.length < 2 ? matchMedia('(max-width: 599px)').matches : /^#\/?(read(~|$)|sources?(-|$))/.test(hash);
}

/** Slides stand under `S`, the page to read under `R`. */
export function setReading(reading: boolean): void {
  const { classList } = document.documentElement;
  classList.toggle('R', reading);
  classList.toggle('S', !reading);
}
