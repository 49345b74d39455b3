import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { EventPayload } from '../../src/api/contract.ts';
import { LecternError, problem } from '../../src/core/base/errors.ts';
import { readerHere } from '../../src/workspace/service/library/reading.ts';
import { openLibrary, type Library } from '../../src/workspace/service/library/index.ts';
import { snapshot } from '../../src/workspace/watch.ts';
import { folderWith, STORE } from '../support/cli.ts';
import { article } from '../support/service.ts';

/** What is to happen when a file is about to be read. */
const hooks = new Map<string, () => Promise<void> | void>();
vi.mock('../../src/workspace/articles.ts', async (original) => {
  const real = await original<typeof import('../../src/workspace/articles.ts')>();
  return {
    ...real,
    loadArticle: async (file: string, shown: string) => {
      await hooks.get(shown)?.();
      return real.loadArticle(file, shown);
    },
  };
});

interface Opened {
  readonly library: Library;
  readonly root: string;
  readonly events: EventPayload<'library'>[];
  readonly missing: string[];
  readonly again: () => Promise<Opened>;
}

async function opened(root: string, version = '1', store = STORE): Promise<Opened> {
  const events: EventPayload<'library'>[] = [];
  const missing: string[] = [];
  const library = await openLibrary({
    root,
    store,
    content: 'content',
    snapshot: await snapshot(root),
    cacheFile: join(root, '.cache', 'library.json'),
    version,
    emit: (event) => events.push(event),
    onMissing: (path) => missing.push(path),
    reader: readerHere(root),
  });
  onTestFinished(() => library.close());
  return { library, root, events, missing, again: () => opened(root, version) };
}

const NAMES = Array.from({ length: 60 }, (_, n) => `content/a${String(n).padStart(2, '0')}.md`);

async function sixty(): Promise<string> {
  hooks.clear();
  return folderWith(Object.fromEntries(NAMES.map((name, n) => [name, article(`第 ${n} 篇`, { 'T {#t}': `نص ${n}.` })])));
}

const files = (library: Library): string[] => library.current().articles.map(({ file }) => file);

describe('reading a library for the first time', () => {
  it.each([
    ['before it is read', 'content/a10.md'],
    ['while it is read', 'content/a40.md'],
    ['after it was read', 'content/a00.md'],
  ])('leaves nothing of a file that is deleted %s', async (when, victim) => {
    const root = await sixty();
    const trigger = when === 'after it was read' ? 'content/a30.md' : when === 'while it is read' ? victim : 'content/a05.md';
    let update: Promise<void> = Promise.resolve();
    hooks.set(trigger, async () => {
      hooks.clear();
      await rm(join(root, victim));
      // Whether or not anybody has noticed by the time it is its turn.
      if (when !== 'before it is read') update = snapshot(root).then((now) => library.update(now));
    });
    const { library, events, missing } = await opened(root);
    await library.ready;
    await update;
    expect(library.current()).toMatchObject({ problems: [], loading: null });
    expect(files(library)).toEqual(NAMES.filter((name) => name !== victim));
    expect(events.at(-1)).toMatchObject({ problems: [], loading: null });
    expect(missing).toEqual(when === 'after it was read' ? [] : [victim]);
  });

  it('leaves nothing of a file that goes after it was read and before it is listed', async () => {
    const root = await sixty();
    const gone = NAMES.filter((name) => name !== 'content/a20.md');
    hooks.set('content/a20.md', async () => {
      hooks.clear();
      // The listing without it is there while its bytes still are.
      const now = new Map([...(await snapshot(root))].filter(([path]) => path !== 'content/a20.md'));
      void library.update(now);
    });
    const { library } = await opened(root);
    await library.ready;
    await library.update(new Map([...(await snapshot(root))].filter(([path]) => path !== 'content/a20.md')));
    expect(files(library)).toEqual(gone);
  });

  it('reads again what is changed while it is read, and what comes', async () => {
    const root = await sixty();
    let update: Promise<void> = Promise.resolve();
    hooks.set('content/a03.md', async () => {
      hooks.clear();
      await writeFile(join(root, 'content/a03.md'), article('Geändert', { T: 'x' }));
      await writeFile(join(root, 'content/zz.md'), article('Neu', { T: 'x' }));
      update = library.update(await snapshot(root));
    });
    const { library } = await opened(root);
    await library.ready;
    await update;
    const titles = library.current().articles.map(({ title }) => title);
    expect([titles[3], titles.at(-1), titles.length]).toEqual(['Geändert', 'Neu', 61]);
  });

  it('makes an error that nobody foresaw a problem of its file, and reads the others', async () => {
    const root = await sixty();
    hooks.set('content/a07.md', () => {
      throw new TypeError('cannot read properties of undefined');
    });
    const { library, events } = await opened(root);
    await library.ready;
    expect(files(library)).toHaveLength(59);
    const problems = [{ file: 'content/a07.md', article: null, problems: [{ code: 'app/fault', place: { file: 'content/a07.md' } }] }];
    expect(library.current()).toMatchObject({ problems, loading: null });
    expect(events.flatMap((event) => event.problems)).toMatchObject(problems);
    hooks.clear();
    await writeFile(join(root, 'content/zz.md'), article('Neu', { T: 'x' }));
    await library.update(await snapshot(root));
    expect([files(library).length, library.current().problems]).toEqual([61, []]);
    expect(events.at(-1)?.problems).toEqual([{ file: 'content/a07.md', article: 'a07', problems: [] }]);
  });

  it('goes on though telling of it fails', async () => {
    const root = await sixty();
    let told = 0;
    const library = await openLibrary({
      root,
      store: STORE,
      content: 'content',
      snapshot: await snapshot(root),
      cacheFile: join(root, '.cache', 'library.json'),
      version: '1',
      emit: () => {
        told += 1;
        if (told === 1) throw new Error('could not be cloned');
      },
      onMissing: () => undefined,
      reader: readerHere(root),
    });
    await expect.poll(() => files(library).length).toBe(60);
    await library.close();
  });

  it('tells of what is read though the disk takes its time to keep it', async () => {
    const root = await sixty();
    let keep: () => void = () => undefined;
    const kept = new Promise<void>((resolve) => (keep = resolve));
    // Longer than windows wait to be told: the first telling is of the first file alone.
    hooks.set('content/a01.md', () => setTimeout(400));
    const { library, events } = await opened(root, '1', { ...STORE, write: (...args) => kept.then(() => STORE.write(...args)) });
    await library.ready;
    expect(new Set(events.flatMap(({ changed }) => changed.map(({ file }) => file)))).toEqual(new Set(NAMES));
    expect(events.at(-1)?.loading).toBeNull();
    keep();
  });

  it('that is stopped keeps what it has read', async () => {
    const root = await sixty();
    const first = await opened(root);
    await new Promise<void>((reached) => hooks.set('content/a33.md', reached));
    await first.library.close();
    hooks.clear();
    const read: string[] = [];
    for (const name of NAMES) hooks.set(name, () => void read.push(name));
    const second = await first.again();
    expect(files(second.library)).toEqual(NAMES.slice(0, 34));
    await second.library.ready;
    expect([files(second.library).length, read]).toEqual([60, NAMES.slice(34)]);
  });

  it('does not keep for the next start that a file could not be read', async () => {
    const root = await sixty();
    hooks.set('content/a01.md', () => {
      throw new LecternError(problem('file/read', { message: 'too many files are open', hint: 'Try again.' }));
    });
    const first = await opened(root);
    await first.library.ready;
    expect(first.library.current().problems).toMatchObject([{ problems: [{ code: 'file/read' }] }]);
    await first.library.close();
    hooks.clear();
    const second = await first.again();
    await second.library.ready;
    expect([files(second.library).length, second.library.current().problems]).toEqual([60, []]);
  });
});

it('an empty library is read at once', async () => {
  const root = await folderWith({});
  await mkdir(join(root, 'content'), { recursive: true });
  const { library } = await opened(root);
  await library.ready;
  expect(library.current()).toEqual({ articles: [], problems: [], loading: null });
});

it('a window is answered the newest of many articles, and told of the others', async () => {
  hooks.clear();
  const root = await folderWith(
    Object.fromEntries(
      Array.from({ length: 450 }, (_, n) => [`content/n${n}.md`, article(`N ${n}`, { T: 'x' }, `published: ${2000 + (n % 25)}-01-01\n`)]),
    ),
  );
  const { library, events } = await opened(root);
  await library.ready;
  const before = events.length;
  const answer = library.answer();
  expect([answer.articles.length, answer.loading]).toEqual([100, { done: 100, of: 450 }]);
  expect(new Set(answer.articles.map(({ published }) => published?.slice(0, 4)))).toEqual(
    new Set(Array.from({ length: 6 }, (_, i) => String(2024 - i))),
  );
  await expect.poll(() => events.length).toBe(before + 4);
  expect(events.slice(before).map(({ loading }) => loading)).toEqual([
    { done: 200, of: 450 },
    { done: 300, of: 450 },
    { done: 400, of: 450 },
    null,
  ]);
  const told = [...answer.articles, ...events.slice(before).flatMap(({ changed }) => changed)].map(({ id }) => id);
  expect([told.length, new Set(told).size]).toEqual([450, 450]);
  expect(Math.max(...events.map(({ changed }) => changed.length))).toBeLessThanOrEqual(100);
});
