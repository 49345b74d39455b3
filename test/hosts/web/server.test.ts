import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AppEvent } from '../../../src/api/contract.ts';
import { startWebHost, type WebHost } from '../../../src/hosts/web/server.ts';
import type { Backend } from '../../../src/workspace/backend.ts';
import { folderWith } from '../../support/cli.ts';

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request as any program could make it: `fetch` would not send another `Host`. */
function ask(url: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answered> {
  const { hostname, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path: pathname + search, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

interface Started {
  readonly host: WebHost;
  readonly cookie: string;
  readonly calls: unknown[];
  readonly emit: (event: AppEvent) => void;
  /** How many streams of events are open. */
  readonly listening: () => number;
}

async function start(): Promise<Started> {
  const ui = await folderWith({
    'index.html': '<!doctype html><script type="module" src="/assets/x.js" nonce="__LECTERN_NONCE__"></script>',
    'preview.html': '<!doctype html><script nonce="__LECTERN_NONCE__">1</script>',
    'assets/x.js': '1',
    '../secret.html': 'secret',
  });
  const calls: unknown[] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  const backend: Backend = {
    call: (command, payload) => {
      calls.push([command, payload]);
      return Promise.resolve({ ok: true, value: { done: command } });
    },
    on: (listener) => {
      listener({ name: 'hello', payload: { last: null } });
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit: () => undefined,
    close: () => Promise.resolve(),
  };
  const host = await startWebHost({ backend, ui, port: 0 });
  onTestFinished(() => host.close());
  const entered = await ask(host.url);
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  return {
    host,
    cookie,
    calls,
    emit: (event) => [...listeners].forEach((listener) => listener(event)),
    listening: () => listeners.size,
  };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('entering', () => {
  it('exchanges the token for a cookie, and a reload needs the token no more', async () => {
    const { host, cookie } = await start();
    expect((await ask(`${host.origin}/`, { headers: { cookie } })).status).toBe(200);
    expect((await ask(`${host.origin}/`)).status).toBe(401);
    expect((await ask(`${host.origin}/?token=wrong`)).status).toBe(401);
  });

  it('is only for this machine: the address is the loopback’s own', async () => {
    const { host } = await start();
    expect(new URL(host.origin).hostname).toBe('127.0.0.1');
  });
});

describe('a command', () => {
  const post = (host: WebHost, body: string, headers: Record<string, string>) =>
    ask(`${host.origin}/api/call`, { method: 'POST', headers, body });

  it('goes to the backend with its payload', async () => {
    const { host, cookie, calls } = await start();
    const { body } = await post(host, '{"command":"library.get","payload":{"x":1}}', { ...JSON_TYPE, cookie });
    expect(JSON.parse(body)).toEqual({ ok: true, value: { done: 'library.get' } });
    expect(calls).toEqual([['library.get', { x: 1 }]]);
  });

  it.each([
    ['without the cookie', { ...JSON_TYPE }],
    ['under another name', { ...JSON_TYPE, host: 'evil.example' }],
    ['from another page', { ...JSON_TYPE, origin: 'https://evil.example' }],
    ['from the preview’s page', { ...JSON_TYPE, origin: 'null' }],
    ['as a form’s text', { 'Content-Type': 'text/plain' }],
  ])('%s never reaches it', async (what, headers) => {
    const { host, cookie, calls } = await start();
    const { status } = await post(
      host,
      '{"command":"library.get","payload":{}}',
      what === 'without the cookie' ? headers : { cookie, ...headers },
    );
    expect(status).toBeGreaterThanOrEqual(400);
    expect(calls).toEqual([]);
  });

  it.each(['', '{', '[]', '{"payload":{}}', '{"command":7}', 'null'])('%j is refused in the contract’s own form', async (body) => {
    const { host, cookie } = await start();
    const answer = await post(host, body, { ...JSON_TYPE, cookie });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, problems: [{ code: 'app/command' }] });
  });

  it('that is too large is refused', async () => {
    const { host, cookie, calls } = await start();
    const answer = await post(host, `{"command":"x","payload":"${'x'.repeat(49 * 1024 * 1024)}"}`, { ...JSON_TYPE, cookie });
    expect(answer.status).toBe(413);
    expect(calls).toEqual([]);
  });

  it('by GET does not exist', async () => {
    const { host, cookie, calls } = await start();
    expect((await ask(`${host.origin}/api/call`, { headers: { cookie } })).status).toBe(404);
    expect(calls).toEqual([]);
  });
});

describe('pages', () => {
  it('carry a policy with a nonce that is new each time', async () => {
    const { host, cookie } = await start();
    const [one, two] = [await ask(`${host.origin}/`, { headers: { cookie } }), await ask(`${host.origin}/`, { headers: { cookie } })];
    const policy = String(one.headers['content-security-policy']);
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toBe(two.headers['content-security-policy']);
    expect(one.body).not.toContain('__LECTERN_NONCE__');
  });

  it('show the preview sandboxed, at an address of its own', async () => {
    const { host, cookie } = await start();
    const { headers, status } = await ask(`${host.origin}/preview/`, { headers: { cookie } });
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain('sandbox allow-scripts');
    expect((await ask(`${host.origin}/preview/`)).status).toBe(401);
  });

  it.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/assets/../../secret.html',
    '/preview/../../secret.html',
    '/assets/%00',
    '//etc/passwd',
  ])('do not lead out of their folder by %s', async (path) => {
    const { host, cookie } = await start();
    const { status, body } = await new Promise<Answered>((resolve, reject) => {
      const { hostname, port } = new URL(host.origin);
      const sent = request({ hostname, port, path, headers: { cookie } }, (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      sent.on('error', reject);
      sent.end();
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('secret');
  });
});

it('events reach the page as they come, after a word on what came before', async () => {
  const { host, cookie, emit } = await start();
  const { hostname, port } = new URL(host.origin);
  const text = await new Promise<string>((resolve, reject) => {
    let heard = '';
    const sent = request({ hostname, port, path: '/api/events', headers: { cookie } }, (response) => {
      response.on('data', (part: Buffer) => {
        const before = heard;
        heard += part.toString();
        if (heard.includes('hello') && !before.includes('hello')) emit({ name: 'stale', payload: { reason: 'article' } });
        if (!heard.includes('stale')) return;
        resolve(heard);
        sent.destroy();
      });
    });
    sent.on('error', () => reject(new Error('closed')));
    sent.end();
  });
  expect(text.trim().split('\n\n')).toEqual([
    'retry: 500',
    'data: {"name":"hello","payload":{"last":null}}',
    'data: {"name":"stale","payload":{"reason":"article"}}',
  ]);
});

it('a page that takes no events any more is cut off, and what it has not taken is let go', async () => {
  const { host, cookie, emit, listening } = await start();
  const { hostname, port } = new URL(host.origin);
  const sent = request({ hostname, port, path: '/api/events', headers: { cookie } }, (response) => response.pause());
  sent.on('error', () => undefined);
  sent.end();
  await expect.poll(listening).toBe(1);
  const large: AppEvent = { name: 'opened', payload: { path: 'x'.repeat(4 * 1024 * 1024) } };
  for (let n = 0; n < 20; n += 1) emit(large);
  await expect.poll(listening).toBe(0);
  sent.destroy();
});
