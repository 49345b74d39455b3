import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { appRunner, findings } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { article } from '../support/service.ts';

const briefing = (title: string, more = ''): string =>
  `# Kept\ntitle: "${title}"\ntemplate: policy-brief\nitems:\n  - topic: quay/full\n${more}`;

const LONG = 'A title that somebody went on and on with, until nobody could see the end of it in any list, and then some more';

const FILES = {
  'content/quay.md': article('The quay', { 'The quay is full {#full}': 'Ships wait.\n\n- For two days.' }),
  'briefings/week-2023-11-20.briefing.yaml': briefing('The week', 'date: 2023-11-20\n'),
  'briefings/port.briefing.yaml': briefing('الميناء'),
  'briefings/three.briefing.yaml': briefing('第三份简报'),
  'briefings/long.briefing.yaml': briefing(LONG),
  'briefings/bad.briefing.yaml': 'title: [\n',
  'briefings/sixth.briefing.yaml': briefing('Sixth'),
};

const onDisk = async (workspace: string): Promise<string[]> => (await readdir(join(workspace, 'briefings'))).sort();
const rows = (page: Page) => page.getByRole('dialog').getByRole('grid').getByRole('row');

describe.skipIf(lacks('Chromium', CHROMIUM, 'briefings'))('the briefings of a workspace', () => {
  const start = appRunner();

  it('are deleted, brought back, copied and issued again by keyboard alone', async () => {
    const { page, slides, workspace, faults } = await start({ files: FILES });
    await slides.locator('#stage .slide').waitFor();
    const before = await onDisk(workspace);
    await page.keyboard.press('Control+o');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Find a briefing' }).fill('week');
    await expect.poll(() => rows(page).count()).toBe(1);
    await rows(page).first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Again for next week' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText(/^The next issue, dated \d{4}-\d\d-\d\d\./).waitFor();
    const [issued = ''] = (await onDisk(workspace)).filter((file) => !before.includes(file));
    const text = await readFile(join(workspace, 'briefings', issued), 'utf8');
    const date = /^week-(\d{4}-\d\d-\d\d)\.briefing\.yaml$/.exec(issued)?.[1] ?? '';
    expect(new Date(date).getUTCDay()).toBe(1);
    expect(text).toBe(FILES['briefings/week-2023-11-20.briefing.yaml'].replace('2023-11-20', date));

    // The one that is open, from the menu; what takes its place is the next in the list.
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Delete');
    await page.keyboard.press('Enter');
    await page.getByText('“The week” is in the bin.').waitFor();
    expect(await onDisk(workspace)).toEqual(before);
    expect(await page.getByRole('textbox', { name: 'Title of the briefing' }).inputValue()).not.toBe('');
    await page.getByRole('button', { name: 'Undo', exact: true }).last().focus();
    await page.keyboard.press('Enter');
    await page.getByText(`Back as briefings/${issued}.`).waitFor();
    expect(await readFile(join(workspace, 'briefings', issued), 'utf8')).toBe(text);
    expect(faults).toEqual([]);
  });

  it('that were deleted stay in the bin until it is emptied, which asks once more', async () => {
    const { page, slides, workspace } = await start({ files: FILES });
    await slides.locator('#stage .slide').waitFor();
    for (const name of ['الميناء', 'briefings/bad.briefing.yaml']) {
      await page.keyboard.press('Control+o');
      await page.getByRole('button', { name: `More for ${name}` }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    }
    await page.keyboard.press('Control+o');
    await page.getByText('Deleted (2)').click();
    await page.getByRole('button', { name: 'Bring back الميناء' }).click();
    await page.getByText('Back as briefings/port.briefing.yaml.').waitFor();
    expect(await onDisk(workspace)).toContain('port.briefing.yaml');
    await page.keyboard.press('Control+o');
    await page.getByText('Deleted (1)').click();
    await page.getByRole('button', { name: 'Empty the bin' }).click();
    await page.getByRole('button', { name: 'Delete 1 file for good' }).click();
    await expect.poll(() => page.locator('.bin').count()).toBe(0);
    expect(await onDisk(workspace)).not.toContain('bad.briefing.yaml');
  });

  it('leave an empty window that says what to do when the last is deleted', async () => {
    const { page, slides } = await start({
      files: { 'content/quay.md': FILES['content/quay.md'], 'briefings/one.briefing.yaml': briefing('One') },
    });
    await slides.locator('#stage .slide').waitFor();
    await page.keyboard.press('Control+o');
    await page.getByRole('button', { name: 'More for One' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('“One” is in the bin.').waitFor();
    await expect.poll(() => slides.locator('#stage .slide').count()).toBe(0);
    expect(await findings(page)).toEqual([]);
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 360],
  ] as const)('have no faults in the list: %s, %i px wide', async (colorScheme, width) => {
    const { page, slides } = await start({ files: FILES, colorScheme, viewport: { width, height: 800 } });
    await (width > 600 ? slides.locator('#stage .slide') : page.getByRole('textbox', { name: 'Title of the briefing' })).waitFor();
    await page.keyboard.press('Control+o');
    await rows(page).first().waitFor();
    expect(await findings(page)).toEqual([]);
    // Every row's button is inside the dialog, however long its title is.
    const { x, width: dialogWidth } = (await page.getByRole('dialog').boundingBox()) ?? { x: 0, width: 0 };
    for (const button of await page.getByRole('button', { name: /^More for / }).all()) {
      const box = await button.boundingBox();
      expect(box && box.x + box.width).toBeLessThanOrEqual(x + dialogWidth);
      expect(box && box.x).toBeGreaterThan(x);
    }
    const pictures = process.env['LECTERN_PICTURES'];
    if (pictures) await page.screenshot({ path: join(pictures, `shelf-${colorScheme}-${width}.png`) });
    await page.getByRole('button', { name: /^More for A title/ }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });
});
