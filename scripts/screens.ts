/**
 * A picture of every screen of the app, under docs/screens: `node scripts/run.mjs scripts/screens.ts`.
 * The app itself on its loopback address, with the sample workspace of a first start. Needs Chromium.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchWeb } from '../src/hosts/web/launch.ts';
import { resourcesBelow } from '../src/workspace/resources.ts';
import { launchChromium } from '../test/support/chromium.ts';
import { withWords } from '../test/support/edited-deck.ts';
import { MERGE_ARTICLE, MERGE_BRIEFING, MERGE_FILES, OUR_ARTICLE, THEIR_WORDS } from '../test/support/merge-workspace.ts';
import { logo, powerPointTemplate, rectangle, scheme } from '../test/support/corporate/powerpoint.ts';

const root = process.cwd();
const OUT = join(root, 'docs', 'screens');

/** A briefing whose deck was handed out and edited, while its article changed. */
async function editedWorkspace(host: Awaited<ReturnType<typeof launchWeb>>, folder: string): Promise<void> {
  for (const [path, content] of Object.entries(MERGE_FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const { status } = spawnSync('node', [
    'bin/lectern.mjs',
    'build',
    join(folder, MERGE_BRIEFING),
    '--out',
    join(folder, 'output'),
    '--format',
    'pptx',
  ]);
  if (status !== 0) throw new Error('no deck to edit');
  const deck = join(folder, 'output', 'kai.pptx');
  await writeFile(deck, withWords(await readFile(deck), THEIR_WORDS));
  await writeFile(join(folder, MERGE_ARTICLE), OUR_ARTICLE);
  await host.call('workspace.open', { path: folder });
}

const fromMenu =
  (name: RegExp, ready: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name }).click();
    await page.locator(ready).first().waitFor();
  };

const merging = async (page: Page): Promise<void> => {
  await dialog('Control+Shift+E')(page);
  await keys('Enter')(page);
  await page.locator('.conflict-list').waitFor();
};

interface Screen {
  readonly name: string;
  /** From the briefing screen to this one. */
  readonly show: (page: Page) => Promise<void>;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  /** Milliseconds until it has drawn itself: the gallery lays out a deck for each template. */
  readonly settles?: number;
}

const keys =
  (...presses: string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of presses) await page.keyboard.press(key);
  };

const dialog =
  (...presses: string[]) =>
  async (page: Page): Promise<void> => {
    await keys(...presses)(page);
    await page.getByRole('dialog').waitFor();
  };

const search = async (page: Page): Promise<void> => {
  await page.getByRole('searchbox').fill('armenia tr');
  await page.waitForTimeout(400);
};

const wording = async (page: Page): Promise<void> => {
  await keys('Control+2', 'ArrowDown', 'e')(page);
  await page.locator('[data-wording] textarea').first().waitFor();
};

const article = async (page: Page): Promise<void> => {
  await page.locator('.tree-row.topic').nth(1).hover();
  await page.locator('.tree').focus();
  await keys('e')(page);
  await page.locator('.article-text').waitFor();
};

/** An article of an agency that never was: the samples' own would be taken for its newer version. */
const ARTICLE = `Grain waits on the quay

By Ana Ruiz

12 March 2024

Forty ships are waiting outside the port of Dorn, the harbour office said on 11 March 2024. The queue has doubled since February, and unconfirmed reports speak of up to 60 ships by Easter.

“We have never seen so many ships at once,” said Marta Oliveira, the harbour master. She reportedly asked the ministry for two more pilots.

Farmers may have to store the grain until summer. Prices could fall by 12 percent, according to the farmers' union.

The ministry has promised an answer by 20 March 2024. It did not say who would pay for the pilots.

Ana Ruiz is a correspondent in Dorn.
`;

const review = async (page: Page): Promise<void> => {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'grain.txt'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, ARTICLE);
  await page.locator('.structure-list').waitFor();
};

/** A ministry's template with a few faults: a kind of layout missing, a logo in the title, a font that is nowhere. */
const COMPANY = powerPointTemplate({
  layouts: ['title', 'obj', 'twoObj', 'titleOnly', 'blank', 'picTx'],
  fonts: { heading: 'Ministry Sans', body: 'Calibri' },
  art: (page) =>
    logo({ x: page.width - 150, y: 50, width: 110, height: 46 }) +
    rectangle(31, 'Balken', { x: 0, y: page.height - 8, width: page.width, height: 8 }, scheme('accent1')),
});

const doctor =
  (file: string) =>
  async (page: Page): Promise<void> => {
    await page.evaluate(
      ({ bytes, name }) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(bytes)], name));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      { bytes: [...COMPANY], name: file },
    );
    await page.locator('.doctor-layout').first().waitFor();
  };

/** Down to what is wrong in the pictures, with one kind of slide open. */
const doctorLayouts =
  (file: string) =>
  async (page: Page): Promise<void> => {
    await doctor(file)(page);
    const row = page.locator('[data-layout="points"]');
    await row.locator('summary').click();
    await row.scrollIntoViewIfNeeded();
    await row.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  };

/** Of the edited deck. */
const EDITED: readonly Screen[] = [
  { name: 'merge', show: merging, settles: 3000 },
  { name: 'compare', show: fromMenu(/^What changed/, '.compared') },
  { name: 'compare-dark', show: fromMenu(/^What changed/, '.compared'), dark: true, viewport: { width: 640, height: 860 } },
  { name: 'adopt', show: fromMenu(/^Take over/, '.offers') },
];

const SCREENS: readonly Screen[] = [
  { name: 'briefing', show: keys() },
  { name: 'briefing-dark', show: keys(), dark: true },
  { name: 'search', show: search },
  { name: 'wording', show: wording },
  { name: 'article', show: article, settles: 3000 },
  { name: 'article-dark', show: article, settles: 3000, dark: true },
  { name: 'own-slide', show: dialog('Control+Shift+M') },
  { name: 'templates', show: dialog('Control+k'), viewport: { width: 1280, height: 860 }, settles: 12_000 },
  { name: 'company', show: doctor('Hafenministerium.potx'), settles: 5000 },
  { name: 'company-dark', show: doctorLayouts('Hafenministerium 2.potx'), settles: 3000, dark: true },
  { name: 'company-narrow', show: doctorLayouts('Hafenministerium 3.potx'), settles: 3000, viewport: { width: 640, height: 860 } },
  { name: 'add-article', show: keys('Control+Shift+A') },
  { name: 'review', show: review, settles: 4000 },
  { name: 'review-dark', show: review, settles: 4000, dark: true },
  { name: 'export', show: dialog('Control+e') },
  { name: 'keys', show: dialog('?'), dark: true },
  { name: 'narrow', show: keys(), viewport: { width: 640, height: 860 } },
];

async function picture(browser: Browser, url: string, screen: Screen): Promise<void> {
  const page = await browser.newPage({
    viewport: screen.viewport ?? { width: 1440, height: 900 },
    colorScheme: screen.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(url);
  await page.locator('.pane').first().waitFor();
  await page.locator('.tree-row, .order-row').first().waitFor();
  await page.locator('.slide-frame').first().contentFrame().locator('#stage .slide').waitFor();
  await page.waitForTimeout(1500);
  await screen.show(page);
  await page.waitForTimeout(screen.settles ?? 800);
  await page.screenshot({ path: join(OUT, `${screen.name}.png`) });
  await page.close();
  process.stdout.write(`${screen.name}.png\n`);
}

const wanted = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'lectern-screens-'));
const env = { ...process.env, LECTERN_HOME: join(folder, 'home'), LECTERN_DOCUMENTS: join(folder, 'documents') };
const host = await launchWeb({ version: '1.0.0', resources: resourcesBelow(root), port: 0, env });
const browser = await launchChromium();
await mkdir(OUT, { recursive: true });
try {
  const isWanted = ({ name }: Screen): boolean => wanted.length === 0 || wanted.includes(name);
  for (const screen of SCREENS.filter(isWanted)) await picture(browser, pathToFileURL(host.entry).href, screen);
  const edited = EDITED.filter(isWanted);
  if (edited.length > 0) await editedWorkspace(host, join(folder, 'w'));
  for (const screen of edited) await picture(browser, pathToFileURL(host.entry).href, screen);
} finally {
  await browser.close();
  await host.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
