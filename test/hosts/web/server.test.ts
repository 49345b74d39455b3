import { createServer, request } from 'node:http';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  /** The header that a page of ours sends. */
  readonly page: Record<string, string>;
  /** The folder of secrets. */
  readonly access: string;
  readonly calls: unknown[];
  readonly emit: (event: AppEvent) => void;
  /** How many streams of events are open. */
  readonly listening: () => number;
}

/** The code in the file that a browser is started with. */
async function codeIn(host: WebHost): Promise<string> {
  return /value="([\w-]{32})"/.exec(await readFile(host.entry, 'utf8'))?.[1] ?? '';
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded', origin: 'null', 'sec-fetch-site': 'cross-site' };

function enter(host: WebHost, token: string, headers: Record<string, string> = {}): Promise<Answered> {
  return ask(`${host.origin}/enter`, { method: 'POST', headers: { ...FORM, ...headers }, body: `token=${token}` });
}

/** The port's key, as the page that lets a browser in hands it on. */
function keyIn({ body }: Answered): string {
  return /setItem\('lectern\.key','([\w-]{32})'\)/.exec(body)?.[1] ?? '';
}

async function pageOf(host: WebHost, key: string): Promise<Record<string, string>> {
  const { body } = await ask(`${host.origin}/api/page`, { method: 'POST', headers: { 'X-Lectern-Key': key } });
  return { 'X-Lectern-Page': (JSON.parse(body) as { secret: string }).secret };
}

async function start(given: { readonly port?: number; readonly access?: string } = {}): Promise<Started> {
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
  const access = given.access ?? join(ui, '..', 'browser');
  const host = await startWebHost({ backend, ui, port: given.port ?? 0, access });
  onTestFinished(() => host.close());
  const page = await pageOf(host, keyIn(await enter(host, await codeIn(host))));
  return {
    host,
    page,
    access,
    calls,
    emit: (event) => [...listeners].forEach((listener) => listener(event)),
    listening: () => listeners.size,
  };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('entering', () => {
  it('takes the code of the file once, keeps it out of every address, and writes another', async () => {
    const { host } = await start();
    const code = await codeIn(host);
    expect(host.origin).not.toContain(code);
    const entered = await enter(host, code);
    expect(entered.status).toBe(200);
    expect(entered.headers['set-cookie']).toBeUndefined();
    expect(keyIn(entered)).not.toBe(code);
    const again = await enter(host, code);
    expect([again.status, keyIn(again)]).toEqual([401, '']);
    expect(again.body).toContain('<form method="post" action="/enter">');
    const next = await codeIn(host);
    expect(next).not.toBe(code);
    expect((await enter(host, next)).status).toBe(200);
    for (const wrong of ['', 'wrong', 'x'.repeat(10_000)]) expect((await enter(host, wrong)).status).toBe(401);
    expect((await ask(`${host.origin}/?token=${await codeIn(host)}`)).body).not.toContain('lectern.key');
  });

  it('by another page is refused also with the code, which it does not use up', async () => {
    const { host } = await start();
    const code = await codeIn(host);
    expect((await enter(host, code, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await enter(host, code, { host: 'evil.example' })).status).toBe(403);
    expect((await enter(host, code)).status).toBe(200);
  });

  it('leaves the code and the key in files for the user alone, also where there were others', async () => {
    const { host, access } = await start();
    const port = new URL(host.origin).port;
    const modes = async (): Promise<number[]> =>
      Promise.all([access, host.entry, join(access, `${port}.key`)].map(async (file) => (await stat(file)).mode & 0o777));
    expect(await modes()).toEqual([0o700, 0o600, 0o600]);
    await host.close();
    await expect(stat(host.entry)).rejects.toThrow('ENOENT');
    // A key that others could read is theirs too: it is thrown away.
    const key = await readFile(join(access, `${port}.key`), 'utf8');
    await chmod(join(access, `${port}.key`), 0o644);
    await chmod(access, 0o755);
    await start({ access });
    expect(await modes()).toEqual([0o700, 0o600, 0o600]);
    expect(await readFile(join(access, `${port}.key`), 'utf8')).not.toBe(key);
  });

  it('is not needed by a browser that was let in at the last start: the port and its key are the same', async () => {
    const first = await start();
    const key = keyIn(await enter(first.host, await codeIn(first.host)));
    await first.host.close();
    const second = await start({ access: first.access });
    expect(second.host.origin).toBe(first.host.origin);
    const proof = await ask(`${second.host.origin}/api/proof`, { method: 'POST', body: 'a-nonce-of-a-page-0' });
    expect(JSON.parse(proof.body)).toEqual({ proof: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    const page = await pageOf(second.host, key);
    expect((await ask(`${second.host.origin}/api/x`, { headers: page })).status).toBe(404);
    // The former start's own page is asked to show the key again.
    expect((await ask(`${second.host.origin}/api/x`, { headers: first.page })).status).toBe(401);
  });

  it('is waited for by a page that asks as soon as somebody listens', async () => {
    const { host, access } = await start();
    const port = Number(new URL(host.origin).port);
    await host.close();
    const asked: Promise<number>[] = [];
    const asking = setInterval(
      () =>
        asked.push(
          ask(`http://127.0.0.1:${port}/`).then(
            ({ status }) => status,
            () => 0,
          ),
        ),
      1,
    );
    await start({ access });
    clearInterval(asking);
    // every one has an answer: refused while nobody listened, the page since
    const answers = await Promise.all(asked);
    expect(new Set(answers).size).toBeGreaterThan(0);
    expect(answers.filter((status) => status !== 0 && status !== 200)).toEqual([]);
  });

  it('is by another port and key where another program has the last one', async () => {
    const first = await start();
    const key = keyIn(await enter(first.host, await codeIn(first.host)));
    await first.host.close();
    const other = createServer(() => undefined);
    await new Promise<void>((listening) => other.listen(Number(new URL(first.host.origin).port), '127.0.0.1', listening));
    onTestFinished(() => void other.close());
    const second = await start({ access: first.access });
    expect(second.host.origin).not.toBe(first.host.origin);
    const { status } = await ask(`${second.host.origin}/api/page`, { method: 'POST', headers: { 'X-Lectern-Key': key } });
    expect(status).toBe(401);
  });

  it('throws away a key that is none', async () => {
    const first = await start();
    const file = join(first.access, `${new URL(first.host.origin).port}.key`);
    await first.host.close();
    await writeFile(file, "x');alert(1);('", { mode: 0o600 });
    await start({ access: first.access });
    expect(await readFile(file, 'utf8')).toMatch(/^[\w-]{32}$/);
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
    const { host, page, calls } = await start();
    const { body } = await post(host, '{"command":"library.get","payload":{"x":1}}', { ...JSON_TYPE, ...page });
    expect(JSON.parse(body)).toEqual({ ok: true, value: { done: 'library.get' } });
    expect(calls).toEqual([['library.get', { x: 1 }]]);
  });

  it.each([
    ['without its secret', { ...JSON_TYPE }],
    ['with a cookie in its place', { ...JSON_TYPE, cookie: 'lectern-page=x' }],
    ['under another name', { ...JSON_TYPE, host: 'evil.example' }],
    ['from another page', { ...JSON_TYPE, origin: 'https://evil.example' }],
    ['from the preview’s page', { ...JSON_TYPE, origin: 'null' }],
    ['as a form’s text', { 'Content-Type': 'text/plain' }],
  ])('%s never reaches it', async (what, headers) => {
    const { host, page, calls } = await start();
    const { status } = await post(
      host,
      '{"command":"library.get","payload":{}}',
      /secret|cookie/.test(what) ? headers : { ...page, ...headers },
    );
    expect(status).toBeGreaterThanOrEqual(400);
    expect(calls).toEqual([]);
  });

  it.each(['', '{', '[]', '{"payload":{}}', '{"command":7}', 'null'])('%j is refused in the contract’s own form', async (body) => {
    const { host, page } = await start();
    const answer = await post(host, body, { ...JSON_TYPE, ...page });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, problems: [{ code: 'app/command' }] });
  });

  it('of a page that is not known says so, where, and what to do', async () => {
    const { host } = await start();
    const { body, status } = await post(host, '{"command":"library.get","payload":{}}', JSON_TYPE);
    const hint = 'Open Lectern by the file that it named when it started.';
    expect(status).toBe(401);
    expect(JSON.parse(body)).toMatchObject({ ok: false, problems: [{ code: 'app/not-let-in', place: { field: 'x-lectern-page' }, hint }] });
  });

  it('that is too large is refused', async () => {
    const { host, page, calls } = await start();
    const answer = await post(host, `{"command":"x","payload":"${'x'.repeat(49 * 1024 * 1024)}"}`, { ...JSON_TYPE, ...page });
    expect(answer.status).toBe(413);
    expect(calls).toEqual([]);
  });

  it('by GET does not exist', async () => {
    const { host, page, calls } = await start();
    expect((await ask(`${host.origin}/api/call`, { headers: page })).status).toBe(404);
    expect(calls).toEqual([]);
  });
});

describe('pages', () => {
  it('carry a policy with a nonce that is new each time', async () => {
    const { host, page } = await start();
    const [one, two] = [await ask(`${host.origin}/`, { headers: page }), await ask(`${host.origin}/`, { headers: page })];
    const policy = String(one.headers['content-security-policy']);
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toBe(two.headers['content-security-policy']);
    expect(one.body).not.toContain('__LECTERN_NONCE__');
  });

  it('show the preview sandboxed, at an address of its own', async () => {
    const { host, page } = await start();
    const { headers, status } = await ask(`${host.origin}/preview/`, { headers: page });
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain('sandbox allow-scripts');
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
    const { host, page } = await start();
    const { status, body } = await new Promise<Answered>((resolve, reject) => {
      const { hostname, port } = new URL(host.origin);
      const sent = request({ hostname, port, path, headers: page }, (response) => {
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
  const { host, page, emit } = await start();
  const { hostname, port } = new URL(host.origin);
  const text = await new Promise<string>((resolve, reject) => {
    let heard = '';
    const sent = request({ hostname, port, path: '/api/events', headers: page }, (response) => {
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
    'data: {"name":"hello","payload":{"last":null}}',
    'data: {"name":"stale","payload":{"reason":"article"}}',
  ]);
});

it('a page that takes no events any more is cut off, and what it has not taken is let go', async () => {
  const { host, page, emit, listening } = await start();
  const { hostname, port } = new URL(host.origin);
  const sent = request({ hostname, port, path: '/api/events', headers: page }, (response) => response.pause());
  sent.on('error', () => undefined);
  sent.end();
  await expect.poll(listening).toBe(1);
  const large: AppEvent = { name: 'opened', payload: { path: 'x'.repeat(4 * 1024 * 1024) } };
  for (let n = 0; n < 20; n += 1) emit(large);
  await expect.poll(listening).toBe(0);
  sent.destroy();
});
