import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { compareLabels } from '../support/chart-parity.ts';
import { CHROMIUM, lacks, launchChromium } from '../support/chromium.ts';
import { pinnedFonts } from '../support/fonts.ts';
import { FONTS, sceneOf, slide } from '../support/layout.ts';
import { convertAll, hasLibreOffice } from '../support/libreoffice.ts';
import { readPdf } from '../support/pdf.ts';
import { CHART_RUNS, randomChart, type ChartLanguage } from '../support/random-chart.ts';
import { PACKS } from '../support/samples.ts';
import { packTheme } from '../support/theme.ts';
import { validate } from '../support/validator.ts';

const FILE = 'test/end-to-end/random-charts.rendering.test.ts';
/** Languages with a bundled font whose letters a PDF gives back as they were written: joined Arabic ones it does not. */
const LANGUAGES: readonly ChartLanguage[] = ['en', 'de', 'he'];
const DECKS = PACKS.flatMap((pack) => LANGUAGES.map((language) => ({ pack, language })));
const EACH = Math.ceil(CHART_RUNS / DECKS.length);

function sceneIn(pack: string, language: ChartLanguage, seed: number): Scene {
  const direction = language === 'he' ? 'rtl' : 'ltr';
  const charts = fc.sample(randomChart(language), { numRuns: EACH, seed });
  const slides = charts.map((chart, i) => slide([chart], { id: `s${i}`, layout: 'chart', title: [{ text: `${i + 1}` }] }));
  return sceneOf(slides, { theme: packTheme(pack, { direction }), meta: { language, direction } });
}

const scenes = DECKS.map(({ pack, language }, i) => [`${pack}, ${language}`, sceneIn(pack, language, 20261129 + i)] as const);

/** What a renderer set otherwise than layout placed it, named by deck and chart. */
async function differences(pdfs: readonly Uint8Array[], placesLabels: boolean): Promise<string[]> {
  const found: string[] = [];
  for (const [i, [name, scene]] of scenes.entries()) {
    const pages = await readPdf(pdfs[i] ?? new Uint8Array());
    for (const own of scene.slides) {
      const off = compareLabels(own, pages[own.number - 1]?.words ?? [], { placesLabels, language: scene.meta.language });
      found.push(
        ...off.map((one) => `${name}, ${own.number}: “${one.line}” ${one.off?.map((by) => by.toFixed(1)).join(', ') ?? 'missing'}`),
      );
    }
  }
  return found;
}

/** Each name, number, date and sum of the charts, whole, in its lines, at its place or mark, in both files. */
describe('charts of every kind', () => {
  it.skipIf(!hasLibreOffice(FILE))('have their words in LibreOffice where layout placed them', { timeout: 300_000 }, async () => {
    const decks = await Promise.all(scenes.map(async ([, scene]) => (await writePptx(scene)).value));
    const pdfs = await convertAll(decks, { format: 'pdf', fontconfig: await pinnedFonts() });
    expect(await differences(pdfs, true)).toEqual([]);
  });

  it.skipIf(lacks('Chromium', CHROMIUM, FILE))('have their words in Chromium where layout placed them', { timeout: 300_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-charts-'));
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const pdfs: Uint8Array[] = [];
      for (const [i, [, scene]] of scenes.entries()) {
        const file = join(folder, `${i}.html`);
        await writeFile(file, (await writeHtml(scene, FONTS)).value);
        await page.goto(`${pathToFileURL(file).href}#print=slides`);
        await page.evaluate(() => document.fonts.ready);
        pdfs.push(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
        await page.goto('about:blank');
      }
      expect(await differences(pdfs, false)).toEqual([]);
    } finally {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('are valid', { timeout: 120_000 }, async () => {
    const [first] = scenes;
    expect(await validate((await writePptx(first?.[1] ?? sceneIn('policy-brief', 'en', 1))).value, 'pptx')).toEqual([]);
  });
});
