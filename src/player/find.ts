import { isPresenter } from './app.ts';
import { openDialog } from './dialog.ts';
import { el, root } from './dom.ts';
import { clock } from './pace.ts';
import type { Slide } from './deck.ts';
import type { App } from './types.ts';

/** Words as they are compared: without case and accents, with single spaces. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').toLowerCase().trim();
}

/** Words around the place where they were found. */
function around(text: string, wanted: string): string {
  const at = text.toLowerCase().indexOf(wanted);
  const from = text.lastIndexOf(' ', Math.max(0, at - 30)) + 1;
  return `${from > 0 ? '… ' : ''}${text.slice(from, at + wanted.length + 50)}`;
}

export interface Entry {
  readonly slide: Pick<Slide, 'index' | 'title'>;
  /** What stands on it, and in its notes where they may be shown. */
  readonly texts: readonly string[];
}

export interface Found {
  readonly slide: Entry['slide'];
  /** The words around what was found, where it is not in the title. */
  readonly words: string;
}

/** Slides that match, the best first: by number, by the beginning of a title or of one of its words, by letters of it, by other words. */
export function find(entries: readonly Entry[], text: string): Found[] {
  const wanted = folded(text);
  const ranked = entries.flatMap(({ slide, texts }) => {
    const title = folded(slide.title);
    const place = wanted === String(slide.index + 1) ? 0 : title.startsWith(wanted) ? 1 : ` ${title}`.includes(` ${wanted}`) ? 2 : 3;
    if (place < 3 || title.includes(wanted)) return [{ slide, words: '', place }];
    const inside = texts.find((words) => folded(words).includes(wanted));
    return inside === undefined ? [] : [{ slide, words: around(inside, wanted), place: 4 }];
  });
  return ranked.sort((a, b) => a.place - b.place);
}

function textOf(node: Element | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** All slides by number and title; typing narrows them down, Enter goes to the first. Notes are searched where they are shown anyway. */
export function askSlide(app: App): void {
  const { slides } = app.deck;
  const state = app.store.get();
  const isMine = FOR_PRESENTER && isPresenter(state);
  const entries = slides.map((slide): Entry => {
    const texts = [slide.page, isMine ? slide.element.querySelector('.notes') : null].map(textOf);
    return { slide, texts };
  });
  const field = el('input', { type: 'search', 'aria-label': 'Number, title or words', autocomplete: 'off', spellcheck: 'false' });
  const list = el('ol', { role: 'list' });
  const count = el('p', { role: 'status', class: 'quiet' });
  const row = ({ slide, words }: Found): HTMLElement => {
    const go = (): void => {
      dialog.close();
      app.go(slide.index);
      if (!isPresenter(app.store.get())) app.show('present');
    };
    const { spent, planned } = app.pace.slide(slide.index);
    const time = isMine ? [el('span', { class: 'quiet' }, `${spent > 0 ? `${clock(spent)} of ` : ''}${clock(planned)}`)] : [];
    const title = el(
      'span',
      { lang: root.lang, dir: 'auto' },
      slide.title,
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
    list.replaceChildren(...found.map(row));
    count.textContent = found.length === 1 ? '1 slide' : `${found.length} slides`;
  };
  const dialog = openDialog('Go to a slide', el('div', { class: 'find' }, field, count), list);
  update();
  field.addEventListener('input', update);
  field.focus();
  dialog.addEventListener('keydown', (event) => {
    const rows = [...list.querySelectorAll('button')];
    const at = rows.findIndex((button) => button === document.activeElement);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) (at + by < 0 ? field : rows[at + by])?.focus();
    else if (event.key === 'Enter' && event.target === field && field.value !== '') rows[0]?.click();
    else return;
    event.preventDefault();
  });
  list.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'center' });
}
