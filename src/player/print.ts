import { closeDialog, openDialog } from './dialog.ts';
import { button, el, root } from './dom.ts';
import { sayCharts } from './charts.ts';
import { sourceEntry } from './sources.ts';
import { pagePoints, type Size } from './stage.ts';
import { setReading } from './start.ts';
import type { App } from './types.ts';

type Paper = 'a4' | 'letter';

/** Slides a page of a handout. */
const COUNTS = [1, 2, 3, 4, 6] as const;
const BESIDE = ['notes', 'lines', 'nothing'] as const;

interface Form {
  readonly kind: 'slides' | 'handout' | 'notes' | 'read';
  readonly paper: Paper;
  readonly count: (typeof COUNTS)[number];
  readonly beside: (typeof BESIDE)[number];
}

const SLIDES: Form = { kind: 'slides', paper: 'a4', count: 1, beside: 'notes' };

/** What is printed on within margins of 14 mm, in points. */
const SHEETS = { a4: { width: 515.9, height: 762.5 }, letter: { width: 532.6, height: 712.6 } } as const;

/** Points above a slide for its title and number, and between slides. */
const HEAD = 22;
const GAP = 14;

/** How large slides are on a handout, and how high the room is that each has with its notes or lines. */
function handoutSizes(
  { paper, count, beside }: Form,
  page: Size,
): { readonly scale: number; readonly cell: number; readonly columns: number } {
  const sheet = SHEETS[paper];
  const columns = count > 3 ? 2 : 1;
  const cell = sheet.height / (count / columns) - 2;
  const isBeside = beside !== 'nothing' && (count === 2 || count === 3);
  const width = isBeside ? sheet.width / 2 : (sheet.width - GAP * (columns - 1)) / columns;
  // a third of the room is left for what stands below
  const height = (cell - HEAD - GAP) * (beside === 'nothing' || isBeside ? 1 : 2 / 3);
  return { scale: Math.min(width / page.width, count === 1 ? Infinity : height / page.height), cell: count === 1 ? 0 : cell, columns };
}

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
    const sources = entries.length > 0 ? [el('div', { class: 'print-sources' }, ...entries)] : [];
    slide.element.append(...sources, el('div', { class: 'print-lines' }));
  }
}

/** What the next print shows. */
function setForm(form: Form, app: App): void {
  const { kind, paper, count, beside } = form;
  const isPaper = kind === 'handout' || kind === 'notes';
  if (isPaper) prepare(app);
  const { scale, cell, columns } = handoutSizes(form, pagePoints());
  const classes = {
    sheets: kind === 'slides',
    handout: kind === 'handout',
    large: kind === 'notes',
    paper: isPaper,
    many: count > 1,
    aside: count === 2 || count === 3,
    lined: beside === 'lines',
    bare: beside !== 'notes',
  };
  for (const [name, on] of Object.entries(classes)) root.classList.toggle(name, on);
  for (const [name, value] of Object.entries({ fit: scale.toFixed(4), cell: `${cell}pt`, 'per-row': columns })) {
    root.style.setProperty(`--${name}`, String(value));
  }
  setReading(kind === 'read');
  usePage(kind === 'slides' ? 'slides' : paper);
}

/** As the view asks: the page to read prints as a page, everything else as slides. */
function reset(app: App): void {
  const reading = app.store.get().view === 'read';
  setForm(reading ? { ...SLIDES, kind: 'read' } : SLIDES, app);
}

/**
 * What a tagged PDF says of itself: the first slide's title is its one heading above all others, what stands on every page is no part of
 * its text, but the mark once, and pictures of charts say their numbers.
 */
function tagWhilePrinting({ deck }: App): void {
  const [first] = deck.slides;
  const title = first?.element.querySelector('h2');
  const furniture = document.querySelectorAll('.page .repeated, .slide ~ .slide .mark');
  addEventListener('beforeprint', () => {
    title?.setAttribute('aria-level', '1');
    sayCharts(true);
    for (const each of furniture) each.setAttribute('aria-hidden', 'true');
  });
  addEventListener('afterprint', () => {
    title?.removeAttribute('aria-level');
    sayCharts();
    for (const each of furniture) each.removeAttribute('aria-hidden');
  });
}

/** Lets the reader choose what to print, then opens the browser's own dialog. */
export function askPrint(app: App): void {
  const print = (form: Form): void => {
    closeDialog(dialog);
    setForm(form, app);
    const place = scrollY;
    const restore = (): void => {
      reset(app);
      scrollTo(0, place);
    };
    addEventListener('afterprint', restore, { once: true });
    // the styles must hold before the browser takes its picture
    requestAnimationFrame(() => setTimeout(() => globalThis.print()));
  };
  const group = (title: string, text: string, ...parts: HTMLElement[]): HTMLElement =>
    el('section', { 'aria-label': title }, el('h3', {}, title), el('p', {}, text), el('p', { class: 'actions' }, ...parts));
  const papers = (form: () => Omit<Form, 'paper'>): HTMLElement[] => [
    button('A4', () => print({ ...form(), paper: 'a4' })),
    button('Letter', () => print({ ...form(), paper: 'letter' })),
  ];
  const select = (label: string, names: readonly string[]): HTMLSelectElement =>
    el('select', { 'aria-label': label }, ...names.map((name, value) => el('option', { value }, name)));
  const count = select('Slides a page', ['1 slide', ...COUNTS.slice(1).map((number) => `${number} slides`)]);
  const beside = select('With', [FOR_PRESENTER ? 'Notes and sources' : 'Sources', 'Lines', 'Nothing else']);
  const handout = (): Omit<Form, 'paper'> => ({
    kind: 'handout',
    count: COUNTS[count.selectedIndex] ?? 1,
    beside: BESIDE[beside.selectedIndex] ?? 'notes',
  });
  const parts = [
    group(
      'Slides',
      'One slide a page.',
      button('Slides', () => print(SLIDES)),
    ),
    group('Handout', 'Slides on paper, with room for what is said.', count, beside, ...papers(handout)),
  ];
  if (FOR_PRESENTER) parts.push(group('Notes', 'The notes alone, in large print.', ...papers(() => ({ ...SLIDES, kind: 'notes' }))));
  const dialog = openDialog('Print', ...parts);
}

/** `#print=handout-a4`, `#print=handout-3-lines-letter`: a form by address, for whoever makes a PDF without a hand on the keyboard. */
export function printByAddress(form: string, app: App): void {
  const match = /^(slides|handout|notes|read)(?:-([12346]))?(?:-(notes|lines|nothing))?(?:-(a4|letter))?$/.exec(form);
  if (!match) return;
  const [, kind, count, beside, paper] = match;
  if (kind === 'notes' && !FOR_PRESENTER) return;
  const own = { kind: kind as Form['kind'], paper: (paper ?? 'a4') as Paper };
  const handout = { count: COUNTS.find((each) => String(each) === count) ?? 1, beside: (beside ?? 'notes') as Form['beside'] };
  setForm({ ...SLIDES, ...own, ...(kind === 'handout' && handout) }, app);
}

export function mountPrint(app: App): void {
  tagWhilePrinting(app);
  app.store.subscribe((state, before) => {
    if (state === before || state.view !== before.view) reset(app);
  });
}
