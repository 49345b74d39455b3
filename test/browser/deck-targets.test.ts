import { describe, expect, it } from 'vitest';
import { articleScene } from '../support/article-scene.ts';
import { builtScene } from '../support/built-scene.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser } from '../support/deck-page.ts';
import { DECK_SIZES } from '../support/deck-sizes.ts';
import { smallTargets } from '../support/targets.ts';

const SIZES = [...DECK_SIZES, [844, 390]] as const;

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-targets'))('what is touched in a deck', () => {
  const { file, open } = deckBrowser();

  it.each(SIZES)('is at least 24 pixels wide and high, or far enough from others, in every view at %i × %i', async (width, height) => {
    const scene = await builtScene('river-port', 'policy-brief', { numbers: true });
    const options = { viewport: { width, height } };
    const { page } = await open(`${await file(scene)}#5`, options);
    const small: Record<string, string[]> = {};
    const look = async (view: string): Promise<void> => {
      const found = await smallTargets(page);
      if (found.length > 0) small[view] = found;
    };
    await page.mouse.move(100, 100);
    await look('present');
    for (const key of ['o', '?', 'p', '/']) {
      await page.keyboard.press(key);
      await look(key);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('r');
    await look('read');
    await page.keyboard.press('r');
    await page.keyboard.press('n');
    await look('warning');
    await page.getByRole('button', { name: 'Show notes here' }).click();
    await look('presenter');
    await page.keyboard.press('/');
    await look('list with times');
    expect(small).toEqual({});
  });

  it('has tables and drawings to read that scroll by keyboard where they are wider than the page', async () => {
    const columns = ['Measure', 'Responsibility', 'Infrastructure', 'Administration', 'Communication', 'Implementation'];
    const rows = [columns, columns.map(() => '---'), columns.map((name) => `${name} undertakings`)].map(
      (cells) => `| ${cells.join(' | ')} |`,
    );
    const scene = await articleScene({
      articles: [`---\ntitle: Wide\n---\n\n## A wide table {#wide}\n\n:::table{title="Undertakings"}\n${rows.join('\n')}\n:::\n`],
    });
    const { page } = await open(`${await file(scene)}#read`, { viewport: { width: 390, height: 844 } });
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.page *')]
        .filter(
          (element) =>
            element.checkVisibility() &&
            element.scrollWidth > element.clientWidth + 1 &&
            /auto|scroll/.test(getComputedStyle(element).overflowX),
        )
        .map(
          (element) =>
            [element.tagName, element.tabIndex, element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)] as const,
        ),
    );
    expect(wide.length).toBeGreaterThan(0);
    expect(wide.filter(([, tabIndex, name]) => tabIndex !== 0 || name === '')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
