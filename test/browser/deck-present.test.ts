import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser, expectSlide, shownSlide } from '../support/deck-page.ts';
import { sampleScene } from '../support/sample-scene.ts';

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-present'))('a deck opened from disk', () => {
  const { file, open } = deckBrowser();
  const sample = sampleScene(12);
  const deck = async (hash = '', options?: Parameters<typeof open>[1]) => open((await file(sample)) + hash, options);

  it('shows its first slide, asks for nothing and has nothing to complain of', async () => {
    const { page, faults } = await deck();
    await expectSlide(page, 1);
    expect(faults).toEqual([]);
    expect(await page.locator('.slide').count()).toBe(12);
  });

  it.each([
    [['ArrowRight'], 2],
    [['ArrowDown'], 2],
    [['Space'], 2],
    [['PageDown'], 2],
    [['PageDown', 'PageDown', 'PageUp'], 2],
    [['End'], 12],
    [['End', 'ArrowRight'], 12],
    [['End', 'ArrowLeft'], 11],
    [['End', 'ArrowUp'], 11],
    [['End', 'Shift+Space'], 11],
    [['End', 'Home'], 1],
    [['ArrowLeft'], 1],
    [['1', '1', 'Enter'], 11],
    [['7', 'Enter', 'ArrowRight'], 8],
    [['9', '9', 'Enter'], 12],
  ])('turns to where %j leads: slide %i', async (keys, number) => {
    const { page } = await deck();
    for (const key of keys) await page.keyboard.press(key);
    await expectSlide(page, number);
  });

  it.each(['b', '.'])('goes dark and comes back with %s; a remote brings it back too', async (key) => {
    const { page } = await deck('#3');
    await page.keyboard.press(key);
    expect(await page.locator('.blackout').isVisible()).toBe(true);
    await page.keyboard.press(key);
    expect(await page.locator('.blackout').isVisible()).toBe(false);
    await page.keyboard.press(key);
    await page.keyboard.press('PageDown');
    expect(await page.locator('.blackout').isVisible()).toBe(false);
    await expectSlide(page, 3);
  });

  it('goes white and comes back with w', async () => {
    const { page } = await deck('#3');
    await page.keyboard.press('w');
    expect(await page.locator('.blackout').evaluate((cover) => getComputedStyle(cover).backgroundColor)).toBe('rgb(255, 255, 255)');
    await page.keyboard.press('b');
    expect(await page.locator('.blackout').evaluate((cover) => getComputedStyle(cover).backgroundColor)).toBe('rgb(0, 0, 0)');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.blackout').isVisible()).toBe(false);
    await expectSlide(page, 3);
  });

  it('goes to the agenda, and to the slide that was viewed last', async () => {
    const slides = sample.slides.map((slide, i) => (i === 1 ? { ...slide, kind: 'agenda' } : slide));
    const { page } = await open((await file({ ...sample, slides })) + '#7');
    await page.keyboard.press('a');
    await expectSlide(page, 2);
    await page.keyboard.press('v');
    await expectSlide(page, 7);
    await page.keyboard.press('v');
    await expectSlide(page, 2);
    await page.keyboard.press('End');
    await page.mouse.move(600, 300);
    await page.getByRole('button', { name: 'Agenda' }).click();
    await expectSlide(page, 2);
  });

  it('says nothing of an agenda where the deck has none', async () => {
    const { page } = await deck('#7');
    await page.keyboard.press('a');
    await expectSlide(page, 7);
    expect(await page.getByRole('button', { name: 'Agenda' }).count()).toBe(0);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').textContent()).not.toContain('Agenda');
  });

  it('fills the screen and steps back with f', async () => {
    const { page } = await deck();
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  });

  it('shows its keys with ?, and takes none of them while the sheet is open', async () => {
    const { page } = await deck();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    expect(await sheet.isVisible()).toBe(true);
    await page.keyboard.press('o');
    await page.keyboard.press('Escape');
    expect(await sheet.count()).toBe(0);
    await expectSlide(page, 1);
  });

  it('leaves single letters alone once they are switched off', async () => {
    const { page } = await deck();
    await page.keyboard.press('?');
    await page.getByLabel('Single letters are keys').uncheck();
    await page.keyboard.press('Escape');
    // the browser closes it in its own time, and until then keys are the dialog's
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('b');
    expect(await page.locator('.blackout').isVisible()).toBe(false);
    await page.keyboard.press('ArrowRight');
    await expectSlide(page, 2);
  });

  describe('overview', () => {
    it('shows every slide; arrows move by one and by a row, Enter opens', async () => {
      const { page } = await deck('#2');
      await page.keyboard.press('o');
      expect((await shownSlide(page)).length).toBe(12);
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Slide 3: Title 3');
      await page.keyboard.press('ArrowDown');
      const columns = await page.evaluate(() => Number(document.documentElement.style.getPropertyValue('--columns')));
      expect(columns).toBeGreaterThan(2);
      await page.keyboard.press('Enter');
      await expectSlide(page, 3 + columns);
    });

    it('opens the slide that is clicked, and closes with Escape', async () => {
      const { page } = await deck();
      await page.keyboard.press('o');
      await page.locator('.slide >> nth=4').click();
      await expectSlide(page, 5);
      await page.keyboard.press('o');
      await page.keyboard.press('Escape');
      await expectSlide(page, 5);
    });
  });

  describe('addresses', () => {
    it.each([
      ['#4', 4],
      ['#/4', 4],
      [`#${(4).toString(16).padStart(16, '0')}`, 4],
      ['#99', 1],
      ['#no-such-slide', 1],
    ])('%s opens slide %i', async (hash, number) => {
      await expectSlide((await deck(hash)).page, number);
    });

    it('follow the slide, so that a reload comes back to it', async () => {
      const { page } = await deck();
      await page.keyboard.press('End');
      expect(new URL(page.url()).hash).toBe('#12');
      await page.reload();
      await expectSlide(page, 12);
    });

    it('typed or linked turn to their slide', async () => {
      const { page } = await deck('#5');
      await page.getByRole('link', { name: 'second slide' }).click();
      await expectSlide(page, 2);
      await page.evaluate(() => (location.hash = '#7'));
      await expectSlide(page, 7);
    });
  });

  describe('mouse and touch', () => {
    it('a click goes on, one on a link does not', async () => {
      const { page } = await deck('#3');
      await page.mouse.click(900, 600);
      await expectSlide(page, 4);
      await page.locator('.slide.on sup a').click();
      await expectSlide(page, 4);
    });

    it('the bar’s buttons turn slides, and the bar steps back when nothing moves', async () => {
      const { page } = await deck();
      await page.mouse.move(600, 300);
      await page.getByRole('button', { name: 'Next slide' }).click();
      await expectSlide(page, 2);
      await page.getByRole('button', { name: 'Previous slide' }).click();
      await expectSlide(page, 1);
      await page.mouse.move(600, 200);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await expect.poll(() => page.locator('.bar').evaluate((bar) => getComputedStyle(bar).opacity), { timeout: 6000 }).toBe('0');
    });

    const swipe = (from: number, to: number): string => `(() => {
      const touch = (x) => new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 });
      dispatchEvent(new TouchEvent('touchstart', { touches: [touch(${from})], changedTouches: [touch(${from})] }));
      dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [touch(${to})] }));
    })()`;

    it('a swipe turns the slide the way the finger goes', async () => {
      const { page } = await deck('#3', { hasTouch: true });
      await page.evaluate(swipe(600, 300));
      await expectSlide(page, 4);
      await page.evaluate(swipe(300, 600));
      await page.evaluate(swipe(300, 600));
      await expectSlide(page, 2);
      await page.evaluate(swipe(300, 320));
      await expectSlide(page, 2);
    });

    it('a tap in the middle shows the buttons and turns nothing; one that turns shows none', async () => {
      const { page } = await deck('#3', { hasTouch: true });
      const isAwake = (): Promise<boolean> => page.locator('.bar').evaluate((bar) => bar.classList.contains('awake'));
      await expect.poll(isAwake).toBe(false);
      await page.touchscreen.tap(1000, 300);
      await expectSlide(page, 4);
      expect(await isAwake()).toBe(false);
      await page.touchscreen.tap(640, 300);
      expect(await isAwake()).toBe(true);
      await expectSlide(page, 4);
      await page.touchscreen.tap(640, 300);
      expect(await isAwake()).toBe(false);
      await expectSlide(page, 4);
      await page.keyboard.press('b');
      await page.touchscreen.tap(640, 300);
      await expect.poll(() => page.locator('.blackout').isVisible()).toBe(false);
      await expectSlide(page, 4);
    });

    it('a swipe beyond the page’s edge does not leave the deck, in no view', async () => {
      const { page } = await deck('#3', { hasTouch: true });
      const behaviour = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorX);
      expect(await behaviour()).toBe('none');
      for (const key of ['o', 'r']) {
        await page.keyboard.press(key);
        expect(await behaviour()).toBe('none');
      }
    });

    it('a tap on the right third goes on, on the left third back', async () => {
      const { page } = await deck('#3', { hasTouch: true });
      await page.touchscreen.tap(1000, 650);
      await expectSlide(page, 4);
      await page.touchscreen.tap(100, 650);
      await expectSlide(page, 3);
    });
  });

  it('says to a screen reader which slide it turned to', async () => {
    const { page } = await deck();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Slide 2 of 12: Title 2');
  });

  it.each([
    [1280, 720],
    [1920, 1080],
    [1024, 768],
    [800, 1200],
    [3840, 2160],
    [390, 844],
  ])('fits %i × %i whole and breaks no line anew', async (width, height) => {
    const { page } = await deck('#2', { viewport: { width, height } });
    const stage = await page.locator('.slide.on').boundingBox();
    expect(stage?.x).toBeGreaterThanOrEqual(-0.5);
    expect(stage?.y).toBeGreaterThanOrEqual(-0.5);
    expect((stage?.x ?? 0) + (stage?.width ?? 0)).toBeLessThanOrEqual(width + 0.5);
    expect((stage?.y ?? 0) + (stage?.height ?? 0)).toBeLessThanOrEqual(height + 0.5);
    expect(Math.max((stage?.width ?? 0) / width, (stage?.height ?? 0) / height)).toBeCloseTo(1, 2);
    // each line is one box, and an inline is as high as its font, about 1.2 em
    expect(await page.$$eval('.slide.on .l', (lines) => lines.filter((line) => line.getClientRects().length !== 1).length)).toBe(0);
    const tall = await page.$$eval('.slide.on .l', (lines) =>
      lines.filter(
        (line) =>
          line.getBoundingClientRect().height >
          1.5 *
            Number.parseFloat(getComputedStyle(line).fontSize) *
            (line.getBoundingClientRect().width / (line as HTMLElement).offsetWidth),
      ),
    );
    expect(tall).toEqual([]);
  });

  it('in a right-to-left deck goes on with the left arrow', async () => {
    const { page } = await open(await file({ ...sample, meta: { ...sample.meta, direction: 'rtl', language: 'ar' } }));
    await page.keyboard.press('ArrowLeft');
    await expectSlide(page, 2);
    // each button points, and stands, where it leads
    const places = await page.$$eval('.bar .turn', (all) =>
      all.map((button) => {
        const arrow = /^M(\d+) .*?l(-?\d+)/.exec(button.querySelector('path')?.getAttribute('d') ?? '');
        return [button.getAttribute('title'), button.getBoundingClientRect().left, Number(arrow?.[2])] as const;
      }),
    );
    const [next, previous] = places.toSorted(([, a], [, b]) => a - b);
    expect([next?.[0], previous?.[0]]).toEqual(['Next slide (←)', 'Previous slide (→)']);
    expect([next?.[2], previous?.[2]]).toEqual([-7, 7]);
    await page.keyboard.press('?');
    expect(await page.locator('dialog tr', { hasText: 'Next slide' }).locator('kbd').textContent()).toBe('← ↓ Space Page Down');
    expect(await page.locator('dialog tr', { hasText: 'Previous slide' }).locator('kbd').textContent()).toBe('→ ↑ Page Up');
  });

  it('works in a frame that may do nothing but run scripts', async () => {
    const { page, faults } = await deck();
    const source = await readFile(new URL(await file(sample)), 'utf8');
    await page.goto('about:blank');
    await page.setContent('<iframe sandbox="allow-scripts" width="800" height="450"></iframe>');
    await page.evaluate((html) => ((document.querySelector('iframe') as HTMLIFrameElement).srcdoc = html), source);
    const frame = page.frameLocator('iframe');
    await frame.locator('.slide.on').waitFor();
    await frame.locator('.slide.on').click();
    await expect.poll(() => frame.locator('.slide.on').getAttribute('id')).toBe('2');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => frame.locator('.slide.on').getAttribute('id')).toBe('3');
    expect(faults.filter((fault) => !/srcdoc|sandbox/i.test(fault))).toEqual([]);
  });
});
