import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { appRunner, findings, type RunningApp } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { article } from '../support/service.ts';

const FILE = 'content/quay.md';
const TEXT = article('The quay', {
  'The quay is full {#full}': 'Ships wait. [¶1]\n\n- For two days. [¶1]',
  'The bridge is closed {#bridge}': 'Lorries turn.\n\n- At the gate.',
});
const FILES = {
  [FILE]: TEXT,
  'content/quay.source.txt': 'Ships wait at the quay for two days.\n\nThe bridge is closed.\n',
  'briefings/one.briefing.yaml': 'title: One\ntemplate: policy-brief\nitems:\n  - topic: quay/full\n',
};

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the article' });
const saving = (page: Page) => page.locator('.article-saving');
const onDisk = ({ workspace }: RunningApp, file = FILE): Promise<string> => readFile(join(workspace, file), 'utf8');
const slide = (page: Page, words: string) =>
  page.locator('.article-slides .slide-frame').contentFrame().locator('#stage .slide').filter({ hasText: words });

/** The text of the article, from the library, by the key of its line. */
async function edit({ page, slides }: RunningApp, topic: string): Promise<void> {
  await slides.locator('#stage .slide').waitFor();
  const row = page.locator('.tree-row.topic').filter({ hasText: topic });
  await row.hover();
  await page.locator('.tree').focus();
  await page.keyboard.press('e');
  await text(page).waitFor();
}

describe.skipIf(lacks('Chromium', CHROMIUM, 'articles'))('an article', () => {
  const start = appRunner();

  it('is changed for good where its topic stands, and its slides with it', async () => {
    const app = await start({ files: FILES });
    const { page } = app;
    await edit(app, 'The bridge is closed');
    await slide(page, 'The bridge is closed').first().waitFor();
    // The caret stands behind the topic's heading.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.type(' All day long.');
    await slide(page, 'All day long.').first().waitFor();
    await expect.poll(() => saving(page).textContent()).toBe('Saved');
    expect(await onDisk(app)).toBe(TEXT.replace('Lorries turn.', 'Lorries turn. All day long.'));
    // A reference from the source, by its number; then its undo.
    await page.getByRole('tab', { name: 'Source' }).click();
    await page.getByRole('button', { name: 'Put a reference to paragraph 2 into the text' }).click();
    await expect.poll(() => text(page).inputValue()).toContain('All day long. [¶2]');
    await page.keyboard.press('Control+z');
    await expect.poll(() => text(page).inputValue()).not.toContain('[¶2]');
    await page.getByRole('button', { name: 'Back to the briefing' }).click();
    await app.slides.locator('#stage .slide').waitFor();
    expect(app.faults).toEqual([]);
  });

  it('is written from nothing by keyboard alone, and its topic chosen', async () => {
    const app = await start({ files: FILES });
    const { page } = app;
    await app.slides.locator('#stage .slide').waitFor();
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('New a');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Title').fill('Rail: a "plan"');
    await page.keyboard.press('Enter');
    await text(page).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Trains run.\n');
    await page.getByRole('button', { name: 'Insert' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Point');
    await page.keyboard.press('Enter');
    await expect.poll(() => text(page).inputValue()).toContain('Trains run.\n\n- A point');
    await slide(page, 'A point').first().waitFor();
    await expect.poll(() => saving(page).textContent()).toBe('Saved');
    await page.keyboard.press('Control+1');
    const row = page.locator('.tree-row.topic').filter({ hasText: 'First topic' });
    await row.waitFor();
    expect(await onDisk(app, 'content/rail-a-plan.md')).toContain('title: "Rail: a \\"plan\\""');
    expect(app.faults).toEqual([]);
  });

  it('with errors stays as it was on disk; what is typed is there after a reload, and the error leads to its line', async () => {
    const app = await start({ files: FILES });
    const { page } = app;
    await edit(app, 'The quay is full');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n### Not allowed\n');
    await page.getByText('Not saved: it has errors').waitFor();
    expect(await onDisk(app)).toBe(TEXT);
    await page.reload();
    await edit(app, 'The quay is full');
    await page.getByText('This is what you typed last time.').or(page.getByText('Save it all the same')).first().waitFor();
    expect(await text(page).inputValue()).toContain('### Not allowed');
    await page.getByRole('button', { name: /^Line \d+$/ }).click();
    const at = await text(page).evaluate((field) => {
      const { value, selectionStart } = field as HTMLTextAreaElement;
      return value.slice(0, selectionStart).split('\n').at(-1);
    });
    expect(at).toBe('### Not allowed');
    await page.getByRole('button', { name: 'Save it all the same' }).click();
    await expect.poll(() => saving(page).textContent()).toBe('Saved');
    expect(await onDisk(app)).toContain('### Not allowed');
    // Broken now, it is no line of the library any more; its problem leads to its text.
    await page.getByRole('button', { name: 'Back to the briefing' }).click();
    await page.getByRole('button', { name: '1 article with errors' }).click();
    const problem = page.locator('.problems li').filter({ hasText: FILE });
    await problem.getByRole('button', { name: 'Go there' }).first().click();
    await text(page).waitFor();
    expect(app.faults).toEqual([]);
  });

  it('that somebody else changes is followed; where both changed it, both are kept', async () => {
    const app = await start({ files: FILES });
    const { page, workspace } = app;
    await edit(app, 'The quay is full');
    await writeFile(join(workspace, FILE), TEXT.replace('Ships wait.', 'Barges wait.'));
    await expect.poll(() => text(page).inputValue()).toContain('Barges wait.');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n- Mine.\n');
    await writeFile(join(workspace, FILE), TEXT.replace('Ships wait.', 'Theirs wait.'));
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => onDisk(app)).toContain('- Mine.');
    await page.getByRole('tab', { name: 'Before' }).click();
    await page
      .getByRole('button', { name: /^As it was until/ })
      .first()
      .click();
    await page.locator('.state-text').filter({ hasText: 'Theirs wait.' }).waitFor();
    await page.getByRole('button', { name: 'Bring this text back' }).click();
    await expect.poll(() => onDisk(app)).toContain('Theirs wait.');
    expect(app.faults).toEqual([]);
  });

  it('is copied, deleted, and brought back', async () => {
    const app = await start({ files: FILES });
    const { page, workspace } = app;
    await app.slides.locator('#stage .slide').waitFor();
    const row = page.locator('.tree-row.article').filter({ hasText: 'The quay' });
    await row.hover();
    await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
    await text(page).waitFor();
    await page.getByRole('button', { name: 'Back to the briefing' }).click();
    await expect.poll(() => row.count()).toBe(2);
    await row.first().hover();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText(/is in the bin/).waitFor();
    await expect.poll(() => row.count()).toBe(1);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(() => row.count()).toBe(2);
    expect((await readdir(join(workspace, 'content'))).sort()).toEqual(['quay-2.md', 'quay.md', 'quay.source.txt']);
    expect(app.faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has a screen without faults, wide and narrow: %s', async (colorScheme) => {
    const app = await start({ files: FILES, colorScheme });
    const { page } = app;
    await edit(app, 'The quay is full');
    await slide(page, 'The quay is full').first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Source' }).click();
    await page.keyboard.press('Control+End');
    await text(page).focus();
    await page.keyboard.type('\n### No\n');
    await page.getByText('Not saved: it has errors').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
