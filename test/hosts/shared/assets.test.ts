import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAsset, type AssetSite } from '../../../src/hosts/shared/assets.ts';
import { NONCE_PLACE } from '../../../src/hosts/shared/policy.ts';

let site: AssetSite;
const PAGE = `<script nonce="${NONCE_PLACE}"></script><style nonce="${NONCE_PLACE}"></style>`;

beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'lectern-assets-'));
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), PAGE);
  await writeFile(join(root, 'assets/app.js'), `1; // ${NONCE_PLACE}`);
  await writeFile(join(root, 'assets/app.js.map'), '{}');
  site = { root, kind: 'app', index: 'index.html', app: 'lectern://app', preview: 'lectern://preview' };
});

afterAll(() => rm(site.root, { recursive: true, force: true }));

const get = (pathname: string, method = 'GET', from = site): ReturnType<typeof answerAsset> => answerAsset(from, { method, pathname });
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function directive(policy: string | undefined, name: string): string[] {
  const found = policy?.split('; ').find((part) => part.startsWith(`${name} `));
  return found?.split(' ').slice(1) ?? [];
}

describe('a page', () => {
  it('carries in its policy the nonce that its tags have', async () => {
    const { body, headers } = await get('/');
    const nonce = /nonce="([^"]+)"/.exec(text(body))?.[1] ?? '';
    expect(nonce.length).toBeGreaterThan(20);
    expect(text(body)).toBe(PAGE.replaceAll(NONCE_PLACE, nonce));
    expect(directive(headers['Content-Security-Policy'], 'style-src')).toContain(`'nonce-${nonce}'`);
  });

  it('has another nonce each time', async () => {
    expect(text((await get('/')).body)).not.toBe(text((await get('/')).body));
  });

  it.each(['app', 'preview'] as const)('as %s begins from nothing and allows no code from text', async (kind) => {
    const { headers } = await get('/', 'GET', { ...site, kind });
    const policy = headers['Content-Security-Policy'] ?? '';
    expect(directive(policy, 'default-src')).toEqual([`'none'`]);
    expect(policy).not.toMatch(/unsafe|\*|https?:|ws:/);
    for (const name of ['base-uri', 'form-action']) expect(directive(policy, name)).toEqual([`'none'`]);
  });

  it('may frame the preview alone, and the preview is framed by the app alone, without its origin', async () => {
    const app = (await get('/')).headers['Content-Security-Policy'];
    const preview = (await get('/', 'GET', { ...site, kind: 'preview' })).headers['Content-Security-Policy'];
    expect(directive(app, 'frame-src')).toEqual(['lectern://preview']);
    expect(directive(preview, 'frame-ancestors')).toEqual(['lectern://app']);
    expect(directive(preview, 'sandbox')).toEqual(['allow-scripts']);
    expect(directive(preview, 'connect-src')).toEqual([]);
  });
});

describe('an asset', () => {
  it('is served as it is, with its type and no sniffing', async () => {
    const { status, headers, body } = await get('/assets/app.js');
    expect([status, headers['Content-Type'], headers['X-Content-Type-Options']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'nosniff',
    ]);
    expect(text(body)).toContain(NONCE_PLACE);
  });

  it.each([
    ['GET', '/assets/app.js.map', 404],
    ['GET', '/assets', 404],
    ['GET', '/../package.json', 404],
    ['POST', '/', 405],
  ])('%s %s is refused with %i and an empty body', async (method, path, status) => {
    const answer = await get(path, method);
    expect([answer.status, answer.body.byteLength]).toEqual([status, 0]);
  });
});
