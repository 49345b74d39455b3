import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confine, segmentsOf } from '../../../src/hosts/shared/confine.ts';
import { isInside } from '../../../src/workspace/real-path.ts';

let top = '';

beforeAll(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'lectern-confine-')));
  for (const folder of ['ui/assets', 'ui-old', 'secret']) await mkdir(join(top, folder), { recursive: true });
  for (const file of ['ui/index.html', 'ui/assets/a b.js', 'ui-old/index.html', 'secret/key.txt']) await writeFile(join(top, file), file);
  await symlink(join(top, 'secret'), join(top, 'ui/out'));
  await symlink(join(top, 'ui/index.html'), join(top, 'ui/start.html'));
});

afterAll(() => rm(top, { recursive: true, force: true }));

describe('confine', () => {
  it.each([
    ['/index.html', 'ui/index.html'],
    ['/assets/a%20b.js', 'ui/assets/a b.js'],
    ['//index.html', 'ui/index.html'],
    ['/start.html', 'ui/index.html'],
  ])('finds %s', async (path, file) => {
    expect(await confine(join(top, 'ui'), path)).toBe(join(top, file));
  });

  it.each([
    '/../secret/key.txt',
    '/..%2fsecret%2fkey.txt',
    '/%2e%2e/secret/key.txt',
    '/..%5csecret%5ckey.txt',
    '/../ui-old/index.html',
    '/out/key.txt',
    '/C:/windows/win.ini',
    '/index.html%00.png',
    '/%E0%A4%A',
    '/.hidden',
    '/missing.js',
    '/',
    '',
  ])('gives nothing for %s', async (path) => {
    expect(await confine(join(top, 'ui'), path)).toBeNull();
  });
});

describe('isInside', () => {
  it.each([
    ['/data', '/data', true],
    ['/data', '/data/a', true],
    ['/data', '/data/..b', true],
    ['/data', '/database', false],
    ['/data', '/', false],
    ['/data', '/other', false],
  ])('%s holds %s: %s', (root, path, inside) => {
    expect(isInside(root, path)).toBe(inside);
  });
});

it('decodes a segment once, never twice', () => {
  expect(segmentsOf('/%252e%252e/a')).toEqual(['%2e%2e', 'a']);
});
