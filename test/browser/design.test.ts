import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appRunner, findings } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';

describe.skipIf(lacks('Chromium', CHROMIUM, 'a template’s colours and fonts'))('a template’s colours and fonts', () => {
  const start = appRunner();

  it('are changed in a copy of a built-in one by keyboard alone, seen at once, mended and taken back', async () => {
    const { page, slides, workspace, faults } = await start();
    await slides.locator('#stage .slide').waitFor();
    await page.keyboard.press('Control+k');
    const open = page.getByRole('button', { name: 'Colours and fonts, in a copy …' });
    await open.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Colours and fonts of/ });
    const hex = dialog.getByRole('textbox', { name: 'Quiet text on light pages, Light, as #RRGGBB' });
    await hex.waitFor();
    const file = join(workspace, 'templates', 'policy-brief-ours', 'theme.yaml');
    const theme = (): Promise<string> => readFile(file, 'utf8');
    const before = await theme();

    await hex.fill('#B0B8C0');
    await expect.poll(theme).toBe(before.replace("dark2: '#505C6B' # muted text", "dark2: '#B0B8C0' # muted text"));
    const mend = dialog.getByRole('button', { name: /^Make “Quiet text on light pages” readable: #/ }).first();
    await mend.waitFor();
    await mend.focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('All words can be read on the colours behind them, in both looks.').waitFor();

    await dialog.getByRole('combobox', { name: 'Font of headings' }).selectOption('Cambria');
    await expect.poll(theme).toContain('heading: { latin: Cambria,');
    expect(await findings(page)).toEqual([]);

    const undo = dialog.getByRole('button', { name: 'Undo' });
    for (const left of [2, 1, 0]) {
      await undo.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => undo.isDisabled()).toBe(left === 0);
    }
    await expect.poll(theme).toBe(before);
    expect(faults).toEqual([]);
  });
});
