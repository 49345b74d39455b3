import type { Answer, AppEvent, Envelope, Handlers, HostCommand, Payload, Stamp } from '../api/contract.ts';
import { HOST_COMMANDS } from '../api/contract.ts';
import { dispatch } from '../api/dispatch.ts';
import { Refused } from '../api/client.ts';
import { LecternError, problem } from '../core/base/errors.ts';
import type { Resources } from './resources.ts';
import type { PrintRequest } from './print.ts';
import { createPeer, type Peer, type Wire } from './rpc.ts';

/** What only a host can do. Paths are absolute and already checked: they belong to the workspace, or Lectern wrote them. */
export interface HostPorts {
  /** The system's chooser; null: nothing was chosen. Refuses with `app/unavailable` where there is none. */
  readonly choose: (what: Payload<'host.choose'>['what']) => Promise<string | null>;
  readonly reveal: (path: string) => Promise<void>;
  readonly open: (path: string) => Promise<void>;
  readonly window: (state: Payload<'host.window'>) => void;
  /** Prints an HTML deck's slides to a PDF file, one a page; `page` in points. */
  readonly printPdf: (request: PrintRequest, signal: AbortSignal) => Promise<void>;
  /** How far an export is, 0 to 1, for the taskbar; null: none runs. */
  readonly progress: (fraction: number | null) => void;
}

/** What the service needs to know when its thread starts. Plain data. */
export interface ServiceSettings {
  readonly version: string;
  readonly resources: Resources;
  /** The folder for settings, drafts and caches. */
  readonly home: string;
  /** Where a first workspace is made. */
  readonly documents: string;
  readonly host: Answer<'app.start'>['host'];
}

/** A running service: a worker thread, or in tests the service itself. */
export interface ServiceThread {
  readonly wire: Wire;
  /** Called once it has ended, by itself or stopped. */
  readonly onGone: (listener: (error: Error) => void) => void;
  readonly stop: () => Promise<void>;
}

export interface Backend {
  /** The contract, whole. Never rejects. */
  readonly call: (command: string, payload: unknown) => Promise<Envelope>;
  /** Events from now on, in their order, with none left out; the first is a `hello`. Answers how to stop listening. */
  readonly on: (listener: (event: AppEvent) => void) => () => void;
  /** Sends an event of the host's own: `menu`, `opened`. */
  readonly emit: (event: AppEvent) => void;
  /** Lets the service keep what it has, then ends its thread. */
  readonly close: () => Promise<void>;
}

/** How long a service may take to keep what it has; milliseconds. */
const LAST_WORK = 5000;

const GONE = {
  message: 'the part of Lectern that does the work has stopped',
  hint: 'It starts anew by itself. If it stays, restart Lectern and report what you did.',
};

const CLOSED = { message: 'Lectern is being closed', hint: 'Start Lectern again.' };

/**
 * Joins a host and the service: host commands are answered here through `ports`, the others go to the service's thread,
 * which is started anew should it stop. One for each app, however many windows it has.
 */
export function createBackend(start: () => ServiceThread, ports: HostPorts): Backend {
  const listeners = new Set<(event: AppEvent) => void>();
  let running: { readonly thread: ServiceThread; readonly peer: Peer } | null = null;
  /** The last event of the service that listeners were told of. */
  let last: Stamp | null = null;
  let closed = false;
  const printing = new Map<string, AbortController>();

  const emit = (event: AppEvent): void => {
    if (event.name === 'export.progress') ports.progress(event.payload.fraction);
    if (event.name === 'export.done') ports.progress(null);
    if (event.at) last = event.at;
    for (const listener of [...listeners]) listener(event);
  };

  /** What the service asks of its host. */
  const serve = async (name: string, payload: unknown): Promise<Envelope> => {
    const request = payload as PrintRequest & { readonly job: string };
    if (name === 'print-cancel') printing.get(request.job)?.abort();
    if (name !== 'print') return { ok: true, value: {} };
    const controller = new AbortController();
    printing.set(request.job, controller);
    try {
      await ports.printPdf(request, controller.signal);
      return { ok: true, value: {} };
    } finally {
      printing.delete(request.job);
    }
  };

  const service = (): Peer => {
    if (running) return running.peer;
    const thread = start();
    const peer = createPeer(thread.wire, { serve, onEvent: (event) => emit(event as AppEvent) });
    running = { thread, peer };
    thread.onGone(() => {
      peer.fail(new LecternError(problem('app/stopped', GONE)));
      if (running?.peer !== peer) return;
      running = null;
      // Jobs have ended with it without a word, and nobody knows what else: windows look again, which starts it anew.
      last = null;
      ports.progress(null);
      emit({ name: 'hello', payload: { last } });
    });
    return peer;
  };

  const pathOf = async (target: Payload<'host.open'>['target']): Promise<string> => {
    const envelope = await service().call('resolve', target);
    if (!envelope.ok) throw new Refused(envelope.problems);
    return envelope.value as string;
  };

  const handlers: Handlers<HostCommand> = {
    'host.choose': async ({ what }) => ({ path: await ports.choose(what) }),
    'host.reveal': async ({ target }) => {
      await ports.reveal(await pathOf(target));
      return {};
    },
    'host.open': async ({ target }) => {
      await ports.open(await pathOf(target));
      return {};
    },
    'host.window': (state) => {
      ports.window(state);
      return {};
    },
  };

  return {
    call: (command, payload) => {
      if (closed) return Promise.resolve({ ok: false, problems: [problem('app/stopped', CLOSED)] });
      return Object.hasOwn(HOST_COMMANDS, command) ? dispatch(handlers, command, payload) : service().call(command, payload);
    },
    on: (listener) => {
      listener({ name: 'hello', payload: { last } });
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit,
    close: async () => {
      closed = true;
      if (!running) return;
      const { thread, peer } = running;
      running = null;
      let patience: NodeJS.Timeout | undefined;
      const waited = new Promise((resolve) => (patience = setTimeout(resolve, LAST_WORK)));
      await Promise.race([peer.call('close', {}), waited]);
      clearTimeout(patience);
      await thread.stop();
    },
  };
}

/** For a host without the thing asked for. */
export function unavailable(message: string, hint: string): LecternError {
  return new LecternError(problem('app/unavailable', { message, hint }));
}
