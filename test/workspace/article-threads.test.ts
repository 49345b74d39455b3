import { describe, expect, it, onTestFinished } from 'vitest';
import type { Reading } from '../../src/workspace/service/library/reading.ts';
import { articleThreads } from '../../src/workspace/threads/articles.ts';
import { builtCli } from '../support/built/index.ts';
import { folderWith } from '../support/cli.ts';
import { article } from '../support/service.ts';

const built = builtCli();

async function read(
  files: Readonly<Record<string, string>>,
  bounds?: { milliseconds: number; megabytes: number },
): Promise<Map<string, Reading>> {
  const reader = articleThreads(built.worker(), await folderWith(files), bounds);
  onTestFinished(() => reader.close());
  const paths = [...Object.keys(files), 'none.md'];
  const found = new Map(await Promise.all(paths.map(async (path) => [path, await reader.read(path)] as const)));
  return found;
}

describe('articles read in threads', () => {
  it('are all read, each once, with their problems; one that is not there is missing', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`a${n}.md`, article(`A ${n}`, { T: 'x' })]));
    const found = await read({ ...files, 'broken.md': '---\ntitle: [\n---\n', 'readme.md': '# No article' });
    expect(found.size).toBe(63);
    expect([...found.values()].filter((reading) => reading.kind === 'read' && reading.article !== null)).toHaveLength(60);
    expect(found.get('none.md')).toEqual({ kind: 'missing' });
    expect(found.get('readme.md')).toEqual({ kind: 'read', article: null, problems: [] });
    expect(found.get('broken.md')).toMatchObject({
      kind: 'read',
      article: null,
      problems: [{ code: 'article/structure' }, { code: 'article/front-matter' }],
    });
  });

  it('but for one that is too much for a thread, which is said', async () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`t${n}`, 'word '.repeat(40_000)]));
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`a${n}.md`, article(`A ${n}`, { T: 'x' })]));
    const found = await read(
      { 'a.md': article('A', { T: 'x' }), 'big.md': article('Big', many), ...files },
      { milliseconds: 60_000, megabytes: 24 },
    );
    expect(found.get('big.md')).toMatchObject({ kind: 'failed', problems: [{ code: 'article/too-large', place: { file: 'big.md' } }] });
    expect([...found.values()].filter(({ kind }) => kind === 'read')).toHaveLength(13);
  });
});

it('the wording of an article is read in a thread, before what only waits; and nothing any more once it is closed', async () => {
  const files = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`a${n}.md`, article(`A ${n}`, { T: 'x' })]));
  const reader = articleThreads(built.worker(), await folderWith(files));
  const order: string[] = [];
  const waiting = Object.keys(files).map((path) => reader.read(path).then(({ kind }) => order.push(kind)));
  const { detail, problems } = await reader.detail('a399.md');
  expect([detail?.title, problems]).toEqual(['A 399', []]);
  expect(order.length).toBeLessThan(400);
  expect(await reader.detail('none.md')).toMatchObject({ detail: null, problems: [{ code: 'file/missing' }] });
  await reader.close();
  await Promise.all(waiting);
  expect(await reader.read('a0.md')).toEqual({ kind: 'stopped' });
});
