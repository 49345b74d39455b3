import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AppOptions, RunningApp } from './app.ts';
import { withWords } from './edited-deck.ts';
import { MERGE_ARTICLE, MERGE_FILES, OUR_ARTICLE, THEIR_WORDS } from './merge-workspace.ts';

export interface Edited {
  readonly files: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly article: string;
}

export const GERMAN: Edited = { files: MERGE_FILES, words: THEIR_WORDS, article: OUR_ARTICLE };

export const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** What has the focus, in words. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

/** Presses Tab until something of this name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let turn = 0; turn < 30 && !(await focused(page)).startsWith(name); turn += 1) await press(page, 'Tab');
  expect(await focused(page)).toContain(name);
}

export const progress = (page: Page): Promise<string | null> => page.locator('.merge-progress').textContent();
/** The decks of the output folder, without the formats that a machine may not have. */
export const output = async ({ workspace }: RunningApp): Promise<string[]> =>
  (await readdir(join(workspace, 'output'))).filter((name) => name.endsWith('.pptx')).sort();
export const deckOf = ({ workspace }: RunningApp, name = 'kai.pptx'): string => join(workspace, 'output', name);

export async function exported(page: Page): Promise<void> {
  await press(page, 'Control+e');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Enter');
}

/** The app with a deck that was exported and edited, and an article that has changed since. */
export function withEdits(start: (options?: AppOptions) => Promise<RunningApp>) {
  return async (options: AppOptions = {}, { files, words, article }: Edited = GERMAN): Promise<RunningApp> => {
    const app = await start({ files, ...options });
    const { page } = app;
    await page.locator('.tree-row').first().waitFor();
    await page.locator('.slide-frame').first().contentFrame().locator('#stage .slide').waitFor({ state: 'attached' });
    await exported(page);
    await page.locator('.files li').nth(1).waitFor({ timeout: 60_000 });
    await press(page, 'Enter');
    await writeFile(deckOf(app), withWords(await readFile(deckOf(app)), words));
    await app.put(MERGE_ARTICLE, article);
    return app;
  };
}

const ARABIC = (words: string): string =>
  `---\ntitle: الرصيف الشمالي\nlanguage: ar\n---\n\n## الرصيف ممتلئ {#quay}\n\nالسفن تنتظر يومين.\n\n- ${words}\n- 港口有十二名引航员。\n`;
/** Arabic with Chinese, and a word that is wider than a phone. */
export const RTL: Edited = {
  files: {
    [MERGE_ARTICLE]: ARABIC('عمر الرافعات ثلاثون عاما وتتعطل كل أسبوع.'),
    'briefings/kai.briefing.yaml':
      'title: الرصيف الشمالي\nlanguage: ar\ntemplate: policy-brief\nitems:\n  - topic: kai/quay\n    depth: full\n',
  },
  words: { 'عمر الرافعات ثلاثون عاما وتتعطل كل أسبوع': 'عمر الرافعات أكثر من ثلاثين عاما وتتعطل كل يوم', 十二名引航员: '十三名引航员' },
  article: ARABIC(`عمر الرافعات أربعون عاما وتتعطل كل أسبوع ${'https://example.org/'.padEnd(90, 'x')}.`).replace(
    '十二名引航员',
    '十四名引航员',
  ),
};
