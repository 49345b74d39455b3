import { openDialog } from './dialog.ts';
import { button, el } from './dom.ts';
import type { State } from './store.ts';
import type { App } from './types.ts';

interface Message {
  readonly app: 'lectern';
  readonly stamp: string;
  /** `hello` asks where the show stands, `here` answers, `state` tells of a turn. */
  readonly kind: 'hello' | 'here' | 'state' | 'bye';
  readonly index: number;
  readonly black: boolean;
}

let peer: Window | null = null;
let presenterWindow: Window | null = null;
/** The state as the other window last said it: not sent back. */
let heard: { index: number; black: boolean } | null = null;
let catchingUp = false;
let onLink: (linked: boolean) => void = () => undefined;

export function watchLink(listener: (linked: boolean) => void): void {
  onLink = listener;
  listener(peer !== null);
}

function parse(data: unknown, app: App): Message | null {
  if (typeof data !== 'object' || data === null) return null;
  const m = data as Partial<Record<keyof Message, unknown>>;
  const isOurs = m.app === 'lectern' && m.stamp === app.deck.data.stamp;
  const isWhole = typeof m.index === 'number' && Number.isInteger(m.index) && typeof m.black === 'boolean';
  const isKnown = typeof m.kind === 'string' && ['hello', 'here', 'state', 'bye'].includes(m.kind);
  return isOurs && isWhole && isKnown ? (data as Message) : null;
}

function send(kind: Message['kind'], to: Window | null, app: App): void {
  const { index, black } = app.store.get();
  const message: Message = { app: 'lectern', stamp: app.deck.data.stamp, kind, index, black };
  // a file's origin is opaque and cannot be named
  to?.postMessage(message, location.protocol === 'file:' || origin === 'null' ? '*' : origin);
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

export function mountPeer(app: App): void {
  addEventListener('message', (event) => {
    if (!isTrusted(event.source, app.store.get())) return;
    const message = parse(event.data, app);
    if (!message) return;
    if (message.kind === 'bye') {
      peer = null;
      onLink(false);
      return;
    }
    peer = event.source;
    onLink(true);
    if (message.kind === 'hello') {
      send('here', peer, app);
      return;
    }
    heard = { index: message.index, black: message.black };
    catchingUp = message.kind === 'here';
    // both at once: a change between them would be sent back
    app.go(message.index, message.black);
    catchingUp = false;
  });
  app.store.subscribe((state, before) => {
    if (state === before || (state.index === before.index && state.black === before.black)) return;
    if (heard && heard.index === state.index && heard.black === state.black) return;
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
export function openPresenter(app: App): void {
  if (app.store.get().view === 'alone') {
    app.show('present');
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
  else warnAndShow(app, 'The browser did not open a second window.');
}

/** Shows the presenter's view in this window once the reader has agreed that the room may see it. */
export function warnAndShow(app: App, reason: string): void {
  const agree = (): void => {
    dialog.close();
    app.show('alone');
  };
  const dialog = openDialog(
    'Show notes in this window?',
    el('p', {}, `${reason} The presenter view can be shown here instead.`),
    el('p', {}, el('strong', {}, 'Whoever sees this screen will see your notes.')),
    el('p', { class: 'actions' }, button('Show notes here', agree)),
  );
}
