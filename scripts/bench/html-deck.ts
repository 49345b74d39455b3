/**
 * The HTML deck in a browser: how long decks of 20, 100 and 500 slides take to open and to turn, and how many bytes they are.
 * Needs Chromium and the built fonts.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { Scene, SceneSlide } from '../../src/core/layout/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { loadFonts } from '../../src/workspace/fonts.ts';
import { builtScene } from '../../test/support/built-scene.ts';
import { launchChromium } from '../../test/support/chromium.ts';
import { median, table } from './report.ts';

interface DeckFigures {
  readonly slides: number;
  readonly bytes: number;
  /** Milliseconds: writing the file, from address to first slide on the screen, turning one slide (median and worst of 40). */
  readonly write: number;
  readonly open: number;
  readonly turn: number;
  readonly worstTurn: number;
  readonly overview: number;
}

/** The sample's slides over and over, with ids and numbers of their own. */
function repeated(scene: Scene, count: number): Scene {
  const slides = Array.from({ length: count }, (_, i): SceneSlide => {
    const slide = scene.slides[i % scene.slides.length];
    if (!slide) throw new Error('a sample without slides');
    return { ...slide, id: i.toString(16).padStart(16, '0'), number: i + 1 };
  });
  return { ...scene, slides };
}

async function openTime(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  const start = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.slide.on').waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  return performance.now() - start;
}

/** From the key to the frame that shows what it did, in the page's own time. */
function turnTimes(page: Page, key: string, times: number): Promise<number[]> {
  return page.evaluate(
    async ([pressed, count]) => {
      const taken: number[] = [];
      for (let i = 0; i < count; i += 1) {
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const start = performance.now();
        dispatchEvent(new KeyboardEvent('keydown', { key: pressed }));
        document.querySelector('.slide.on')?.getBoundingClientRect();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        taken.push(performance.now() - start);
      }
      return taken;
    },
    [key, times] as const,
  );
}

async function measure(counts: readonly number[] = [20, 100, 500]): Promise<DeckFigures[]> {
  const fonts = await loadFonts(join(process.cwd(), 'dist', 'fonts'));
  const sample = await builtScene('south-caucasus', 'policy-brief');
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  const browser = await launchChromium();
  try {
    const figures: DeckFigures[] = [];
    for (const count of counts) {
      const scene = repeated(sample, count);
      const start = performance.now();
      const { value } = await writeHtml(scene, fonts);
      const write = performance.now() - start;
      const path = join(folder, `${count}.html`);
      await writeFile(path, value);
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      const address = pathToFileURL(path).href;
      const opens = [await openTime(page, address), await openTime(page, address), await openTime(page, address)];
      const turns = await turnTimes(page, 'ArrowRight', 40);
      const [overview = 0] = await turnTimes(page, 'o', 1);
      figures.push({
        slides: count,
        bytes: value.byteLength,
        write,
        open: median(opens),
        turn: median(turns),
        worstTurn: Math.max(...turns),
        overview,
      });
      await page.close();
    }
    return figures;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export async function htmlReport(): Promise<string> {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  return table([
    ['slides', 'file', 'written in', 'opens in', 'turns in', 'slowest turn', 'overview'],
    ...(await measure()).map((f) => [
      String(f.slides),
      `${(f.bytes / 1000).toFixed(0)} kB`,
      ...[f.write, f.open, f.turn, f.worstTurn, f.overview].map(ms),
    ]),
  ]);
}
