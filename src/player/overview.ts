import { isDialogOpen } from './dialog.ts';
import { el, root } from './dom.ts';
import type { App } from './types.ts';

/** Links over the thumbnails, made when the overview is first opened. */
function makeLinks(app: App): HTMLAnchorElement[] {
  return app.deck.slides.map((slide) => {
    const number = String(slide.index + 1);
    const open = (event: Event): void => {
      event.preventDefault();
      app.go(slide.index);
      app.show('present');
    };
    const link = el('a', { class: 'jump', href: `#${number}`, 'aria-label': `Slide ${number}: ${slide.title}`, click: open }, number);
    slide.element.append(link);
    return link;
  });
}

/** Makes a slide a picture to keyboards and screen readers. Not by `inert`, which would hide its words from find-in-page and copying. */
function makePicture(page: HTMLElement, isPicture: boolean): void {
  page.setAttribute('aria-hidden', String(isPicture));
  for (const link of page.querySelectorAll('a')) link.tabIndex = isPicture ? -1 : 0;
}

function columns(): number {
  return Number(root.style.getPropertyValue('--columns')) || 1;
}

/** All slides as a grid; arrows move in it, Enter opens. */
export function mountOverview(app: App): void {
  let links: HTMLAnchorElement[] = [];
  app.store.subscribe((state, before) => {
    const isOpen = state.view === 'overview';
    if (isOpen === (before.view === 'overview') && state !== before && !isOpen) return;
    if (isOpen && links.length === 0) links = makeLinks(app);
    if (isOpen !== (before.view === 'overview') || state === before) for (const { page } of app.deck.slides) makePicture(page, isOpen);
    if (isOpen) {
      const link = links[state.index];
      link?.focus({ preventScroll: true });
      link?.scrollIntoView({ block: 'nearest' });
    }
  });
  addEventListener('keydown', (event) => {
    if (app.store.get().view !== 'overview' || event.ctrlKey || event.metaKey || event.altKey || isDialogOpen()) return;
    const down = event.key === 'ArrowDown' ? columns() : event.key === 'ArrowUp' ? -columns() : 0;
    if (down !== 0) {
      event.preventDefault();
      const { index } = app.store.get();
      const target = index + down;
      if (target >= 0 && target < links.length) app.go(target);
    } else if (event.key === ' ' || event.key === 'Enter') {
      const isLink = event.target instanceof Element && event.target.closest('a, button') !== null;
      if (isLink) return;
      event.preventDefault();
      app.show('present');
    }
  });
}
