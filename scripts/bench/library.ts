/**
 * The app in a browser with large libraries: how long the first read and the next start take, what the page and the service hold, the
 * longest task of the page, and a search. Needs Chromium and `npm run build`.
 */
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../test/support/chromium.ts';
import { FOOT, makeWorkspace, serve, TYPE, until, usable, WATCH } from './app.ts';
import { median, table } from './report.ts';

const TOPICS = 8;
/** Milliseconds that the first read of the largest may take before it is given up. */
const LONGEST = 300_000;

interface Figures {
  readonly usable: number;
  readonly read: number;
  readonly processor: number;
  readonly longestFirst: number;
  readonly next: number;
  readonly whole: number;
  readonly longestNext: number;
  readonly results: number;
  readonly pageHeap: number;
  readonly service: number;
  readonly cache: number;
}

/** Keeps the longest task of the page in `window.longest`, as the browser itself tells it. */
const WATCH_TASKS = `window.longest = 0; new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration); }).observe({ type: 'longtask', buffered: true });`;

async function whole(page: Page, articles: number): Promise<void> {
  const words = `in ${articles.toLocaleString('en')} articles`;
  await page.waitForFunction((shown) => document.querySelector('.library .pane-foot')?.textContent.includes(shown), words, {
    timeout: LONGEST,
  });
}

/** Megabytes that a process has in memory. */
async function residentOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024;
}

/** Seconds of processor time that a process has had, all its threads together. */
async function processorOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid ?? 0}/stat`, 'utf8').catch(() => '');
  // Behind the name, which may have spaces: its 12th and 13th figures, in hundredths. [proc(5)]
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

async function measure(articles: number): Promise<Figures> {
  const home = await mkdtemp(join(tmpdir(), 'lectern-bench-library-'));
  const folder = join(home, 'workspace');
  await makeWorkspace(folder, articles, TOPICS);
  const browser = await launchChromium();
  try {
    const open = async () => {
      const { url, child } = await serve(home, folder);
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
      await page.addInitScript(`${WATCH};${WATCH_TASKS}`);
      const start = performance.now();
      const first = await usable(page, url);
      await whole(page, articles);
      const time = performance.now() - start;
      const processor = await processorOf(child.pid);
      await page.waitForTimeout(1500);
      const longest = await page.evaluate<number>('window.longest');
      return { child, page, first, time, processor, longest };
    };
    const first = await open();
    const stopped = once(first.child, 'exit');
    first.child.kill();
    await stopped;
    await first.page.close();
    const next = await open();
    const results: number[] = [];
    for (const text of ['c', 'cust', 'customs en', 'pipeline', 'observer', 'sum', 'vaccine t', 'b']) {
      const shown = await next.page.locator('.library .pane-foot').textContent();
      results.push(await until(next.page, TYPE(text), `${FOOT} !== ${JSON.stringify(shown)}`));
    }
    const [pageHeap, service] = [await heapOf(next.page), await residentOf(next.child.pid)];
    next.child.kill();
    const caches = join(home, 'home', 'libraries');
    const sizes = await Promise.all((await readdir(caches)).map(async (name) => (await stat(join(caches, name))).size));
    return {
      usable: first.first,
      read: first.time,
      processor: first.processor,
      longestFirst: first.longest,
      next: next.first,
      whole: next.time,
      longestNext: next.longest,
      results: median(results),
      pageHeap,
      service,
      cache: sizes.reduce((sum, size) => sum + size, 0) / 1e6,
    };
  } finally {
    await browser.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

const MEANING: Readonly<Record<keyof Figures, readonly [words: string, unit: string]>> = {
  usable: ['first start: running order and first articles in sight', 'ms'],
  read: ['… until all have been read', 'ms'],
  processor: ['… processor time of the host’s process by then', 's'],
  longestFirst: ['… longest task of the page meanwhile', 'ms'],
  next: ['next start: running order and first articles in sight', 'ms'],
  whole: ['… until all are there', 'ms'],
  longestNext: ['… longest task of the page meanwhile', 'ms'],
  results: ['results of a search (median)', 'ms'],
  pageHeap: ['heap of the page', 'MB'],
  service: ['memory of the host’s process, all threads', 'MB'],
  cache: ['cache on the disk', 'MB'],
};

export async function libraryReport(sizes: readonly number[] = [1000, 3000, 10_000]): Promise<string> {
  const figures: Figures[] = [];
  for (const size of sizes) figures.push(await measure(size));
  const rows = Object.entries(MEANING).map(([name, [words, unit]]) => [
    words,
    ...figures.map((of) => `${of[name as keyof Figures].toFixed(0)} ${unit}`),
  ]);
  return table([[`articles of ${TOPICS} topics`, ...sizes.map((size) => size.toLocaleString('en'))], ...rows]);
}
