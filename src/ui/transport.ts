import '../api/bridge.ts';
import type { Transport } from '../api/client.ts';
import type { AppEvent, Envelope } from '../api/contract.ts';

/** Where Electron's bridge is, it; else the loopback host that served this page. */
export function findTransport(): Transport {
  return window.lectern ?? httpTransport();
}

function httpTransport(): Transport {
  const listeners = new Set<(event: AppEvent) => void>();
  const source = new EventSource('/api/events');
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as AppEvent;
    for (const listener of [...listeners]) listener(event);
  });
  return {
    call: async (command, payload) => {
      const response = await fetch('/api/call', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ command, payload }),
      });
      return (await response.json()) as Envelope;
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
