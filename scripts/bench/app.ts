/**
 * The app in a browser, with a library of 1,000 articles of 10 topics and a deck of 30 slides: start, search, choosing, preview.
 * Needs Chromium and `npm run build`.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../test/support/chromium.ts';
import { median, table } from './report.ts';

const WORDS = (
  'harbour council river board freight bridge quay season forecast measure report district transport winter summer decision budget village ' +
  'minister border treaty customs energy pipeline election observer sanction mediator corridor armistice garrison envoy summit refugee ' +
  'ministry parliament coalition inspector reservoir dredging subsidy tariff grain cereal vaccine hospital teacher curriculum railway'
).split(' ');

/** Words by a small linear congruential generator: the same library every time. */
function writer(seed: number): (count: number) => string {
  let state = seed;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return (count) => Array.from({ length: count }, () => WORDS[(next() >> 8) % WORDS.length] ?? '').join(' ');
}

function article(n: number, topicCount: number): string {
  const write = writer(n + 1);
  const date = `20${10 + (n % 15)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
  const head = `---\ntitle: The ${write(5)}\npublished: ${date}\ntags: [${write(2).replace(' ', ', ')}]\nactors: [${write(1)} ${n % 90}]\n---\n`;
  const topics = Array.from({ length: topicCount }, (_, topic) => {
    const points = Array.from({ length: 4 }, () => `- The ${write(12)}. [¶${topic + 1}]`).join('\n');
    const quotation = topic % 4 === 1 ? `\n> The ${write(9)}.\n> — ${write(2)}, minister\n` : '';
    return `\n## The ${write(6)} {#t${topic}}\n\nThe ${write(14)}. [¶${topic + 1}]\n\n${points}\n${quotation}`;
  });
  return head + topics.join('');
}

/** A workspace of so many articles, and a briefing of 27 of their topics. */
export async function makeWorkspace(folder: string, articles: number, topics = 10): Promise<void> {
  for (const name of ['content', 'briefings', 'templates', 'output']) await mkdir(join(folder, name), { recursive: true });
  for (let n = 0; n < articles; n += 1)
    await writeFile(join(folder, 'content', `article-${String(n).padStart(4, '0')}.md`), article(n, topics));
  const items = Array.from({ length: 27 }, (_, n) => `  - topic: article-${String(Math.floor(n / 7)).padStart(4, '0')}/t${n % 7}`);
  await writeFile(
    join(folder, 'briefings', 'bench.briefing.yaml'),
    `title: A benchmark\ntemplate: policy-brief\nitems:\n${items.join('\n')}\n`,
  );
}

export async function serve(home: string, folder: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const env = { ...process.env, LECTERN_HOME: join(home, 'home'), LECTERN_DOCUMENTS: join(home, 'documents') };
  const child = spawn(process.execPath, ['bin/lectern.mjs', 'serve', folder, '--no-open'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (data: Buffer) => {
      const match = /: (\/.*\.html)/.exec(data.toString());
      if (match?.[1]) found(pathToFileURL(match[1]).href);
    });
    child.once('exit', (status) => failed(new Error(`the app did not start: exit ${status}`)));
  });
  return { url, child };
}

/** Milliseconds from an input event to the first frame in which `condition` holds, in the page's own time. */
export async function until(page: Page, act: string, condition: string): Promise<number> {
  return page.evaluate(
    ([doing, holds]) =>
      new Promise<number>((done) => {
        const start = performance.now();
        // The page is ours; the bench only names what to press and what to wait for.
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
        new Function(doing ?? '')();
        const test = new Function(`return (${holds ?? ''})`) as () => boolean; // eslint-disable-line @typescript-eslint/no-implied-eval
        const look = (): void => {
          if (test()) done(performance.now() - start);
          else requestAnimationFrame(look);
        };
        look();
      }),
    [act, condition],
  );
}

/** Ten times what reading 1,000 articles takes; a library that is not there by then never will be. Milliseconds. */
const LONGEST_READING = 90_000;

interface AppFigures {
  /** Milliseconds; see `MEANING` for what each is. */
  readonly firstStart: number;
  readonly firstLibrary: number;
  readonly secondStart: number;
  readonly typed: number;
  readonly results: number;
  readonly checked: number;
  readonly preview: number;
  readonly worstPreview: number;
}

export const TYPE = (text: string): string =>
  `const f = document.querySelector('[role=searchbox]'); Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(f, ${JSON.stringify(text)}); f.dispatchEvent(new Event('input', { bubbles: true }));`;
export const FOOT = `document.querySelector('.library .pane-foot').textContent`;

/** Runs in a page: the clock time of the first frame in which something of each selector, with the words if any, is in it. */
const WHEN_SEEN = ({ selectors, words }: { readonly selectors: readonly string[]; readonly words: string }): Promise<number> =>
  new Promise((done) => {
    const look = (): void => {
      const seen = selectors.every((selector) => document.querySelector(selector)?.textContent.includes(words));
      if (seen) done(performance.timeOrigin + performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });

/** In every page that is opened, since the one that lets the browser in leads on to another. */
export const WATCH = `window.usable = (${WHEN_SEEN.toString()})({ selectors: ['.tree-row', '.order-row'], words: '' });`;

// The page's own frames tell when: Playwright looks again after up to half a second.
export async function usable(page: Page, url: string): Promise<number> {
  const start = performance.timeOrigin + performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('.order-row').first().waitFor();
  return (await page.evaluate<number>('window.usable')) - start;
}

async function measure(articles = 1000): Promise<AppFigures> {
  const home = await mkdtemp(join(tmpdir(), 'lectern-bench-app-'));
  const folder = join(home, 'workspace');
  await makeWorkspace(folder, articles);
  const browser = await launchChromium();
  const servers: ChildProcess[] = [];
  try {
    const first = await serve(home, folder);
    servers.push(first.child);
    // The page is evaluated into, which its policy forbids to itself.
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
    await page.addInitScript(WATCH);
    const start = performance.now();
    const firstStart = await usable(page, first.url);
    await page
      .waitForFunction(
        (count) => document.querySelector('.library .pane-foot')?.textContent.includes(`in ${count} articles`),
        articles.toLocaleString('en'),
        { timeout: LONGEST_READING },
      )
      .catch(async () => {
        throw new Error(`not all ${articles} articles are shown: ${await page.locator('.library .pane-foot').textContent()}`);
      });
    const firstLibrary = performance.now() - start;
    await page.waitForTimeout(1500);
    const stopped = once(first.child, 'exit');
    first.child.kill();
    await stopped;
    const second = await serve(home, folder);
    servers.push(second.child);
    const secondStart = await usable(page, second.url);
    await page.frameLocator('.slide-frame').locator('#stage .slide').waitFor();
    await page.waitForTimeout(1000);

    const typed: number[] = [];
    const results: number[] = [];
    for (const text of ['h', 'harb', 'harbour tr', 'treaty', 'treaty minister', 'q', 'railway gr', 'energy']) {
      typed.push(await until(page, TYPE(text), `document.querySelector('[role=searchbox]').value === ${JSON.stringify(text)}`));
      await page.waitForTimeout(300);
    }
    for (const text of ['c', 'cust', 'customs en', 'pipeline', 'observer', 'sum', 'vaccine t', 'b']) {
      const shown = await page.locator('.library .pane-foot').textContent();
      results.push(await until(page, TYPE(text), `${FOOT} !== ${JSON.stringify(shown)}`));
    }
    const checked: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      const count = await page.locator('.order-row').count();
      const act = `document.querySelectorAll('.tree-row.topic:not(.chosen)')[0].click()`;
      checked.push(
        await until(
          page,
          act,
          `document.querySelectorAll('.order-row').length > ${count} && document.querySelectorAll('.tree-row.chosen').length > 0`,
        ),
      );
    }
    for (let n = 0; n < 6; n += 1) await page.keyboard.press('Control+z');
    await page.waitForTimeout(1500);

    const previews: number[] = [];
    const frame = page.frameLocator('.slide-frame');
    await frame.locator('#strip button').nth(4).click();
    for (let n = 0; n < 12; n += 1) {
      const headline = `Headline number ${n}`;
      await page.keyboard.press('Control+2');
      await page.keyboard.press('e');
      const box = page.locator('[data-wording] textarea').first();
      await box.fill(`Headline ${n}`);
      await page.waitForTimeout(600);
      const inside = page.frames().find((f) => f.parentFrame() !== null && f.url().includes('preview'));
      if (!inside) throw new Error('the page shows no preview');
      const shown = inside.evaluate(WHEN_SEEN, { selectors: ['#stage h2'], words: headline });
      const began = await box.evaluate((node, text) => {
        const now = performance.timeOrigin + performance.now();
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(node, text);
        node.dispatchEvent(new Event('input', { bubbles: true }));
        return now;
      }, headline);
      previews.push((await shown) - began);
    }
    return {
      firstStart,
      firstLibrary,
      secondStart,
      typed: median(typed),
      results: median(results),
      checked: median(checked),
      preview: median(previews),
      worstPreview: Math.max(...previews),
    };
  } finally {
    for (const server of servers) server.kill();
    await browser.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What each figure is, as the report says it. */
const MEANING: Readonly<Record<keyof AppFigures, string>> = {
  firstStart: 'first start with 1,000 articles: running order and first articles in sight',
  firstLibrary: '… until all 1,000 have been read',
  secondStart: 'next start: running order and whole library in sight',
  typed: 'a letter typed into the search shows (median)',
  results: 'results over 10,000 topics (median)',
  checked: 'a check box: topic in the running order (median)',
  preview: 'a headline reworded: shown on the slide, 30 slides (median)',
  worstPreview: '… worst of 12',
};

export async function appReport(): Promise<string> {
  const figures = await measure();
  const rows = Object.entries(MEANING).map(([name, words]) => [words, `${figures[name as keyof AppFigures].toFixed(0)} ms`]);
  return table([['the app, from the user’s hand to the screen', 'takes'], ...rows]);
}
