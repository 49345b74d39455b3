import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { escapeHtml } from './page.ts';
import type { Envelope } from '../../api/contract.ts';
import { problem } from '../../core/base/errors.ts';
import type { Backend } from '../../workspace/backend.ts';
import { answerAsset, type AssetSite } from '../shared/assets.ts';
import { COMMON_HEADERS } from '../shared/policy.ts';
import { createGuard, type Guard } from './guard.ts';

/** A template of 32 MB as base64 in JSON; nothing the UI sends is larger. */
const BODY_LIMIT = 48 * 1024 * 1024;

/** So that proxies and sleeping laptops do not take the line for dead. Milliseconds. */
const HEARTBEAT = 20_000;

/** How soon a browser opens a stream again that was cut. Milliseconds. */
const RETRY = 500;

/** Events that a page does not take (it is frozen, or asleep) are not kept beyond this: its stream is cut, and it asks when it is back. Bytes. */
const UNREAD_LIMIT = 32 * 1024 * 1024;

export interface WebHost {
  /** The address to open, with this launch's token. */
  readonly url: string;
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export interface WebOptions {
  readonly backend: Backend;
  /** The UI's build. */
  readonly ui: string;
  /** 0: any free one. */
  readonly port: number;
}

function plain(response: ServerResponse, status: number, text: string, headers: Readonly<Record<string, string>> = {}): void {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lectern</title><p>${escapeHtml(text)}</p></html>`;
  response.writeHead(status, {
    ...COMMON_HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; frame-ancestors 'none'`,
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(body);
}

function json(response: ServerResponse, status: number, envelope: Envelope): void {
  const body = JSON.stringify(envelope);
  response.writeHead(status, { ...COMMON_HEADERS, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(body);
}

/** The body as text; null where it is larger than allowed. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).byteLength;
    if (size > BODY_LIMIT) return null;
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
 * Events as the browser's own `EventSource` reads them. None is kept for a page that is away: `hello` tells it whether it missed
 * something, and it asks for what it shows (src/ui/sync.ts). So there are no ids, and nothing is bounded by how long it is away.
 */
function stream(backend: Backend, response: ServerResponse): void {
  response.writeHead(200, { ...COMMON_HEADERS, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(`retry: ${RETRY}\n\n`);
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

async function answer({ backend, ui }: WebOptions, guard: Guard, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const token = url.searchParams.get('token');
  const entering = url.pathname === '/' && request.method === 'GET' && guard.isToken(token);
  const refused = guard.refuse(request.headers, !entering);
  if (refused) {
    plain(response, refused.status, refused.reason);
    return;
  }
  // Not a redirect: a browser that came from elsewhere would keep a strict cookie back from its target.
  if (entering) {
    plain(response, 200, 'Opening Lectern …', { 'Set-Cookie': guard.cookie, Refresh: '0; url=/' });
    return;
  }
  if (url.pathname === '/api/call' && request.method === 'POST') return call(backend, request, response);
  if (url.pathname === '/api/events' && request.method === 'GET') {
    stream(backend, response);
    return;
  }
  if (url.pathname.startsWith('/preview/')) {
    const site: AssetSite = { root: ui, kind: 'preview', index: 'preview.html', app: `'self'`, preview: `'self'` };
    return asset(site, request, url.pathname.slice('/preview'.length), response);
  }
  return asset({ root: ui, kind: 'app', index: 'index.html', app: `'self'`, preview: `'self'` }, request, url.pathname, response);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Serves the app on 127.0.0.1 alone. Rejects with the system's error where the port is taken. */
export async function startWebHost(options: WebOptions): Promise<WebHost> {
  let guard: Guard | null = null;
  const server = createServer((request, response) => {
    if (!guard) return;
    answer(options, guard, request, response).catch(() => {
      if (!response.headersSent) plain(response, 500, 'Lectern could not answer. Reload the page.');
      else response.destroy();
    });
  });
  const port = await listen(server, options.port);
  guard = createGuard(port);
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: `${origin}/?token=${guard.token}`,
    origin,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await options.backend.close();
    },
  };
}
