import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { appRunner } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser } from '../support/deck-page.ts';
import { drawnPages, misplaced, type DrawnPage } from '../support/drawn-pages.ts';
import { DECK_LANGUAGES, isRightToLeft, LANGUAGE_ARTICLES, type DeckLanguage } from '../support/language-decks.ts';
import { list, paragraphs, sceneOf, slide, text } from '../support/layout.ts';
import { readPdf } from '../support/pdf.ts';
import { packTheme } from '../support/theme.ts';

/** A phone, small and old windows, a laptop, a projector, and one as tall as it is wide. */
const WINDOWS = [
  [390, 844],
  [960, 540],
  [1024, 768],
  [1280, 720],
  [1440, 900],
  [1920, 1080],
  [700, 700],
].map(([width = 0, height = 0]) => ({ width, height }));

interface Language {
  readonly title: string;
  readonly points: readonly string[];
}

const WORDS: Readonly<Record<string, Language>> = {
  he: { title: 'נמל הנהר (טיוטה)', points: ['התעריף עלה ב־12% מאז 2019.', 'ארבעים אוניות ממתינות, לפי ABC News!'] },
  ar: { title: 'ميناء النهر (مسودة)', points: ['ارتفعت الرسوم ١٢٪ منذ عام 2019.', 'تنتظر أربعون سفينة، بحسب ABC News.'] },
  en: { title: 'A river port (draft)', points: ['The tariff rose by 12% since 2019.', 'Forty ships wait, as مرحبا says.'] },
};

function scene(language: string, format: '16:9' | '4:3' | 'A4' = '16:9'): Scene {
  const direction = language === 'en' ? 'ltr' : 'rtl';
  const { title, points } = WORDS[language] ?? { title: '', points: [] };
  const blocks = [list(...points), paragraphs(`${points.join(' ')} `.repeat(3))];
  const slides = [1, 2, 3, 4].map((n) =>
    slide({ body: blocks }, { id: `${n}`.padStart(16, '0'), layout: 'points', title: text(`${title} ${n}`) }),
  );
  const spoken = slides.map((s) => ({ ...s, notes: [{ kind: 'text' as const, runs: text(points.join(' ')) }] }));
  return sceneOf(spoken, { theme: packTheme('policy-brief', { direction, format }), meta: { language, direction } });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The slides that are not drawn in their frames, or whose frame does not fill the window from edge to edge in its middle. */
function offTheMiddle(pages: readonly DrawnPage[], { width, height }: Size): DrawnPage[] {
  const uneven = pages.filter(({ frame: { left, right, top, bottom } }) => {
    const [beside, above] = [Math.abs(left + right - width), Math.abs(top + bottom - height)];
    return beside > 1 || above > 1 || Math.min(Math.abs(left), Math.abs(top)) > 1;
  });
  return [...misplaced(pages), ...uneven];
}

/** The slides that are not drawn in their frames, or whose frame reaches out of the window sideways. */
function beyond(pages: readonly DrawnPage[], { width }: Size): DrawnPage[] {
  return [...misplaced(pages), ...pages.filter(({ frame }) => frame.left < 0 || frame.right > width)];
}

/** The slides of the presenter’s view that are not drawn in their frames, or do not stand in their place at its left edge, below its own words. */
async function offTheirPlaces(page: Page): Promise<DrawnPage[]> {
  const shown = await drawnPages(page);
  const places = await page.$$eval('.desk-now, .desk-next', (all) =>
    all.map((element) => element.getBoundingClientRect().toJSON() as DOMRect),
  );
  const away = shown.filter(({ frame }, i) => {
    const place = places[i];
    if (!place) return true;
    const inside = frame.right < place.right + 1 && frame.bottom < place.bottom + 1;
    return Math.abs(frame.left - place.left) > 1 || !inside;
  });
  return [...misplaced(shown), ...away];
}

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-place'))('slides stand in their frames', () => {
  const { file, open } = deckBrowser();
  const scenes = new Map<string, Scene>();
  const address = (language: string, format: '16:9' | '4:3' | 'A4' = '16:9'): Promise<string> => {
    const key = `${language} ${format}`;
    const made = scenes.get(key) ?? scene(language, format);
    scenes.set(key, made);
    return file(made);
  };

  it.each(['he', 'ar', 'en'])('in a deck in “%s”, at every width, one by one and in the overview', async (language) => {
    const { page } = await open((await address(language)) + '#2');
    for (const window of WINDOWS) {
      await page.setViewportSize(window);
      // the browser tells the page of its new size in its own time
      await expect.poll(async () => offTheMiddle(await drawnPages(page), window)).toEqual([]);
      expect(await drawnPages(page)).toHaveLength(1);
      await page.keyboard.press('o');
      await expect.poll(async () => beyond(await drawnPages(page), window)).toEqual([]);
      expect(await drawnPages(page)).toHaveLength(4);
      await page.keyboard.press('o');
    }
  });

  it.each(['he', 'ar', 'en'])('in the presenter’s view of a deck in “%s”: this slide and the next', async (language) => {
    const { page: deck } = await open(await address(language));
    const [page] = await Promise.all([deck.context().waitForEvent('page'), deck.keyboard.press('s')]);
    await page.locator('.desk').waitFor();
    for (const window of WINDOWS) {
      await page.setViewportSize(window);
      await expect.poll(() => offTheirPlaces(page)).toEqual([]);
      expect((await drawnPages(page)).map(({ slide: id }) => id)).toEqual(window.width >= 600 ? ['1', '2'] : ['1']);
    }
  });

  it.each(['4:3', 'A4'] as const)('on pages of %s, and over the whole screen', async (format) => {
    const { page } = await open(await address('he', format), { viewport: { width: 1440, height: 900 } });
    expect(offTheMiddle(await drawnPages(page), { width: 1440, height: 900 })).toEqual([]);
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await expect.poll(async () => offTheMiddle(await drawnPages(page), size)).toEqual([]);
  });

  it.each(['he', 'ar'])('in the handouts of a deck in “%s”, within the paper', async (language) => {
    const { page } = await open((await address(language)) + '#print=handout-a4');
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 688, height: 1000 });
    const drawn = await page.$$eval('.slide', (slides) =>
      slides.map((slide) => {
        const [frame, own] = [slide.getBoundingClientRect(), slide.querySelector('.page')?.getBoundingClientRect() ?? new DOMRect()];
        return { left: own.left - frame.left, right: frame.right - own.right };
      }),
    );
    expect(drawn.filter(({ left, right }) => left < -1 || Math.abs(right) > 1)).toEqual([]);
    await page.emulateMedia({ media: null });
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const printed = pages.flatMap(({ words }) => words.map(({ x, width }) => [x, x + width]));
    expect(printed.length).toBeGreaterThan(0);
    expect(printed.filter(([from = 0, to = 0]) => from < 0 || to > 596)).toEqual([]);
  });
});

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-place'))('slides stand in their frames in the app', () => {
  const start = appRunner();
  const topics = (text: string): string[] => [...text.matchAll(/^## .*\{#([\w-]+)\}$/gm)].map(([, id = '']) => id);
  const files = (language: DeckLanguage): Record<string, string> => {
    const text = LANGUAGE_ARTICLES[language];
    const items = topics(text).map((id) => `  - topic: port/${id}\n`);
    return {
      'content/port.md': text,
      'briefings/one.briefing.yaml': `title: Deck\ntemplate: policy-brief\nitems:\n${items.join('')}`,
    };
  };

  it.each(DECK_LANGUAGES)('with a deck in “%s”: the current slide and the strip, at every width', async (language) => {
    const { page, slides, faults } = await start({ files: files(language) });
    await slides.locator('#stage .slide').waitFor();
    const frame = page.frames().find((f) => f.parentFrame() !== null);
    if (!frame) throw new Error('no preview');
    expect(await frame.evaluate(() => document.documentElement.dir)).toBe(isRightToLeft(language) ? 'rtl' : 'ltr');
    for (const window of WINDOWS) {
      await page.setViewportSize(window);
      await expect.poll(async () => misplaced(await drawnPages(frame, '#stage .slide'))).toEqual([]);
      await expect.poll(async () => misplaced(await drawnPages(frame, '#strip .slide'))).toEqual([]);
    }
    for (const mode of ['topic', 'sheet']) {
      await frame.evaluate((name) => {
        document.documentElement.dataset['mode'] = name;
        dispatchEvent(new Event('resize'));
      }, mode);
      expect(misplaced(await drawnPages(frame))).toEqual([]);
    }
    expect(faults).toEqual([]);
  });
});
