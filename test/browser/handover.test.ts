import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appRunner, findings } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { article } from '../support/service.ts';

const FILES = {
  'content/port.md': article('الميناء', { 'توقف الميناء {#quay}': 'بقي الميناء مغلقا.\n\n- انتظرت السفن.' }, 'mark: سري\nlanguage: ar\n'),
  'content/quay.md': article('The quay', { 'The quay is full {#full}': 'Ships wait.\n\n- For two days.' }, 'mark: PUBLIC\n'),
  'house.yaml': 'marks: [PUBLIC, سري]\n',
  'briefings/week.briefing.yaml': 'title: The week\ntemplate: policy-brief\nitems:\n  - topic: port/quay\n  - topic: quay/full\n',
};

const handedOver = async (workspace: string): Promise<string[]> => (await readdir(join(workspace, 'output')).catch(() => [])).sort();

describe.skipIf(lacks('Chromium', CHROMIUM, 'handover'))('handing over in the app', () => {
  const start = appRunner();

  it.each(['light', 'dark'] as const)('by keyboard alone, twice, with what was handed over before below: %s', async (colorScheme) => {
    const { page, slides, workspace, faults } = await start({ files: FILES, colorScheme });
    await slides.locator('#stage .slide').waitFor();
    const button = page.getByRole('button', { name: 'Hand over', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Nothing yet, from this workspace').waitFor();
    expect(await findings(page)).toEqual([]);

    // The field for whom has the focus; Enter in it begins.
    await page.keyboard.type('The minister’s office');
    await page.keyboard.press('Enter');
    await dialog.getByText(/\d files handed over/).waitFor({ timeout: 60_000 });
    await dialog.getByText('to The minister’s office').waitFor();
    expect(await findings(page)).toEqual([]);
    const [first = ''] = await handedOver(workspace);
    expect(first).toMatch(/^week\.handover-\d{4}-\d\d-\d\d$/);
    const files = await readdir(join(workspace, 'output', first));
    expect(files).toEqual(expect.arrayContaining(['SHA256SUMS', 'index.html', 'week.handout.pdf', 'week.pptx', 'week.audience.html']));
    expect((await readFile(join(workspace, 'output', first, 'index.html'), 'utf8')).match(/سري/g)).toHaveLength(3);

    // Again: a .zip without the presenter's copies.
    await dialog.getByRole('button', { name: 'Hand over again' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('checkbox', { name: /The presenter’s/ }).focus();
    await page.keyboard.press('Space');
    await dialog.getByRole('radio', { name: 'One folder' }).focus();
    await page.keyboard.press('ArrowDown');
    await dialog.getByRole('button', { name: 'Hand over', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog.locator('.handovers li').count(), { timeout: 60_000 }).toBe(2);
    expect(await handedOver(workspace)).toEqual([first, `${first} (2).zip`]);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('begins with nothing where no copy is left, and says why a deck cannot bear its mark', async () => {
    const { page, slides, put, workspace } = await start({ files: FILES });
    await slides.locator('#stage .slide').waitFor();
    await page.getByRole('button', { name: 'Hand over', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /The presenter’s/ }).uncheck();
    await dialog.getByRole('checkbox', { name: /The audience’s/ }).uncheck();
    expect(await dialog.getByRole('button', { name: 'Hand over', exact: true }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: /The presenter’s/ }).check();
    await put('house.yaml', 'marks: [PUBLIC]\n');
    await dialog.getByRole('button', { name: 'Hand over', exact: true }).click();
    await dialog.getByText(/order of handling marks does not have/).waitFor({ timeout: 60_000 });
    expect(await handedOver(workspace)).toEqual([]);
  });

  it('stands in the menu where the window is narrow', async () => {
    const { page, faults } = await start({ files: FILES, viewport: { width: 700, height: 900 } });
    await page.locator('.views').waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Hand over…' }).click();
    await page.getByRole('dialog').getByText('Handed over before').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
