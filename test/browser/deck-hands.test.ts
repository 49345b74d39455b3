import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { builtScene } from '../support/built-scene.ts';
import { CHROMIUM, FIREFOX, lacks } from '../support/chromium.ts';
import { deckFolder } from '../support/deck-folder.ts';
import { FONTS } from '../support/layout.ts';
import { sampleScene } from '../support/sample-scene.ts';
import { BROWSERS, type Tab, type TabBrowser } from '../support/two-browsers.ts';

const PATHS = { Chromium: CHROMIUM, Firefox: FIREFOX };
const PHONE = [390, 844] as const;

const WORDY = 'What the council is asked to decide before summer, from first works on the quay to the trains that would run at night';
const LONG_WORD = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung';

/** A deck whose list of slides is longer than any window, with two titles that are longer than a phone is wide. */
function manySlides(): Scene {
  const scene = sampleScene(60);
  const titles = new Map([
    [4, WORDY],
    [5, LONG_WORD],
  ]);
  return { ...scene, slides: scene.slides.map((slide) => ({ ...slide, title: titles.get(slide.number) ?? slide.title })) };
}

const MANY = manySlides();

/** What a hand stumbles over while it presents: on a phone, with a remote, in a hurry. */
describe.each(['Chromium', 'Firefox'] as const)('a deck in hand in %s', (name) => {
  describe.skipIf(lacks(name, PATHS[name], 'deck-hands'))('', () => {
    const save = deckFolder();
    let browser: TabBrowser;
    let many: string;
    let port: string;
    const opened: Tab[] = [];

    beforeAll(async () => {
      browser = await BROWSERS[name]();
      const write = async (file: string, scene: Scene): Promise<string> => save(file, (await writeHtml(scene, FONTS)).value);
      many = await write('many.html', MANY);
      port = await write('port.html', await builtScene('river-port', 'policy-brief', { numbers: true }));
    });
    afterEach(async () => {
      for (const tab of opened.splice(0).toReversed()) await tab.close();
    });
    afterAll(() => browser.close());

    const open = async (address: string, size: readonly [number, number] = [1280, 720], touch = false): Promise<Tab> => {
      const tab = await browser.tab(touch);
      opened.push(tab);
      await tab.resize(...size);
      await tab.goto(address);
      return tab;
    };
    const seen = (tab: Tab, selector: string): Promise<boolean> =>
      tab.run((wanted) => [...document.querySelectorAll(wanted)].some((one) => one.checkVisibility()), selector);
    const text = (tab: Tab, selector: string): Promise<string> =>
      tab.run((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
    const showNotes = async (tab: Tab): Promise<void> => {
      await tab.press('n');
      await tab.click('dialog .actions button');
      await expect.poll(() => seen(tab, '.desk-words')).toBe(true);
    };

    it('puts the list of slides away with one Escape, whatever was typed', async () => {
      const tab = await open(`${many}#2`);
      await tab.press('/');
      await tab.type('title');
      await tab.press('Escape');
      expect(await seen(tab, 'dialog')).toBe(false);
    });

    it('shows two lines of a long title in the list, and says all of it', async () => {
      const tab = await open(`${many}#2`, PHONE, true);
      await showNotes(tab);
      await tab.press('/');
      const rows = await tab.run(() => {
        const list = document.querySelector('.rows')?.getBoundingClientRect();
        return [...document.querySelectorAll('.rows button')].slice(2, 5).map((row) => {
          const words = row.querySelector('.title');
          const lines = words ? Math.round(words.clientHeight / Number.parseFloat(getComputedStyle(words).lineHeight)) : 0;
          const isCut = words !== null && words.scrollHeight > words.clientHeight + 1;
          const isInside = row.scrollWidth <= row.clientWidth && row.getBoundingClientRect().right <= (list?.right ?? 0);
          return { said: words?.textContent ?? '', lines, isCut, isInside };
        });
      }, null);
      expect(rows).toEqual([
        { said: 'Title 3', lines: 1, isCut: false, isInside: true },
        { said: WORDY, lines: 2, isCut: true, isInside: true },
        { said: LONG_WORD, lines: 2, isCut: expect.any(Boolean) as boolean, isInside: true },
      ]);
    });

    it('says how much each way to be on time saves, however long its title is', async () => {
      const tab = await open(`${port}#4`, PHONE, true);
      await showNotes(tab);
      await tab.press('PageDown');
      await tab.run(() => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + 900_000;
      }, null);
      const offers = (): Promise<readonly (readonly [string, boolean])[]> =>
        tab.run(() => {
          return [...document.querySelectorAll('.desk-skip button')].map((offer) => {
            const words = document.createRange();
            words.setStart(offer.lastChild as Text, 0);
            words.setEndAfter(offer.lastChild as Text);
            const [end, own] = [words.getBoundingClientRect(), offer.getBoundingClientRect()];
            return [offer.lastChild?.textContent ?? '', end.width > 0 && end.right < own.right && own.right <= innerWidth] as const;
          });
        }, null);
      await expect.poll(async () => (await offers()).length).toBe(2);
      for (const [words, isSeen] of await offers()) expect([/\(saves \d+:\d\d\)$/.test(words), isSeen], words).toEqual([true, true]);
    });

    it('shows what the source of a long line says on a phone, also when it is late', async () => {
      const tab = await open(`${port}#2`, PHONE, true);
      await showNotes(tab);
      await tab.press('PageDown');
      await tab.run(() => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + 900_000;
      }, null);
      await expect.poll(() => seen(tab, '.desk-skip button')).toBe(true);
      await tab.press('j');
      const room = await tab.run(() => {
        const box = (selector: string): DOMRect | undefined => document.querySelector(selector)?.getBoundingClientRect();
        return (box('.desk-words')?.bottom ?? 0) - (box('.desk-said .desk-source')?.top ?? Infinity);
      }, null);
      // a line of it
      expect(room).toBeGreaterThan(20);
    });

    it('marks the slide that Enter goes to while something is typed, and before that the current one', async () => {
      const tab = await open(`${many}#2`);
      const marked = (): Promise<readonly string[]> =>
        tab.run(() => {
          const colors = [...document.querySelectorAll('.rows button')].map((row) => [
            row.querySelector('b')?.textContent ?? '',
            getComputedStyle(row).backgroundColor,
          ]);
          return colors.filter(([, color]) => color !== 'rgba(0, 0, 0, 0)').map(([number = '']) => number);
        }, null);
      await tab.press('/');
      expect(await marked()).toEqual(['2']);
      await tab.type('title');
      await expect.poll(marked).toEqual(['1']);
      await tab.press('Enter');
      expect(await text(tab, '.bar .place')).toBe('1 / 60');
    });

    it('keeps the button that closes a sheet in sight, and opens each sheet at its top', async () => {
      for (const size of [PHONE, [844, 390], [1280, 720]] as const) {
        const tab = await open(`${many}#2`, size);
        for (const key of ['/', '?', 'p']) {
          await tab.press(key);
          const found = await tab.run(() => {
            const dialog = document.querySelector('dialog');
            const close = [...(dialog?.querySelectorAll('button') ?? [])].at(-1)?.getBoundingClientRect();
            const head = dialog?.querySelector('h2')?.getBoundingClientRect();
            return [(close?.bottom ?? Infinity) <= innerHeight, (head?.top ?? -1) >= 0];
          }, null);
          expect(found, `${key} at ${size.join()}`).toEqual([true, true]);
          await tab.press('Escape');
        }
      }
    });

    it('fills the screen with the first key of a remote instead of loading the file anew', async () => {
      const tab = await open(`${many}#2`);
      await tab.run(() => {
        document.body.dataset['here'] = 'yes';
        document.documentElement.requestFullscreen = () => {
          document.body.dataset['full'] = 'yes';
          return Promise.resolve();
        };
      }, null);
      await tab.press('F5');
      const state = (): Promise<readonly (string | undefined)[]> =>
        tab.run(() => [document.body.dataset['here'], document.body.dataset['full']], null);
      await expect.poll(state).toEqual(['yes', 'yes']);
    });

    it('takes a finger near a line of the slide for that line, on a phone', async () => {
      const tab = await open(`${port}#3`, PHONE, true);
      await showNotes(tab);
      const places = await tab.run(() => {
        const lines = [...document.querySelectorAll('.slide.on .page p[data-refs] .l:first-child')];
        return lines.map((line) => {
          const { left, top } = line.getBoundingClientRect();
          return { x: left + 3, y: top - 2, words: line.closest('p')?.textContent ?? '' };
        });
      }, null);
      expect(places.length).toBeGreaterThan(2);
      for (const { x, y, words } of places) {
        await tab.tapAt(x, y);
        // On the slide a number is kept with its unit by a space that no line divides.
        const said = words.replaceAll('\u00A0', ' ').replace(/\s*\[[\d,\s]+\]$/, '');
        await expect.poll(() => text(tab, '.desk-said h3')).toBe(said);
      }
    });

    it('reaches each line of every slide by a button that a finger hits', async () => {
      const tab = await open(`${port}#1`, PHONE, true);
      await showNotes(tab);
      for (let number = 1; number <= 16; number += 1) {
        const wanted = await tab.run(() => document.querySelectorAll('.slide.on .page [data-refs]').length, null);
        const got: string[] = [];
        for (let i = 0; i < wanted; i += 1) {
          await tab.click('.desk-notes button');
          got.push(await text(tab, '.desk-said h3'));
        }
        expect(got.filter((words) => words.trim() !== '').length, `slide ${number}`).toBe(wanted);
        await tab.press('PageDown');
      }
      const sizes = await tab.run(() => {
        const { width, height } = (document.querySelector('.desk-notes button') as Element).getBoundingClientRect();
        return [width, height];
      }, null);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    });
  });
});
