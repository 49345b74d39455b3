import { writeAddress } from './address.ts';
import { isPresenter } from './app.ts';
import { button, el, root } from './dom.ts';
import { askSlide } from './find.ts';
import { notesSize, setNotesSize } from './kept.ts';
import { isPointing, togglePointer, watchPointing } from './laser.ts';
import { clock, ON_TIME } from './pace.ts';
import { chosenLine, stepLine, watchLine } from './lines.ts';
import { isCatchingUp, tell, watchLink } from './peer.ts';
import { sourceEntry } from './sources.ts';
import { saveTimes } from './times.ts';
import type { Slide } from './deck.ts';
import type { App } from './types.ts';

function field(label: string, value: HTMLElement): HTMLElement {
  return el('div', {}, el('span', { class: 'quiet' }, label), value);
}

/** What the clock and the notes' size are is written where a reload finds it. */
function keep(app: App): void {
  writeAddress(app);
  tell('kept', app);
}

/** Makes the notes larger or smaller by so many pixels. */
export function sizeNotes(by: number, app: App): void {
  setNotesSize(notesSize() + by);
  keep(app);
}

/** Moves the notes by most of what is seen of them. */
export function scrollNotes(direction: 1 | -1): void {
  const notes = document.querySelector('.desk-words');
  notes?.scrollBy({ top: direction * notes.clientHeight * 0.8 });
}

/** The presenter's view: this slide and the next, the notes, and the time. Made when it is first shown. */
export function mountPresenterView(app: App): void {
  let refresh: (() => void) | null = null;
  app.store.subscribe((state) => {
    if (!isPresenter(state)) return;
    refresh ??= makePresenterView(app);
    refresh();
  });
}

/** The times, brought up to date twice a second, and what to do about them. */
function makeClock(app: App): { readonly fields: readonly HTMLElement[]; readonly skip: HTMLElement; readonly tick: () => void } {
  const { pace, deck } = app;
  const { slides, data } = deck;
  // no live regions: nobody wants every second read out
  const value = (): HTMLElement => el('span', { class: 'desk-value' });
  const [time, elapsed, left, topic, state] = [value(), value(), value(), value(), value()];
  const skip = el('div', { class: 'desk-skip actions', role: 'group', 'aria-label': 'To be on time' });
  let offered = '';
  /** Made anew only when it says something else: a button that has the focus keeps it. */
  const offer = (): void => {
    const found = pace.skips();
    const key = found.map(({ to }) => to).join();
    if (key === offered) return;
    offered = key;
    const buttons = found.map(({ to, saves }) => {
      const title = el('bdi', { lang: root.lang }, slides[to]?.title ?? '');
      const go = button('', () => app.go(to));
      go.append('Skip to ', title, ` (saves ${clock(saves)})`);
      return go;
    });
    skip.replaceChildren(...buttons);
  };
  const tick = (): void => {
    const now = new Date();
    const view = pace.view();
    const isLate = view.elapsed > 0 && view.behind > ON_TIME;
    time.textContent = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
    elapsed.textContent = clock(view.elapsed);
    left.textContent = view.left === null ? '–' : clock(view.left);
    left.classList.toggle('late', view.left !== null && view.left < 0);
    topic.textContent = `${clock(view.topicSpent)} of ${clock(view.topicPlanned)}`;
    const ahead = view.behind < -ON_TIME ? `${clock(-view.behind)} ahead` : 'On time';
    state.textContent = view.elapsed === 0 ? '–' : isLate ? `${clock(view.behind)} behind` : ahead;
    state.classList.toggle('late', isLate);
    start.textContent = view.running ? 'Pause' : view.elapsed > 0 ? 'Go on' : 'Start';
    offer();
  };
  const acting = (act: () => void) => (): void => {
    act();
    keep(app);
    tick();
  };
  const start = button('Start', acting(pace.toggle));
  const fields = [
    field('Time', time),
    field('Elapsed', elapsed),
    field(data.minutes === null ? 'Left (no time given)' : `Left of ${data.minutes} min`, left),
    field('This topic', topic),
    field('Pace', state),
    el(
      'div',
      { class: 'actions' },
      start,
      button('Reset', acting(pace.reset)),
      button('Save times', () => saveTimes(app)),
    ),
  ];
  return { fields, skip, tick };
}

function makeTools(app: App, place: HTMLElement): HTMLElement {
  const pointer = button('Pointer', togglePointer);
  watchPointing(() => pointer.setAttribute('aria-pressed', String(isPointing())));
  const alone = app.store.get().view === 'alone' ? [button('Back to the slide', () => app.show('present'))] : [];
  return el(
    'div',
    { class: 'desk-tools actions' },
    el(
      'div',
      { class: 'desk-turn actions' },
      button('Previous', () => app.step(-1)),
      place,
      button('Next', () => app.step(1)),
    ),
    button('Slides', () => askSlide(app, true)),
    pointer,
    button('Black', () => app.blank('black')),
    button('White', () => app.blank('white')),
    ...alone,
  );
}

/** The slide's notes and below them its sources, with what each of them says. */
function notesOf(slide: Slide | undefined): HTMLElement[] {
  const notes = slide?.element.querySelector('.notes');
  const copies = [...(notes?.children ?? [])]
    .filter(({ tagName }) => tagName !== 'H3')
    .map((child) => child.cloneNode(true) as HTMLElement);
  // below the heading of the notes themselves
  const own = copies.map((copy) => (copy.tagName === 'H4' ? el('h3', { dir: copy.dir || root.dir }, ...copy.childNodes) : copy));
  return [
    ...(own.length > 0 ? own : [el('p', { class: 'quiet', lang: 'en', dir: 'ltr' }, 'No notes for this slide.')]),
    ...entriesOf(slide?.refs ?? []),
  ];
}

/** Sources with their numbers and what they say. */
function entriesOf(refs: readonly string[]): HTMLElement[] {
  return refs.flatMap((number) => {
    const entry = sourceEntry(number);
    return entry ? [el('div', { class: 'desk-source' }, el('b', {}, `[${number}] `), entry)] : [];
  });
}

/** What the sources of the chosen line say, before the notes. */
function saidOf(): HTMLElement[] {
  const chosen = chosenLine();
  return chosen ? [el('div', { class: 'desk-said' }, el('h3', { dir: 'auto' }, chosen.words), ...entriesOf(chosen.refs))] : [];
}

function makePresenterView(app: App): () => void {
  const { slides } = app.deck;
  const { fields, skip, tick } = makeClock(app);
  const link = el('output', {});
  const place = el('span', { class: 'place' });
  // Long notes are scrolled by keyboard, too.
  const sources = button('Sources', () => stepLine(1));
  const notes = el('div', { class: 'desk-words', tabindex: '0', role: 'region', 'aria-label': 'Notes' });
  const nextTitle = el('p', { lang: root.lang, dir: root.dir });
  const head = el(
    'div',
    { class: 'actions' },
    el('h2', {}, 'Notes'),
    sources,
    button('Smaller notes', () => sizeNotes(-2, app), 'M5 12h14', '−'),
    button('Larger notes', () => sizeNotes(2, app), 'M5 12h14M12 5v14', '+'),
  );
  const desk = el(
    'section',
    { class: 'desk', 'aria-label': 'Presenter view', lang: 'en', dir: 'ltr' },
    el('div', { class: 'desk-bar' }, ...fields, link),
    skip,
    el('div', { class: 'desk-now' }),
    el('div', { class: 'desk-after' }, el('span', { class: 'quiet' }, 'Next'), nextTitle),
    el('div', { class: 'desk-next' }),
    el('div', { class: 'desk-notes' }, head, notes),
    makeTools(app, place),
  );
  document.body.prepend(desk);
  watchLine(() => {
    sources.setAttribute('aria-pressed', String(!!chosenLine()));
    notes.querySelector('.desk-said')?.remove();
    notes.prepend(...saidOf());
    notes.scrollTop = 0;
  });
  watchLink((linked) => {
    const { view } = app.store.get();
    link.textContent = view === 'alone' ? '' : linked ? 'In step' : 'Not connected';
    link.classList.toggle('late', !linked && view !== 'alone');
  });
  setInterval(tick, 500);

  let shown = -1;
  return () => {
    const { index } = app.store.get();
    tick();
    if (index === shown) return;
    if (shown >= 0 && !isCatchingUp()) app.pace.moved();
    shown = index;
    place.textContent = `${index + 1} / ${slides.length}`;
    nextTitle.textContent = slides[index + 1]?.title ?? 'End of the deck';
    notes.replaceChildren(...notesOf(slides[index]));
    notes.lang = root.lang;
    notes.dir = root.dir;
    notes.scrollTop = 0;
    tick();
    if (!isCatchingUp()) keep(app);
  };
}
