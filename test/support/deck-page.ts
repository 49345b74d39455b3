import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { loadFonts } from '../../src/workspace/fonts.ts';
import { launchChromium } from './chromium.ts';

export interface OpenDeck {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, page errors and refused policies, and every address asked for that is not the file. */
  readonly faults: string[];
}

export interface DeckBrowser {
  /** Writes the deck into a file and gives its address. */
  readonly file: (scene: Scene) => Promise<string>;
  /** Opens an address with the network off. */
  readonly open: (address: string, options?: BrowserContextOptions) => Promise<OpenDeck>;
}

/** Watches a page for what a deck must never do. */
export function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security|Trusted/.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) faults.push(`request ${request.url()}`);
  });
}

const WINDOW: BrowserContextOptions = { viewport: { width: 1280, height: 720 }, offline: true };

/** One browser for the tests of a file, and one context for all that ask for nothing special. What a test opened is closed after it. */
export function deckBrowser(): DeckBrowser {
  let browser: Browser;
  let folder: string;
  let common: { context: BrowserContext; faults: string[] } | null = null;
  const opened: { close: () => Promise<void> }[] = [];
  const written = new Map<Scene, string>();

  const makeContext = async (options: BrowserContextOptions): Promise<{ context: BrowserContext; faults: string[] }> => {
    const context = await browser.newContext({ ...WINDOW, ...options });
    const made = { context, faults: [] as string[] };
    context.on('page', (page) => watch(page, made.faults));
    return made;
  };

  beforeAll(async () => {
    browser = await launchChromium();
    folder = await mkdtemp(join(tmpdir(), 'lectern deck é-'));
  });
  afterEach(async () => {
    if (common) opened.push(...common.context.pages());
    await Promise.all(opened.splice(0).map((thing) => thing.close()));
    common?.faults.splice(0);
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    file: async (scene) => {
      const known = written.get(scene);
      if (known !== undefined) return known;
      const fonts = await loadFonts(join(process.cwd(), 'dist', 'fonts'));
      const path = join(folder, `a deck ${written.size + 1}.html`);
      await writeFile(path, (await writeHtml(scene, fonts)).value);
      const address = pathToFileURL(path).href;
      written.set(scene, address);
      return address;
    },
    open: async (address, options) => {
      const { context, faults } = options ? await makeContext(options) : (common ??= await makeContext({}));
      if (options) opened.push(context);
      const page = await context.newPage();
      await page.goto(address);
      return { page, context, faults };
    },
  };
}

/** The number of the slide that fills the window, by what can be seen. */
export async function shownSlide(page: Page): Promise<number[]> {
  return page.$$eval('.slide', (slides) =>
    slides.filter((slide) => (slide as HTMLElement).checkVisibility()).map((slide) => Number(slide.id)),
  );
}

export async function expectSlide(page: Page, number: number): Promise<void> {
  await expect.poll(() => shownSlide(page)).toEqual([number]);
}
