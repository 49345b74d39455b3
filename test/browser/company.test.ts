import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { readZip } from '../../src/core/base/ooxml/zip.ts';
import { appRunner, findings, saved, type RunningApp } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { logo, powerPointTemplate } from '../support/corporate/powerpoint.ts';
import { article } from '../support/service.ts';
import { validate } from '../support/validator.ts';

const FILE = 'briefings/one.briefing.yaml';
const FILES = {
  'content/port.md': article('A port', { 'Grain waits on the quay {#grain}': 'Ships queue.\n\n- Forty ships.\n- No pilots.' }),
  [FILE]: 'title: One\ntemplate: policy-brief\nitems:\n  - topic: port/grain\n',
};
const COMPANY = 'templates/hafenministerium-2024';

/** No layout for section dividers, a logo in the title, a font that is nowhere, a name from right to left and a long one. */
const HOUSE = powerPointTemplate({
  layouts: ['title', 'obj', 'twoObj', 'titleOnly', 'picTx'],
  names: {
    title: 'شريحة عنوان',
    obj: '标题和内容',
    twoObj: `Zwei Inhalte ${'nebeneinander und untereinander '.repeat(5)}`.trim(),
    titleOnly: 'Nur Titel',
    picTx: 'Bild',
  },
  fonts: { heading: 'Ministry Sans', body: 'Calibri' },
  art: (page) => logo({ x: page.width - 150, y: 50, width: 110, height: 46 }),
});

vi.setConfig({ testTimeout: 120_000 });

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Chooses a file in the dialog that the browser opens. */
async function choose(page: Page, press: Locator, { name, bytes }: Given): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press.click()]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

async function drop(page: Page, ...files: readonly Given[]): Promise<void> {
  await page.evaluate(
    (given) => {
      const data = new DataTransfer();
      for (const { name, bytes } of given) data.items.add(new File([Uint8Array.from(bytes)], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  );
}

const rowOf = (page: Page, layout: string): Locator => page.locator(`[data-layout="${layout}"]`);

const manifest = ({ workspace }: RunningApp): Promise<string> => readFile(join(workspace, COMPANY, 'template.yaml'), 'utf8');

/** Where a layout of ours stands, as the template's file says. */
async function standsOn(app: RunningApp, layout: string): Promise<string> {
  return new RegExp(`^ {4}${layout}:\\s+layout: (\\S+)`, 'm').exec(await manifest(app))?.[1] ?? '';
}

async function templatesOf({ workspace }: RunningApp): Promise<string[]> {
  return readdir(join(workspace, 'templates')).catch(() => []);
}

/** Presses a key until what is in focus is what is wanted. */
async function goTo(page: Page, wanted: Locator, key = 'Tab', most = 60): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`not reached: ${String(wanted)}`);
}

const OLD = Uint8Array.from([
  ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ...new Array<number>(600).fill(0),
  ...Array.from('PowerPoint Document', (c) => [c.charCodeAt(0), 0]).flat(),
]);

describe.skipIf(lacks('Chromium', CHROMIUM, 'company'))('an organisation’s template in the app', () => {
  const start = appRunner();

  it('is added, looked at, mapped by hand with the keyboard, used and exported', async () => {
    const app = await start({ files: FILES });
    const { page, slides, workspace } = app;
    await slides.locator('#stage .slide').waitFor();
    await page.keyboard.press('Control+k');
    await choose(page, page.getByRole('button', { name: 'Add your organisation’s template' }), {
      name: 'Hafenministerium_2024.potx',
      bytes: HOUSE,
    });

    // the doctor opens by itself, and names what was seeded
    const dialog = page.getByRole('dialog', { name: 'How “\u2068Hafenministerium 2024\u2069” fits' });
    await dialog.locator('.doctor-layout').nth(15).waitFor();
    expect(await dialog.locator('.doctor-summary').textContent()).toBe(
      '30 of 32 kinds of slide found their layout in your file; 2 use a stand-in; 1 font cannot be measured exactly here.',
    );
    expect(await dialog.locator('.finding h4 > span:first-of-type').allTextContents()).toEqual([
      'Kinds of slide without a layout of their own',
      'Boxes that run into something',
      'Fonts that are not on this machine',
    ]);
    const findingsShown = await dialog.locator('.findings').textContent();
    for (const words of ['Section divider', 'شريحة عنوان', 'Logo', 'Ministry Sans', 'Arial', 'company/layout-missing'])
      expect(findingsShown).toContain(words);
    expect(await dialog.locator('.doctor-fonts').innerText()).toMatch(/Ministry Sans\s+Arimo, with room to spare\s+Arial/);

    // pictures are images and have been drawn
    const pictures = dialog.locator('.layout-picture img');
    expect(await pictures.count()).toBe(32);
    await eventually(() => pictures.evaluateAll((all) => all.filter((img) => (img as HTMLImageElement).naturalWidth > 0).length)).toBe(32);
    expect(await pictures.first().getAttribute('src')).toMatch(/^data:image\/svg\+xml,/);

    // the one that stands in, on another layout: keyboard alone
    const divider = rowOf(page, 'divider');
    expect(await divider.locator('.state').textContent()).toBe('Stand-in');
    await goTo(page, dialog.getByRole('button', { name: 'Show it: Section divider' }));
    await page.keyboard.press('Enter');
    await goTo(page, divider.locator('select').first());
    await page.keyboard.type('Nur');
    await goTo(page, divider.getByRole('button', { name: 'Move it' }));
    await page.keyboard.press('Enter');
    await eventually(() => divider.getByRole('status').textContent()).toMatch(
      /^Stands on “\u2068Nur Titel\u2069” now\. Summary stands in a text box of Lectern’s now\.$/,
    );
    expect(await divider.locator('.state').textContent()).toBe('By hand');
    expect(
      await divider
        .locator('select')
        .first()
        .evaluate((element) => element === document.activeElement),
    ).toBe(true);
    expect(await standsOn(app, 'divider')).toBe('slideLayout4.xml');
    expect(await dialog.locator('.doctor-summary').textContent()).toMatch(/^31 of 32 kinds of slide found their layout/);

    // two parts change boxes; the picture leads to the choice
    const points = rowOf(page, 'points');
    await points.locator('.region').filter({ hasText: 'Content' }).click();
    const content = points.getByLabel('Box for Content');
    await eventually(() => content.evaluate((element) => element === document.activeElement)).toBe(true);
    const other = await points.getByLabel('Box for Summary').inputValue();
    const before = await content.inputValue();
    await content.selectOption(other);
    expect(await points.getByLabel('Box for Summary').inputValue()).toBe(before);
    await points.getByRole('button', { name: 'Move it' }).click();
    await eventually(() => points.getByRole('status').textContent()).toContain('Summary fills “\u2068Inhaltsplatzhalter 3\u2069” now.');
    expect(await manifest(app)).toMatch(/^ {4}points:[^]*?lead: 2[^]*?body: 1/m);

    // with what changed and what goes where in sight
    expect(await findings(page)).toEqual([]);

    // used
    await page.getByRole('button', { name: 'Use this template' }).click();
    await saved(page);
    expect(await readFile(join(workspace, FILE), 'utf8')).toContain('template: hafenministerium-2024');
    await slides.locator('#stage .slide').waitFor();
    await page.keyboard.press('Control+k');
    await eventually(() => page.locator('.template-card.chosen .template-name').textContent()).toContain('Hafenministerium 2024');
    await page.getByRole('button', { name: 'See how it fits' }).waitFor();
    expect(await page.getByRole('dialog').getByLabel('Look').count()).toBe(0);
    await page.keyboard.press('Escape');

    // exported: the organisation's file with our slides on its layouts
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
    await page.locator('.files li').nth(1).waitFor({ timeout: 60_000 });
    const bytes = await readFile(join(workspace, 'output/one.pptx'));
    expect(await validate(bytes)).toEqual([]);
    const deck = readZip(bytes);
    const company = readZip(HOUSE);
    const kept = [...company.keys()].filter((part) => /^ppt\/(?:slideMasters|slideLayouts|theme|media)\/[^/]+$/.test(part));
    expect(kept.length).toBeGreaterThan(7);
    expect(deck.has('ppt/media/sample.png')).toBe(false);
    // What only a sample slide showed goes with it.
    for (const part of kept.filter((name) => !name.endsWith('/sample.png')))
      expect(Buffer.from(deck.get(part) ?? []).equals(company.get(part) ?? Buffer.of(1)), part).toBe(true);
    expect(
      [...deck].some(([part, bytes]) => /^ppt\/slides\/slide\d+\.xml$/.test(part) && /Forty ships/.test(new TextDecoder().decode(bytes))),
    ).toBe(true);
    expect(await readFile(join(workspace, 'output/one.html'), 'utf8')).toContain('Forty ships');
    expect(app.faults).toEqual([]);
  });

  it('that cannot be used is refused where it was chosen: what it is, what to do, nothing written; in the dark', async () => {
    const app = await start({ files: FILES, colorScheme: 'dark' });
    const { page, slides } = app;
    await slides.locator('#stage .slide').waitFor();
    await drop(page, { name: 'Vorlage.ppt', bytes: OLD });
    const dialog = page.getByRole('dialog', { name: 'Add your organisation’s template' });
    await dialog.getByRole('alert').waitFor();
    const words = await dialog.innerText();
    for (const part of ['Vorlage.ppt', 'Nothing was added', 'old format', 'What to do:', 'company/old-format'])
      expect(words).toContain(part);
    expect(await templatesOf(app)).toEqual([]);
    expect(await findings(page)).toEqual([]);

    // too large to be sent, said without being sent; of two the last counts
    await drop(page, { name: 'Vorlage.ppt', bytes: OLD });
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(33 * 1024 * 1024)], 'Gross.potx'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await dialog.getByText('company/too-large').waitFor();
    expect(await templatesOf(app)).toEqual([]);

    // the right file next; a second time its name is taken
    await choose(page, dialog.getByRole('button', { name: 'Choose another file' }), { name: 'Hafenministerium 2024.potx', bytes: HOUSE });
    await page.locator('.doctor-layout').first().waitFor();
    await drop(page, { name: 'Hafenministerium 2024.potx', bytes: HOUSE });
    await dialog.getByText('There is a template called').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await dialog.getByLabel('Name of the new template').inputValue()).toBe('Hafenministerium 2024 2');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'How “\u2068Hafenministerium 2024 2\u2069” fits' }).locator('.doctor-layout').first().waitFor();
    await rowOf(page, 'points').locator('summary').click();
    expect(await findings(page)).toEqual([]);
    expect(await templatesOf(app)).toEqual(['hafenministerium-2024', 'hafenministerium-2024-2']);
    await drop(page, { name: 'Hafenministerium 2024.potx', bytes: powerPointTemplate() });
    await dialog.getByRole('button', { name: 'Replace the one you have' }).click();
    await page.getByText('Nothing: everything fits.').waitFor();
    expect(await templatesOf(app)).toEqual(['hafenministerium-2024', 'hafenministerium-2024-2']);

    // without the mouse out of it again, and in a narrow window
    await page.setViewportSize({ width: 420, height: 760 });
    expect(await page.evaluate(() => document.querySelector('.dialog-body')?.scrollWidth)).toBeLessThanOrEqual(396);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await eventually(() => page.getByRole('dialog').count()).toBe(0);
    expect(app.faults).toEqual([]);
  });
});
