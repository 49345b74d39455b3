import type { App } from './types.ts';

/** In the page to read a figure that is wider than the page can be scrolled by keyboard, under its slide's title. */
export function mountReading(app: App): void {
  const update = (): void => {
    if (app.store.get().view !== 'read') return;
    for (const { element, title } of app.deck.slides) {
      for (const figure of element.querySelectorAll('figure')) {
        const isWide = figure.scrollWidth > figure.clientWidth + 1;
        const own = { tabindex: '0', role: 'group', 'aria-label': title };
        for (const [name, value] of Object.entries(own)) {
          if (isWide) figure.setAttribute(name, value);
          else if (name === 'role') figure.setAttribute(name, 'none');
          else figure.removeAttribute(name);
        }
      }
    }
  };
  app.store.subscribe((state, before) => {
    if (state === before || state.view !== before.view) update();
  });
  addEventListener('resize', update);
}
