import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AppEvent } from '../../src/api/contract.ts';
import { createGuard, type Guard } from '../../src/hosts/web/guard.ts';
import { findTransport } from '../../src/ui/transport.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const KEY = 'K'.repeat(32);
const PORT = '4000';

interface Browser {
  readonly call: ReturnType<typeof findTransport>['call'];
  readonly on: ReturnType<typeof findTransport>['on'];
  readonly onLost: ReturnType<typeof findTransport>['onLost'];
  /** What was asked, with whether it would outlive the page. */
  readonly asked: { readonly path: string; readonly keepalive: boolean; readonly headers: Record<string, string> }[];
  readonly hide: () => void;
  readonly went: string[];
  /** Another start of the host at the same address; null: none answers. */
  readonly host: (guard: Pick<Guard, 'prove' | 'admit' | 'refuse'> | null) => void;
  readonly say: (text: string) => void;
  readonly cut: () => void;
  /** From now on whoever listens at the address takes questions and says nothing. */
  readonly hang: () => void;
}

/** A page in a browser that was let in, with the guard of a real host behind its `fetch`. */
function browser(key: string | null = KEY): Browser {
  const asked: Browser['asked'] = [];
  const heard = new Map<string, () => void>();
  const went: string[] = [];
  let guard: Pick<Guard, 'prove' | 'admit' | 'refuse'> | null = createGuard(Number(PORT), KEY);
  let stream: ReadableStreamDefaultController<Uint8Array> | null = null;
  let hangs = false;
  vi.stubGlobal('window', {});
  vi.stubGlobal('location', { port: PORT, replace: (to: string) => went.push(to) });
  vi.stubGlobal('localStorage', { getItem: () => key });
  vi.stubGlobal('addEventListener', (event: string, listener: () => void) => heard.set(event, listener));
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    const headers = Object.fromEntries(
      Object.entries((init.headers ?? {}) as Record<string, string>).map(([name, value]) => [name.toLowerCase(), value]),
    );
    asked.push({ path, keepalive: init.keepalive === true, headers });
    if (hangs) return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('given up'))));
    if (guard === null) return Promise.reject(new TypeError('Failed to fetch'));
    const from = { ...headers, host: `127.0.0.1:${PORT}` };
    if (path === '/api/proof') return Promise.resolve(Response.json({ proof: guard.prove(init.body as string) }));
    if (path === '/api/page') {
      const secret = guard.admit(from);
      return Promise.resolve(Response.json({ secret }, { status: secret === null ? 401 : 200 }));
    }
    if (guard.refuse(from)) return Promise.resolve(Response.json({ ok: false, problems: [] }, { status: 401 }));
    if (path !== '/api/events') return Promise.resolve(Response.json({ ok: true, value: path }));
    return Promise.resolve(new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) })));
  });
  const { call, on, onLost } = findTransport();
  return {
    call,
    on,
    asked,
    went,
    hide: () => heard.get('pagehide')?.(),
    host: (other) => {
      hangs = false;
      guard = other;
    },
    hang: () => (hangs = true),
    onLost,
    say: (text) => stream?.enqueue(new TextEncoder().encode(text)),
    cut: () => stream?.error(new TypeError('network error')),
  };
}

const calls = ({ asked }: Browser): Browser['asked'] => asked.filter(({ path }) => path === '/api/call');

it('hears events however they are cut up on their way, and opens a stream again that was cut', async () => {
  const page = browser();
  const events: AppEvent[] = [];
  page.on((event) => events.push(event));
  const streams = (): number => page.asked.filter(({ path }) => path === '/api/events').length;
  await page.call('x', {});
  await expect.poll(streams).toBe(1);
  for (const part of [
    'data: {"name":"hel',
    'lo","payload":{"last":null}}\n',
    '\n: \n\ndata: {"name":"stale","payload":{"reason":"image"}}\n\n',
  ])
    page.say(part);
  await expect.poll(() => events.map(({ name }) => name)).toEqual(['hello', 'stale']);
  page.cut();
  await expect.poll(streams).toBeGreaterThan(1);
});

it('goes on with the next event where one of those who listen throws, which is reported', async () => {
  const reported: unknown[] = [];
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
  const page = browser();
  const events: string[] = [];
  const fault = new Error('cannot be drawn');
  page.on(() => {
    throw fault;
  });
  page.on(({ name }) => events.push(name));
  await page.call('x', {});
  await expect.poll(() => page.asked.some(({ path }) => path === '/api/events')).toBe(true);
  page.say('data: {"name":"hello","payload":{"last":null}}\n\n');
  page.say('data: {"name":"stale","payload":{"reason":"image"}}\n\n');
  await expect.poll(() => events).toEqual(['hello', 'stale']);
  expect(reported).toEqual([fault, fault]);
  expect(page.asked.filter(({ path }) => path === '/api/events')).toHaveLength(1);
});

it('has what was typed outlive the page also where it was on its way before the page went', async () => {
  const page = browser();
  await page.call('briefing.read', {});
  const before = calls(page).length;
  for (const command of ['briefing.save', 'draft.save', 'intake.change', 'briefing.read']) await page.call(command, { text: 'a' });
  await page.call('briefing.save', { text: 'a'.repeat(61_000) });
  await Promise.all([1, 2].map(() => page.call('briefing.save', { text: 'a'.repeat(40_000) })));
  await page.call('briefing.save', { text: 'a'.repeat(40_000) });
  page.hide();
  await page.call('briefing.read', {});
  const kept = calls(page)
    .slice(before)
    .map(({ keepalive }) => keepalive);
  expect(kept).toEqual([true, true, true, false, false, true, false, true, true]);
});

it('sends what a page that goes still has to say before anything is waited for', async () => {
  const page = browser();
  await page.call('briefing.read', {});
  const before = calls(page).length;
  void page.call('draft.save', {});
  expect(calls(page)).toHaveLength(before + 1);
});

describe('a host that takes what it is asked and says nothing', () => {
  const wait = setTimeout;
  /** Of the page's clock; the proof of a host takes a moment of the real one. */
  const seconds = async (n: number): Promise<void> => {
    for (let second = 0; second < n; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      await new Promise((resolve) => wait(resolve, 2));
    }
  };
  /** What is promised, the page's clock going on until then: on a slow machine a proof takes longer than a second of that clock. */
  const inTime = async <T>(promised: Promise<T>): Promise<T> => {
    let settled = false;
    const end = (): void => void (settled = true);
    promised.then(end, end);
    do await seconds(1);
    while (!(settled as boolean));
    return promised;
  };

  function atHost(): Browser & { readonly lost: () => number; readonly streams: () => number } {
    vi.useFakeTimers();
    // The browser's own clock, which no test can turn.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
      const control = new AbortController();
      setTimeout(() => control.abort(), milliseconds);
      return control.signal;
    });
    const page = browser();
    let lost = 0;
    page.onLost?.(() => (lost += 1));
    return { ...page, lost: () => lost, streams: () => page.asked.filter(({ path }) => path === '/api/events').length };
  }

  it('is given up before its proof, and asked again until one answers', async () => {
    const page = atHost();
    page.hang();
    const asked = page.call('x', {}).catch((error: unknown) => String(error));
    await seconds(11);
    expect(await asked).toContain('given up');
    expect(page.lost()).toBeGreaterThan(0);
    page.host(createGuard(Number(PORT), KEY));
    expect(await inTime(page.call('x', {}))).toEqual({ ok: true, value: '/api/call' });
  });

  it('is taken for gone where it opens no stream of events', async () => {
    const page = atHost();
    await inTime(page.call('x', {}));
    await seconds(1);
    page.hang();
    page.cut();
    await seconds(12);
    expect(page.lost()).toBe(1);
  });

  it('is asked for another stream where one is silent, not where it says that it is there', async () => {
    const page = atHost();
    await inTime(page.call('x', {}));
    await seconds(1);
    const before = page.streams();
    for (let beat = 0; beat < 10; beat += 1) {
      await seconds(20);
      page.say(': \n\n');
    }
    expect(page.streams()).toBe(before);
    await seconds(70);
    expect(page.streams()).toBe(before + 1);
    expect(page.lost()).toBe(0);
  });
});

describe('a page', () => {
  it('shows its key to a host that has it, once, and then a secret of its own', async () => {
    const page = browser();
    expect(await page.call('x', {})).toEqual({ ok: true, value: '/api/call' });
    await page.call('x', {});
    expect(page.asked.filter(({ path }) => path === '/api/page')).toHaveLength(1);
    for (const { headers } of calls(page))
      expect([headers['x-lectern-page'], headers['x-lectern-key']]).toEqual([expect.any(String), undefined]);
  });

  it('goes on with the next start of the host by itself', async () => {
    const page = browser();
    await page.call('x', {});
    page.host(null);
    await expect(page.call('x', {})).rejects.toThrow('Failed to fetch');
    page.host(createGuard(Number(PORT), KEY));
    expect(await page.call('x', {})).toEqual({ ok: true, value: '/api/call' });
  });

  it.each([
    ['another program', { prove: () => 'no', admit: () => 'gladly', refuse: () => ({ status: 401, reason: '' }) }],
    [
      'another program that asks a Lectern on another port',
      { prove: (nonce) => createGuard(4001, KEY).prove(nonce), admit: () => 'gladly', refuse: () => ({ status: 401, reason: '' }) },
    ],
  ] satisfies [string, Pick<Guard, 'prove' | 'admit' | 'refuse'>][])('shows its key to no host but its own: %s', async (_, other) => {
    const page = browser();
    await page.call('x', {});
    const before = page.asked.length;
    page.host(other);
    await expect(page.call('draft.save', { text: 'mine' })).rejects.toThrow('another program answers');
    expect(page.asked.slice(before).filter(({ headers }) => headers['x-lectern-key'] !== undefined)).toEqual([]);
  });

  it('of a browser that was not let in goes to where it can be', async () => {
    const page = browser(null);
    await expect.poll(() => page.went).toEqual(['/enter']);
  });

  it('that is let in no more stays where it is: it may hold what is not saved', async () => {
    const page = browser();
    await page.call('x', {});
    page.host(createGuard(Number(PORT), 'L'.repeat(32)));
    await expect(page.call('x', {})).rejects.toThrow();
    page.cut();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(page.went).toEqual([]);
  });
});
