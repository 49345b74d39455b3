import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtScene } from '../support/built-scene.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser, expectSlide } from '../support/deck-page.ts';
import { sampleScene } from '../support/sample-scene.ts';

const PHONE = { viewport: { width: 375, height: 740 } };

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-read'))('reading a deck', () => {
  const { file, open } = deckBrowser();
  const sample = sampleScene(4);
  const deck = async (hash = '', options?: Parameters<typeof open>[1]) => open((await file(sample)) + hash, options);

  it('works without scripts: everything is there and can be seen', async () => {
    const { page, faults } = await deck('', { javaScriptEnabled: false });
    for (const words of ['Title 1', 'Point of slide 4', 'Say this on slide 3.', 'Words of paragraph 2.', '0badcafe']) {
      expect(await page.getByText(words).first().isVisible()).toBe(true);
    }
    expect(await page.locator('h1').allTextContents()).toEqual(['A briefing']);
    expect(await page.locator('h2').allTextContents()).toEqual(['Title 1', 'Title 2', 'Title 3', 'Title 4', 'Sources']);
    expect(faults).toEqual([]);
  });

  it('without scripts leads from a reference to its source, and from a link to its slide', async () => {
    const { page } = await deck('', { javaScriptEnabled: false });
    await page.locator('sup').getByRole('link', { name: '3' }).click();
    expect(await page.locator('#source-3').evaluate((li) => li.getBoundingClientRect().top)).toBeLessThan(720);
    await page.getByRole('link', { name: 'second slide' }).first().click();
    expect(new URL(page.url()).hash).toBe('#2');
  });

  it('starts by itself on a phone held upright, where nothing runs off the side', async () => {
    const { page } = await deck('', PHONE);
    expect(await page.getByText('Say this on slide 2.').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    const size = await page.getByText('Point of slide 2').evaluate((li) => Number.parseFloat(getComputedStyle(li).fontSize));
    expect(size).toBeGreaterThanOrEqual(16);
  });

  it('at 400 % zoom has nothing to scroll sideways', async () => {
    const { page } = await deck('#read', { viewport: { width: 320, height: 256 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('has the number, the words and the time of an entry in one line, and a figure with its unit', async () => {
    const { page } = await open(`${await file(await builtScene('river-port', 'policy-brief'))}#read`);
    const tops = (selector: string): Promise<number[]> =>
      page.$eval(selector, (entry) => [...entry.querySelectorAll('p')].map((p) => Math.round(p.getBoundingClientRect().bottom / 10)));
    expect(new Set(await tops('.items > li')).size).toBe(1);
    expect(new Set(await tops('.stats dt')).size).toBe(1);
    expect(await page.$eval('.items', (list) => getComputedStyle(list).listStyleType)).toBe('none');
  });

  it('opens with r at the current slide, scrolls with its own keys, and goes back', async () => {
    const { page } = await deck('#3');
    await page.keyboard.press('r');
    await expect.poll(() => page.locator('[id="3"]').evaluate((slide) => Math.abs(slide.getBoundingClientRect().top))).toBeLessThan(100);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('.slide h2').filter({ visible: true }).count()).toBe(4);
    expect(new URL(page.url()).hash).toBe('#read');
    await page.keyboard.press('r');
    await expectSlide(page, 3);
  });

  it('goes back to the slide that was being read', async () => {
    const { page } = await deck('#read');
    await page.locator('[id="2"]').scrollIntoViewIfNeeded();
    await page.locator('[id="3"]').evaluate((slide) => slide.scrollIntoView());
    await page.keyboard.press('r');
    await expectSlide(page, 3);
  });

  it('on a slide shows the source of a reference on demand, and gives the focus back', async () => {
    const { page } = await deck('#3');
    const ref = page.locator('.slide.on').getByRole('link', { name: 'Source 3' });
    await ref.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Source 3' });
    expect(await sheet.textContent()).toContain('An Author: An article, A publisher, 21 November 2023, paragraph 3');
    expect(await sheet.textContent()).toContain('Words of paragraph 3.');
    await page.keyboard.press('Escape');
    expect(await ref.evaluate((link) => document.activeElement === link)).toBe(true);
    await expectSlide(page, 3);
  });

  it('the audience sees a source’s article, and no excerpt', async () => {
    const { page } = await open((await file(sampleScene(4, false))) + '#3');
    await page.locator('.slide.on').getByRole('link', { name: 'Source 3' }).click();
    const words = await page.getByRole('dialog').textContent();
    expect(words).toContain('An article');
    expect(words).not.toContain('Words of paragraph');
  });

  it.each(['light', 'dark'] as const)('is %s as the reader’s system asks, while the slides stay as they are', async (colorScheme) => {
    const { page } = await deck('#read', { colorScheme });
    const light = async (): Promise<boolean> => {
      const color = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      return (color.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) > 380;
    };
    expect(await light()).toBe(colorScheme === 'light');
    await page.keyboard.press('r');
    const paper = await page.locator('.slide.on .page').evaluate((element) => getComputedStyle(element).backgroundColor);
    expect((paper.match(/\d+/g) ?? []).slice(0, 3).every((part) => Number(part) > 200)).toBe(true);
  });

  describe('with charts and tables', () => {
    let made: ReturnType<typeof builtScene> | null = null;
    const figures = async (options: Parameters<typeof open>[1]) =>
      (await open((await file(await (made ??= builtScene('river-port', 'policy-brief')))) + '#read', options)).page;

    it('sets every head and cell in one font', async () => {
      const page = await figures({});
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('DOM.enable');
      await cdp.send('CSS.enable');
      const { root } = await cdp.send('DOM.getDocument', { depth: -1 });
      const { nodeIds } = await cdp.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'th, td' });
      expect(nodeIds.length).toBeGreaterThan(20);
      const mixed: string[] = [];
      for (const nodeId of nodeIds) {
        const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId });
        if (fonts.length > 1) mixed.push(fonts.map(({ familyName }) => familyName).join(' and '));
      }
      expect(mixed).toEqual([]);
    });

    it('lets the keyboard scroll those that are wider than the page, and stops at no others', async () => {
      const page = await figures({ viewport: { width: 200, height: 600 } });
      const counts = (): Promise<{ wide: number; stops: number; named: number }> =>
        page.$$eval('figure', (all) => ({
          wide: all.filter((figure) => figure.scrollWidth > figure.clientWidth + 1).length,
          stops: all.filter((figure) => figure.tabIndex === 0).length,
          named: all.filter((figure) => figure.ariaLabel && figure.role === 'group').length,
        }));
      const narrow = await counts();
      expect(narrow.wide).toBeGreaterThan(0);
      expect(narrow).toEqual({ wide: narrow.wide, stops: narrow.wide, named: narrow.wide });
      await page.setViewportSize({ width: 1280, height: 720 });
      await expect.poll(counts).toEqual({ wide: 0, stops: 0, named: 0 });
    });

    it('keeps the colours of a chart together where the reader’s system forces colours, on slides and in the page', async () => {
      /** Each word's colour, and the colour that it stands on unless that is a bar. */
      const colors = async (page: Page, selector: string): Promise<string[]> =>
        page.$$eval(selector, (texts) => {
          const ground = (element: Element | null): string => {
            for (let at = element; at; at = at.parentElement) {
              const { backgroundColor } = getComputedStyle(at);
              if (!backgroundColor.endsWith(', 0)')) return backgroundColor;
            }
            return 'none';
          };
          return texts.filter((text) => text.checkVisibility()).map((text) => `${getComputedStyle(text).fill} on ${ground(text)}`);
        });
      const seen = async (forcedColors: 'active' | 'none'): Promise<string[][]> => {
        const page = await figures({ forcedColors, colorScheme: 'dark' });
        const read = await colors(page, 'figure svg text');
        await page.keyboard.press('r');
        const number = await page.$eval('[data-kind=chart]', (slide) => slide.id);
        await page.evaluate((id) => (location.hash = `#${id}`), number);
        await page.locator(`.slide.on[id="${number}"]`).waitFor();
        return [read, await colors(page, '.slide.on svg text')];
      };
      const usual = await seen('none');
      expect(usual.map(({ length }) => length > 5)).toEqual([true, true]);
      expect(await seen('active')).toEqual(usual);
    });
  });
});
