import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser, expectSlide } from '../support/deck-page.ts';
import { hiddenControls } from '../support/desk.ts';
import { sampleScene } from '../support/sample-scene.ts';

const MORNING = Date.UTC(2024, 0, 1, 9);

/** A deck with notes that need scrolling in any window. */
function longNotes(): Scene {
  const scene = sampleScene(4);
  const notes = Array.from({ length: 80 }, (_, i) => ({ kind: 'text' as const, runs: [{ text: `Paragraph ${i + 1} of the notes.` }] }));
  return { ...scene, slides: scene.slides.map((slide) => ({ ...slide, notes })) };
}

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-desk'))('the presenter’s view', () => {
  const { file, open } = deckBrowser();
  const sample = sampleScene(8);
  const long = longNotes();

  /** The view in the one window, as `n` shows it. */
  const alone = async (scene = sample, options: BrowserContextOptions = {}, hash = '#2'): Promise<Page> => {
    const { page } = await open((await file(scene)) + hash, options);
    await showNotes(page);
    return page;
  };
  const showNotes = async (page: Page): Promise<void> => {
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Show notes here' }).click();
    await page.locator('.desk').waitFor();
  };
  const both = async (hash = '#2'): Promise<{ page: Page; second: Page }> => {
    const { page } = await open((await file(sample)) + hash);
    return { page, second: await openSecond(page) };
  };
  const openSecond = async (page: Page): Promise<Page> => {
    const opening = page.context().waitForEvent('page');
    // a window of the name that was closed just now may still count as open
    const { length } = page.context().pages();
    await expect
      .poll(async () => {
        if (page.context().pages().length === length) await page.keyboard.press('s');
        return page.context().pages().length;
      })
      .toBe(length + 1);
    const second = await opening;
    await inStep(second);
    return second;
  };
  const inStep = (page: Page): Promise<void> => expect.poll(() => page.locator('.desk-bar').textContent()).toContain('In step');
  const bar = async (page: Page): Promise<string> => (await page.locator('.desk-bar').textContent()) ?? '';

  describe('in windows of every size', () => {
    const hidden = (page: Page): Promise<readonly string[]> => page.evaluate(hiddenControls);

    it.each([
      [390, 844],
      [412, 915],
      [844, 390],
      [820, 1180],
      [1100, 800],
      [1160, 760],
      [1280, 720],
      [1920, 1080],
      [3840, 2160],
    ])('at %i × %i leaves every control free, and follows when the window or a line of it grows', async (width, height) => {
      const page = await alone(sample, { viewport: { width, height } }, '#3');
      await expect.poll(() => hidden(page)).toEqual([]);
      expect((await page.locator('.slide.on').boundingBox())?.width).toBeGreaterThan(150);
      expect((await page.locator('.desk-words').boundingBox())?.height).toBeGreaterThan(60);
      // a line more above the slides, as when the pace is told
      await page.locator('.desk-bar').evaluate((desk) => desk.append('A remark that makes one more line in a window. '.repeat(3)));
      await expect.poll(() => hidden(page)).toEqual([]);
      await page.setViewportSize({ width: height, height: width });
      await expect.poll(() => hidden(page)).toEqual([]);
    });
  });

  describe('its clock', () => {
    const clocked = async (hash = '#2'): Promise<Page> => {
      const { page } = await open((await file(sample)) + hash, {});
      await page.clock.install({ time: MORNING });
      await page.reload();
      return page;
    };

    it('goes on while the machine sleeps', async () => {
      const page = await clocked();
      await showNotes(page);
      await page.clock.pauseAt(MORNING + 3_600_000);
      await page.keyboard.press('ArrowRight');
      // the clock is set and no timer runs meanwhile, as after a lid was closed
      await page.clock.setSystemTime(MORNING + 3_600_000 + 90_000);
      await page.clock.runFor(1000);
      expect(await bar(page)).toContain('Elapsed1:31');
    });

    it('is kept over a reload, with the size of the notes', async () => {
      const page = await clocked();
      await showNotes(page);
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      await page.clock.pauseAt(MORNING + 3_600_000);
      await page.keyboard.press('ArrowRight');
      await page.clock.runFor(40_000);
      await page.reload();
      await expectSlide(page, 3);
      await page.clock.runFor(5000);
      await showNotes(page);
      await page.clock.runFor(1000);
      expect(await bar(page)).toContain('Elapsed0:46');
      expect(await page.locator('.desk-words').evaluate((notes) => getComputedStyle(notes).fontSize)).toBe('24px');
    });

    it('is kept by the other window until the view is opened again', async () => {
      const { page, second } = await both();
      await second.keyboard.press('ArrowRight');
      await second.keyboard.press('+');
      await expect.poll(() => bar(second)).toMatch(/Elapsed0:0[1-9]/);
      await second.getByRole('button', { name: 'Pause' }).click();
      const elapsed = /Elapsed([\d:]+)/.exec(await bar(second))?.[1] ?? 'none';
      await second.close();
      const again = await openSecond(page);
      await expect.poll(() => bar(again)).toContain(`Elapsed${elapsed}`);
      expect(await again.locator('.desk-bar button').first().textContent()).toBe('Go on');
      await again.reload();
      await inStep(again);
      expect(await bar(again)).toContain(`Elapsed${elapsed}`);
      expect(await again.locator('.desk-words').evaluate((notes) => getComputedStyle(notes).fontSize)).toBe('22px');
    });

    it('gives the times of each slide as a file', async () => {
      const page = await clocked();
      await showNotes(page);
      await page.clock.pauseAt(MORNING + 3_600_000);
      await page.getByRole('button', { name: 'Start' }).click();
      await page.clock.runFor(40_000);
      await page.keyboard.press('ArrowRight');
      await page.clock.runFor(20_000);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save times' }).click()]);
      expect(download.suggestedFilename()).toBe('times-0badcafe.json');
      const times = JSON.parse(await readFile(await download.path(), 'utf8')) as {
        slides: { id: string; spent: number; planned: number }[];
      };
      expect(times).toMatchObject({ lectern: 'times', stamp: '0badcafe', title: 'A briefing', minutes: 8 });
      expect(times.slides.map(({ spent }) => spent)).toEqual([0, 40, 20, 0, 0, 0, 0, 0]);
      const [, second] = sample.slides;
      expect(times.slides[1]).toEqual({ id: second?.id, topic: second?.topic, kind: 'points', title: 'Title 2', planned: 60, spent: 40 });
    });

    it('says what to leave out when it is late, and goes there', async () => {
      const page = await clocked();
      await showNotes(page);
      await page.clock.pauseAt(MORNING + 3_600_000);
      await page.getByRole('button', { name: 'Start' }).click();
      const skips = page.locator('.desk-skip button');
      await page.clock.runFor(60_000);
      expect(await skips.count()).toBe(0);
      await page.clock.runFor(170_000);
      // one slide was planned with a minute: 110 seconds late on the first of a topic's two
      expect(await bar(page)).toContain('1:50 behind');
      expect(await skips.allTextContents()).toEqual(['Skip to Title 4 (saves 1:00)', 'Skip to Title 6 (saves 3:00)']);
      await skips.first().click();
      await expectSlideOf(page, 4);
      expect(await bar(page)).toContain('PaceOn time');
      await expect.poll(() => skips.count()).toBe(0);
    });
  });

  const expectSlideOf = (page: Page, number: number): Promise<void> =>
    expect.poll(() => page.locator('.slide.on').getAttribute('id')).toBe(String(number));

  it('scrolls long notes with keys of their own, and with arrows once they have the focus', async () => {
    const page = await alone(long);
    const top = (): Promise<number> => page.locator('.desk-words').evaluate((notes) => notes.scrollTop);
    await page.keyboard.press('d');
    await expect.poll(top).toBeGreaterThan(100);
    const once = await top();
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(top).toBeGreaterThan(once);
    await page.keyboard.press('u');
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(top).toBe(0);
    await page.locator('.desk-words').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(top).toBeGreaterThan(0);
    await page.keyboard.press('End');
    // the browser takes its time to get there
    const bottom = await page.locator('.desk-words').evaluate((notes) => notes.scrollHeight - notes.clientHeight);
    await expect.poll(top).toBeGreaterThanOrEqual(bottom - 1);
    await expectSlideOf(page, 2);
    // a remote's keys
    await page.keyboard.press('PageDown');
    await expectSlideOf(page, 3);
    await expect.poll(top).toBe(0);
  });

  it('turns the screen white as well as black', async () => {
    const { page, second } = await both();
    const cover = (): Promise<string> =>
      page.locator('.blackout').evaluate((element) => (element.checkVisibility() ? getComputedStyle(element).backgroundColor : 'none'));
    await second.keyboard.press('w');
    await expect.poll(cover).toBe('rgb(255, 255, 255)');
    await second.getByRole('button', { name: 'Black' }).click();
    await expect.poll(cover).toBe('rgb(0, 0, 0)');
    await page.keyboard.press('b');
    await expect.poll(cover).toBe('none');
  });

  it('shows the laser pointer at the same place of the slide in both windows', async () => {
    const { page, second } = await both();
    const place = (of: Page): Promise<readonly number[] | null> =>
      of.evaluate(() => {
        const dot = document.querySelector('.laser');
        const slide = document.querySelector('.slide.on .page')?.getBoundingClientRect();
        if (!dot?.checkVisibility() || !slide) return null;
        const { left, top, width, height } = dot.getBoundingClientRect();
        return [(left + width / 2 - slide.left) / slide.width, (top + height / 2 - slide.top) / slide.height].map(
          (part) => Math.round(part * 50) / 50,
        );
      });
    const slide = await second.locator('.slide.on').boundingBox();
    if (!slide) throw new Error('no slide');
    const move = (x: number, y: number): Promise<void> => second.mouse.move(slide.x + slide.width * x, slide.y + slide.height * y);
    await move(0.3, 0.3);
    expect(await place(page)).toBeNull();
    await second.keyboard.press('l');
    expect(await second.getByRole('button', { name: 'Pointer' }).getAttribute('aria-pressed')).toBe('true');
    await move(0.5, 0.6);
    await expect.poll(() => place(page)).toEqual([0.5, 0.6]);
    expect(await place(second)).toEqual([0.5, 0.6]);
    await move(0.5, 1.4);
    await expect.poll(() => place(page)).toBeNull();
    // in the room's window a click points and turns nothing
    await page.keyboard.press('l');
    await page.mouse.click(640, 360);
    await expectSlide(page, 2);
    await expect.poll(() => place(second)).toEqual([0.5, 0.5]);
    await page.keyboard.press('Escape');
    await expect.poll(() => place(second)).toBeNull();
  });

  it.each(['touch', 'pen'])('points by %s while it touches', async (pointerType) => {
    const { page, second } = await both();
    await second.keyboard.press('l');
    await second.evaluate((type) => {
      const slide = document.querySelector('.slide.on')?.getBoundingClientRect() ?? new DOMRect();
      const [clientX, clientY] = [slide.left + slide.width / 4, slide.top + slide.height / 4];
      document.body.dispatchEvent(new PointerEvent('pointerdown', { pointerType: type, clientX, clientY, bubbles: true }));
    }, pointerType);
    await expect.poll(() => page.locator('.laser').isVisible()).toBe(true);
    await second.evaluate((type) => {
      document.body.dispatchEvent(new PointerEvent('pointerup', { pointerType: type, bubbles: true }));
    }, pointerType);
    await expect.poll(() => page.locator('.laser').isVisible()).toBe(false);
  });

  describe('finds a slide', () => {
    const results = (page: Page): Promise<string[]> => page.locator('dialog li b').allTextContents();
    const search = async (page: Page, text: string): Promise<void> => {
      await page.keyboard.press('/');
      await page.keyboard.type(text);
    };

    it('by its number, and by letters of its title', async () => {
      const page = await alone();
      await search(page, '7');
      expect((await results(page))[0]).toBe('7');
      await page.keyboard.press('Enter');
      await expectSlideOf(page, 7);
      await search(page, 'títle 4');
      expect(await results(page)).toEqual(['4']);
      await page.keyboard.press('Enter');
      await expectSlideOf(page, 4);
    });

    it('by words of its notes, which it shows, and by arrows', async () => {
      const page = await alone();
      await search(page, 'say this on slide 6');
      expect(await page.locator('dialog li').allTextContents()).toEqual([expect.stringContaining('Say this on slide 6.')]);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Backspace');
      expect((await results(page)).length).toBe(8);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expectSlideOf(page, 3);
      await search(page, 'nowhere at all');
      expect(await results(page)).toEqual([]);
      expect(await page.getByRole('dialog').getByRole('status').textContent()).toBe('0 slides');
      await page.keyboard.press('Escape');
      await expectSlideOf(page, 3);
    });

    it('without the notes where the room looks on', async () => {
      const { page } = await open((await file(sample)) + '#2');
      await search(page, 'say this');
      expect(await results(page)).toEqual([]);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('point of slide 5');
      expect(await results(page)).toEqual(['5']);
      expect(await page.locator('dialog').textContent()).not.toMatch(/\d:\d\d/);
      await page.keyboard.press('Enter');
      await expectSlide(page, 5);
    });
  });

  it('is turned by a swipe over a slide, and by none over the notes', async () => {
    const { page } = await open((await file(sample)) + '#3', { hasTouch: true, viewport: { width: 820, height: 1180 } });
    await showNotes(page);
    const swipe = (selector: string): Promise<void> =>
      page.evaluate((on) => {
        const target = document.querySelector(on) ?? document.body;
        const touch = (clientX: number): Touch => new Touch({ identifier: 1, target, clientX, clientY: 300 });
        const [from, to] = [touch(600), touch(300)];
        target.dispatchEvent(new TouchEvent('touchstart', { touches: [from], changedTouches: [from], bubbles: true }));
        target.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [to], bubbles: true }));
      }, selector);
    await swipe('.slide.on .page');
    await expectSlideOf(page, 4);
    await swipe('.desk-words');
    await expectSlideOf(page, 4);
    await page.keyboard.press('l');
    await swipe('.slide.on .page');
    await expectSlideOf(page, 4);
  });

  it('brings up no keyboard over the list of slides for a finger, and takes what is typed on a tablet’s own', async () => {
    const page = await alone(sample, { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true });
    const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.tagName);
    await page.getByRole('button', { name: 'Slides' }).tap();
    expect(await focused()).toBe('BUTTON');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await focused()).toBe('INPUT');
    await page.keyboard.type('say this on slide 5');
    await page.keyboard.press('Enter');
    expect(await page.locator('.slide.on').getAttribute('id')).toBe('5');
  });

  it('asks on a tablet whether to open a second window', async () => {
    const { page, context } = await open((await file(sample)) + '#2', {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 820, height: 1180 },
    });
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog', { name: 'Show notes in this window?' });
    expect(await dialog.textContent()).toContain('will see your notes');
    const [second] = await Promise.all([
      context.waitForEvent('page'),
      dialog.getByRole('button', { name: 'Open a second window' }).click(),
    ]);
    await inStep(second);
    await second.close();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Show notes here' }).click();
    await page.locator('.desk').waitFor();
  });
});
