import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { appRunner, findings, saved } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckOf, focused, GERMAN, press, RTL, tabTo, withEdits } from '../support/edited-app.ts';
import { MERGE_ARTICLE, MERGE_BRIEFING, MERGE_FILES } from '../support/merge-workspace.ts';

vi.setConfig({ testTimeout: 150_000 });

/** From the menu, by its words. */
async function adopting(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).focus();
  await press(page, 'Enter');
  await page.getByRole('menuitem', { name: /^Take over/ }).focus();
  await press(page, 'Enter');
  await page.locator('.offers').waitFor({ timeout: 60_000 });
}

describe.skipIf(lacks('Chromium', CHROMIUM, 'adopt'))('taking over what colleagues changed', () => {
  const start = withEdits(appRunner());

  it('asks what must be asked, and by keyboard alone takes one into the briefing and one into the article, which can be undone', async () => {
    const app = await start({}, { ...GERMAN, article: MERGE_FILES[MERGE_ARTICLE] });
    const { page, workspace } = app;
    const before = { deck: await readFile(deckOf(app)), article: await readFile(join(workspace, MERGE_ARTICLE), 'utf8') };
    await adopting(page);
    const offers = page.locator('.offer');
    expect(await offers.count()).toBe(3);
    expect(await offers.locator('input:checked').count()).toBe(0);
    expect(await page.locator('.offers > li.open').count()).toBe(3);
    expect(await page.locator('.dialog-foot').textContent()).toContain('3 questions not answered');
    expect(await findings(page)).toEqual([]);

    for (const words of ['Kräne', 'Bahn']) {
      await offers.filter({ hasText: words }).locator('input').first().focus();
      await press(page, 'Space');
    }
    const budget = offers.filter({ hasText: 'Haushalt' }).locator('input');
    await budget.first().focus();
    await press(page, 'ArrowRight');
    expect(await budget.nth(1).isChecked()).toBe(true);
    await tabTo(page, 'Take over 3 changes');
    expect(await findings(page)).toEqual([]);
    await press(page, 'Enter');
    await page.getByText('2 changes taken over into the briefing; changed: content/kai.md').waitFor({ timeout: 60_000 });
    await saved(page);
    const briefing = await readFile(join(workspace, MERGE_BRIEFING), 'utf8');
    expect(['über dreißig', 'dreimal täglich', 'nur 3 Millionen'].map((words) => briefing.includes(words))).toEqual([true, true, false]);
    const article = before.article.replace('sieht 3 Millionen', 'sieht für 2026 nur 3 Millionen');
    expect((await readFile(join(workspace, MERGE_ARTICLE), 'utf8')) === article).toBe(true);
    expect(Buffer.compare(await readFile(deckOf(app)), before.deck)).toBe(0);

    await page.locator('.notice button').first().click();
    await saved(page);
    expect((await readFile(join(workspace, MERGE_BRIEFING), 'utf8')).includes('dreimal täglich')).toBe(false);
    expect(await focused(page)).toBeDefined();
    expect(app.faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('is whole in other scripts and narrow windows, %s', async (colorScheme) => {
    const app = await start({ colorScheme }, { ...RTL, article: RTL.files[MERGE_ARTICLE] ?? '' });
    const { page } = app;
    await adopting(page);
    const wide = (selector: string): Promise<boolean> =>
      page.locator(selector).evaluateAll((all) => all.some((one) => one.scrollWidth > one.clientWidth + 1));
    for (const width of [320, 700, 1000, 1920]) {
      await page.setViewportSize({ width, height: 760 });
      expect([width, await wide('html'), await wide('.dialog-body'), await wide('.offer')]).toEqual([width, false, false, false]);
      expect(await findings(page)).toEqual([]);
    }
    expect(app.faults).toEqual([]);
  });
});
