import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { appRunner, findings, saved, type RunningApp } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { article } from '../support/service.ts';

const FILE = 'briefings/one.briefing.yaml';
const FILES = {
  'content/a.md': article('An article', { 'First {#first}': 'Sum.\n\n- Point.' }),
  [FILE]: 'title: One\ntemplate: policy-brief\nitems:\n  - topic: a/first\n',
};

const onDisk = ({ workspace }: RunningApp): Promise<string> => readFile(join(workspace, FILE), 'utf8');
const bar = (page: Page) => page.getByRole('status').filter({ hasText: 'Lectern does not answer' });
const field = (page: Page) => page.getByLabel('Title of the briefing');
const keptNames = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('lectern.kept')));

describe.skipIf(lacks('Chromium', CHROMIUM, 'the app without its host'))('the page of a host that has gone', () => {
  const start = appRunner();

  it.each(['light', 'dark'] as const)('says so, keeps what is typed, and saves it when the host is back (%s)', async (colorScheme) => {
    const app = await start({ files: FILES, colorScheme });
    const { page, slides } = app;
    await slides.locator('#stage .slide').waitFor();
    await app.end();
    // Without anybody having asked for anything.
    await bar(page).waitFor();
    expect(await bar(page).textContent()).toContain('All that you see is saved');
    expect(await page.locator('.save-state').textContent()).toBe('Saved');

    await field(page).fill('Typed into the void');
    await page.getByText('is not saved yet').waitFor();
    expect(await page.locator('.save-state').textContent()).toBe('Not saved');
    expect(await bar(page).textContent()).not.toContain('All that you see is saved');
    expect(await keptNames(page)).toHaveLength(1);
    expect(await findings(page)).toEqual([]);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await onDisk(app)).toContain('title: One\n');

    await app.begin();
    await saved(page);
    await bar(page).waitFor({ state: 'detached' });
    expect(await onDisk(app)).toContain('title: Typed into the void\n');
    expect(await field(page).inputValue()).toBe('Typed into the void');
    expect(await keptNames(page)).toEqual([]);
    await field(page).fill('And on');
    await saved(page);
    expect(await onDisk(app)).toContain('title: And on\n');
  });

  it('may be closed: the next page has its words, without a code', async () => {
    const app = await start({ files: FILES });
    const { page, slides } = app;
    await slides.locator('#stage .slide').waitFor();
    await app.end();
    await field(page).fill('Typed into the void');
    await page.getByText('is not saved yet').waitFor();
    await page.close();
    await app.begin();
    const next = await page.context().newPage();
    await next.goto(app.host.origin);
    await expect
      .poll(() =>
        field(next)
          .inputValue()
          .catch(() => ''),
      )
      .toBe('Typed into the void');
    await saved(next);
    expect(await onDisk(app)).toContain('title: Typed into the void\n');
  });

  it('keeps its words while it is open, whoever opens the same file', async () => {
    const app = await start({ files: FILES });
    const { page, slides } = app;
    await slides.locator('#stage .slide').waitFor();
    // For this page alone nobody answers.
    await page.route('**/api/**', (route) => route.abort());
    await field(page).fill('Typed into the void');
    await page.getByText('is not saved yet').waitFor();
    const kept = await keptNames(page);
    const next = await page.context().newPage();
    await next.goto(app.host.origin);
    await expect.poll(() => field(next).inputValue()).toBe('One');
    expect(await keptNames(next)).toEqual(kept);
    await page.close();
    await next.reload();
    await expect.poll(() => field(next).inputValue()).toBe('Typed into the void');
    await saved(next);
  });
});

describe.skipIf(lacks('Chromium', CHROMIUM, 'a reload in the middle of a save'))('a page that is loaded anew', () => {
  const start = appRunner();

  it('in the middle of a save has all words, and no conflict', async () => {
    const app = await start({ files: FILES });
    const { page, slides } = app;
    await slides.locator('#stage .slide').waitFor();
    for (let n = 0; n < 8; n += 1) {
      await field(page).fill(`Sent ${n}`);
      // Around the moment when the keyboard has rested long enough for a save.
      await page.waitForTimeout(330 + n * 6);
      await field(page).fill(`Typed ${n}`);
      await page.reload();
      await expect
        .poll(() =>
          field(page)
            .inputValue()
            .catch(() => ''),
        )
        .toBe(`Typed ${n}`);
      await saved(page);
      expect(await page.getByText('was changed on disk').count()).toBe(0);
      expect(await onDisk(app)).toContain(`title: Typed ${n}\n`);
    }
  });

  it('while the browser sends nothing for a page that has gone', async () => {
    const app = await start({ files: FILES });
    const { page, slides } = app;
    await slides.locator('#stage .slide').waitFor();
    await page.route('**/api/call', (route) =>
      route.request().postData()?.includes('.save"') === true ? route.abort() : route.continue(),
    );
    await field(page).fill('Never sent');
    await page.reload();
    await page.unroute('**/api/call');
    await expect
      .poll(() =>
        field(page)
          .inputValue()
          .catch(() => ''),
      )
      .toBe('Never sent');
    await expect.poll(() => onDisk(app)).toContain('title: Never sent\n');
  });
});
