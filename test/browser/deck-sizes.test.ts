import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { CHROMIUM, FIREFOX, lacks } from '../support/chromium.ts';
import { deckFolder } from '../support/deck-folder.ts';
import { DECK_SIZES } from '../support/deck-sizes.ts';
import { hiddenControls } from '../support/desk.ts';
import { FONTS } from '../support/layout.ts';
import { sampleScene } from '../support/sample-scene.ts';
import { BROWSERS, savedTimes, type Tab, type TabBrowser } from '../support/two-browsers.ts';

const PATHS = { Chromium: CHROMIUM, Firefox: FIREFOX };
const COUNT = 6;

/** A deck with an agenda, and with notes longer than any window. */
function deck(): Scene {
  const scene = sampleScene(COUNT);
  const long = Array.from({ length: 150 }, (_, i) => ({ kind: 'text' as const, runs: [{ text: `Paragraph ${i + 1} of the notes.` }] }));
  const slides = scene.slides.map((slide, i) => ({ ...slide, ...(i === 0 && { kind: 'agenda' }), notes: [...slide.notes, ...long] }));
  return { ...scene, slides };
}

/** A pointer of a kind, put down on the middle of the slide, or lifted. */
function point({ pointerType, type }: { readonly pointerType: string; readonly type: 'pointerdown' | 'pointerup' }): void {
  const { left, top, width, height } = (document.querySelector('.slide.on .page') as Element).getBoundingClientRect();
  dispatchEvent(new PointerEvent(type, { clientX: left + width / 2, clientY: top + height / 2, pointerType, bubbles: true }));
}

describe.each(['Chromium', 'Firefox'] as const)('in %s', (name) => {
  describe.skipIf(lacks(name, PATHS[name], 'deck-sizes'))('', () => {
    const save = deckFolder();
    let browser: TabBrowser;
    let address: string;
    const opened: Tab[] = [];

    beforeAll(async () => {
      browser = await BROWSERS[name]();
      address = await save('sizes.html', (await writeHtml(deck(), FONTS)).value);
    });
    afterEach(async () => {
      for (const tab of opened.splice(0).toReversed()) await tab.close();
    });
    afterAll(() => browser.close());

    describe.each(DECK_SIZES)('at %i × %i', (width, height) => {
      const open = async (hash: string, touch = false): Promise<Tab> => {
        const tab = await browser.tab(touch);
        opened.push(tab);
        await tab.resize(width, height);
        await tab.goto(address + hash);
        return tab;
      };
      const seen = (tab: Tab, selector: string): Promise<boolean> =>
        tab.run((wanted) => [...document.querySelectorAll(wanted)].some((one) => one.checkVisibility()), selector);
      const text = (tab: Tab, selector: string): Promise<string> =>
        tab.run((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
      const current = (tab: Tab): Promise<string> => tab.run(() => document.querySelector('.slide.on')?.id ?? '', null);
      const alone = async (hash: string, touch = false): Promise<Tab> => {
        const tab = await open(hash, touch);
        await tab.press('n');
        await tab.click('dialog .actions button');
        await expect.poll(() => seen(tab, '.desk-words')).toBe(true);
        return tab;
      };
      /** Puts the page’s clock forward. */
      const later = (tab: Tab, seconds: number): Promise<void> =>
        tab.run((by) => {
          const now = Date.now.bind(Date);
          Date.now = () => now() + by * 1000;
        }, seconds);

      it('turns by taps at the sides, by none in the middle, and nothing runs out of the window', async () => {
        const tab = await open('#3', true);
        const tapAt = async (share: number): Promise<string> => {
          await tab.tapAt(width * share, height / 2);
          return current(tab);
        };
        expect(await tapAt(0.5)).toBe('3');
        await expect.poll(() => tapAt(0.95)).toBe('4');
        await expect.poll(() => tapAt(0.04)).toBe('3');
        const out = await tab.run(
          () => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight],
          null,
        );
        expect(Math.max(...out)).toBeLessThanOrEqual(0);
      });

      it('has the presenter’s view with all its controls, scrolls notes by keys, and points with mouse, finger and pen', async () => {
        const tab = await alone('#3', true);
        await expect.poll(() => tab.run(hiddenControls, undefined)).toEqual([]);
        const scrolled = (): Promise<number> => tab.run(() => document.querySelector('.desk-words')?.scrollTop ?? 0, null);
        await tab.press('d');
        await expect.poll(scrolled).toBeGreaterThan(0);
        await tab.press('u');
        await expect.poll(scrolled).toBe(0);
        await tab.press('j');
        expect(await text(tab, '.desk-said h3')).toMatch(/^Point of slide 3/);
        await tab.press('Escape');
        await tab.press('l');
        for (const pointerType of ['mouse', 'touch', 'pen']) {
          await tab.run(point, { pointerType, type: 'pointerdown' as const });
          expect(await seen(tab, '.laser'), pointerType).toBe(true);
          await tab.run(point, { pointerType: 'pen', type: 'pointerup' as const });
        }
        await tab.press('Escape');
        await tab.press('/');
        await expect.poll(() => seen(tab, 'dialog input')).toBe(true);
        await tab.type('say this on slide 5');
        await expect.poll(() => text(tab, '.find [role=status]')).toBe('1 slide');
        await tab.press('Enter');
        expect(await current(tab)).toBe('5');
      });

      it('keeps the clock by the wall, says what to leave out, and gives the times as a file', async () => {
        const tab = await alone('#2');
        await tab.press('ArrowRight');
        await later(tab, 300);
        await expect.poll(() => text(tab, '.desk-bar')).toMatch(/Elapsed5:0\d.*behind/);
        expect(await text(tab, '.desk-skip')).toMatch(/^Skip to Title/);
        await expect.poll(() => tab.run(hiddenControls, undefined)).toEqual([]);
        const { slides } = await savedTimes(tab);
        expect(slides.map(({ spent }) => spent >= 300)).toEqual([false, false, true, false, false, false]);
      });

      it('leads back to the agenda by its button and key, and to what was viewed last', async () => {
        const tab = await open('#4');
        await tab.move(width / 2, height / 2);
        await tab.click('.bar [aria-label="Agenda"]');
        expect(await current(tab)).toBe('1');
        await tab.press('v');
        expect(await current(tab)).toBe('4');
        await tab.press('a');
        expect(await current(tab)).toBe('1');
      });

      it.each([
        [1, 1],
        [2, 1],
        [3, 1],
        [4, 2],
        [6, 2],
      ])('prints handouts of %i slides a page, as on a window of any other size', async (count, columns) => {
        const tab = await open('#2');
        await tab.run(() => (window.print = () => undefined), null);
        await tab.press('p');
        await tab.run((chosen) => {
          const select = document.querySelector('dialog select') as HTMLSelectElement;
          select.selectedIndex = [1, 2, 3, 4, 6].indexOf(chosen);
        }, count);
        await tab.click('dialog [aria-label="Handout"] button');
        const set = await tab.run(() => {
          const { classList, style } = document.documentElement;
          const [fit, cell, perRow] = ['--fit', '--cell', '--per-row'].map((property) => style.getPropertyValue(property));
          return { handout: classList.contains('handout'), many: classList.contains('many'), fit, cell, perRow };
        }, null);
        const cell = count === 1 ? 0 : 762.5 / (count / columns) - 2;
        expect(set).toMatchObject({ handout: true, many: count > 1, cell: `${cell}pt`, perRow: String(columns) });
        expect(Number(set.fit)).toBeGreaterThan(0.1);
      });
    });
  });
});
