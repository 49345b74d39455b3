import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/base/text.ts';
import type { Scene } from '../../src/core/layout/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { planned } from '../../src/player/pace.ts';
import { builtScene } from '../support/built-scene.ts';
import { CHROMIUM, FIREFOX, lacks } from '../support/chromium.ts';
import { deckFolder } from '../support/deck-folder.ts';
import { hiddenControls } from '../support/desk.ts';
import { FONTS } from '../support/layout.ts';
import { BROWSERS, savedTimes, type Tab, type TabBrowser } from '../support/two-browsers.ts';

const PATHS = { Chromium: CHROMIUM, Firefox: FIREFOX };
const SAMPLES = ['river-port', 'south-caucasus'] as const;
const HOUR = 3600;
/** Seconds that the test itself may take, which the page's clock counts too. */
const SLACK = 40;

/** Has the page's clock forward by the seconds in the window's name, which a reload keeps. */
function moveClock(): void {
  const now = Date.now.bind(Date);
  Date.now = () => now() + Number(window.name) * 1000;
}

/** `12:34`, `−0:05` in seconds. */
function secondsOf(text: string): number {
  const [, sign, minutes, seconds] = /([−]?)(\d+):(\d\d)/.exec(text) ?? [];
  return (sign ? -1 : 1) * (Number(minutes) * 60 + Number(seconds));
}

/** One presenter with one deck, and what the clock should have counted. */
class Session {
  elapsed = 0;
  readonly #tab: Tab;
  readonly #scene: Scene;
  readonly #plan: readonly number[];

  constructor(tab: Tab, scene: Scene) {
    this.#tab = tab;
    this.#scene = scene;
    this.#plan = planned(
      scene.slides.map(({ seconds, kind, stated = false }) => ({ seconds: Math.round(seconds), kind, stated })),
      scene.meta.minutes,
    );
  }

  get count(): number {
    return this.#scene.slides.length;
  }

  text(selector: string): Promise<string> {
    return this.#tab.run((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
  }

  /** The notes are shown in this window. */
  async showNotes(): Promise<void> {
    await this.#tab.press('n');
    await this.#tab.click('dialog .actions button');
  }

  /** So many seconds go by. */
  async wait(seconds: number): Promise<void> {
    this.elapsed += seconds;
    await this.#tab.run((name) => {
      window.name = name;
    }, String(this.elapsed));
  }

  /** Stays with the slide as long as it is planned, times `pace`. */
  stay(number: number, pace = 1): Promise<void> {
    return this.wait((this.#plan[number - 1] ?? 0) * pace);
  }

  plannedUntil(number: number): number {
    return this.#plan.slice(0, number).reduce((sum, seconds) => sum + seconds, 0);
  }

  /** Place, slide, notes, next title and clock are those of a slide; `how`: what was done. */
  async expectAt(number: number, how: string): Promise<void> {
    const slide = this.#scene.slides[number - 1];
    const next = this.#scene.slides[number];
    const first = slide?.notes.find(({ kind }) => kind === 'text');
    const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/g, '');
    await expect.poll(() => this.text('.desk-tools .place'), { message: how }).toBe(`${number} / ${this.count}`);
    const seen = await this.#tab.run(() => {
      const words = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
      const values = [...document.querySelectorAll('.desk-value')].map((value) => value.textContent);
      return { on: document.querySelector('.slide.on')?.id, notes: words('.desk-words'), next: words('.desk-after p'), values };
    }, null);
    expect(seen.on, how).toBe(String(number));
    expect(seen.next, how).toBe(next?.title.trim() ?? 'End of the deck');
    if (first?.kind === 'text') expect(squeezed(seen.notes), how).toContain(squeezed(plainText(first.runs)).slice(0, 40));
    const elapsed = secondsOf(seen.values[1] ?? '');
    expect(elapsed - this.elapsed, `${how}: clock`).toBeGreaterThanOrEqual(-1);
    expect(elapsed - this.elapsed, `${how}: clock`).toBeLessThan(SLACK);
    expect(secondsOf(seen.values[2] ?? '') + elapsed, `${how}: time left`).toBe((this.#scene.meta.minutes ?? 0) * 60);
  }

  pace(): Promise<string> {
    return this.#tab.run(() => document.querySelectorAll('.desk-value')[4]?.textContent ?? '', null);
  }
}

describe.each(['Chromium', 'Firefox'] as const)('an hour with a deck in %s', (name) => {
  describe.skipIf(lacks(name, PATHS[name], 'deck-hour'))('', () => {
    const save = deckFolder();
    let browser: TabBrowser;

    beforeAll(async () => {
      browser = await BROWSERS[name]();
    });
    afterAll(() => browser.close());

    it.each(SAMPLES)('%s: keyboard, remote, tablet and phone', async (sample) => {
      const scene = await builtScene(sample, 'policy-brief', { numbers: true });
      const address = await save(`${sample}.html`, (await writeHtml(scene, FONTS)).value);
      const tab = await browser.tab(true);
      await tab.first(moveClock);
      await tab.goto(address);
      const at = new Session(tab, scene);
      const { count } = at;
      await at.showNotes();

      // By keyboard, as long as each slide is planned: on time at every turn.
      await tab.press('Enter');
      await tab.press('Home');
      for (let number = 1; number < count; number += 1) {
        await at.stay(number);
        await tab.press(number % 2 === 0 ? 'ArrowRight' : ' ');
        await at.expectAt(number + 1, `key on ${number}`);
        expect(await at.pace(), `slide ${number + 1}`).toBe('On time');
      }
      await tab.press('ArrowRight');
      await at.expectAt(count, 'behind the last slide');

      // Reset, and a remote: its keys begin, turn, go back and black the screen.
      await tab.click('.desk-bar .actions button:nth-child(2)');
      at.elapsed = 0;
      await at.wait(0);
      await tab.press('F5');
      await tab.press('Home');
      for (let number = 1; number < 5; number += 1) {
        await at.stay(number);
        await tab.press('PageDown');
        await at.expectAt(number + 1, `remote on ${number}`);
      }
      await tab.press('PageUp');
      await at.expectAt(4, 'remote back');
      await tab.press('PageDown');
      for (const [key, color] of [
        ['b', 'black'],
        ['.', 'black'],
        ['w', 'white'],
      ] as const) {
        await tab.press(key);
        expect(await tab.run((blank) => document.documentElement.classList.contains(blank), color), key).toBe(true);
        await at.wait(10);
        await tab.press(key);
        await at.expectAt(5, `after ${key}`);
      }

      // A remote's next key brings the screen back before it turns.
      await tab.press('b');
      await tab.press('PageDown');
      await at.expectAt(5, 'back from black');
      expect(await tab.run(() => document.documentElement.classList.contains('black'), null)).toBe(false);

      // Ten minutes late: what to leave out is offered, saves what it says, and leads to a topic's beginning.
      await at.wait(600);
      await expect.poll(async () => secondsOf(await at.pace())).toBeGreaterThan(500);
      expect(await at.text('.desk-skip')).toMatch(/Skip to .*saves/);
      const behind = secondsOf(await at.pace());
      const offer = await at.text('.desk-skip button:last-child');
      await tab.click('.desk-skip button:last-child');
      const to = scene.slides.findIndex(({ title }) => offer.startsWith(`Skip to ${title.trim()} (`)) + 1;
      expect(to, offer).toBeGreaterThan(6);
      expect(scene.slides[to - 1]?.topic).not.toBe(scene.slides[to - 2]?.topic);
      await at.expectAt(to, offer);
      const pace = await at.pace();
      expect(pace === 'On time' || secondsOf(pace) < behind, `${pace}, and before ${behind} seconds behind`).toBe(true);
      const saved = at.plannedUntil(to - 1) - at.plannedUntil(5);
      expect(Math.abs(secondsOf(/saves [\d:]+/.exec(offer)?.[0] ?? '') - saved)).toBeLessThanOrEqual(1);

      // By number, by words of a title, from the agenda and back.
      await tab.type('4');
      await tab.press('Enter');
      await at.expectAt(4, 'number');
      await tab.press('/');
      await tab.type((scene.slides[6]?.title ?? '').slice(0, 24));
      await tab.press('Enter');
      await at.expectAt(7, 'title');
      await tab.press('a');
      await at.expectAt(2, 'agenda');
      await tab.press('v');
      await at.expectAt(7, 'viewed last');
      await tab.press('l');
      await tab.move(300, 300);
      await tab.press('PageDown');
      await at.expectAt(8, 'with the pointer on');
      await tab.press('Escape');

      // The machine sleeps; then the window is loaded anew.
      await at.wait(900);
      await tab.press('PageUp');
      await at.expectAt(7, 'after sleep');
      await tab.reload();
      await at.showNotes();
      await at.expectAt(7, 'after a reload');

      // A tablet in the hand, then a phone: buttons under a finger, none of them covered.
      for (const [width, height] of [
        [820, 1180],
        [390, 844],
      ] as const) {
        await tab.resize(width, height);
        await expect.poll(() => tab.run(hiddenControls, undefined), { message: `at ${width}` }).toEqual([]);
        for (let number = 8; number <= 10; number += 1) {
          await at.stay(number, 0.5);
          await tab.tap('.desk-turn button:last-child');
          await at.expectAt(number, `finger at ${width}`);
        }
        for (let number = 9; number >= 7; number -= 1) {
          await tab.tap('.desk-turn button:first-child');
          await at.expectAt(number, `finger back at ${width}`);
        }
      }

      // The rest of an hour, to the end; all of it is in the times.
      await tab.press('End');
      await at.wait(HOUR - at.elapsed);
      await tab.press('PageUp');
      await at.expectAt(count - 1, 'after an hour');
      const { slides } = await savedTimes(tab);
      const spent = slides.reduce((sum, slide) => sum + slide.spent, 0);
      expect(spent).toBeGreaterThanOrEqual(HOUR - 1);
      expect(spent).toBeLessThan(HOUR + SLACK);
      await tab.close();
    });
  });
});
