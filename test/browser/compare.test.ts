import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { appRunner, findings } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckOf, exported, focused, output, press, RTL, tabTo, withEdits } from '../support/edited-app.ts';

vi.setConfig({ testTimeout: 150_000 });

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000 });

/** From the menu, by its words. */
async function comparing(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).focus();
  await press(page, 'Enter');
  await page.getByRole('menuitem', { name: /^What changed/ }).focus();
  await press(page, 'Enter');
  await page.locator('.compared').waitFor({ timeout: 60_000 });
}

describe.skipIf(lacks('Chromium', CHROMIUM, 'compare'))('what changed', () => {
  const start = withEdits(appRunner());

  it('is shown from the export that finds edits, by keyboard alone, and leads back to it, on to a merge, and from a merge', async () => {
    const app = await start();
    const { page } = app;
    const before = await readFile(deckOf(app));
    await exported(page);
    await eventually(() => focused(page)).toBe('Merge …');
    for (let turn = 0; turn < 30 && !(await focused(page)).startsWith('What changed'); turn += 1) await press(page, 'Shift+Tab');
    await press(page, 'Enter');
    await page.locator('.compared').waitFor({ timeout: 60_000 });
    expect(await page.locator('.compare-counts').textContent()).toContain('2 changed or moved');
    const cost = page.locator('.changed-slide', { hasText: 'Was es kostet' });
    expect(await cost.locator('.change-fact').first().textContent()).toMatch(/3 Millionen → 3,5 Millionen/);
    expect(await cost.locator('.change-line del').allInnerTexts()).toEqual(['für 2026 nur 3 Millionen ']);
    expect(await cost.locator('.change-line ins').allTextContents()).toEqual(['3,5 Millionen ']);
    expect(await findings(page)).toEqual([]);

    // from slide to slide
    await tabTo(page, 'Changes by slide');
    await press(page, 'j');
    await expect.poll(() => focused(page)).toContain('Der Kai ist voll');
    await press(page, 'j', 'j');
    await expect.poll(() => focused(page)).toContain('Was es kostet');
    await press(page, 'k');
    await expect.poll(() => focused(page)).toContain('Der Kai ist voll');

    // the other way round
    await tabTo(page, 'Done');
    for (let turn = 0; turn < 30 && (await focused(page)) !== 'The other way round'; turn += 1) await press(page, 'Shift+Tab');
    await press(page, 'Enter');
    await expect.poll(() => cost.locator('.change-line ins').allTextContents()).toEqual(['für 2026 nur 3 Millionen ']);

    await press(page, 'Escape');
    await eventually(() => page.getByRole('dialog').textContent()).toContain('somebody has worked on a file');
    await press(page, 'Escape');
    await comparing(page);
    await tabTo(page, 'Merge …');
    await press(page, 'Enter');
    await page.locator('.conflict-list').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'What changed' }).focus();
    await press(page, 'Enter');
    await page.locator('.compared').waitFor({ timeout: 60_000 });
    await press(page, 'Escape');
    await expect.poll(() => page.locator('.conflict-list').isVisible()).toBe(true);
    expect(await output(app)).toEqual(['kai.pptx']);
    expect(Buffer.compare(await readFile(deckOf(app)), before)).toBe(0);
    expect(app.faults).toEqual([]);
  });

  it('says of a file that is no deck what is wrong, and compares another that is chosen', async () => {
    const app = await start();
    const { page } = app;
    await comparing(page);
    const choose = async (name: string, content: Uint8Array): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a .pptx for “After”' }).click();
      await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
    };
    await choose('minutes.pptx', Buffer.from('Minutes of the meeting'));
    await page.getByRole('alert').waitFor();
    expect(await findings(page)).toEqual([]);
    await choose('Kopie von Ana.pptx', await readFile(deckOf(app)));
    await page.getByText('No difference.').waitFor({ timeout: 60_000 });
    expect(await page.locator('select').nth(1).inputValue()).toBe('file Kopie von Ana.pptx');
    expect(app.faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('is whole in other scripts and narrow windows, %s', async (colorScheme) => {
    const app = await start({ colorScheme }, RTL);
    const { page } = app;
    await comparing(page);
    const wide = (selector: string): Promise<boolean> =>
      page.locator(selector).evaluateAll((all) => all.some((one) => one.scrollWidth > one.clientWidth + 1));
    for (const width of [320, 700, 1000, 1920]) {
      await page.setViewportSize({ width, height: 760 });
      expect([width, await wide('html'), await wide('.dialog-body'), await wide('.changed-slide')]).toEqual([width, false, false, false]);
      expect(await findings(page)).toEqual([]);
    }
    const direction = page.locator('.change-line').evaluateAll((all) => all.map((line) => getComputedStyle(line).direction));
    expect(new Set(await direction)).toEqual(new Set(['rtl', 'ltr']));
    expect(app.faults).toEqual([]);
  });
});
