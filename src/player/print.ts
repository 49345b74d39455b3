import { closeDialog, openDialog } from './dialog.ts';
import { button, el, root } from './dom.ts';
import { sourceEntry } from './sources.ts';
import { setReading } from './start.ts';
import type { App } from './types.ts';

type Form = 'slides' | 'handout' | 'notes' | 'read';
type Paper = 'a4' | 'letter';

function usePage(page: 'slides' | Paper): void {
  for (const name of ['slides', 'a4', 'letter']) {
    document.getElementById(`page-${name}`)?.setAttribute('media', name === page ? 'print' : 'not all');
  }
}

let prepared = false;

/** What handouts and large notes need and the slides lack: a heading with the number, and the sources' words. */
function prepare(app: App): void {
  if (prepared) return;
  prepared = true;
  const count = app.deck.slides.length;
  for (const slide of app.deck.slides) {
    slide.element.prepend(
      el('div', { class: 'print-head' }, el('b', {}, slide.title), el('span', { dir: 'ltr' }, `${slide.index + 1} / ${count}`)),
    );
    const entries = slide.refs.flatMap((number) => {
      const entry = sourceEntry(number);
      return entry ? [el('div', {}, el('b', {}, `[${number}] `), entry)] : [];
    });
    if (entries.length > 0) slide.element.append(el('div', { class: 'print-sources' }, ...entries));
  }
}

/** What the next print shows. */
function setForm(form: Form, paper: Paper, app: App): void {
  if (form !== 'slides' && form !== 'read') prepare(app);
  const classes = {
    sheets: form === 'slides',
    handout: form === 'handout',
    large: form === 'notes',
    a4: paper === 'a4',
    letter: paper === 'letter',
  };
  for (const [name, on] of Object.entries(classes)) root.classList.toggle(name, on);
  root.classList.toggle('paper', form === 'handout' || form === 'notes');
  setReading(form === 'read');
  usePage(form === 'slides' ? 'slides' : paper);
}

/** As the view asks: the page to read prints as a page, everything else as slides. */
function reset(app: App): void {
  const reading = app.store.get().view === 'read';
  setForm(reading ? 'read' : 'slides', 'a4', app);
}

/** Lets the reader choose what to print, then opens the browser's own dialog. */
export function askPrint(app: App): void {
  const print = (form: Form, paper: Paper) => (): void => {
    closeDialog(dialog);
    setForm(form, paper, app);
    const place = scrollY;
    const restore = (): void => {
      reset(app);
      scrollTo(0, place);
    };
    addEventListener('afterprint', restore, { once: true });
    // the styles must hold before the browser takes its picture
    requestAnimationFrame(() => setTimeout(() => globalThis.print()));
  };
  const group = (title: string, text: string, ...buttons: HTMLElement[]): HTMLElement =>
    el('section', { 'aria-label': title }, el('h3', {}, title), el('p', {}, text), el('p', { class: 'actions' }, ...buttons));
  const papers = (form: Form): HTMLElement[] => [button('A4', print(form, 'a4')), button('Letter', print(form, 'letter'))];
  const parts = [
    group('Slides', 'One slide a page.', button('Slides', print('slides', 'a4'))),
    group('Handout', FOR_PRESENTER ? 'Each slide with its notes and sources.' : 'Each slide with its sources.', ...papers('handout')),
  ];
  if (FOR_PRESENTER) parts.push(group('Notes', 'The notes alone, in large print.', ...papers('notes')));
  const dialog = openDialog('Print', ...parts);
}

/** `#print=handout-a4`: a form by address, for whoever makes a PDF without a hand on the keyboard. */
export function printByAddress(form: string, app: App): void {
  const match = /^(slides|handout|notes|read)(?:-(a4|letter))?$/.exec(form);
  if (!match) return;
  const wanted = match[1] as Form;
  if (wanted === 'notes' && !FOR_PRESENTER) return;
  setForm(wanted, (match[2] ?? 'a4') as Paper, app);
}

export function mountPrint(app: App): void {
  app.store.subscribe((state, before) => {
    if (state === before || state.view !== before.view) reset(app);
  });
}
