import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBrief } from '../../src/core/brief/index.ts';
import { placesByName } from '../../src/core/briefing/index.ts';
import type { Brief } from '../../src/core/brief/types.ts';
import { writeDocx } from '../../src/core/write/docx/index.ts';
import { writeBriefHtml } from '../../src/core/write/html/index.ts';
import { briefFrom, manyTopics } from '../support/brief.ts';
import { CHROMIUM, lacks, launchChromium, type Browser } from '../support/chromium.ts';
import { pinnedFonts } from '../support/fonts.ts';
import { DECK_LANGUAGES, languageDeck } from '../support/language-decks.ts';
import { FONTS } from '../support/layout.ts';
import { convertAll, hasWriter } from '../support/libreoffice.ts';
import { readPdf } from '../support/pdf.ts';
import { PACKS, sampleMade, SAMPLES } from '../support/samples.ts';

const FILE = 'test/end-to-end/brief.rendering.test.ts';
const pagesOf = async (pdf: Uint8Array): Promise<number> => (await readPdf(pdf)).length;

/** Both samples in all packs, seven languages, few topics and many, on both papers. */
async function briefs(): Promise<Map<string, Brief>> {
  const found = new Map<string, Brief>();
  for (const sample of SAMPLES)
    for (const pack of PACKS) {
      const made = await sampleMade({ sample, pack });
      found.set(`${sample} in ${pack}`, makeBrief({ ...made, fonts: FONTS, placeOf: placesByName(sample) }).value);
    }
  for (const language of DECK_LANGUAGES) found.set(language, (await briefFrom(languageDeck(language))).brief);
  for (const [count, sentences, language] of [
    [1, 1, 'de'],
    [14, 3, 'en-GB'],
    [30, 4, 'en-US'],
    [90, 1, 'fr'],
  ] as const)
    found.set(`${count} topics`, (await briefFrom({ articles: [manyTopics(count, sentences, `language: ${language}\n`)] })).brief);
  return found;
}

let all: Map<string, Brief>;
beforeAll(async () => {
  all = await briefs();
}, 300_000);

describe.skipIf(!hasWriter(FILE))('a brief for Word', () => {
  it('is one page wherever its fonts are those that measured it', { timeout: 300_000 }, async () => {
    const documents = await Promise.all([...all.values()].map(async (brief) => (await writeDocx(brief)).value));
    const printed = await convertAll(documents, { format: 'pdf', ending: 'docx', fontconfig: await pinnedFonts() });
    const pages = await Promise.all(
      [...all.keys()].map(async (name, at) => [name, await pagesOf(printed[at] ?? new Uint8Array())] as const),
    );
    expect(pages.filter(([, count]) => count !== 1)).toEqual([]);
  });
});

describe.skipIf(lacks('Chromium', CHROMIUM, FILE))('a brief as HTML', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await launchChromium();
    folder = await mkdtemp(join(tmpdir(), 'lectern-brief-'));
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is one page on paper, and a column without overflow on a phone and a desk', { timeout: 300_000 }, async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => request.url().startsWith('http') && said.push(request.url()));
    for (const [name, brief] of all) {
      const file = join(folder, 'brief.html');
      await writeFile(file, (await writeBriefHtml(brief, FONTS)).value);
      await page.goto(pathToFileURL(file).href);
      const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
      expect([name, await pagesOf(pdf)]).toEqual([name, 1]);
      for (const width of [390, 820, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        expect([name, width, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, width, width]);
      }
    }
    expect(said).toEqual([]);
  });
});
