import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../../src/hosts/web/guard.ts';

const KEY = 'K'.repeat(32);
const guard = createGuard(4000, KEY);
const secret = guard.admit({ 'x-lectern-key': KEY }) ?? '';
const own = { host: '127.0.0.1:4000', 'x-lectern-page': secret };

describe('the guard', () => {
  it('lets in a page that has its secret, by either name of this machine', () => {
    expect(guard.refuse(own)).toBeNull();
    expect(guard.refuse({ ...own, host: 'localhost:4000', origin: 'http://localhost:4000', 'sec-fetch-site': 'same-origin' })).toBeNull();
  });

  it.each([
    ['another name (DNS rebinding)', { ...own, host: 'evil.example:4000' }],
    ['another port', { ...own, host: '127.0.0.1:4001' }],
    ['no name', { 'x-lectern-page': secret }],
    ['another page', { ...own, origin: 'http://evil.example' }],
    ['a page of another port', { ...own, origin: 'http://127.0.0.1:5000' }],
    ['a page without an origin, as the preview is', { ...own, origin: 'null' }],
    ['another site, as the browser says', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['another port’s page, as the browser says', { ...own, 'sec-fetch-site': 'same-site' }],
  ])('refuses %s', (_, headers) => {
    expect(guard.refuse(headers)?.status).toBe(403);
    expect(guard.refuseOrigin(headers)?.status).toBe(403);
  });

  it('refuses all of these to whoever comes with a code, but for the page of a file, which has no origin', () => {
    const { host } = own;
    expect(guard.refuseOrigin({ host, origin: 'null', 'sec-fetch-site': 'cross-site' }, true)).toBeNull();
    expect(guard.refuseOrigin({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }, true)).toBeNull();
    expect(guard.refuseOrigin({ host, origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, true)?.status).toBe(403);
    expect(guard.refuseOrigin({ host: 'evil.example:4000', origin: 'null' }, true)?.status).toBe(403);
  });

  it.each([
    ['no secret', {}],
    ['another secret', { 'x-lectern-page': 'A'.repeat(32) }],
    ['the secret of a page of another launch', { 'x-lectern-page': createGuard(4000, KEY).admit({ 'x-lectern-key': KEY }) ?? '' }],
    ['the port’s key itself', { 'x-lectern-page': KEY }],
    ['a cookie, which goes to every port of the machine', { cookie: `lectern-4000=${secret}; x-lectern-page=${secret}` }],
  ])('does not know a page that comes with %s', (_, headers) => {
    expect(guard.refuse({ host: own.host, ...headers })?.status).toBe(401);
  });

  it('takes its code once, and then another', () => {
    const first = guard.token();
    expect([null, '', 'x', createGuard(4000, KEY).token()].map((token) => guard.useToken(token))).toEqual([false, false, false, false]);
    expect(guard.useToken(first)).toBe(true);
    expect(guard.useToken(first)).toBe(false);
    expect(guard.token()).not.toBe(first);
    expect(guard.useToken(guard.token())).toBe(true);
  });

  it('gives each page that shows the key a secret of its own', () => {
    const [one, two] = [guard.admit({ 'x-lectern-key': KEY }), guard.admit({ 'x-lectern-key': KEY })];
    expect(one).not.toBe(two);
    expect(guard.refuse({ ...own, 'x-lectern-page': one ?? '' })).toBeNull();
    expect(guard.admit({})).toBeNull();
    expect(guard.admit({ 'x-lectern-key': 'A'.repeat(32) })).toBeNull();
  });

  it('keeps a thousand pages in mind, and of more has the first come again', () => {
    const small = createGuard(4000, KEY);
    const pages = Array.from({ length: 1001 }, () => small.admit({ 'x-lectern-key': KEY }) ?? '');
    const known = (page: string | undefined): boolean => small.refuse({ ...own, 'x-lectern-page': page ?? '' }) === null;
    expect([known(pages[0]), known(pages[1]), known(pages[1000])]).toEqual([false, true, true]);
  });

  it('proves that it has the key for its own port alone, so that a program on another cannot have it prove that for him', () => {
    expect(guard.prove('nonce')).toBe(createHmac('sha256', KEY).update('4000 nonce').digest('hex'));
    expect(createGuard(4001, KEY).prove('nonce')).not.toBe(guard.prove('nonce'));
  });
});
