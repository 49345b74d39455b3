import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { CHROMIUM, FIREFOX, lacks } from '../support/chromium.ts';
import { deckFolder } from '../support/deck-folder.ts';
import { FONTS } from '../support/layout.ts';
import { sampleScene } from '../support/sample-scene.ts';
import { BROWSERS, type Tab, type TabBrowser } from '../support/two-browsers.ts';

const PATHS = { Chromium: CHROMIUM, Firefox: FIREFOX };

/** How a page stands when a browser saves it: by its address, and keys pressed in it. */
const SAVED: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'on a slide': ['3'],
  'in the overview': ['2', 'o'],
  'as a page to read': ['read'],
  'with a sheet open': ['2', '?'],
  'with a black screen': ['2', 'b'],
  'with notes in the one window': ['2', 's', 'Enter'],
  'as a handout': ['print=handout-a4'],
};

interface Look {
  readonly bars: number;
  readonly made: readonly string[];
  readonly shown: readonly string[];
  readonly isReading: boolean;
  readonly inert: number;
}

function look(): Look {
  const visible = (element: Element): boolean => element.getClientRects().length > 0;
  const count = (selector: string): string => `${selector} ${document.querySelectorAll(selector).length}`;
  return {
    bars: document.querySelectorAll('.bar').length,
    made: ['.blackout', '[role=status]', 'dialog', '.desk', '.jump', '.print-head', '.print-sources'].map(count),
    shown: [...document.querySelectorAll('.slide')].filter(visible).map((slide) => slide.id),
    isReading: document.documentElement.classList.contains('R'),
    inert: document.querySelectorAll('[inert], .page[aria-hidden=true]').length,
  };
}

const FRESH: Look = {
  bars: 1,
  made: ['.blackout 1', '[role=status] 1', 'dialog 0', '.desk 0', '.jump 0', '.print-head 0', '.print-sources 0'],
  shown: ['1'],
  isReading: false,
  inert: 0,
};

describe.each(['Chromium', 'Firefox'] as const)('a deck that %s has saved', (name) => {
  describe.skipIf(lacks(name, PATHS[name], 'deck-saved'))('', () => {
    const save = deckFolder();
    let browser: TabBrowser;
    let tab: Tab;
    let address: string;

    beforeAll(async () => {
      browser = await BROWSERS[name]();
      tab = await browser.tab();
      address = await save('deck.html', (await writeHtml(sampleScene(4), FONTS)).value);
    });
    afterAll(() => browser.close());

    // Firefox is slow to drive, and what a page is made of is the same in both
    const some = Object.entries(SAVED).filter(([state]) => name === 'Chromium' || /overview|notes|handout/.test(state));
    it.each(some)('%s opens again and works', async (_, [hash, ...keys]) => {
      await tab.goto(`${address}#${hash}`);
      await tab.run(() => void (window.open = () => null), null);
      for (const key of keys) {
        // the button that agrees is the sheet's first
        if (key === 'Enter') await tab.run(() => document.querySelector<HTMLElement>('dialog .actions button')?.click(), null);
        else await tab.press(key);
      }
      const html = await tab.run(() => document.documentElement.outerHTML, null);
      const copy = await save('saved.html', `<!DOCTYPE html>\n${html}`);
      await tab.goto(copy);
      expect(await tab.run(look, null)).toEqual(FRESH);

      const shown = async (): Promise<readonly string[]> => (await tab.run(look, null)).shown;
      await tab.press('End');
      expect(await shown()).toEqual(['4']);
      await tab.press('ArrowLeft');
      expect(await shown()).toEqual(['3']);
      await tab.press('o');
      expect(await shown()).toEqual(['1', '2', '3', '4']);
      expect(await tab.run(() => document.querySelectorAll('.jump').length, null)).toBe(4);
      await tab.press('o');
      await tab.press('r');
      expect((await tab.run(look, null)).isReading).toBe(true);
      await tab.press('r');
      await tab.press('?');
      expect(await tab.run(() => document.querySelectorAll('dialog[open]').length, null)).toBe(1);
    });
  });
});
