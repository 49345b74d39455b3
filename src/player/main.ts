/** The deck's script: makes a deck to present out of a page to read. No storage, no request, no markup from strings. */
import { announcer, say } from './announce.ts';
import { mountAddress, slideOf } from './address.ts';
import { makeApp } from './app.ts';
import { mountCopy } from './clipboard.ts';
import { readDeck } from './deck.ts';
import { mountPresenterView } from './presenter-view.ts';
import { el, removeMade, root } from './dom.ts';
import { sayCharts } from './charts.ts';
import { keptIn, takeKept } from './kept.ts';
import { mountKeys } from './keys.ts';
import { mountLaser } from './laser.ts';
import { mountOverview } from './overview.ts';
import { makePace } from './pace.ts';
import { callOpener, mountPeer, warnAndShow } from './peer.ts';
import { mountLines } from './lines.ts';
import { keepPlace } from './place.ts';
import { mountPrint, printByAddress } from './print.ts';
import { mountReading } from './reading.ts';
import { mountSources } from './sources.ts';
import { mountStage } from './stage.ts';
import { startsReading, wantedBy } from './start.ts';
import { makeStore, type View } from './store.ts';
import { mountToolbar } from './toolbar.ts';
import { mountTouch } from './touch.ts';
import type { App } from './types.ts';

/** The view the address asks for. A presenter's window without the one that opened it shows nothing unasked. */
function startView(hash: string): View {
  const wanted = wantedBy(hash);
  if (startsReading(hash)) return 'read';
  if (wanted.kind !== 'view') return 'present';
  if (wanted.view !== 'presenter') return wanted.view;
  return FOR_PRESENTER && opener !== null ? 'presenter' : 'present';
}

function announceSlides(app: App): void {
  const { slides } = app.deck;
  app.store.subscribe((state, before) => {
    if (state === before || state.view === 'read') return;
    if (state.blank !== before.blank && state.index === before.index) {
      say(state.blank === '' ? 'Screen is back' : `Screen is ${state.blank}`);
      return;
    }
    if (state.view !== 'overview') say(`Slide ${state.index + 1} of ${slides.length}: ${slides[state.index]?.title ?? ''}`);
  });
}

function start(): void {
  removeMade();
  const deck = readDeck();
  const { hash } = location;
  const wanted = wantedBy(hash);
  const view = startView(hash);
  const store = makeStore({ index: 0, view, blank: '' });
  const pace = makePace(deck.slides, deck.data.minutes);
  const app = makeApp(deck, store, pace);
  store.set({ index: slideOf(hash, app) ?? 0 });
  if (FOR_PRESENTER) {
    takeKept(keptIn(hash), app);
    store.subscribe((state) => pace.at(state.index));
  }
  document.body.prepend(announcer(), el('div', { class: 'blackout' }));
  store.subscribe((state) => {
    for (const blank of ['black', 'white']) root.classList.toggle(blank, state.blank === blank);
  });
  if (view !== 'presenter') document.body.prepend(mountToolbar(app));
  if (FOR_PRESENTER) mountPresenterView(app);
  mountStage(app);
  if (FOR_PRESENTER) mountPeer(app);
  mountLaser(app);
  if (view !== 'presenter') {
    mountOverview(app);
    mountAddress(app);
  } else if (FOR_PRESENTER) callOpener(app);
  announceSlides(app);
  keepPlace(app);
  sayCharts();
  mountReading(app);
  if (FOR_PRESENTER) mountLines(app);
  mountSources(app);
  mountKeys(app);
  mountTouch(app);
  mountCopy();
  mountPrint(app);
  if (wanted.kind === 'print') printByAddress(wanted.form, app);
  if (FOR_PRESENTER && wanted.kind === 'view' && wanted.view === 'presenter' && view !== 'presenter') {
    warnAndShow(app, 'This window was not opened from a deck. The presenter view can be shown here instead.');
  }
}

start();
