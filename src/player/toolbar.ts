import { agendaOf, showHelp, toggleFullScreen } from './commands.ts';
import { button, el, root, turned } from './dom.ts';
import { askSlide } from './find.ts';
import { openPresenter } from './peer.ts';
import { askPrint } from './print.ts';
import type { App } from './types.ts';

const ICONS = {
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  agenda: 'M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1',
  overview: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  read: 'M4 5h16M4 10h16M4 15h16M4 20h9',
  print: 'M7 9V4h10v5M5 17H3V9h18v8h-2M7 14h10v6H7z',
  presenter: 'M3 4h18v12H3zM9 20h6M12 16v4',
  full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  help: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 17.5v.5',
} as const;

/** A finger needs longer to find a button than a mouse that is already moving. */
const REST = { mouse: 2500, finger: 5000 } as const;

let wake: (rest: number) => void = () => undefined;
let rest: () => void = () => undefined;

/** Shows the buttons to a finger that asked for them, or hides them again. */
export function toggleToolbar(): void {
  if (document.body.classList.contains('idle')) wake(REST.finger);
  else rest();
}

/** From wherever it is asked for: the agenda as a slide. */
function toAgenda(app: App, agenda: number): () => void {
  return () => {
    app.go(agenda);
    if (app.store.get().view === 'overview') app.show('present');
  };
}

/** The bar of buttons. It shows itself when something moves and steps back again; what has the focus stays. */
export function mountToolbar(app: App): HTMLElement {
  const { slides } = app.deck;
  const place = button('', () => askSlide(app));
  place.className = 'place';
  place.title = 'Go to a slide (G)';
  const toggle = (view: 'overview' | 'read') => (): void => app.show(app.store.get().view === view ? 'present' : view);
  const isRtl = root.dir === 'rtl';
  const back = button('Previous slide', () => app.step(-1), isRtl ? ICONS.right : ICONS.left, turned('←'));
  const on = button('Next slide', () => app.step(1), isRtl ? ICONS.left : ICONS.right, turned('→'));
  for (const button of [back, on]) button.classList.add('turn');
  const agenda = agendaOf(app);
  const buttons = [
    // each on the side that it leads to
    ...(isRtl ? [on, place, back] : [back, place, on]),
    ...(agenda < 0 ? [] : [button('Agenda', toAgenda(app, agenda), ICONS.agenda, 'A')]),
    button('Overview', toggle('overview'), ICONS.overview, 'O'),
    button('Read as a page', toggle('read'), ICONS.read, 'R'),
    ...(FOR_PRESENTER ? [button('Presenter view', () => openPresenter(app), ICONS.presenter, 'S')] : []),
    button('Print', () => askPrint(app), ICONS.print, 'P'),
    ...(document.fullscreenEnabled ? [button('Full screen', toggleFullScreen, ICONS.full, 'F')] : []),
    button('Keys', () => showHelp(app), ICONS.help, '?'),
  ];
  const bar = el('nav', { class: 'bar', 'aria-label': 'Slide controls', lang: 'en', dir: 'ltr' }, ...buttons);
  app.store.subscribe((state) => {
    place.textContent = `${state.index + 1} / ${slides.length}`;
  });

  let timer = 0;
  rest = () => {
    bar.classList.remove('awake');
    document.body.classList.add('idle');
  };
  wake = (time) => {
    bar.classList.add('awake');
    document.body.classList.remove('idle');
    clearTimeout(timer);
    timer = setTimeout(rest, time);
  };
  const onMove = (event: Event): void => {
    // what turns a slide by touch shows nothing over it
    if (!(event instanceof PointerEvent) || event.pointerType === 'mouse' || bar.contains(event.target as Node)) wake(REST.mouse);
  };
  for (const event of ['pointermove', 'pointerdown', 'focusin'] as const) addEventListener(event, onMove, { passive: true });
  wake(REST.mouse);
  return bar;
}
