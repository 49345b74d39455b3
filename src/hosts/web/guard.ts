/**
 * Threat: the loopback host serves one person, but every page in that person's browser, and every program on the machine, can
 * reach its port. So: the name it was called by must be its own (DNS rebinding), a page that asks must be its own (cross-site
 * requests), and whoever asks must have the cookie that the printed address was exchanged for (other users and programs).
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { sha256 } from '../../core/base/hash.ts';

export interface Guard {
  /** In the printed address. */
  readonly token: string;
  /** The whole `Set-Cookie` header. */
  readonly cookie: string;
  readonly isToken: (candidate: string | null) => boolean;
  /** Null: let in. Else the status and what to say. */
  readonly refuse: (headers: IncomingHttpHeaders, needsCookie: boolean) => { readonly status: 401 | 403; readonly reason: string } | null;
}

function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => Buffer.from(sha256(text), 'hex');
  return timingSafeEqual(digest(a), digest(b));
}

function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}

/** One launch's guard. Cookies do not know ports: the name holds it, so that two Lecterns do not log each other out. */
export function createGuard(port: number): Guard {
  const token = randomBytes(24).toString('base64url');
  const session = randomBytes(24).toString('base64url');
  const name = `lectern-${port}`;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  return {
    token,
    cookie: `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`,
    isToken: (candidate) => candidate !== null && same(candidate, token),
    refuse: (headers, needsCookie) => {
      const { host, origin, cookie } = headers;
      if (host === undefined || !hosts.includes(host)) return { status: 403, reason: 'This address is not Lectern’s own.' };
      if (origin !== undefined && origin !== `http://${host}`) return { status: 403, reason: 'Another page may not use Lectern.' };
      const site = headers['sec-fetch-site'];
      if (needsCookie && site !== undefined && site !== 'same-origin' && site !== 'none') {
        return { status: 403, reason: 'Another page may not use Lectern.' };
      }
      if (!needsCookie) return null;
      const given = cookieOf(cookie, name);
      return given !== null && same(given, session)
        ? null
        : { status: 401, reason: 'Open Lectern by the address it printed when it started.' };
    },
  };
}
