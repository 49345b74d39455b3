import { describe, expect, it } from 'vitest';
import { createGuard } from '../../../src/hosts/web/guard.ts';

const guard = createGuard(4000);
const cookie = guard.cookie.split(';')[0] ?? '';
const own = { host: '127.0.0.1:4000', cookie };

describe('the guard', () => {
  it('lets in who has the cookie, by either name of this machine', () => {
    expect(guard.refuse(own, true)).toBeNull();
    expect(
      guard.refuse({ ...own, host: 'localhost:4000', origin: 'http://localhost:4000', 'sec-fetch-site': 'same-origin' }, true),
    ).toBeNull();
  });

  it.each([
    ['another name (DNS rebinding)', { ...own, host: 'evil.example:4000' }],
    ['another port', { ...own, host: '127.0.0.1:4001' }],
    ['no name', { cookie }],
    ['another page', { ...own, origin: 'http://evil.example' }],
    ['a page of another port', { ...own, origin: 'http://127.0.0.1:5000' }],
    ['a page without an origin, as the preview is', { ...own, origin: 'null' }],
    ['another site, as the browser says', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['another port’s page, as the browser says', { ...own, 'sec-fetch-site': 'same-site' }],
  ])('refuses %s', (_, headers) => {
    expect(guard.refuse(headers, true)?.status).toBe(403);
  });

  it.each([
    ['no cookie', undefined],
    ['another cookie', 'lectern-4000=AAAA'],
    ['the cookie of another launch', createGuard(4000).cookie.split(';')[0]],
    ['the cookie of another port', cookie.replace('4000', '4001')],
  ])('asks for the address where there is %s', (_, given) => {
    expect(guard.refuse({ host: own.host, ...(given === undefined ? {} : { cookie: given }) }, true)?.status).toBe(401);
  });

  it('knows its token and no other', () => {
    expect(guard.isToken(guard.token)).toBe(true);
    expect([null, '', 'x', createGuard(4000).token].map((token) => guard.isToken(token))).toEqual([false, false, false, false]);
  });

  it('gives a cookie that no script reads and no other site sends', () => {
    expect(guard.cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  });
});
