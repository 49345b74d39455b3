import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { FIREFOX, lacks } from '../support/chromium.ts';
import { measurePages, misplaced } from '../support/drawn-pages.ts';
import { FONTS } from '../support/layout.ts';
import { sampleScene } from '../support/sample-scene.ts';

describe.skipIf(lacks('Firefox', FIREFOX, 'deck-firefox'))('a deck in Firefox, opened from disk', () => {
  let browser: Browser;
  let folder: string;
  let address: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-firefox-'));
    await writeFile(join(folder, 'deck.html'), (await writeHtml(sampleScene(5), FONTS)).value);
    address = pathToFileURL(join(folder, 'deck.html')).href;
    const arabic = sampleScene(3);
    const leftwards = { ...arabic, meta: { ...arabic.meta, direction: 'rtl' as const, language: 'ar' } };
    await writeFile(join(folder, 'leftwards.html'), (await writeHtml(leftwards, FONTS)).value);
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX ?? '', headless: true });
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  const shown = (page: Page): Promise<string> =>
    page.$$eval('.slide', (slides) =>
      slides
        .filter((slide) => getComputedStyle(slide).display !== 'none')
        .map((slide) => slide.id)
        .join(),
    );
  const open = async (hash = ''): Promise<Page> => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(address + hash);
    return page;
  };

  it('opens, shows its own fonts and turns slides', async () => {
    const page = await open();
    expect(await shown(page)).toBe('1');
    for (const key of ['ArrowRight', 'PageDown', ' '] as const) await page.keyboard.press(key);
    expect(await shown(page)).toBe('4');
    await page.keyboard.press('Home');
    expect(await shown(page)).toBe('1');
    expect(await page.evaluate(() => [...document.fonts].filter((face) => face.status === 'loaded').length)).toBeGreaterThan(0);
    await page.keyboard.press('o');
    expect(await shown(page)).toBe('1,2,3,4,5');
    await page.keyboard.press('r');
    expect(await page.evaluate(() => document.documentElement.className)).toContain('R');
    await page.close();
  });

  it('breaks no line anew', async () => {
    const page = await open('#2');
    const lines = await page.$$eval('.slide.on .l', (spans) => spans.map((span) => span.getClientRects().length));
    expect(lines.every((count) => count === 1)).toBe(true);
    await page.close();
  });

  it.each([
    [1024, 768],
    [1920, 1080],
  ])('draws a right-to-left deck in its frames at %i × %i: one by one, in the overview and for the presenter', async (width, height) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height });
    await page.goto(new URL('leftwards.html', address).href);
    const drawn = async (on: Page): Promise<unknown> => misplaced(await on.$$eval('.slide', measurePages));
    await expect.poll(() => drawn(page)).toEqual([]);
    await page.keyboard.press('o');
    await expect.poll(() => drawn(page)).toEqual([]);
    await page.keyboard.press('o');
    const opened = new Promise<Page>((resolve) => page.once('popup', (popup) => resolve(popup as Page)));
    await page.keyboard.press('s');
    const second = await opened;
    await second.waitForSelector('.desk');
    await expect.poll(() => drawn(second)).toEqual([]);
    await second.close();
    await page.close();
  });

  it('shows the presenter’s view in the one window, finds slides, points, and keeps the clock over a reload', async () => {
    const page = await open('#2');
    await page.keyboard.press('n');
    await page.$eval('dialog .actions button', (agree) => (agree as HTMLElement).click());
    await page.waitForSelector('.desk');
    await page.keyboard.press('/');
    await page.keyboard.type('title 4');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.$eval('.slide.on', (slide) => slide.id)).toBe('4');
    const bar = (): Promise<string | null> => page.$eval('.desk-bar', (desk) => desk.textContent);
    await expect.poll(bar).toMatch(/Elapsed0:0[1-9]/);
    const covered = await page.evaluate(() => {
      const slides = [...document.querySelectorAll('.slide.on, .slide.after')].map((slide) => slide.getBoundingClientRect());
      const controls = [...document.querySelectorAll('.desk button, .desk-value, .desk-words')].map((control) =>
        control.getBoundingClientRect(),
      );
      return controls.filter((c) =>
        slides.some((s) => c.left < s.right - 1 && c.right > s.left + 1 && c.top < s.bottom - 1 && c.bottom > s.top + 1),
      );
    });
    expect(covered).toEqual([]);
    await page.keyboard.press('l');
    await page.mouse.move(200, 200);
    await expect.poll(() => page.$eval('.laser', (dot) => (dot as HTMLElement).hidden)).toBe(false);
    expect(await page.evaluate(() => location.hash)).toMatch(/^#4~/);
    await page.reload();
    await expect.poll(() => shown(page)).toBe('4');
    await page.keyboard.press('n');
    await page.$eval('dialog .actions button', (agree) => (agree as HTMLElement).click());
    await expect.poll(bar).toMatch(/Elapsed0:\d[1-9]/);
    await page.close();
  });

  it('keeps the presenter’s window in step, both ways', async () => {
    const page = await open('#2');
    const opened = new Promise<Page>((resolve) => page.once('popup', (popup) => resolve(popup as Page)));
    await page.keyboard.press('s');
    const second = await opened;
    await second.waitForSelector('.desk');
    await expect.poll(() => second.$eval('.desk-bar', (bar) => bar.textContent), { timeout: 10_000 }).toContain('In step');
    await expect.poll(() => second.$eval('.slide.on', (slide) => slide.id)).toBe('2');
    expect(await second.$eval('.desk-words', (words) => words.textContent)).toContain('Say this on slide 2.');
    await second.keyboard.press('ArrowRight');
    await expect.poll(() => shown(page)).toBe('3');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => second.$eval('.slide.on', (slide) => slide.id)).toBe('4');
    await second.close();
    await page.close();
  });
});
