import { isPresenter } from './app.ts';
import { closeDialog, openDialog } from './dialog.ts';
import { el, isTouched, root } from './dom.ts';
import { clock } from './pace.ts';
import { find, type Entry, type Found } from './search.ts';
import { textOf } from './text.ts';
import type { App } from './types.ts';

/** All slides by number and title; typing narrows them down, Enter goes to the first. Notes are searched where they are shown anyway.
 * `byHand`: opened by a button and not by its key. */
export function askSlide(app: App, byHand = false): void {
  const { slides } = app.deck;
  const state = app.store.get();
  const isMine = FOR_PRESENTER && isPresenter(state);
  const entries = slides.map((slide): Entry => {
    const texts = [slide.page, isMine ? slide.element.querySelector('.notes') : null].map((part) => textOf(part));
    return { slide, texts };
  });
  const field = el('input', { type: 'search', 'aria-label': 'Number, title or words', autocomplete: 'off', spellcheck: 'false' });
  const list = el('ol', { role: 'list', class: 'rows' });
  const count = el('p', { role: 'status', class: 'quiet' });
  const row = ({ slide, words }: Found): HTMLElement => {
    const go = (): void => {
      closeDialog(dialog);
      app.go(slide.index);
      if (!isPresenter(app.store.get())) app.show('present');
    };
    const { spent, planned } = app.pace.slide(slide.index);
    const time = isMine ? [el('span', { class: 'quiet' }, `${spent > 0 ? `${clock(spent)} of ` : ''}${clock(planned)}`)] : [];
    const title = el(
      'span',
      { lang: root.lang, dir: 'auto' },
      el('span', { class: 'title' }, slide.title),
      ...(words === '' ? [] : [el('small', { class: 'quiet' }, words)]),
    );
    const current = slide.index === state.index ? 'true' : 'false';
    return el(
      'li',
      {},
      el('button', { type: 'button', click: go, 'aria-current': current }, el('b', {}, String(slide.index + 1)), title, ...time),
    );
  };
  const update = (): void => {
    const found = find(entries, field.value);
    list.classList.toggle('typed', field.value !== '');
    list.replaceChildren(...found.map(row));
    count.textContent = found.length === 1 ? '1 slide' : `${found.length} slides`;
  };
  const dialog = openDialog('Go to a slide', el('div', { class: 'find' }, field, count), list);
  update();
  field.addEventListener('input', update);
  const current = list.querySelector<HTMLElement>('[aria-current=true]');
  // a finger has no use for the keyboard that the field would bring up over the list
  (byHand && isTouched() ? current : field)?.focus();
  dialog.addEventListener('keydown', (event) => {
    const rows = [...list.querySelectorAll('button')];
    const at = rows.findIndex((button) => button === document.activeElement);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) (at + by < 0 ? field : rows[at + by])?.focus();
    // by itself it would only empty the field
    else if (event.key === 'Escape') closeDialog(dialog);
    else if (event.key === 'Enter' && event.target === field && field.value !== '') rows[0]?.click();
    else return;
    event.preventDefault();
  });
  current?.scrollIntoView({ block: 'center' });
}
