import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtScene, PACKS } from '../support/built-scene.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser } from '../support/deck-page.ts';

interface Finding {
  readonly id: string;
  readonly nodes: readonly string[];
}

/** What axe finds against WCAG 2.2 AA and its own good practice, in the whole page or in one part of it. */
async function findings(page: Page, part?: string, rules: Readonly<Record<string, { enabled: boolean }>> = {}): Promise<Finding[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([selector, rules]) => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(
        selector === undefined ? document : { include: [[selector]] },
        {
          runOnly: tags,
          rules,
          resultTypes: ['violations'],
        },
      );
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
      }));
    },
    [part, rules] as const,
  );
}

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-accessible')).each(PACKS)('a deck in the pack %s', (pack) => {
  const { file, open } = deckBrowser();

  describe.each(['light', 'dark'] as const)('%s', (variant) => {
    const deck = async (hash = '', options?: Parameters<typeof open>[1]) =>
      open((await file(await scene())) + hash, { colorScheme: variant, ...options });
    let made: ReturnType<typeof builtScene> | null = null;
    const scene = (): ReturnType<typeof builtScene> => (made ??= builtScene('river-port', pack, { variant, numbers: true }));

    it('has no faults on any kind of slide', async () => {
      const { page } = await deck();
      const kinds = await page.$$eval('.slide', (slides) => {
        const first = new Map(slides.map((slide) => [(slide as HTMLElement).dataset['kind'], slide.id]).reverse() as [string, string][]);
        return [...first.values()];
      });
      expect(kinds.length).toBeGreaterThan(5);
      expect(await findings(page)).toEqual([]);
      // What stands around the slides stays as it is.
      for (const number of kinds) {
        await page.evaluate((id) => (location.hash = `#${id}`), number);
        await page.locator(`.slide.on[id="${number}"]`).waitFor();
        expect(await findings(page, '.slide.on'), `slide ${number}`).toEqual([]);
      }
    });

    it('has none as a page to read, with the reader’s system light or dark, on a screen or a phone', async () => {
      expect(await findings((await deck('#read')).page)).toEqual([]);
      const other = { colorScheme: variant === 'light' ? ('dark' as const) : ('light' as const), viewport: { width: 375, height: 740 } };
      expect(await findings((await deck('#read', other)).page)).toEqual([]);
    });

    it('has none in overview, sheets and the presenter’s view', async () => {
      const { page } = await deck('#5');
      await page.keyboard.press('o');
      expect(await findings(page), 'overview').toEqual([]);
      await page.keyboard.press('Escape');
      for (const key of ['?', 'p', '/']) {
        await page.keyboard.press(key);
        expect(await findings(page), key).toEqual([]);
        await page.keyboard.press('Escape');
      }
      await page.locator('.slide.on sup a').first().focus();
      await page.keyboard.press('Enter');
      expect(await findings(page), 'source').toEqual([]);
      await page.keyboard.press('Escape');
      await page.evaluate(() => (window.open = () => null));
      await page.keyboard.press('s');
      expect(await findings(page), 'warning').toEqual([]);
      await page.getByRole('button', { name: 'Show notes here' }).click();
      for (const [width, height] of [
        [1280, 720],
        [820, 1180],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await findings(page), `presenter at ${width}`).toEqual([]);
      }
      await page.keyboard.press('/');
      expect(await findings(page), 'list').toEqual([]);
    });

    it('has none where the reader’s system forces colours', async () => {
      const { page } = await deck('#5', { forcedColors: 'active' });
      // of text axe reads the colour of its fill, which Chromium gives as it was before it was forced
      const rules = { 'color-contrast': { enabled: false } };
      for (const key of ['o', 'r', 'n']) {
        await page.keyboard.press(key);
        if (key === 'n') await page.getByRole('button', { name: 'Show notes here' }).click();
        expect(await findings(page, undefined, rules), key).toEqual([]);
      }
    });
  });
});
