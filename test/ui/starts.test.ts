/**
 * First starts in a row on a line whose answers and events are late and whose stream is cut at random, while files come, change, move
 * and go: each must end with every article as it is on the disk. `LECTERN_STARTS` and `LECTERN_ARTICLES` set how many.
 */
import { createHash } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { badLine, liveBackend, liveWindow, seeded } from '../support/live.ts';
import type { Controller } from '../../src/ui/controller/types.ts';

const STARTS = Number(process.env['LECTERN_STARTS'] ?? 50);
const ARTICLES = Number(process.env['LECTERN_ARTICLES'] ?? 200);

let folder = '';
let content = '';
/** What is on the disk: paths below the content folder, and each file's text. */
const disk = new Map<string, string>();
let made = 0;

const NAMES = ['article', 'статья', '记事', 'مقال', 'señal y puerto', 'Ærø', 'दस्तावेज़'] as const;

function text(n: number): string {
  return `---\nid: a-${n}\ntitle: "Title ${n} · 标题 · عنوان"\nlanguage: ${n % 2 === 0 ? 'en' : 'de'}\n---\n\n## Topic ${n}\n\nText ${n}.\n\n- Point ${n * 7}\n`;
}

async function put(path: string, words: string): Promise<void> {
  disk.set(path, words);
  await writeFile(join(content, path), words);
}

function newPath(): string {
  made += 1;
  return `${NAMES[made % NAMES.length] ?? ''} ${made}.md`;
}

/** What people and their programs do to files. Each keeps the number of articles. */
const DEEDS: readonly ((path: string) => Promise<void>)[] = [
  async (path) => put(path, text((made += 1))),
  // As most editors save: beside, and then in the place of the old.
  async (path) => {
    const words = text((made += 1));
    disk.set(path, words);
    await writeFile(join(content, `.${basename(path)}.tmp`), words);
    await rename(join(content, `.${basename(path)}.tmp`), join(content, path));
  },
  // As some do: emptied, then written in two pieces.
  async (path) => {
    const words = text((made += 1));
    disk.set(path, words);
    await writeFile(join(content, path), words.slice(0, 30));
    await appendFile(join(content, path), words.slice(30));
  },
  async (path) => {
    disk.delete(path);
    await rm(join(content, path));
    await put(newPath(), text(made));
  },
  async (path) => {
    const [words, to] = [disk.get(path) ?? '', path.startsWith('sub/') ? path.slice(4) : `sub/${path}`];
    disk.delete(path);
    disk.set(to, words);
    await rename(join(content, path), join(content, to));
  },
  // Away for a moment, and back with the same times and number: to a comparison of listings nothing has happened.
  async (path) => {
    await rename(join(content, path), join(folder, 'away'));
    await new Promise((back) => setTimeout(back, 3));
    await rename(join(folder, 'away'), join(content, path));
  },
];

function hash(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}

/** What a window shows that is not so, and what it does not show. */
function differences({ store }: Controller): string[] {
  const { library } = store.get();
  const left = new Map(disk);
  const wrong = library.articles.flatMap(({ file }) => {
    const path = file.replace(/^content\//, '');
    return left.delete(path) ? [] : [`${path}: shown, not there`];
  });
  const stale = library.articles.filter(({ file, hash: shown }) => {
    const words = disk.get(file.replace(/^content\//, ''));
    return words !== undefined && hash(words) !== shown;
  });
  return [
    ...(library.loading ? [`reading: ${library.loading.done} of ${library.loading.of}`] : []),
    ...library.problems.map(({ file, problems }) => `${file}: ${problems.map(({ code }) => code).join(', ')}`),
    ...wrong,
    ...stale.map(({ file }) => `${file}: an earlier state`),
    ...[...left.keys()].map((path) => `${path}: not shown`),
    ...(library.articles.length === ARTICLES ? [] : [`${library.articles.length} of ${ARTICLES}`]),
  ];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-starts-'));
  content = join(folder, 'w', 'content');
  await mkdir(join(content, 'sub'), { recursive: true });
  for (let n = 0; n < ARTICLES; n += 1) await put(newPath(), text(made));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

async function start(seed: number): Promise<void> {
  const random = seeded(seed);
  const upTo = (ms: number) => (): number => random() * ms;
  await rm(join(folder, 'home'), { recursive: true, force: true });
  const backend = liveBackend(folder);
  await backend.call('workspace.open', { path: join(folder, 'w') });
  const line = badLine(backend, {
    answers: (command) => (command === 'library.get' && random() < 0.3 ? 300 * random() : 40 * random()),
    events: () => (random() < 0.05 ? 120 * random() : 8 * random()),
    opens: 200 * random(),
    cuts: { after: upTo(400), away: upTo(150) },
  });
  const window = liveWindow(line);
  try {
    const started = window.start();
    for (let n = 0; n < 8; n += 1) {
      await new Promise((next) => setTimeout(next, random() * 40));
      const paths = [...disk.keys()];
      const path = paths[Math.floor(random() * paths.length)];
      if (path !== undefined) await DEEDS[Math.floor(random() * DEEDS.length)]?.(path);
    }
    await started;
    expect(window.store.get()).toMatchObject({ phase: 'ready', notice: null });
    await expect.poll(() => differences(window), { timeout: 30_000, interval: 20, message: `start ${seed}` }).toEqual([]);
  } finally {
    line.close();
    await backend.close();
  }
}

it(
  `${STARTS} first starts of ${ARTICLES} articles show every article as it is`,
  async () => {
    for (let seed = 1; seed <= STARTS; seed += 1) await start(seed);
  },
  STARTS * 40_000,
);
