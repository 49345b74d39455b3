import { isPresenter } from './app.ts';
import { root } from './dom.ts';
import { setReading } from './start.ts';
import type { State, View } from './store.ts';
import type { App } from './types.ts';

/** Slides are scaled and placed by custom properties, so that no line is ever laid out anew. */
function set(name: string, value: string): void {
  root.style.setProperty(name, value);
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

function scale(name: '--k' | '--k2', page: Size, room: Size): void {
  const k = Math.max(0.01, Math.min(room.width / page.width, room.height / page.height));
  set(name, k.toFixed(5));
}

/** Puts a slide over a part of the presenter's view, at its left edge: the view's own words run rightwards in every deck. */
function putOver(selector: string, name: '--k' | '--k2', place: 'now' | 'next', page: Size): void {
  const rect = document.querySelector(selector)?.getBoundingClientRect();
  if (!rect) return;
  scale(name, page, rect);
  set(`--${place}-x`, `${rect.left}px`);
  set(`--${place}-y`, `${rect.top}px`);
}

/** Fits the slides of the view to the window. */
function fit(state: State): void {
  if (state.view === 'read') return;
  const page = pageSize();
  if (state.view === 'present') scale('--k', page, { width: innerWidth, height: innerHeight });
  else if (state.view === 'overview') {
    const gap = 16;
    const width = document.querySelector('main')?.clientWidth ?? innerWidth;
    const columns = Math.max(1, Math.floor((width - gap) / (240 + gap)));
    set('--columns', String(columns));
    scale('--k', page, { width: (width - gap * (columns + 1)) / columns, height: Infinity });
  } else {
    putOver('.desk-now', '--k', 'now', page);
    putOver('.desk-next', '--k2', 'next', page);
  }
}

/** The page's size in points: known even while no slide is shown. */
export function pagePoints(): Size {
  const style = getComputedStyle(root);
  const points = (name: string): number => Number.parseFloat(style.getPropertyValue(name));
  return { width: points('--pw'), height: points('--ph') };
}

/** In CSS pixels. */
function pageSize(): Size {
  const { width, height } = pagePoints();
  return { width: (width * 96) / 72, height: (height * 96) / 72 };
}

/** What the style sheets know views by. */
const VIEWS: readonly (readonly [string, readonly View[]])[] = [
  ['P', ['present']],
  ['O', ['overview']],
  ['D', ['presenter', 'alone']],
];

/** Shows the current slide, and keeps it fitted to the window. */
export function mountStage(app: App): void {
  const { slides } = app.deck;
  app.store.subscribe((state, before) => {
    setReading(state.view === 'read');
    for (const [name, views] of VIEWS) root.classList.toggle(name, views.includes(state.view));
    // all of them, since a saved copy may show another
    for (const { index, element } of slides) {
      const isNext = index === state.index + 1;
      element.classList.toggle('on', index === state.index);
      element.classList.toggle('after', isNext);
      element.inert = isNext && isPresenter(state);
    }
    if (state.view !== before.view || state === before) fit(state);
  });
  const again = (): void => fit(app.store.get());
  addEventListener('resize', again);
  // the presenter's view moves its parts when a line of it grows, and it is made when it is first shown
  const sizes = new ResizeObserver(again);
  app.store.subscribe((state) => {
    if (!isPresenter(state)) return;
    for (const part of document.querySelectorAll('.desk, .desk > *')) sizes.observe(part);
    fit(state);
  });
}
