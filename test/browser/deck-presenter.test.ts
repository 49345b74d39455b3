import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser, expectSlide } from '../support/deck-page.ts';
import { sampleScene } from '../support/sample-scene.ts';

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-presenter'))('the presenter’s view', () => {
  const { file, open } = deckBrowser();
  const sample = sampleScene(6);
  const audience = sampleScene(6, false);
  const deck = async (hash = '', scene = sample, options?: Parameters<typeof open>[1]) => open((await file(scene)) + hash, options);

  const openWindow = async (page: Page): Promise<Page> => {
    const [second] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('s')]);
    await second.locator('.desk').waitFor();
    await expect.poll(() => second.locator('.desk-bar').textContent()).toContain('In step');
    return second;
  };
  const nowShown = (page: Page): Promise<string | null> => page.locator('.slide.on').getAttribute('id');
  const block = (page: Page): Promise<unknown> => page.addInitScript(() => (window.open = () => null));

  it('opens at the current slide, with its notes, the next slide and the time', async () => {
    const { page, faults } = await deck('#3');
    const second = await openWindow(page);
    await expect.poll(() => nowShown(second)).toBe('3');
    expect(await second.locator('.slide.on').isVisible()).toBe(true);
    expect(await second.locator('.slide.after').getAttribute('id')).toBe('4');
    expect(await second.locator('.slide.after').isVisible()).toBe(true);
    const words = await second.locator('.desk-words').textContent();
    expect(words).toMatch(/^Say this on slide 3\./);
    expect(words).toContain('[3] An Author: An article');
    expect(words).toContain('Words of paragraph 3.');
    expect(await second.locator('.desk-after').textContent()).toBe('NextTitle 4');
    expect(await second.locator('.desk-bar').textContent()).toContain('Left of 6 min6:00');
    expect(await page.locator('.desk').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('leaves the handling mark to the slide: notes begin and end with what is to be said', async () => {
    const marked = sample.slides.map((one) => ({ ...one, notes: [...one.notes, { kind: 'mark' as const, runs: [{ text: 'SECRET' }] }] }));
    const { page } = await deck('#3', { ...sample, slides: marked, meta: { ...sample.meta, mark: 'SECRET' } });
    const below = await page.$eval('.notes', (notes) => getComputedStyle(notes, '::after').content);
    expect(below).toBe('"SECRET"');
    const second = await openWindow(page);
    expect(await second.locator('.desk').textContent()).not.toContain('SECRET');
  });

  it('keeps both windows in step, both ways', async () => {
    const { page } = await deck();
    const second = await openWindow(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => nowShown(second)).toBe('2');
    await second.keyboard.press('PageDown');
    await expectSlide(page, 3);
    await second.getByRole('button', { name: 'Next', exact: true }).click();
    await expectSlide(page, 4);
    await second.keyboard.press('b');
    await expect.poll(() => page.locator('.blackout').isVisible()).toBe(true);
    await second.keyboard.press('b');
    await expect.poll(() => page.locator('.blackout').isVisible()).toBe(false);
    await second.keyboard.press('End');
    await second.keyboard.press('ArrowLeft');
    await expectSlide(page, 5);
    await expect.poll(() => nowShown(second)).toBe('5');
  });

  it('finds the other window again after either was reloaded', async () => {
    const { page } = await deck('#2');
    const second = await openWindow(page);
    await second.reload();
    await expect.poll(() => nowShown(second)).toBe('2');
    await page.reload();
    await expect.poll(() => second.locator('.desk-bar').textContent(), { timeout: 5000 }).toContain('In step');
    await second.keyboard.press('ArrowRight');
    await expectSlide(page, 3);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => nowShown(second)).toBe('4');
  });

  it('says so when the other window is gone', async () => {
    const { page } = await deck();
    const second = await openWindow(page);
    await page.close();
    await expect.poll(() => second.locator('.desk-bar').textContent(), { timeout: 5000 }).toContain('Not connected');
    await second.keyboard.press('ArrowRight');
    await expect.poll(() => nowShown(second)).toBe('2');
  });

  it('makes the notes larger and smaller', async () => {
    const { page } = await deck('#2');
    const second = await openWindow(page);
    const size = (): Promise<number> => second.locator('.desk-words > p').evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
    const before = await size();
    await second.getByRole('button', { name: 'Larger notes' }).click();
    expect(await size()).toBeGreaterThan(before);
    await second.keyboard.press('-');
    await second.keyboard.press('-');
    expect(await size()).toBeLessThan(before);
  });

  it('counts time from the first turn, in all and by topic, against the minutes given', async () => {
    const { page } = await deck('', sample, {});
    const start = Date.UTC(2024, 0, 1, 9);
    await page.clock.install({ time: start });
    await page.reload();
    await block(page);
    await page.reload();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Show notes here' }).click();
    // From here on time passes only as it is told to, however slow the machine.
    await page.clock.pauseAt(start + 3_600_000);
    const bar = async (): Promise<string> => (await page.locator('.desk-bar').textContent()) ?? '';
    expect(await bar()).toContain('Elapsed0:00');
    await page.keyboard.press('ArrowRight');
    await page.clock.runFor(30_000);
    expect(await bar()).toContain('Elapsed0:30');
    expect(await bar()).toContain('Left of 6 min5:30');
    expect(await bar()).toContain('This topic0:30 of 2:00');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.clock.runFor(10_000);
    expect(await bar()).toContain('This topic0:10 of 2:00');
    expect(await bar()).toContain('Pace2:20 ahead');
    await page.clock.runFor(400_000);
    expect(await bar()).toContain('Left of 6 min−1:20');
    expect(await bar()).toContain('behind');
    await page.getByRole('button', { name: 'Pause' }).click();
    const paused = await bar();
    await page.clock.runFor(60_000);
    expect((await bar()).replace(/^Time\d+:\d+/, '')).toBe(paused.replace(/^Time\d+:\d+/, '').replace('PauseReset', 'Go onReset'));
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await bar()).toContain('Elapsed0:00');
  });

  describe('where a second window is blocked', () => {
    const blocked = async (hash = '') => {
      const opened = await deck('', sample);
      await block(opened.page);
      await opened.page.goto((await file(sample)) + hash);
      await opened.page.reload();
      return opened;
    };
    const noteSeen = (page: Page): Promise<boolean> =>
      page
        .getByText('Say this on slide 2.')
        .filter({ visible: true })
        .count()
        .then((n) => n > 0);

    it('warns before any note can be seen, and shows none when refused', async () => {
      const { page } = await blocked('#2');
      await page.keyboard.press('s');
      const warning = page.getByRole('dialog', { name: 'Show notes in this window?' });
      expect(await warning.textContent()).toContain('will see your notes');
      expect(await noteSeen(page)).toBe(false);
      await page.keyboard.press('Escape');
      expect(await warning.count()).toBe(0);
      expect(await noteSeen(page)).toBe(false);
      await expectSlide(page, 2);
    });

    it('shows the view in the one window once agreed, and s or Escape leads back', async () => {
      const { page } = await blocked('#2');
      await page.keyboard.press('s');
      await page.getByRole('button', { name: 'Show notes here' }).click();
      expect(await noteSeen(page)).toBe(true);
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('.desk-words > p').textContent()).toBe('Say this on slide 3.');
      await page.keyboard.press('s');
      expect(await noteSeen(page)).toBe(false);
      await expectSlide(page, 3);
    });

    it('warns too when the view’s own address is opened by hand', async () => {
      const { page } = await deck('#presenter');
      expect(await page.getByRole('dialog').textContent()).toContain('will see your notes');
      expect(await page.locator('.desk').count()).toBe(0);
    });
  });

  it('listens to nobody but the window it was opened from', async () => {
    const { page } = await deck('#2');
    const second = await openWindow(page);
    const forged = { app: 'lectern', stamp: '0badcafe', kind: 'state', index: 4, blank: 'black', kept: '', point: null };
    await second.evaluate((message) => window.postMessage(message, '*'), forged);
    await page.evaluate((message) => window.postMessage(message, '*'), forged);
    await page
      .evaluate((message) => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        (frame.contentWindow as Window & { eval: (code: string) => void }).eval(`parent.postMessage(${JSON.stringify(message)}, '*')`);
      }, forged)
      .catch(() => undefined);
    await page.waitForTimeout(200);
    await expectSlide(page, 2);
    expect(await nowShown(second)).toBe('2');
  });

  it('believes no message that is not whole', async () => {
    const { page } = await deck('#2');
    const second = await openWindow(page);
    const whole = { app: 'lectern', stamp: '0badcafe', kind: 'state', index: 4, blank: '', kept: '', point: null };
    for (const message of [
      null,
      'x',
      {},
      { ...whole, stamp: 'other' },
      { ...whole, index: 1.5 },
      { ...whole, kind: 'eval' },
      { ...whole, index: 'x' },
      { ...whole, blank: 'red' },
      { ...whole, kept: 7 },
      { ...whole, kind: 'point', point: [0.5, 7] },
      { ...whole, kind: 'point', point: ['0', '1'] },
    ]) {
      await second.evaluate((m) => (opener as Window).postMessage(m, '*'), message);
    }
    await second.evaluate((m) => (opener as Window).postMessage(m, '*'), { ...whole, index: 999 });
    await expectSlide(page, 6);
  });

  it('is not in the audience’s copy at all', async () => {
    const { page } = await deck('#2', audience);
    await page.keyboard.press('s');
    await page.waitForTimeout(100);
    expect(page.context().pages().length).toBe(1);
    expect(await page.locator('dialog, .desk, .notes').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Presenter view' }).count()).toBe(0);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').textContent()).not.toContain('notes');
    await page.goto((await file(audience)) + '#presenter');
    await page.reload();
    await expectSlide(page, 1);
    expect(await page.locator('dialog, .desk').count()).toBe(0);
  });
});
