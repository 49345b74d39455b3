import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AppEvent } from '../../src/api/contract.ts';
import { createBackend, type HostPorts, type ServiceThread } from '../../src/workspace/backend.ts';
import { createPeer, type Peer, type Wire } from '../../src/workspace/rpc.ts';

type Serve = Parameters<typeof createPeer>[1]['serve'];

/** A service's thread in this one, that can be stopped from outside. */
function thread(serve: Serve): { readonly thread: ServiceThread; readonly peer: Peer; readonly die: () => void } {
  const toHost: ((m: unknown) => void)[] = [];
  const toService: ((m: unknown) => void)[] = [];
  const gone: ((error: Error) => void)[] = [];
  const later = (listeners: readonly ((m: unknown) => void)[], message: unknown): void => {
    queueMicrotask(() => listeners.forEach((listener) => listener(message)));
  };
  const hostWire: Wire = { post: (m) => later(toService, m), listen: (l) => void toHost.push(l) };
  const serviceWire: Wire = { post: (m) => later(toHost, m), listen: (l) => void toService.push(l) };
  const peer = createPeer(serviceWire, { serve });
  return {
    peer,
    thread: { wire: hostWire, onGone: (listener) => void gone.push(listener), stop: () => Promise.resolve() },
    die: () => gone.forEach((listener) => listener(new Error('stopped'))),
  };
}

function ports(log: unknown[]): HostPorts {
  return {
    choose: (what) => Promise.resolve(`/chosen/${what}`),
    reveal: (path) => Promise.resolve(void log.push(['reveal', path])),
    open: (path) => Promise.resolve(void log.push(['open', path])),
    window: (state) => void log.push(['window', state.title]),
    printPdf: ({ pdf }) => Promise.resolve(void log.push(['print', pdf])),
    progress: (fraction) => void log.push(['progress', fraction]),
  };
}

const serve: Serve = (name, payload) => {
  if (name !== 'resolve') return Promise.resolve({ ok: true, value: [name, payload] });
  const { kind } = payload as { kind: string };
  const problem = { code: 'file/missing', severity: 'error', message: '', hint: '' } as const;
  return Promise.resolve(kind === 'workspace' ? { ok: true, value: '/some/space' } : { ok: false, problems: [problem] });
};

describe('a backend', () => {
  it('hands the service’s commands on, and answers the host’s itself', async () => {
    const log: unknown[] = [];
    const backend = createBackend(() => thread(serve).thread, ports(log));
    expect(await backend.call('library.get', {})).toEqual({ ok: true, value: ['library.get', {}] });
    expect(await backend.call('host.choose', { what: 'folder' })).toEqual({ ok: true, value: { path: '/chosen/folder' } });
    expect(await backend.call('host.choose', { what: 'anything' })).toMatchObject({ ok: false, problems: [{ code: 'app/command' }] });
  });

  it('shows and opens only what the service answers for', async () => {
    const log: unknown[] = [];
    const backend = createBackend(() => thread(serve).thread, ports(log));
    expect(await backend.call('host.open', { target: { kind: 'workspace' } })).toEqual({ ok: true, value: {} });
    expect(await backend.call('host.reveal', { target: { kind: 'written', path: '/etc/passwd' } })).toMatchObject({
      ok: false,
      problems: [{ code: 'file/missing' }],
    });
    expect(log).toEqual([['open', '/some/space']]);
  });

  it('starts the service anew after it stopped, and answers what waited', async () => {
    const started: ReturnType<typeof thread>[] = [];
    const backend = createBackend(() => {
      const made = thread(started.length === 0 ? () => new Promise(() => undefined) : serve);
      started.push(made);
      return made.thread;
    }, ports([]));
    const waiting = backend.call('library.get', {});
    started[0]?.die();
    expect(await waiting).toMatchObject({
      ok: false,
      problems: [{ code: 'app/stopped', hint: expect.stringContaining('starts anew') as string }],
    });
    expect(await backend.call('library.get', {})).toMatchObject({ ok: true });
    expect(started).toHaveLength(2);
  });

  it('tells listeners of events, and the taskbar of an export', async () => {
    const log: unknown[] = [];
    const made = thread(serve);
    const backend = createBackend(() => made.thread, ports(log));
    const heard: string[] = [];
    const stop = backend.on((event) => heard.push(event.name));
    await backend.call('library.get', {});
    const progress: AppEvent = { name: 'export.progress', payload: { job: 'j', step: 'html', fraction: 0.5 } };
    const done: AppEvent = {
      name: 'export.done',
      payload: { job: 'j', outcome: 'written', files: [], kept: [], handover: null, slides: 1, seconds: 1, problems: [] },
    };
    made.peer.emit(progress);
    made.peer.emit(done);
    await new Promise((resolve) => setTimeout(resolve));
    stop();
    backend.emit({ name: 'menu', payload: { action: 'save' } });
    expect(heard).toEqual(['hello', 'export.progress', 'export.done']);
    expect(log).toEqual([
      ['progress', 0.5],
      ['progress', null],
    ]);
  });

  it('tells each listener first what had been said before', async () => {
    const made = thread(serve);
    const backend = createBackend(() => made.thread, ports([]));
    const heard: AppEvent[] = [];
    backend.on((event) => heard.push(event));
    await backend.call('library.get', {});
    made.peer.emit({ name: 'stale', payload: { reason: 'image' }, at: { epoch: 'e', revision: 7 } } satisfies AppEvent);
    await new Promise((resolve) => setTimeout(resolve));
    backend.emit({ name: 'menu', payload: { action: 'save' } });
    backend.on((event) => heard.push(event));
    expect(heard.map(({ name, at, payload }) => [name, at?.revision ?? payload])).toEqual([
      ['hello', { last: null }],
      ['stale', 7],
      ['menu', { action: 'save' }],
      ['hello', { last: { epoch: 'e', revision: 7 } }],
    ]);
  });

  it('says when the service has gone, since nobody else will, and takes its progress off the taskbar', async () => {
    const [log, heard]: [unknown[], AppEvent[]] = [[], []];
    const made = thread(serve);
    const backend = createBackend(() => made.thread, ports(log));
    await backend.call('library.get', {});
    made.peer.emit({ name: 'stale', payload: { reason: 'image' }, at: { epoch: 'e', revision: 7 } } satisfies AppEvent);
    await new Promise((resolve) => setTimeout(resolve));
    backend.on((event) => heard.push(event));
    made.die();
    expect(heard.at(-1)).toEqual({ name: 'hello', payload: { last: null } });
    expect(log).toEqual([['progress', null]]);
  });

  it('lets the service keep what it has before its thread is ended', async () => {
    const order: string[] = [];
    const made = thread(async (name) => {
      if (name !== 'close') return { ok: true, value: {} };
      await new Promise((resolve) => setTimeout(resolve, 30));
      order.push('kept');
      return { ok: true, value: {} };
    });
    const stop = (): Promise<void> => Promise.resolve(void order.push('ended'));
    const backend = createBackend(() => ({ ...made.thread, stop }), ports([]));
    await backend.call('library.get', {});
    await backend.close();
    expect(order).toEqual(['kept', 'ended']);
    expect(await backend.call('library.get', {})).toMatchObject({ ok: false, problems: [{ code: 'app/stopped' }] });
  });

  it('does not wait for ever for a service that answers nothing', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const made = thread((name) => (name === 'close' ? new Promise(() => undefined) : Promise.resolve({ ok: true, value: {} })));
    let ended = false;
    const backend = createBackend(() => ({ ...made.thread, stop: () => Promise.resolve(void (ended = true)) }), ports([]));
    await backend.call('library.get', {});
    const closing = backend.close();
    await vi.advanceTimersByTimeAsync(4000);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(2000);
    await closing;
    expect(ended).toBe(true);
  });

  it('prints for the service', async () => {
    const log: unknown[] = [];
    const made = thread(serve);
    const backend = createBackend(() => made.thread, ports(log));
    await backend.call('library.get', {});
    expect(await made.peer.call('print', { job: 'j', html: '/x.html', pdf: '/x.pdf', page: { width: 1, height: 1 } })).toEqual({
      ok: true,
      value: {},
    });
    expect(log).toEqual([['print', '/x.pdf']]);
  });
});
