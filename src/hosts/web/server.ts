import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Envelope } from '../../api/contract.ts';
import { problem } from '../../core/base/errors.ts';
import type { Backend } from '../../workspace/backend.ts';
import { answerAsset, type AssetSite } from '../shared/assets.ts';
import { COMMON_HEADERS, freshNonce } from '../shared/policy.ts';
import { openAccess, portsBefore, type Access } from './access.ts';
import { createGuard, HEADERS, type Guard, type Refusal } from './guard.ts';
import { asking, entered, saying } from './pages.ts';

/** A template of 32 MB as base64 in JSON; nothing the UI sends is larger. */
const BODY_LIMIT = 48 * 1024 * 1024;

/** A code, a nonce. Bytes. */
const SMALL_BODY = 4096;

/** So that proxies and sleeping laptops do not take the line for dead. Milliseconds. */
const HEARTBEAT = 20_000;

/** Events that a page does not take (it is frozen, or asleep) are not kept beyond this: its stream is cut, and it asks when it is back. Bytes. */
const UNREAD_LIMIT = 32 * 1024 * 1024;

export interface WebHost {
  /** The app's address, which opens it in a browser that was let in before. */
  readonly origin: string;
  /** The file that lets a browser in, once; it is written anew for the next. */
  readonly entry: string;
  readonly close: () => Promise<void>;
}

export interface WebOptions {
  readonly backend: Backend;
  /** The UI's build. */
  readonly ui: string;
  /** 0: the last one, where it is free, so that pages that are open find this start; else any. */
  readonly port: number;
  /** The folder, for the user alone, with the secrets of ports and the files that let browsers in. */
  readonly access: string;
}

/** What the host does with a request: the pages' files, the app's commands, and who is let in. */
interface Site extends WebOptions {
  readonly guard: Guard;
  readonly way: Access;
}

function page(response: ServerResponse, status: number, make: (nonce: string) => string): void {
  const nonce = freshNonce();
  response.writeHead(status, {
    ...COMMON_HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'Cache-Control': 'no-store',
  });
  response.end(make(nonce));
}

function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  page(response, status, (nonce) => saying(reason, nonce));
}

function json(response: ServerResponse, status: number, value: Envelope | Readonly<Record<string, string>>): void {
  const body = JSON.stringify(value);
  response.writeHead(status, { ...COMMON_HEADERS, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(body);
}

/** The body as text; null where it is larger than allowed. */
async function readBody(request: IncomingMessage, limit = BODY_LIMIT): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).byteLength;
    if (size > limit) return null;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

function refusal(message: string, hint: string): Envelope {
  return { ok: false, problems: [problem('app/command', { message, hint })] };
}

async function call(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    json(response, 415, refusal('a command is JSON', 'Reload the page.'));
    return;
  }
  const text = await readBody(request);
  if (text === null) {
    response.setHeader('Connection', 'close');
    json(response, 413, refusal('this is too large to send', 'Use a smaller file: 32 MB at most.'));
    return;
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    json(response, 400, refusal('the command cannot be read', 'Reload the page.'));
    return;
  }
  if (typeof body !== 'object' || body === null || !('command' in body) || typeof body.command !== 'string') {
    json(response, 400, refusal('the command has no name', 'Reload the page.'));
    return;
  }
  json(response, 200, await backend.call(body.command, 'payload' in body ? body.payload : undefined));
}

/**
 * Events, in the form of server-sent ones; the page reads them itself, since a browser's `EventSource` sends no header. None is kept for a page that is away: `hello` tells it whether it missed
 * something, and it asks for what it shows (src/ui/sync.ts). So there are no ids, and nothing is bounded by how long it is away.
 */
function stream(backend: Backend, response: ServerResponse): void {
  response.writeHead(200, { ...COMMON_HEADERS, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.flushHeaders();
  const stop = backend.on((event) => {
    if (response.writableLength > UNREAD_LIMIT) response.destroy();
    else response.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const beat = setInterval(() => void response.write(': \n\n'), HEARTBEAT);
  response.on('close', () => {
    clearInterval(beat);
    stop();
  });
}

async function asset(site: AssetSite, request: IncomingMessage, pathname: string, response: ServerResponse): Promise<void> {
  const { status, headers, body } = await answerAsset(site, { method: request.method ?? '', pathname });
  response.writeHead(status, headers);
  response.end(body);
}

/** Exchanges the code of the user's file for the port's key. */
async function enter({ guard, way }: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await readBody(request, SMALL_BODY);
  if (!guard.useToken(new URLSearchParams(text ?? '').get('token')?.trim() ?? null)) {
    page(response, 401, (nonce) => asking(true, nonce));
    return;
  }
  // The next browser finds another code there. Where the disk refuses, this one is let in all the same.
  await way.write(guard.token()).catch(() => undefined);
  page(response, 200, (nonce) => entered(way.key, nonce));
}

/** Shows a page that this host has the key. */
async function prove({ guard }: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const nonce = await readBody(request, SMALL_BODY);
  if (nonce === null || !/^[\w-]{16,64}$/.test(nonce)) json(response, 400, refusal('this is no nonce', 'Reload the page.'));
  else json(response, 200, { proof: guard.prove(nonce) });
}

/** Gives a page that shows the key a secret of its own. */
function admit({ guard }: Site, request: IncomingMessage, response: ServerResponse): void {
  const secret = guard.admit(request.headers);
  if (secret === null) json(response, 401, notLetIn());
  else json(response, 200, { secret });
}

function notLetIn(): Envelope {
  const hint = 'Open Lectern by the file that it named when it started.';
  return {
    ok: false,
    problems: [problem('app/not-let-in', { message: 'Lectern does not know this page', place: { field: HEADERS.page }, hint })],
  };
}

/** What only the app's own pages may ask for. */
function answerPage(site: Site, request: IncomingMessage, pathname: string, response: ServerResponse): Promise<void> | void {
  if (site.guard.refuse(request.headers)) json(response, 401, notLetIn());
  else if (pathname === '/api/call' && request.method === 'POST') return call(site.backend, request, response);
  else if (pathname === '/api/events' && request.method === 'GET') stream(site.backend, response);
  else json(response, 404, refusal('there is nothing of this name', 'Reload the page.'));
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const { method } = request;
  const entering = pathname === '/enter' && method === 'POST';
  const foreign = site.guard.refuseOrigin(request.headers, entering);
  if (foreign) {
    refuse(response, foreign);
    return;
  }
  if (entering) return enter(site, request, response);
  if (pathname === '/enter') {
    page(response, 200, (nonce) => asking(false, nonce));
    return;
  }
  if (pathname === '/api/proof' && method === 'POST') return prove(site, request, response);
  if (pathname === '/api/page' && method === 'POST') {
    admit(site, request, response);
    return;
  }
  if (pathname.startsWith('/api/')) return answerPage(site, request, pathname, response);
  const policies = { root: site.ui, app: `'self'`, preview: `'self'` } as const;
  if (pathname.startsWith('/preview/')) {
    return asset({ ...policies, kind: 'preview', index: 'preview.html' }, request, pathname.slice('/preview'.length), response);
  }
  return asset({ ...policies, kind: 'app', index: 'index.html' }, request, pathname, response);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** A port that this process has now: the one asked for, or the last free one that Lectern had, or any. */
async function findPort(server: Server, { port, access }: WebOptions): Promise<number> {
  if (port !== 0) return listen(server, port);
  for (const before of await portsBefore(access)) {
    const found = await listen(server, before).catch(() => null);
    if (found !== null) return found;
  }
  return listen(server, 0);
}

/** Serves the app on 127.0.0.1 alone. Rejects with the system's error where the port is taken, or the folder of secrets cannot be written. */
export async function startWebHost(options: WebOptions): Promise<WebHost> {
  // Pages that were open before ask as soon as somebody listens, which is before their way in is there: they wait for it.
  let open: (site: Site) => void = () => undefined;
  const opened = new Promise<Site>((resolve) => (open = resolve));
  const server = createServer((request, response) => {
    opened
      .then((site) => answer(site, request, response))
      .catch(() => {
        if (!response.headersSent) refuse(response, { status: 500, reason: 'Lectern could not answer. Reload the page.' });
        else response.destroy();
      });
  });
  const port = await findPort(server, options);
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  try {
    const way = await openAccess(options.access, port);
    const guard = createGuard(port, way.key);
    await way.write(guard.token());
    open({ ...options, guard, way });
    return {
      origin: `http://127.0.0.1:${port}`,
      entry: way.entry,
      close: async () => {
        await way.close().catch(() => undefined);
        await close();
        await options.backend.close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
