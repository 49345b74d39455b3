import { openDialog } from './dialog.ts';
import { el, root } from './dom.ts';
import type { App } from './types.ts';

/** The source's entry, copied from the list at the end of the page; null where there is none. */
export function sourceEntry(number: string): HTMLElement | null {
  const entry = document.getElementById(`source-${number}`);
  if (!entry) return null;
  const box = el('div', { class: 'source', lang: root.lang, dir: root.dir });
  for (const child of entry.childNodes) box.append(child.cloneNode(true));
  return box;
}

/** On a slide a reference opens its source; in the page to read it is a link to it. */
export function mountSources(app: App): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#source-"]') : null;
    if (!link || event.defaultPrevented || app.store.get().view === 'read') return;
    event.preventDefault();
    const number = (link.getAttribute('href') ?? '').replace('#source-', '');
    const entry = sourceEntry(number);
    if (entry) openDialog(`Source ${number}`, entry);
  });
}
