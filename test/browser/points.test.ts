import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBriefing } from '../../src/core/briefing/index.ts';
import { unwrap } from '../../src/core/base/errors.ts';
import { appRunner, findings, type RunningApp } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { article } from '../support/service.ts';

const FILE = 'briefings/week.briefing.yaml';
const FILES = {
  'content/quay.md': article('The quay', {
    'The quay is full {#full}': 'Ships wait.\n\n- For two days.\n  - Some for three.\n- السفن تنتظر.\n- The board meets in May.',
  }),
  [FILE]: 'title: The week\ntemplate: policy-brief\nitems:\n  - topic: quay/full\n',
};

/** What the briefing's file says otherwise than the article. */
async function overrides({ workspace }: RunningApp) {
  const item = unwrap(parseBriefing(await readFile(join(workspace, FILE), 'utf8'), { file: FILE })).items[0];
  return item?.kind === 'topic' ? item.overrides : null;
}

describe.skipIf(lacks('Chromium', CHROMIUM, 'points'))('points in the wording of a topic', () => {
  const start = appRunner();

  it('are added, left out and brought back by keyboard alone, on the slide at once', async () => {
    const app = await start({ files: FILES });
    const { page, slides, faults } = app;
    const slide = slides.locator('#stage .slide');
    await slide.waitFor();
    await page.getByRole('tab', { name: 'Wording' }).click();
    await page.getByRole('textbox', { name: 'Point 1' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('A night shift helps.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('第二点');
    await expect.poll(async () => (await overrides(app))?.added?.map(({ text }) => text)).toEqual(['A night shift helps.', '第二点']);
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Added point 2' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await slides.getByText('A night shift helps.').first().waitFor();

    // Emptied and left, it goes.
    await page.getByRole('textbox', { name: 'Added point 2' }).fill('');
    await page.getByRole('textbox', { name: 'Point 3' }).focus();
    await expect.poll(async () => (await overrides(app))?.added?.length).toBe(1);

    // Backspace in an empty line leaves the point out, and the way back has the focus.
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Backspace');
    await page.getByText('Left out of this briefing').waitFor();
    await expect.poll(async () => (await overrides(app))?.removed?.map(({ at }) => at)).toEqual(['points/1/2']);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Bring back');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await overrides(app))?.removed).toBeUndefined();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-line'))).toBe('points/1/2');
    expect(await page.getByRole('textbox', { name: 'Point 3' }).inputValue()).toBe('السفن تنتظر.');

    // Undone one by one.
    for (let n = 0; n < 12 && (await overrides(app)) !== null; n += 1) {
      await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
      await page.getByText('Saved', { exact: true }).waitFor();
    }
    expect(await overrides(app)).toBeNull();
    expect(faults).toEqual([]);
  });

  it('go with all below them, by the mouse and on the slide, too', async () => {
    const app = await start({ files: FILES });
    const { page, slides } = app;
    await slides.locator('#stage .slide').waitFor();
    await page.getByRole('tab', { name: 'Wording' }).click();
    await page.getByRole('button', { name: 'Leave out point 1', exact: true }).click();
    await expect.poll(() => page.locator('.line-field.removed').count()).toBe(2);
    await expect.poll(() => page.getByRole('button', { name: /^Bring back/ }).count()).toBe(1);
    const pictures = process.env['LECTERN_PICTURES'];
    await page.getByRole('button', { name: 'Add a point below point 4' }).click();
    if (pictures) await page.screenshot({ path: join(pictures, 'points.png') });
    await page.keyboard.press('Escape');

    await slides.locator('#strip button').nth(1).click();
    await slides.locator('#stage .slide .l').filter({ hasText: 'The board meets in May.' }).first().click();
    await page.getByRole('button', { name: 'Leave out', exact: true }).click();
    await page.getByText('Left out of this briefing. The article stays as it is.').waitFor();
    await expect.poll(async () => (await overrides(app))?.removed?.map(({ at }) => at)).toEqual(['points/1/1', 'points/1/3']);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(async () => (await overrides(app))?.removed?.length).toBe(1);
    expect(await readFile(join(app.workspace, 'content/quay.md'), 'utf8')).toBe(FILES['content/quay.md']);
  });
});
