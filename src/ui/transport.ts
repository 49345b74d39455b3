import '../api/bridge.ts';
import type { Transport } from '../api/client.ts';
import type { AppEvent, Envelope } from '../api/contract.ts';
import { createPageAccess, NotLetIn, PATIENCE } from './http/access.ts';
import { readEvents } from './http/events.ts';

/** Where Electron's bridge is, it; else the loopback host that served this page. */
export function findTransport(): Transport {
  return window.lectern ?? httpTransport();
}

/** What a browser sends for a page that is gone is at most 64 KiB in all. Bytes. */
const OUTLIVING = 60_000;

/** They carry what somebody typed: begun before the page goes, they must arrive after it all the same. */
const KEEPING: ReadonlySet<string> = new Set(['briefing.save', 'draft.save', 'intake.change']);

/** How long to wait with opening a stream of events again; milliseconds. */
const AGAIN = 500;

const REFUSED = 401;

/** Asks the host as this page, whose secret is asked for first where there is none, and anew where the host was started anew. */
function createAsk(): (path: string, init: RequestInit) => Promise<Response> {
  const access = createPageAccess();
  const as = (secret: string, path: string, { headers, ...init }: RequestInit): Promise<Response> =>
    fetch(path, { ...init, headers: { ...(headers as Record<string, string> | undefined), 'X-Lectern-Page': secret } });
  return async (path, init) => {
    // Without a wait where the secret is there: a page that goes sends what it sends at once or never.
    const secret = access.secret();
    const response = secret === null ? null : await as(secret, path, init);
    return response && response.status !== REFUSED ? response : as(await access.renew(secret), path, init);
  };
}

/** What one listener cannot do keeps no event from the others, nor the next one from it. */
function tell(listener: (event: AppEvent) => void, event: AppEvent): void {
  try {
    listener(event);
  } catch (error) {
    reportError(error);
  }
}

function httpTransport(): Transport {
  const listeners = new Set<(event: AppEvent) => void>();
  const lost = new Set<() => void>();
  const ask = createAsk();
  /** Whether a host has ever answered this page: until then there is nothing in it that could be lost. */
  let answered = false;

  const open = async (): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> => {
    // Until it answers; the stream itself may be silent for longer.
    const control = new AbortController();
    const patience = setTimeout(() => control.abort(new Error('the host gives no answer')), PATIENCE);
    const response = await ask('/api/events', { signal: control.signal }).finally(() => clearTimeout(patience));
    if (!response.ok || !response.body) throw new Error(`the host answered ${response.status}`);
    return response.body;
  };
  const listen = async (): Promise<void> => {
    try {
      const stream = await open();
      answered = true;
      // That it is cut says nothing about the host: whether another can be opened does.
      await readEvents(stream, (event) => {
        for (const listener of [...listeners]) tell(listener, event);
      }).catch(() => undefined);
    } catch (error) {
      if (error instanceof NotLetIn && !answered) location.replace('/enter');
      for (const listener of lost) listener();
    }
    setTimeout(() => void listen(), AGAIN);
  };
  void listen();

  let leaving = false;
  /** Bytes on their way that would outlive the page. */
  let outliving = 0;
  addEventListener('pagehide', () => (leaving = true));
  addEventListener('pageshow', () => (leaving = false));
  return {
    call: async (command, payload) => {
      const body = JSON.stringify({ command, payload });
      const { size } = new Blob([body]);
      const keepalive = (leaving || KEEPING.has(command)) && outliving + size < OUTLIVING;
      if (keepalive) outliving += size;
      try {
        const response = await ask('/api/call', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, keepalive });
        const envelope = (await response.json()) as Envelope;
        if (response.status === REFUSED) throw new NotLetIn('the host does not know this page');
        return envelope;
      } finally {
        if (keepalive) outliving -= size;
      }
    },
    onLost: (listener) => void lost.add(listener),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
