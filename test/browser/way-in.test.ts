import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { appRunner, findings } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';

const codeIn = async (file: string): Promise<string> => /value="([\w-]{32})"/.exec(await readFile(file, 'utf8'))?.[1] ?? '';

describe.skipIf(lacks('Chromium', CHROMIUM, 'the way into the app'))('the way into the app', () => {
  const start = appRunner();

  it('leaves no code in the address, the history or a cookie, and no second page needs one', async () => {
    const app = await start({ files: { 'content/.keep': '' } });
    const { page, host } = app;
    await page.getByText('No articles yet').waitFor();
    expect(page.url()).toBe(`${host.origin}/`);
    expect(await page.context().cookies()).toEqual([]);
    const key = await page.evaluate(() => localStorage.getItem('lectern.key'));
    await page.goBack().catch(() => undefined);
    for (const address of [page.url(), await page.evaluate(() => document.referrer)]) expect(address).not.toMatch(/[\w-]{32}/);
    const second = await page.context().newPage();
    await second.goto(host.origin);
    await second.getByText('No articles yet').waitFor();
    expect(await second.evaluate(() => localStorage.getItem('lectern.key'))).toBe(key);
    expect(app.faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('asks another browser for the code, which works once (%s)', async (colorScheme) => {
    const app = await start({ files: { 'content/.keep': '' }, colorScheme });
    await app.page.getByText('No articles yet').waitFor();
    const other = await app.page.context().browser()?.newContext({ colorScheme });
    const page = await other?.newPage();
    if (!page) throw new Error('no browser');
    await page.goto(app.host.origin);
    await page.getByText('has not been let in yet').waitFor();
    expect(await findings(page)).toEqual([]);
    const code = await codeIn(app.host.entry);
    await page.getByLabel('Code').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Code').fill(` ${code} `);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByText('No articles yet').waitFor();
    expect(page.url()).toBe(`${app.host.origin}/`);
    expect(await codeIn(app.host.entry)).not.toBe(code);
    await other?.close();
  });
});
