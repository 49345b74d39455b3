import type { Envelope } from '../api/contract.ts';
import { problemsOfError } from '../api/problems.ts';

/** One end of a wire between threads: `parentPort` and a `Worker` both are one. */
export interface Wire {
  readonly post: (message: unknown) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
}

/** Calls in both directions and events, over one wire. */
export interface Peer {
  /** Never rejects. */
  readonly call: (name: string, payload: unknown) => Promise<Envelope>;
  readonly emit: (event: unknown) => void;
  /** Answers every call that still waits with this error: the other end is gone. */
  readonly fail: (error: Error) => void;
}

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly payload: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly envelope: Envelope }
  | { readonly kind: 'event'; readonly event: unknown };

export interface PeerOptions {
  /** Answers the other end's calls. */
  readonly serve: (name: string, payload: unknown) => Promise<Envelope>;
  readonly onEvent?: (event: unknown) => void;
}

export function createPeer(wire: Wire, { serve, onEvent }: PeerOptions): Peer {
  const waiting = new Map<number, (envelope: Envelope) => void>();
  let next = 1;
  const failed = (error: unknown): Envelope => ({ ok: false, problems: problemsOfError(error) });

  wire.listen((raw) => {
    const message = raw as Message;
    switch (message.kind) {
      case 'call':
        void serve(message.name, message.payload)
          .catch(failed)
          .then((envelope) => wire.post({ kind: 'answer', id: message.id, envelope } satisfies Message));
        return;
      case 'answer':
        waiting.get(message.id)?.(message.envelope);
        waiting.delete(message.id);
        return;
      case 'event':
        onEvent?.(message.event);
        return;
    }
  });

  return {
    call: (name, payload) =>
      new Promise((resolve) => {
        const id = next++;
        waiting.set(id, resolve);
        try {
          wire.post({ kind: 'call', id, name, payload } satisfies Message);
        } catch (error) {
          waiting.delete(id);
          resolve(failed(error));
        }
      }),
    emit: (event) => wire.post({ kind: 'event', event } satisfies Message),
    fail: (error) => {
      for (const resolve of waiting.values()) resolve(failed(error));
      waiting.clear();
    },
  };
}
