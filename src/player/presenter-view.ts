import { isPresenter } from './app.ts';
import { button, el, root } from './dom.ts';
import { makePace } from './pace.ts';
import { isCatchingUp, watchLink } from './peer.ts';
import { sourceEntry } from './sources.ts';
import type { App } from './types.ts';

/** Minutes and seconds, with a sign before what is below zero. */
export function clock(seconds: number): string {
  const rounded = Math.round(seconds);
  const whole = Math.abs(rounded);
  return `${rounded < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function field(label: string, value: HTMLElement): HTMLElement {
  return el('div', {}, el('span', { class: 'quiet' }, label), value);
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

function makePresenterView(app: App): () => void {
  const { slides, data } = app.deck;
  const pace = makePace(slides, data.minutes);
  const [time, elapsed, left, topic, state, link, place] = Array.from({ length: 7 }, () => el('output', {}));
  if (!time || !elapsed || !left || !topic || !state || !link || !place) throw new Error('unreachable');
  // Long notes are scrolled by keyboard, too.
  const notes = el('div', { class: 'desk-words', tabindex: '0', role: 'region', 'aria-label': 'Notes' });
  const nextTitle = el('p', {});
  nextTitle.lang = root.lang;
  nextTitle.dir = root.dir;
  let size = 20;
  const setSize = (by: number): void => {
    size = Math.max(12, Math.min(48, size + by));
    root.style.setProperty('--notes', `${size}px`);
  };
  setSize(0);
  const startButton = button('Start', () => {
    pace.toggle();
    tick();
  });
  const tick = (): void => {
    const now = new Date();
    time.textContent = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
    const view = pace.view();
    elapsed.textContent = clock(view.elapsed);
    left.textContent = view.left === null ? '–' : clock(view.left);
    left.classList.toggle('late', view.left !== null && view.left < 0);
    topic.textContent = `${clock(view.topicSpent)} of ${clock(view.topicPlanned)}`;
    state.textContent =
      view.elapsed === 0
        ? '–'
        : view.behind > 15
          ? `${clock(view.behind)} behind`
          : view.behind < -15
            ? `${clock(-view.behind)} ahead`
            : 'On time';
    state.classList.toggle('late', view.elapsed > 0 && view.behind > 15);
    startButton.textContent = view.running ? 'Pause' : view.elapsed > 0 ? 'Go on' : 'Start';
  };
  const reset = button('Reset', () => {
    pace.reset();
    tick();
  });

  const bar = el(
    'div',
    { class: 'desk-bar' },
    field('Time', time),
    field('Elapsed', elapsed),
    field(data.minutes === null ? 'Left (no time given)' : `Left of ${data.minutes} min`, left),
    field('This topic', topic),
    field('Pace', state),
    el('div', { class: 'actions' }, startButton, reset),
    el(
      'div',
      { class: 'actions' },
      button('Previous', () => app.step(-1)),
      place,
      button('Next', () => app.step(1)),
    ),
    link,
    ...(app.store.get().view === 'alone' ? [button('Back to the slide', () => app.show('present'))] : []),
  );
  const tools = el(
    'div',
    { class: 'actions' },
    el('h2', {}, 'Notes'),
    button('Smaller notes', () => setSize(-2), 'M5 12h14', '−'),
    button('Larger notes', () => setSize(2), 'M5 12h14M12 5v14', '+'),
  );
  const desk = el(
    'section',
    { class: 'desk', 'aria-label': 'Presenter view', lang: 'en', dir: 'ltr' },
    bar,
    el('div', { class: 'desk-now' }),
    el('div', { class: 'desk-after' }, el('span', { class: 'quiet' }, 'Next'), nextTitle),
    el('div', { class: 'desk-next' }),
    el('div', { class: 'desk-notes' }, tools, notes),
  );
  document.body.prepend(desk);
  addEventListener('keydown', (event) => {
    if (event.key === '+' || event.key === '=') setSize(2);
    if (event.key === '-' || event.key === '−') setSize(-2);
  });
  watchLink((linked) => {
    link.textContent = app.store.get().view === 'alone' ? '' : linked ? 'In step' : 'Not connected';
    link.classList.toggle('late', !linked && app.store.get().view !== 'alone');
  });
  setInterval(tick, 500);

  let shown = -1;
  return () => {
    const { index } = app.store.get();
    if (index === shown) return;
    if (shown >= 0 && !isCatchingUp()) pace.moved();
    shown = index;
    pace.at(index);
    place.textContent = `${index + 1} / ${slides.length}`;
    nextTitle.textContent = slides[index + 1]?.title ?? 'End of the deck';
    const source = slides[index]?.element.querySelector('.notes');
    const copies = source ? [...source.children].filter((child) => child.tagName !== 'H3').map((child) => child.cloneNode(true)) : [];
    const sources = (slides[index]?.refs ?? []).flatMap((number) => {
      const entry = sourceEntry(number);
      return entry ? [el('div', { class: 'desk-source' }, el('b', {}, `[${number}] `), entry)] : [];
    });
    notes.replaceChildren(
      ...(copies.length > 0 ? copies : [el('p', { class: 'quiet', lang: 'en', dir: 'ltr' }, 'No notes for this slide.')]),
      ...sources,
    );
    notes.lang = root.lang;
    notes.dir = root.dir;
    notes.scrollTop = 0;
    tick();
  };
}
