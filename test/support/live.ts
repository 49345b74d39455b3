import { readerHere } from '../../src/workspace/service/library/reading.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient, type Transport } from '../../src/api/client.ts';
import type { AppEvent } from '../../src/api/contract.ts';
import { createController } from '../../src/ui/controller/index.ts';
import { createBackend, type Backend, type HostPorts } from '../../src/workspace/backend.ts';
import { resourcesBelow } from '../../src/workspace/resources.ts';
import { createPeer, type Peer, type Wire } from '../../src/workspace/rpc.ts';
import { runExport } from '../../src/workspace/service/export-job.ts';
import { createService, type ServicePorts } from '../../src/workspace/service/index.ts';
import { takeInHere } from './service.ts';
import type { Controller } from '../../src/ui/controller/types.ts';

/** The app without a screen: the real service, the real backend and the real state of a window, joined by a line that a test makes bad. */

/** Numbers from 0 to 1, the same ones for a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function wires(): readonly [Wire, Wire] {
  const hears: [(message: unknown) => void, (message: unknown) => void] = [() => undefined, () => undefined];
  const end = (own: 0 | 1): Wire => ({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      setImmediate(() => hears[own === 0 ? 1 : 0](copy));
    },
    listen: (listener) => void (hears[own] = listener),
  });
  return [end(0), end(1)];
}

const PORTS: HostPorts = {
  choose: () => Promise.resolve(null),
  reveal: () => Promise.resolve(),
  open: () => Promise.resolve(),
  window: () => undefined,
  printPdf: () => Promise.resolve(),
  progress: () => undefined,
};

export interface LiveBackend extends Backend {
  /** Ends the service as a fault would, without a word. */
  readonly die: () => void;
}

/** The real service behind the real backend, in this thread. */
export function liveBackend(folder: string, ports: Partial<ServicePorts> = {}): LiveBackend {
  let die: () => void = () => undefined;
  const backend = createBackend(() => {
    const [host, own] = wires();
    let dead = false;
    const gone: ((error: Error) => void)[] = [];
    const service = createService(
      {
        version: '0.0.0-test',
        resources: resourcesBelow(process.cwd()),
        home: join(folder, 'home'),
        documents: join(folder, 'documents'),
        host: { kind: 'web', platform: 'linux', dialogs: false, reveal: false, open: false, pdf: true, menu: false },
      },
      {
        emit: (event) => {
          if (!dead) peer.emit(event);
        },
        run: (request, hooks) => ({ done: runExport(request, hooks), stop: () => undefined }),
        ingest: takeInHere,
        readerOf: readerHere,
        print: async ({ pdf }) => writeFile(pdf, '%PDF-1.7 for tests'),
        cancelPrint: () => undefined,
        now: () => Date.now(),
        ...ports,
      },
    );
    const peer: Peer = createPeer(own, {
      serve: async (name, payload) => {
        if (dead) return new Promise(() => undefined);
        if (name !== 'close') return (await service).call(name, payload);
        await (await service).close();
        return { ok: true, value: {} };
      },
    });
    die = () => {
      dead = true;
      void service.then((running) => running.close());
      for (const listener of gone) listener(new Error('stopped'));
    };
    return { wire: host, onGone: (listener) => void gone.push(listener), stop: () => Promise.resolve() };
  }, PORTS);
  return { ...backend, die: () => die() };
}

export interface Line extends Transport {
  /** Cuts the stream of events, with what is on its way; `open` opens it again. */
  readonly cut: () => void;
  readonly open: () => void;
  readonly close: () => void;
}

export interface LineOptions {
  /** Milliseconds until an answer arrives, each asked for anew. */
  readonly answers: (command: string) => number;
  /** Milliseconds until an event arrives; never before an earlier one. */
  readonly events: () => number;
  /** Milliseconds until the stream is opened for the first time. */
  readonly opens?: number;
  /** Milliseconds the stream holds, and how long it is then away; none: it is cut by hand. */
  readonly cuts?: { readonly after: () => number; readonly away: () => number };
}

/** A web host's two kinds of connection, without the sockets: answers overtake each other, events do not; what is cut is lost. */
export function badLine(backend: Pick<Backend, 'call' | 'on'>, { answers, events, opens = 0, cuts }: LineOptions): Line {
  const listeners = new Set<(event: AppEvent) => void>();
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, task: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      task();
    }, ms);
    timers.add(timer);
  };
  let stream = 0;
  let stop: (() => void) | null = null;
  const open = (): void => {
    if (stop) return;
    const mine = (stream += 1);
    const waiting: { readonly event: AppEvent; readonly due: number }[] = [];
    let due = 0;
    const flow = (): void => {
      if (mine !== stream) return;
      while (waiting[0] && waiting[0].due <= performance.now()) {
        const [next] = waiting.splice(0, 1);
        if (next) for (const listener of [...listeners]) listener(next.event);
        if (mine !== stream) return;
      }
      if (waiting[0]) later(waiting[0].due - performance.now(), flow);
    };
    stop = backend.on((event) => {
      due = Math.max(due, performance.now() + events());
      waiting.push({ event: structuredClone(event), due });
      if (waiting.length === 1) later(due - performance.now(), flow);
    });
    if (cuts) later(cuts.after(), cut);
  };
  const cut = (): void => {
    stream += 1;
    stop?.();
    stop = null;
    if (cuts) later(cuts.away(), open);
  };
  later(opens, open);
  return {
    cut,
    open,
    call: async (command, payload) => {
      const envelope = structuredClone(await backend.call(command, structuredClone(payload)));
      await new Promise<void>((arrived) => setTimeout(arrived, answers(command)));
      return envelope;
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      stream += 1;
      stop?.();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** A window's state, as the page makes it. */
export function liveWindow(line: Transport): Controller {
  return createController(createClient(line), () => undefined);
}
