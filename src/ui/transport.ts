import '../api/bridge.ts';
import type { Transport } from '../api/client.ts';
import type { AppEvent, Envelope } from '../api/contract.ts';

/** Where Electron's bridge is, it; else the loopback host that served this page. */
export function findTransport(): Transport {
  return window.lectern ?? httpTransport();
}

/** What a browser sends for a page that is gone is at most 64 KiB in all. Bytes. */
const OUTLIVING = 60_000;

/** They carry what somebody typed: begun before the page goes, they must arrive after it all the same. */
const KEEPING: ReadonlySet<string> = new Set(['briefing.save', 'draft.save', 'intake.change']);

/** How long to wait with opening a stream of events again that the browser has given up; milliseconds. */
const AGAIN = 2000;

function httpTransport(): Transport {
  const listeners = new Set<(event: AppEvent) => void>();
  const connect = (): void => {
    const source = new EventSource('/api/events');
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as AppEvent;
      for (const listener of [...listeners]) listener(event);
    });
    // A browser comes back by itself where a stream was cut, but not where it was refused, and some not where nobody answered.
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, AGAIN);
    });
  };
  connect();
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
        const response = await fetch('/api/call', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, keepalive });
        return (await response.json()) as Envelope;
      } finally {
        if (keepalive) outliving -= size;
      }
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
