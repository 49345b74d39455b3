import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { articleScene } from '../support/article-scene.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser } from '../support/deck-page.ts';
import { measureLines, seenOrder, type DrawnLine, type DrawnSlide } from '../support/drawn-lines.ts';
import { DECK_LANGUAGES, isRightToLeft, languageDeck, type DeckLanguage } from '../support/language-decks.ts';
import { list, sceneOf as laidOut, slide, text } from '../support/layout.ts';
import { linesOf, type SetLine } from '../support/set-lines.ts';
import { packTheme } from '../support/theme.ts';

/** A phone, old and new screens, a projector of twice their lines. */
const WINDOWS = [
  [375, 812],
  [960, 540],
  [1280, 720],
  [1920, 1080],
  [2560, 1440],
].map(([width = 0, height = 0]) => ({ width, height }));

/** CSS pixels at a page's own size. */
const PX = 96 / 72;
/** Places are written to a tenth of a point, and a browser rounds to a 64th of a pixel. */
const NEAR = 1;
/**
 * By how much of its width a line may be narrower than measured: joined letters, of which no table says how each pair is kerned, and
 * ideographs, set in whatever the machine has.
 */
const NARROWER: Readonly<Partial<Record<DeckLanguage, number>>> = { ar: 0.15, 'zh-Hans': 0.6 };
const EXACT = 0.01;

const SCENES = new Map<DeckLanguage, Scene>();

beforeAll(async () => {
  for (const language of DECK_LANGUAGES) SCENES.set(language, await articleScene(languageDeck(language)));
});

function sceneOf(language: DeckLanguage): Scene {
  const scene = SCENES.get(language);
  if (!scene) throw new Error('no scene');
  return scene;
}

/** A face is read when it is first drawn, and slides that an overview does not show are not: until then their words have another's width. */
const loadFonts = async (): Promise<void> => {
  await Promise.all(Array.from(document.fonts, (face) => face.load()));
};

const byText = (
  a: { readonly text: string; readonly baseline: number },
  b: { readonly text: string; readonly baseline: number },
): number => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.baseline - b.baseline);

/** How a line is off where the scene has it, at a scale; null where it is not. */
function offPlace(wanted: SetLine, seen: DrawnLine | undefined, scale: number, narrower: number): string | null {
  if (seen?.text !== wanted.text) return `“${wanted.text}” is not there, but “${seen?.text ?? ''}”`;
  const near = Math.max(NEAR, NEAR * scale);
  const [left, right, baseline] = [wanted.left, wanted.right, wanted.baseline].map((points) => points * PX * scale) as [
    number,
    number,
    number,
  ];
  const room = (right - left) * narrower + near;
  const off = {
    left: Math.abs(seen.left - left) > near || seen.right > right + near || seen.right < right - room,
    right: Math.abs(seen.right - right) > near || seen.left < left - near || seen.left > left + room,
    middle: Math.abs(seen.left + seen.right - left - right) > 2 * near + (right - left) * narrower,
  }[wanted.edge];
  if (!off && Math.abs(seen.baseline - baseline) <= near) return null;
  return `“${wanted.text}” is at ${seen.left}–${seen.right}, ${seen.baseline}, and not at ${left}–${right}, ${baseline}`;
}

/** What of the shown slides is not where the scene has it. */
function misplacedLines(language: DeckLanguage, shown: readonly DrawnSlide[]): string[] {
  const scene = sceneOf(language);
  const narrower = NARROWER[language] ?? EXACT;
  return shown.flatMap(({ number, frame, lines }) => {
    const slide = scene.slides[number - 1];
    if (!slide) return [`no slide ${number}`];
    const scale = (frame.right - frame.left) / (scene.theme.page.width * PX);
    const wanted = linesOf(slide.boxes).toSorted(byText);
    const seen = lines.toSorted(byText);
    const count = seen.length === wanted.length ? [] : [`slide ${number}: ${seen.length} lines, not ${wanted.length}`];
    return [
      ...count,
      ...wanted.flatMap((line, i) => offPlace(line, seen[i], scale, narrower) ?? []).map((fault) => `slide ${number}: ${fault}`),
    ];
  });
}

/** Whether an element is within the window, in the browser. */
function isWithin(element: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
}

/** Shows each slide alone, as a presenter does, and measures it. */
async function oneByOne(page: Page, count: number): Promise<DrawnSlide[]> {
  const all: DrawnSlide[] = [];
  for (let number = 1; number <= count; number += 1) {
    await page.evaluate((wanted) => (location.hash = `#${wanted}`), number);
    await page.locator(`.slide.on[id="${number}"]`).waitFor();
    await page.evaluate(loadFonts);
    all.push(...(await page.evaluate(measureLines)));
  }
  return all;
}

/** A right-to-left line as its parts are read one after another: each as it stands on the page, Hebrew from its right end. */
const READ: Readonly<Record<string, readonly string[]>> = {
  'הגירעון ירד ל־−3.1% השנה': ['הגירעון', 'ירד', 'ל־', '−3.1%', 'השנה'],
  'טלפון: +972-3-555-0134, שלוחה 7': ['טלפון', ':', '+972-3-555-0134', ',', 'שלוחה', '7'],
  'ב-12% וב-2024': ['ב-', '12%', 'וב-', '2024'],
  'Index 2019 = 100.': ['Index2019=100.'],
  '10–12 MW': ['10–12MW'],
  'לפי ABC News.': ['לפי', 'ABCNews', '.'],
  'דואר: press@example.org, שלוחה 7': ['דואר', ':', 'press@example.org', ',', 'שלוחה', '7'],
  'אתר: https://www.example.org/he?id=7': ['אתר', ':', 'https://www.example.org/he?id=7'],
  'הסכום (−$40) אושר!': ['הסכום', '(', '−$40', ')', 'אושר', '!'],
};

/** The characters from left to right of parts that are read from the right. */
function fromRight(...parts: readonly string[]): string {
  const drawn = parts.map((part) => (/\p{Script=Hebrew}/u.test(part) ? Array.from(part).toReversed().join('') : part));
  return drawn.toReversed().join('');
}

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-languages'))('decks in seven languages', () => {
  const { file, open } = deckBrowser();

  it.each(DECK_LANGUAGES)('have every line where the scene has it, in any window: %s', async (language) => {
    const scene = sceneOf(language);
    const { page } = await open(`${await file(scene)}#1`);
    await page.evaluate(loadFonts);
    for (const window of WINDOWS) {
      await page.setViewportSize(window);
      await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([window.width, window.height]);
      // The slide follows with the next event, which may come after the window's new size is told.
      await expect.poll(() => page.locator('.slide.on').evaluate(isWithin)).toBe(true);
      const shown = await oneByOne(page, scene.slides.length);
      expect(shown).toHaveLength(scene.slides.length);
      expect(misplacedLines(language, shown)).toEqual([]);
      const outside = shown.filter(
        ({ frame: { left, top, right, bottom } }) => left < -1 || top < -1 || right > window.width + 1 || bottom > window.height + 1,
      );
      expect(outside).toEqual([]);
    }
  });

  it.each(DECK_LANGUAGES)('have them so in the overview, and read without scrolling sideways: %s', async (language) => {
    const scene = sceneOf(language);
    const { page } = await open(`${await file(scene)}#1`);
    await page.evaluate(loadFonts);
    const slideOne = (): Promise<{ left: number; width: number }> =>
      page.$eval('.slide', (slide) => {
        const { left, width } = slide.getBoundingClientRect();
        return { left, width };
      });
    for (const window of WINDOWS) {
      await page.setViewportSize(window);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(window.width);
      await page.keyboard.press('o');
      expect(await page.evaluate(measureLines)).toHaveLength(scene.slides.length);
      await expect.poll(async () => misplacedLines(language, await page.evaluate(measureLines))).toEqual([]);
      // the first stands where the deck is read from
      const { left, width } = await slideOne();
      if (window.width > 700) expect(left + width / 2 > window.width / 2).toBe(isRightToLeft(language));
      await page.keyboard.press('r');
      const read = await page.evaluate(() => {
        const beyond = [...document.querySelectorAll('.page :is(p, li, td, th, h2), #sources li')].filter((element) => {
          const { left: from, right: to, width: wide } = element.getBoundingClientRect();
          return wide > 1 && !element.closest('figure') && (from < -1 || to > innerWidth + 1);
        });
        const scroller = document.scrollingElement ?? document.documentElement;
        return { beyond: beyond.map(({ textContent }) => textContent), sideways: scroller.scrollWidth - innerWidth };
      });
      expect(read.beyond).toEqual([]);
      expect(read.sideways).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
    }
  });

  it.each(DECK_LANGUAGES)('have them so in the presenter’s view: %s', async (language) => {
    const { page: deck } = await open(`${await file(sceneOf(language))}#2`);
    const [page] = await Promise.all([deck.context().waitForEvent('page'), deck.keyboard.press('s')]);
    await page.locator('.desk').waitFor();
    await page.evaluate(loadFonts);
    for (const window of WINDOWS.slice(1)) {
      await page.setViewportSize(window);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(window.width);
      expect((await page.evaluate(measureLines)).map(({ number }) => number)).toEqual([2, 3]);
      await expect.poll(async () => misplacedLines(language, await page.evaluate(measureLines))).toEqual([]);
    }
  });

  it('order the words of lines of two directions as they are read', async () => {
    const scene = laidOut([slide({ body: [list(...Object.keys(READ))] }, { layout: 'points', title: text('סדר') })], {
      theme: packTheme('plain', { direction: 'rtl' }),
      meta: { language: 'he', direction: 'rtl' },
    });
    const { page } = await open(`${await file(scene)}#1`);
    await page.evaluate(loadFonts);
    const seen: string[] = [];
    for (const { number } of scene.slides) {
      await page.evaluate((wanted) => (location.hash = `#${wanted}`), number);
      await page.locator(`.slide.on[id="${number}"]`).waitFor();
      seen.push(...(await page.evaluate(seenOrder, '.slide.on li .l')));
    }
    expect(seen).toEqual(Object.values(READ).map((parts) => fromRight(...parts)));
  });

  it('order them so over the end of a line', async () => {
    const words = `(${'מילה '.repeat(30)}B) C`;
    const scene = laidOut([slide({ body: [list(words)] }, { layout: 'points', title: text('סדר') })], {
      theme: packTheme('plain', { direction: 'rtl' }),
      meta: { language: 'he', direction: 'rtl' },
    });
    const { page } = await open(`${await file(scene)}#1`);
    await page.evaluate(loadFonts);
    const seen = await page.evaluate(seenOrder, '.slide.on li .l');
    expect(seen.length).toBeGreaterThan(1);
    // the bracket that closes is no part of the English letters around it, since what it closes is Hebrew
    expect(seen.at(-1)).toMatch(/^C\)B/);
  });
});
