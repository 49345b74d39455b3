import { writeAddress } from './address.ts';
import { closeDialog, openDialog } from './dialog.ts';
import { button, el, isTouched } from './dom.ts';
import { kept, takeKept } from './kept.ts';
import type { Blank, State } from './store.ts';
import type { App } from './types.ts';

/** A place on the slide, in parts of its width and height; null: nowhere. */
export type Point = readonly [number, number] | null;

/** `hello` asks where the show stands, `here` answers, `state` tells of a turn, `kept` of the clock, `point` of the laser pointer. */
const KINDS = ['hello', 'here', 'state', 'kept', 'point', 'bye'] as const;

interface Message {
  readonly app: 'lectern';
  readonly stamp: string;
  readonly kind: (typeof KINDS)[number];
  readonly index: number;
  readonly blank: Blank;
  readonly kept: string;
  readonly point: Point;
}

let peer: Window | null = null;
let presenterWindow: Window | null = null;
/** The state as the other window last said it: not sent back. */
let heard: { index: number; blank: Blank } | null = null;
let catchingUp = false;
let onLink: (linked: boolean) => void = () => undefined;
let onPoint: (point: Point) => void = () => undefined;

export function watchLink(listener: (linked: boolean) => void): void {
  onLink = listener;
  listener(peer !== null);
}

export function watchPoint(listener: (point: Point) => void): void {
  onPoint = listener;
}

function isPoint(point: unknown): point is Point {
  return point === null || (Array.isArray(point) && point.length === 2 && point.every((part) => part >= 0 && part <= 1));
}

function parse(data: unknown, app: App): Message | null {
  if (typeof data !== 'object' || data === null) return null;
  const m = data as Partial<Record<keyof Message, unknown>>;
  const isOurs = m.app === 'lectern' && m.stamp === app.deck.data.stamp;
  const isWhole = Number.isInteger(m.index) && (m.blank === '' || m.blank === 'black' || m.blank === 'white');
  const isKnown = KINDS.some((kind) => kind === m.kind) && typeof m.kept === 'string' && isPoint(m.point);
  return isOurs && isWhole && isKnown ? (data as Message) : null;
}

function send(kind: Message['kind'], to: Window | null, app: App, point: Point = null): void {
  const { index, blank } = app.store.get();
  const message: Message = { app: 'lectern', stamp: app.deck.data.stamp, kind, index, blank, kept: kept(app), point };
  // a file's origin is opaque and cannot be named
  to?.postMessage(message, location.protocol === 'file:' || origin === 'null' ? '*' : origin);
}

/** Tells the other window of the clock, or where the laser pointer is. */
export function tell(kind: 'kept' | 'point', app: App, point: Point = null): void {
  send(kind, peer ?? presenterWindow, app, point);
}

/** Whether the slide changes because this window has only now heard where the show stands: nobody turned it. */
export function isCatchingUp(): boolean {
  return catchingUp;
}

/** Whether it is the window this one may listen to. */
function isTrusted(source: MessageEventSource | null, state: State): source is Window {
  if (source === null || !('closed' in source)) return false;
  if (state.view === 'presenter') return source === opener;
  return source === presenterWindow || source.opener === window;
}

/** The presenter's window has the clock; the one that opened it keeps it for when that is opened again. */
function hearKept(message: Message, app: App): void {
  const isClock = app.store.get().view === 'presenter';
  if (isClock ? message.kind === 'here' && kept(app) === '' : message.kept !== '' || message.kind !== 'hello') {
    takeKept(message.kept, app);
    writeAddress(app);
  }
}

export function mountPeer(app: App): void {
  addEventListener('message', (event) => {
    if (!isTrusted(event.source, app.store.get())) return;
    const message = parse(event.data, app);
    if (!message) return;
    if (message.kind === 'point') {
      onPoint(message.point);
      return;
    }
    if (message.kind === 'bye') {
      peer = null;
      onLink(false);
      return;
    }
    peer = event.source;
    onLink(true);
    hearKept(message, app);
    if (message.kind === 'hello') send('here', peer, app);
    if (message.kind === 'hello' || message.kind === 'kept') return;
    heard = { index: message.index, blank: message.blank };
    catchingUp = message.kind === 'here';
    // both at once: a change between them would be sent back
    app.go(message.index, message.blank);
    catchingUp = false;
  });
  app.store.subscribe((state, before) => {
    if (state === before || (state.index === before.index && state.blank === before.blank)) return;
    if (heard && heard.index === state.index && heard.blank === state.blank) return;
    heard = null;
    send('state', peer ?? presenterWindow, app);
  });
  addEventListener('pagehide', () => send('bye', peer, app));
}

/** In the presenter's window: finds the window that opened it, also after either was reloaded. */
export function callOpener(app: App): void {
  const call = (): void => {
    if (peer === null || peer.closed) {
      if (peer?.closed) {
        peer = null;
        onLink(false);
      }
      send('hello', opener as Window | null, app);
    }
  };
  call();
  setInterval(call, 1000);
}

/** Opens the presenter's window; where that is blocked, offers the same view here, with a warning first. */
function openWindow(app: App): void {
  if (presenterWindow && !presenterWindow.closed) {
    presenterWindow.focus();
    return;
  }
  const address = `${location.href.replace(/#.*$/, '')}#presenter`;
  let opened: Window | null = null;
  try {
    opened = window.open(address, `lectern-${app.deck.data.stamp}`, 'popup,width=1280,height=800');
  } catch {
    // a sandboxed frame
  }
  if (opened) presenterWindow = opened;
  else warnAndShow(app, 'The browser did not open a second window. The presenter view can be shown here instead.');
}

/** A second window; a finger is asked first, since a tablet or phone shows one at a time. */
export function openPresenter(app: App): void {
  if (app.store.get().view === 'alone') app.show('present');
  else if (isTouched()) warnAndShow(app, 'The presenter view can be shown here.', true);
  else openWindow(app);
}

/** The same view in this window, and back: for whoever has one screen, or goes through the talk alone. */
export function presentAlone(app: App): void {
  if (app.store.get().view === 'alone') app.show('present');
  else warnAndShow(app, 'The presenter view can be shown here, in the one window.');
}

/** Shows the presenter's view in this window once the reader has agreed that the room may see it. */
export function warnAndShow(app: App, reason: string, mayOpen = false): void {
  const choice = (label: string, act: () => void): HTMLElement =>
    button(label, () => {
      closeDialog(dialog);
      act();
    });
  const choices = [choice('Show notes here', () => app.show('alone'))];
  if (mayOpen) choices.push(choice('Open a second window', () => openWindow(app)));
  const dialog = openDialog(
    'Show notes in this window?',
    el('p', {}, reason),
    el('p', {}, el('strong', {}, 'Whoever sees this screen will see your notes.')),
    el('p', { class: 'actions' }, ...choices),
  );
}
