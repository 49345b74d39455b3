import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRowCache } from '../../src/workspace/service/library/cache.ts';
import type { Row } from '../../src/workspace/service/library/rows.ts';
import { folderWith, STORE } from '../support/cli.ts';

const row = (mark: string): Row => ({ mark, article: null, problems: [] });
const marks = (rows: ReadonlyMap<string, Row>): Record<string, string> =>
  Object.fromEntries([...rows].map(([path, { mark }]) => [path, mark]));
const sizeOf = async (file: string): Promise<number> => (await stat(file)).size;

async function filled(count: number): Promise<string> {
  const file = join(await folderWith(), 'deep', 'cache.jsonl');
  const cache = await openRowCache(STORE, file, '1');
  for (let n = 0; n < count; n++) cache.put(`${n}.md`, row(`${n}`));
  await cache.flush();
  return file;
}

describe('what files came to', () => {
  it('is there again at the next start of the same version, and at none of another', async () => {
    const file = await filled(3);
    expect(marks((await openRowCache(STORE, file, '1')).rows)).toEqual({ '0.md': '0', '1.md': '1', '2.md': '2' });
    expect(marks((await openRowCache(STORE, file, '2')).rows)).toEqual({});
    const other = await openRowCache(STORE, file, '2');
    other.put('a.md', row('a'));
    await other.flush();
    expect(marks((await openRowCache(STORE, file, '2')).rows)).toEqual({ 'a.md': 'a' });
  });

  it('is written in proportion to what changed', async () => {
    const file = await filled(5000);
    const before = await sizeOf(file);
    const cache = await openRowCache(STORE, file, '1');
    cache.put('7.md', row('new'));
    cache.put('8.md', null);
    await cache.flush();
    expect((await sizeOf(file)) - before).toBeLessThan(200);
    const { rows } = await openRowCache(STORE, file, '1');
    expect([rows.size, rows.get('7.md')?.mark, rows.has('8.md')]).toEqual([4999, 'new', false]);
  });

  it('is kept but for a line that a stop has cut, and mended with the next', async () => {
    const file = await filled(3);
    await appendFile(file, '["3.md",{"mark":"3"');
    const cache = await openRowCache(STORE, file, '1');
    expect(cache.rows.size).toBe(3);
    cache.put('4.md', row('4'));
    await cache.flush();
    expect(marks((await openRowCache(STORE, file, '1')).rows)).toEqual({ '0.md': '0', '1.md': '1', '2.md': '2', '4.md': '4' });
    expect(await readFile(file, 'utf8')).not.toContain('"3.md"');
  });

  it('is nothing where the file is something else', async () => {
    const file = join(await folderWith(), 'cache.jsonl');
    for (const text of ['', '\n', '{}\n["a.md",{}]\n', 'x'.repeat(1000)]) {
      await writeFile(file, text);
      expect((await openRowCache(STORE, file, '1')).rows.size).toBe(0);
    }
  });

  it('is written anew where most of it is out of date', async () => {
    const file = await filled(50);
    for (let n = 0; n < 400; n++) {
      const cache = await openRowCache(STORE, file, '1');
      cache.put('0.md', row(`${n}`));
      await cache.flush();
    }
    expect((await readFile(file, 'utf8')).split('\n').length).toBeLessThan(260);
    expect((await openRowCache(STORE, file, '1')).rows.get('0.md')?.mark).toBe('399');
  });
});
