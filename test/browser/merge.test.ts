import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { appRunner, findings } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckOf, exported, focused, GERMAN, output, press, progress, RTL, tabTo, withEdits } from '../support/edited-app.ts';
import { partsOf, wordsOf } from '../support/edited-deck.ts';
import { MERGE_ARTICLE, MERGE_FILES, OUR_ARTICLE } from '../support/merge-workspace.ts';

vi.setConfig({ testTimeout: 150_000 });

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000 });

/** From the briefing into the merge of what stands in the output. */
async function merging(page: Page): Promise<void> {
  await press(page, 'Control+Shift+e');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Enter');
  await page.locator('.conflict-list').waitFor({ timeout: 60_000 });
}

describe.skipIf(lacks('Chromium', CHROMIUM, 'merge'))('the merge of an edited deck', () => {
  const start = withEdits(appRunner());

  it('goes from an export that finds edits to a merged deck with the keyboard alone', async () => {
    const app = await start();
    const { page } = app;
    const before = await readFile(deckOf(app));
    await exported(page);
    await eventually(() => focused(page)).toBe('Merge …');
    expect(await findings(page)).toEqual([]);
    await press(page, 'Enter');
    await page.locator('.conflict-list').waitFor({ timeout: 60_000 });
    await eventually(() => focused(page)).toBe('What both changed');
    await expect.poll(() => progress(page)).toBe('0 of 2 settled');
    expect(await page.locator('.merge-column').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual([
      'As handed out',
      'Theirs',
      'New',
    ]);
    expect(await page.locator('.merge-column.theirs mark').allTextContents()).toEqual(['über', 'fallen jeden Tag aus']);
    expect(await page.locator('.merge-column.ours mark').allTextContents()).toEqual(['stehen jede Woche zwei Tage still']);
    await page.frameLocator('.merge-slide iframe').locator('#stage').getByText('zwei Tage still').waitFor();
    expect(await findings(page)).toEqual([]);

    // through the list and back; the new words for the first
    await press(page, 'j', 'ArrowDown', 'k');
    await press(page, '2');
    await expect.poll(() => progress(page)).toBe('1 of 2 settled');
    await expect.poll(() => page.locator('.conflict-row.active').textContent()).toContain('Der Haushalt');
    await expect
      .poll(() => page.getByRole('status').allTextContents())
      .toContainEqual(expect.stringContaining('1 of 2 settled. 2 of 2: Words'));

    // words of one's own for the second; they are let go once
    await press(page, 'Enter');
    await page.locator('.merge-editor textarea').waitFor();
    expect(await page.locator('.merge-editor textarea').inputValue()).toBe('Der Haushalt sieht für 2026 nur 3 Millionen Euro vor.');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.type('1 2 3');
    await press(page, 'Escape');
    await page.locator('.merge-editor textarea').waitFor({ state: 'detached' });
    await press(page, '4');
    await page.locator('.merge-editor textarea:focus').waitFor();
    await press(page, 'Control+a');
    await page.keyboard.type('Der Haushalt sieht nur 3,5 Millionen Euro vor.');
    await press(page, 'Control+Enter');
    await expect.poll(() => progress(page)).toBe('2 of 2 settled');
    await eventually(() => focused(page)).toBe('What both changed');

    // back, and both instead; open again, and the words once more
    await press(page, 'z');
    await expect.poll(() => progress(page)).toBe('1 of 2 settled');
    await press(page, '3');
    await expect.poll(() => page.locator('.merge-column.chosen').count()).toBe(2);
    await press(page, '0');
    await expect.poll(() => progress(page)).toBe('1 of 2 settled');
    await press(page, 'Control+z', 'Control+z');
    await expect.poll(() => progress(page)).toBe('1 of 2 settled');
    await press(page, '4');
    await page.locator('.merge-editor textarea:focus').waitFor();
    await press(page, 'Control+a');
    await page.keyboard.type('Der Haushalt sieht nur 3,5 Millionen Euro vor.');
    await press(page, 'Control+Enter');
    await expect.poll(() => progress(page)).toBe('2 of 2 settled');
    expect(await output(app)).toEqual(['kai.pptx']);

    await press(page, 'Control+s');
    await page.locator('.merge-saved').waitFor({ timeout: 60_000 });
    expect(await page.locator('.merge-saved .path').textContent()).toBe(deckOf(app, 'kai.merged.pptx'));
    expect(await findings(page)).toEqual([]);
    const merged = wordsOf(await readFile(deckOf(app, 'kai.merged.pptx')));
    for (const words of ['zwei Tage still', 'nur 3,5 Millionen', 'dreimal täglich', '14 Lotsen']) expect(merged).toContain(words);
    expect(merged).not.toContain('fallen jeden Tag aus');
    expect(Buffer.compare(await readFile(deckOf(app)), before)).toBe(0);
    await eventually(() => focused(page)).toBe('Back to the briefing');
    await press(page, 'Enter');
    await page.locator('.order-row').first().waitFor();
    expect(app.faults).toEqual([]);
  });

  it('asks before it saves what is not settled, and makes comments of it; then it can be gone on with', async () => {
    const app = await start();
    const { page } = app;
    await merging(page);
    await press(page, '1', 'Control+s');
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('dialog').textContent()).toContain('1 question is not settled');
    expect(await findings(page)).toEqual([]);
    await tabTo(page, 'Save with comments');
    await press(page, 'Enter');
    await page.locator('.merge-saved').waitFor({ timeout: 60_000 });
    expect(partsOf(await readFile(deckOf(app, 'kai.merged.pptx'))).filter((name) => name.startsWith('ppt/comments/'))).toHaveLength(1);
    await tabTo(page, 'Go on settling');
    await press(page, 'Enter');
    await expect.poll(() => progress(page)).toBe('1 of 2 settled');
    // left, and come back to
    await press(page, 'Control+1');
    await page.locator('.order-row').first().waitFor();
    await press(page, 'Control+Shift+e');
    await page.getByRole('button', { name: 'Go on with kai.pptx (1 of 2 settled)' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, 'Enter');
    await page.locator('.conflict-list').waitFor();
    await press(page, '?');
    await page.getByRole('dialog').getByText('Next that is not settled').waitFor();
    expect(app.faults).toEqual([]);
  });

  it('says that a deck has changed meanwhile, keeps what was chosen, and writes nothing before it was looked at', async () => {
    const app = await start();
    const { page } = app;
    await merging(page);
    await press(page, '2', '1');
    await app.put(MERGE_ARTICLE, OUR_ARTICLE.replace('3,5 Millionen', '3,7 Millionen'));
    await page.waitForTimeout(3000);
    await press(page, 'Control+s');
    await page.getByText('1 of 2 choices still stands').waitFor({ timeout: 60_000 });
    await expect.poll(() => progress(page)).toBe('1 of 2 settled');
    expect(await page.locator('.conflict-row.active').textContent()).toContain('Der Haushalt');
    expect(await findings(page)).toEqual([]);
    expect(await output(app)).toEqual(['kai.pptx']);
    await press(page, '2', 'Control+s');
    await page.locator('.merge-saved').waitFor({ timeout: 60_000 });
    expect(wordsOf(await readFile(deckOf(app, 'kai.merged.pptx')))).toContain('3,7 Millionen');
    expect(app.faults).toEqual([]);
  });

  it('takes a deck that is chosen, and says of one that is none what is wrong', async () => {
    const app = await start();
    const { page } = app;
    const choose = async (name: string, content: Uint8Array): Promise<void> => {
      await press(page, 'Control+Shift+e');
      await page.getByRole('dialog').waitFor();
      await tabTo(page, 'Choose a .pptx');
      const chooser = page.waitForEvent('filechooser');
      await press(page, 'Enter');
      await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
    };
    await choose('minutes.pptx', Buffer.from('Minutes of the meeting'));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('The decks could not be merged');
    expect(await findings(page)).toEqual([]);
    await press(page, 'Control+1');
    await page.locator('.order-row').first().waitFor();
    await choose('Lage von Ana.pptx', await readFile(deckOf(app)));
    await page.locator('.conflict-list').waitFor({ timeout: 60_000 });
    await press(page, '1', '1', 'Control+s');
    await page.locator('.merge-saved').waitFor({ timeout: 60_000 });
    expect(await output(app)).toEqual(['Lage von Ana.merged.pptx', 'kai.pptx']);
    expect(app.faults).toEqual([]);
  });

  it('has nothing to ask where one side alone changed something; and the export keeps both', async () => {
    const app = await start({}, { ...GERMAN, article: MERGE_FILES[MERGE_ARTICLE] });
    const { page } = app;
    await exported(page);
    await eventually(() => focused(page)).toBe('Merge …');
    await tabTo(page, 'Keep both');
    await press(page, 'Enter');
    await page.locator('.files li').nth(1).waitFor({ timeout: 60_000 });
    expect(await output(app)).toEqual(['kai-2.pptx', 'kai.pptx']);
    await press(page, 'Escape', 'Control+Shift+e');
    await page.getByRole('dialog').waitFor();
    await press(page, 'Enter');
    await page.getByText('Nothing was changed on both sides.').waitFor({ timeout: 60_000 });
    await expect.poll(() => progress(page)).toBe('Nothing to settle');
    expect(await findings(page)).toEqual([]);
    await page.locator('.merge-outcomes summary', { hasText: 'Changed by hand' }).click();
    expect(await page.locator('.merge-outcomes details[open] li').allTextContents()).toEqual(['2Der Kai ist voll', '3Was es kostet']);
    await press(page, 'Control+s');
    await page.locator('.merge-saved').waitFor({ timeout: 60_000 });
    expect(app.faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('shows other scripts and long words in a narrow window, %s', async (colorScheme) => {
    const app = await start({ colorScheme }, RTL);
    const { page } = app;
    await merging(page);
    const direction = (): Promise<string> =>
      page
        .locator('.merge-column.theirs .merge-line')
        .first()
        .evaluate((line) => getComputedStyle(line).direction);
    const wide = (selector: string): Promise<boolean> =>
      page.locator(selector).evaluateAll((all) => all.some((one) => one.scrollWidth > one.clientWidth));
    const directions: string[] = [];
    for (const key of ['k', '1']) {
      await press(page, key);
      directions.push(await direction());
      for (const width of [360, 700, 1000, 1920]) {
        await page.setViewportSize({ width, height: 760 });
        expect([width, await wide('html'), await wide('.merge-column'), await wide('.merge-in-hand')]).toEqual([
          width,
          false,
          false,
          false,
        ]);
        expect(await findings(page)).toEqual([]);
      }
    }
    expect(directions).toEqual(['rtl', 'ltr']);
    expect(app.faults).toEqual([]);
  });
});
