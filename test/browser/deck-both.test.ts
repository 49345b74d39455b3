import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { CHROMIUM, FIREFOX, lacks } from '../support/chromium.ts';
import { deckFolder } from '../support/deck-folder.ts';
import { hiddenControls } from '../support/desk.ts';
import { measurePages, misplaced } from '../support/drawn-pages.ts';
import { paragraph, textBox } from '../support/html-scene.ts';
import { FONTS } from '../support/layout.ts';
import { sampleScene } from '../support/sample-scene.ts';
import { BROWSERS, savedTimes, type Tab, type TabBrowser } from '../support/two-browsers.ts';

const PATHS = { Chromium: CHROMIUM, Firefox: FIREFOX };
const COUNT = 6;

/** The sample with an agenda, and with a second line of other sources than the first. */
function deck(): Scene {
  const scene = sampleScene(COUNT);
  const slides = scene.slides.map((slide, i) => {
    if (i === 0) return { ...slide, kind: 'agenda' };
    const other = { refs: [((i + 1) % 3) + 1] };
    const text = textBox('body', 'body', [paragraph([{ text: `Another line of slide ${i + 1}` }, other])], { x: 54, y: 400 });
    return { ...slide, boxes: [...slide.boxes, text] };
  });
  return { ...scene, slides };
}

describe.each(['Chromium', 'Firefox'] as const)('a deck in %s, opened from disk', (name) => {
  describe.skipIf(lacks(name, PATHS[name], 'deck-both'))('', () => {
    const save = deckFolder();
    let browser: TabBrowser;
    let address: string;
    let leftwards: string;
    const opened: Tab[] = [];

    beforeAll(async () => {
      browser = await BROWSERS[name]();
      address = await save('a deck é.html', (await writeHtml(deck(), FONTS)).value);
      const arabic = sampleScene(3);
      const turned = { ...arabic, meta: { ...arabic.meta, direction: 'rtl' as const, language: 'ar' } };
      leftwards = await save('leftwards.html', (await writeHtml(turned, FONTS)).value);
    });
    afterEach(async () => {
      for (const tab of opened.splice(0).toReversed()) await tab.close();
    });
    afterAll(() => browser.close());

    const open = async (hash = '', of = address, touch = false): Promise<Tab> => {
      const tab = await browser.tab(touch);
      opened.push(tab);
      await tab.goto(of + hash);
      return tab;
    };
    const seen = (tab: Tab, selector: string): Promise<boolean> =>
      tab.run((wanted) => [...document.querySelectorAll(wanted)].some((one) => one.checkVisibility()), selector);
    const text = (tab: Tab, selector: string): Promise<string> =>
      tab.run((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
    const shown = (tab: Tab): Promise<string> =>
      tab.run(
        () =>
          [...document.querySelectorAll('.slide')]
            .filter((slide) => slide.checkVisibility())
            .map(({ id }) => id)
            .join(),
        null,
      );
    const current = (tab: Tab): Promise<string> => tab.run(() => document.querySelector('.slide.on')?.id ?? '', null);
    /** The presenter's view in the one window. */
    const alone = async (hash = '#2'): Promise<Tab> => {
      const tab = await open(hash);
      await showNotes(tab);
      return tab;
    };
    const showNotes = async (tab: Tab): Promise<void> => {
      await tab.press('n');
      await tab.click('dialog .actions button');
      await expect.poll(() => seen(tab, '.desk-words')).toBe(true);
    };
    const openSecond = async (tab: Tab): Promise<Tab> => {
      const second = await tab.opening(() => tab.press('s'));
      opened.push(second);
      await expect.poll(() => text(second, '.desk-bar')).toContain('In step');
      return second;
    };

    it('shows its own fonts and breaks no line anew', async () => {
      const tab = await open('#2');
      const fonts = (): Promise<number> => tab.run(() => [...document.fonts].filter(({ status }) => status === 'loaded').length, null);
      await expect.poll(fonts).toBeGreaterThan(0);
      const lines = await tab.run(() => [...document.querySelectorAll('.slide.on .l')].map((line) => line.getClientRects().length), null);
      expect(lines.every((count) => count === 1)).toBe(true);
    });

    it('is turned by keys, a remote’s keys and numbers, and leads to the agenda and to what was viewed last', async () => {
      const tab = await open();
      for (const [keys, number] of [
        [['ArrowRight', 'PageDown', ' '], '4'],
        [['PageUp'], '3'],
        [['5', 'Enter'], '5'],
        [['a'], '1'],
        [['v'], '5'],
        [['End'], String(COUNT)],
        [['Home'], '1'],
      ] as const) {
        for (const key of keys) await tab.press(key);
        expect(await shown(tab), keys.join()).toBe(number);
      }
      await tab.press('b');
      expect(await seen(tab, '.blackout')).toBe(true);
      // a remote's next key brings the slide back before it turns it
      await tab.press('PageDown');
      expect([await seen(tab, '.blackout'), await shown(tab)]).toEqual([false, '1']);
      await tab.press('o');
      expect(await shown(tab)).toBe('1,2,3,4,5,6');
      await tab.press('r');
      expect(await tab.run(() => document.documentElement.className, null)).toContain('R');
    });

    it('shows its buttons to a tap in the middle without turning, and turns by a tap at the sides', async () => {
      const tab = await open('#2', address, true);
      await tab.run(() => document.querySelector('.bar')?.classList.remove('awake'), null);
      await tab.run(() => document.body.classList.add('idle'), null);
      await tab.tap('.slide.on .page');
      await expect.poll(() => tab.run(() => document.body.classList.contains('idle'), null)).toBe(false);
      expect(await shown(tab)).toBe('2');
      // a swipe, as both browsers' hands would do it
      await tab.run(() => {
        const at = (x: number): Touch[] => [{ clientX: x, clientY: 300 } as Touch];
        const page = document.querySelector('.slide.on .page');
        for (const [type, x] of [
          ['touchstart', 900],
          ['touchend', 500],
        ] as const) {
          const event = new Event(type, { bubbles: true });
          Object.assign(event, { touches: type === 'touchstart' ? at(x) : [], changedTouches: at(x) });
          page?.dispatchEvent(event);
        }
      }, null);
      expect(await shown(tab)).toBe('3');
      expect(await tab.run(() => getComputedStyle(document.body).overscrollBehaviorX, null)).toBe('none');
    });

    it('leaves every control of the presenter’s view free in windows of every size', async () => {
      const tab = await alone();
      const hidden = (): Promise<readonly string[]> => tab.run(hiddenControls, undefined);
      for (const [width, height] of [
        [390, 844],
        [820, 1180],
        [1100, 800],
        [1280, 720],
        [1920, 1080],
        [3840, 2160],
      ] as const) {
        const message = `${width} × ${height}`;
        await tab.resize(width, height);
        await expect.poll(hidden, { message }).toEqual([]);
        await tab.press('j');
        expect(await seen(tab, '.desk-said'), message).toBe(true);
        await expect.poll(hidden, { message }).toEqual([]);
        await tab.press('Escape');
      }
    });

    it('draws a right-to-left deck in its frames: one by one, in the overview and for the presenter', async () => {
      const tab = await open('', leftwards);
      const drawn = async (on: Tab): Promise<unknown> => misplaced(await on.run(measurePages, undefined));
      await expect.poll(() => drawn(tab)).toEqual([]);
      await tab.press('o');
      await expect.poll(() => drawn(tab)).toEqual([]);
      await tab.press('o');
      const second = await openSecond(tab);
      await expect.poll(() => drawn(second)).toEqual([]);
    });

    describe('in the presenter’s view', () => {
      it('shows what the sources of a line say, by its keys, by pressing it, and by the button over the notes', async () => {
        const tab = await alone();
        expect(await seen(tab, '.desk-said')).toBe(false);
        await tab.press('j');
        expect(await text(tab, '.desk-said')).toMatch(/^Point of slide 2\[2\].*Words of paragraph 2\./);
        await tab.press('j');
        const second = /^Another line of slide 2\[3\].*Words of paragraph 3\./;
        expect(await text(tab, '.desk-said')).toMatch(second);
        const marked = (): Promise<string> => text(tab, '.slide.on .cited');
        expect(await marked()).toContain('Another line of slide 2');
        await tab.press('k');
        expect([await text(tab, '.desk-said h3'), await marked()]).toEqual([
          expect.stringMatching(/^Point of slide 2/),
          expect.stringMatching(/^Point of slide 2/),
        ]);
        await tab.press('Escape');
        expect([await seen(tab, '.desk-said'), await seen(tab, '.desk')]).toEqual([false, true]);

        await tab.click('.slide.on [data-refs] .l');
        expect(await text(tab, '.desk-said h3')).toMatch(/^Point of slide 2/);
        // its number is a link elsewhere; here it is the line's
        await tab.click('.slide.on p[data-refs] sup a');
        expect(await text(tab, '.desk-said')).toMatch(second);
        expect(await seen(tab, 'dialog')).toBe(false);
        await tab.click('.slide.on p[data-refs] .l');
        expect(await seen(tab, '.desk-said')).toBe(false);

        for (const heading of ['Point of slide 2', 'Another line of slide 2']) {
          await tab.click('.desk-notes button');
          expect((await text(tab, '.desk-said h3')).startsWith(heading)).toBe(true);
        }
        // behind the last line comes none
        await tab.click('.desk-notes button');
        expect(await seen(tab, '.desk-said')).toBe(false);
        await tab.press('j');
        await tab.press('ArrowRight');
        expect([await current(tab), await seen(tab, '.desk-said')]).toEqual(['3', false]);
      });

      it('takes a finger for what it touches, and no click while the laser pointer is on', async () => {
        const tab = await open('#3', address, true);
        await showNotes(tab);
        await tab.tap('.slide.on p[data-refs] .l');
        await expect.poll(() => text(tab, '.desk-said h3')).toBe('Another line of slide 3');
        await tab.press('Escape');
        await tab.press('l');
        await tab.click('.slide.on p[data-refs] .l');
        expect(await seen(tab, '.desk-said')).toBe(false);
      });

      it('shows no line’s sources to the audience', async () => {
        const tab = await open('#2');
        const second = await openSecond(tab);
        await second.press('j');
        expect(await seen(second, '.desk-said')).toBe(true);
        expect(await tab.run(() => document.querySelectorAll('.cited, .desk-said').length, null)).toBe(0);
      });

      it('keeps both windows in step, and the laser pointer in both', async () => {
        const tab = await open('#2');
        const second = await openSecond(tab);
        await expect.poll(() => current(second)).toBe('2');
        expect(await text(second, '.desk-words')).toContain('Say this on slide 2.');
        await second.press('ArrowRight');
        await expect.poll(() => shown(tab)).toBe('3');
        await tab.press('ArrowRight');
        await expect.poll(() => current(second)).toBe('4');
        await second.press('l');
        for (const kind of ['mouse', 'pen', 'touch']) {
          await second.run((pointerType) => {
            const { left, top, width, height } = (document.querySelector('.slide.on .page') as Element).getBoundingClientRect();
            const place = { clientX: left + width / 2, clientY: top + height / 2, pointerType, bubbles: true };
            dispatchEvent(new PointerEvent('pointerdown', place));
          }, kind);
          await expect.poll(() => seen(tab, '.laser'), { message: kind }).toBe(true);
          await second.run((pointerType) => {
            // a mouse that leaves the window, a finger or pen that is lifted
            if (pointerType === 'mouse') document.documentElement.dispatchEvent(new PointerEvent('pointerleave'));
            else dispatchEvent(new PointerEvent('pointerup', { pointerType }));
          }, kind);
          await expect.poll(() => seen(tab, '.laser'), { message: kind }).toBe(false);
        }
      });

      it('finds slides by words of their notes', async () => {
        const tab = await alone();
        await tab.press('/');
        await tab.type('say this on slide 5');
        await tab.press('Enter');
        expect(await current(tab)).toBe('5');
      });

      it('counts by the wall clock, keeps it over a reload, and gives the times as a file', async () => {
        const tab = await alone();
        const later = (seconds: number): Promise<void> =>
          tab.run((by) => {
            const now = Date.now();
            Date.now = () => now + by * 1000;
          }, seconds);
        const bar = (): Promise<string> => text(tab, '.desk-bar');
        await later(0);
        await tab.press('ArrowRight');
        await later(90);
        await expect.poll(bar).toContain('Elapsed1:30');
        const { lectern, slides } = await savedTimes(tab);
        expect([lectern, ...slides.map(({ spent }) => spent)]).toEqual(['times', 0, 0, 90, 0, 0, 0]);
        await tab.press('ArrowRight');
        await tab.reload();
        await expect.poll(() => shown(tab)).toBe('4');
        await showNotes(tab);
        // time passes meanwhile, since the clock's true time is another
        await expect.poll(bar).toMatch(/Elapsed1:[3-5]\d/);
      });
    });

    it.each([
      ['slides', 'page-slides', '1,2,3,4,5,6'],
      ['handout-a4', 'page-a4', '1,2,3,4,5,6'],
      ['handout-3-lines-letter', 'page-letter', '1,2,3,4,5,6'],
      ['notes-letter', 'page-letter', '1,2,3,4,5,6'],
    ])('prints as its address says: %s', async (form, page, numbers) => {
      const tab = await open(`#print=${form}`);
      const found = await tab.run(
        () => ({
          pages: [...document.querySelectorAll('style[id^=page-]')]
            .filter((one) => one.getAttribute('media') === 'print')
            .map(({ id }) => id),
          slides: [...document.querySelectorAll('.slide')].map(({ id }) => id).join(),
          classes: [...document.documentElement.classList],
          heads: document.querySelectorAll('.print-head').length,
        }),
        null,
      );
      expect([found.pages, found.slides]).toEqual([[page], numbers]);
      expect(found.classes).toContain(form === 'slides' ? 'sheets' : form.startsWith('notes') ? 'large' : 'handout');
      expect(found.heads).toBe(form === 'slides' ? 0 : COUNT);
    });
  });
});
