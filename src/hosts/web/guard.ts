/**
 * Threat: the loopback host serves one person, but every page in that person's browser, and every program on the machine, can
 * reach its port. So: the name it was called by must be its own (DNS rebinding), a page that asks must be its own (cross-site
 * requests), and whoever asks for anything but the pages' files must have a secret in a header. A cookie would go to every port of
 * the machine, and an address into the history; there is neither.
 *
 * Three secrets, each for the next. The *token* stands in a file of the user's and works once. It is exchanged for the port's *key*,
 * which the browser keeps for this address and port alone. A page that loads first has the host prove that it has the key too (another
 * program may listen where Lectern did), then shows it, and gets a *page secret*, which dies with this process.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { sha256 } from '../../core/base/hash.ts';
import { freshSecret } from './access.ts';

/** Pages that are known at once; of more, the first is asked to show the key again. */
const MOST_PAGES = 1000;

export const HEADERS = { key: 'x-lectern-key', page: 'x-lectern-page' } as const;

export interface Refusal {
  readonly status: 401 | 403 | 500;
  readonly reason: string;
}

export interface Guard {
  /** The code that lets a browser in, until it has been used. */
  readonly token: () => string;
  /** Whether this was the code. It works no second time. */
  readonly useToken: (candidate: string | null) => boolean;
  /** What shows a page that the host has the key; `nonce` is the page's. */
  readonly prove: (nonce: string) => string;
  /** A new page's secret, for whoever shows the key; else null. */
  readonly admit: (headers: IncomingHttpHeaders) => string | null;
  /** Null: it comes from this machine and, where a page sent it, from ours. `entering`: from a file's page, which has no origin. */
  readonly refuseOrigin: (headers: IncomingHttpHeaders, entering?: boolean) => Refusal | null;
  /** Null: one of our pages asks. */
  readonly refuse: (headers: IncomingHttpHeaders) => Refusal | null;
}

function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => Buffer.from(sha256(text), 'hex');
  return timingSafeEqual(digest(a), digest(b));
}

function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

const FOREIGN: Refusal = { status: 403, reason: 'Another page may not use Lectern.' };

/** One launch's guard, for the port that it has and the secret of that port. */
export function createGuard(port: number, key: string): Guard {
  let token = freshSecret();
  /** Digests of pages' secrets: looking one up tells nothing about the others. */
  const pages = new Set<string>();
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];

  const refuseOrigin: Guard['refuseOrigin'] = (headers, entering = false) => {
    const { host, origin } = headers;
    if (host === undefined || !hosts.includes(host)) return { status: 403, reason: 'This address is not Lectern’s own.' };
    if (entering && (origin === 'null' || origin === undefined)) return null;
    if (origin !== undefined && origin !== `http://${host}`) return FOREIGN;
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none' ? null : FOREIGN;
  };

  return {
    token: () => token,
    useToken: (candidate) => {
      if (candidate === null || !same(candidate, token)) return false;
      token = freshSecret();
      return true;
    },
    prove: (nonce) => createHmac('sha256', key).update(`${port} ${nonce}`).digest('hex'),
    admit: (headers) => {
      const given = headerOf(headers, HEADERS.key);
      if (given === null || !same(given, key)) return null;
      const secret = freshSecret();
      pages.add(sha256(secret));
      const [oldest] = pages;
      if (pages.size > MOST_PAGES && oldest !== undefined) pages.delete(oldest);
      return secret;
    },
    refuseOrigin,
    refuse: (headers) => {
      const foreign = refuseOrigin(headers);
      if (foreign) return foreign;
      const given = headerOf(headers, HEADERS.page);
      return given !== null && pages.has(sha256(given))
        ? null
        : { status: 401, reason: 'Open Lectern by the file that it named when it started.' };
    },
  };
}
