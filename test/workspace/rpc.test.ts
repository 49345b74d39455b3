import { describe, expect, it } from 'vitest';
import { createPeer, type Peer, type Wire } from '../../src/workspace/rpc.ts';

/** Two wires joined; messages are copied on the way as between threads. */
function joined(): [Wire, Wire] {
  const listeners: [((m: unknown) => void)[], ((m: unknown) => void)[]] = [[], []];
  const end = (own: 0 | 1): Wire => ({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => listeners[own === 0 ? 1 : 0].forEach((listener) => listener(copy)));
    },
    listen: (listener) => void listeners[own].push(listener),
  });
  return [end(0), end(1)];
}

const echo = (name: string, payload: unknown) => Promise.resolve({ ok: true as const, value: { name, payload } });

function pair(serve: Parameters<typeof createPeer>[1]['serve'] = echo, onEvent?: (event: unknown) => void): [Peer, Peer] {
  const [a, b] = joined();
  return [createPeer(a, { serve: echo, ...(onEvent ? { onEvent } : {}) }), createPeer(b, { serve })];
}

describe('calls between threads', () => {
  it('go both ways, and each gets its own answer', async () => {
    const [a, b] = pair(async (_, payload) => {
      await new Promise((resolve) => setTimeout(resolve, payload === 'slow' ? 20 : 0));
      return { ok: true, value: payload };
    });
    const answers = await Promise.all([a.call('x', 'slow'), a.call('x', 'quick'), b.call('y', 1)]);
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual(['slow', 'quick', { name: 'y', payload: 1 }]);
  });

  it('answer a fault as a problem, never by silence', async () => {
    const [a] = pair(() => Promise.reject(new TypeError('broken')));
    expect(await a.call('x', null)).toMatchObject({ ok: false, problems: [{ code: 'app/fault' }] });
  });

  it('that cannot be sent are answered too', async () => {
    const [a] = pair();
    expect(await a.call('x', () => undefined)).toMatchObject({ ok: false, problems: [{ code: 'app/fault' }] });
  });

  it('that wait when the other end goes are answered', async () => {
    const [a] = pair(() => new Promise(() => undefined));
    const waiting = a.call('x', null);
    a.fail(new Error('gone'));
    expect(await waiting).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('gone') as string }] });
  });

  it('carry events', async () => {
    const heard: unknown[] = [];
    const [, b] = pair(echo, (event) => heard.push(event));
    b.emit({ name: 'stale' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toEqual([{ name: 'stale' }]);
  });
});
