import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ChartBlock } from '../../src/core/deck/types.ts';
import type { Scene } from '../../src/core/layout/types.ts';
import { resolveColor } from '../../src/core/template/theme/index.ts';
import type { Frame } from '../../src/core/template/theme/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { CHARTS_HE, CHARTS_DE, CHARTS_EN } from '../support/chart-deck.ts';
import { compareLabels } from '../support/chart-parity.ts';
import { CHROMIUM, lacks, launchChromium } from '../support/chromium.ts';
import { pinnedFonts } from '../support/fonts.ts';
import { FONTS, sceneOf, slide } from '../support/layout.ts';
import { convertAll, hasLibreOffice, pictures } from '../support/libreoffice.ts';
import { readPdf } from '../support/pdf.ts';
import { PACKS } from '../support/samples.ts';
import { packTheme } from '../support/theme.ts';

const FILE = 'test/end-to-end/charts.rendering.test.ts';

function sceneIn(pack: string, language: string, charts: readonly ChartBlock[]): Scene {
  const direction = language === 'he' ? 'rtl' : 'ltr';
  const slides = charts.map((chart, i) => slide([chart], { id: `s${i}`, layout: 'chart', title: [{ text: `Chart ${i + 1}` }] }));
  return sceneOf(slides, { theme: packTheme(pack, { direction }), meta: { language, direction } });
}

const scenes: readonly (readonly [string, Scene])[] = PACKS.flatMap((pack) => [
  [`${pack} in English`, sceneIn(pack, 'en', CHARTS_EN)] as const,
  [`${pack} in German`, sceneIn(pack, 'de', CHARTS_DE)] as const,
  [`${pack} in Hebrew`, sceneIn(pack, 'he', CHARTS_HE)] as const,
]);

/** Every line of every name and label of the charts, whole and with the same line ends, at its place or mark. */
describe('charts’ words', () => {
  it.skipIf(!hasLibreOffice(FILE))('stand in LibreOffice as layout placed them', { timeout: 300_000 }, async () => {
    const decks = await Promise.all(scenes.map(async ([, scene]) => (await writePptx(scene)).value));
    const pdfs = await convertAll(decks, { format: 'pdf', fontconfig: await pinnedFonts() });
    for (const [i, [name, scene]] of scenes.entries()) {
      const pages = await readPdf(pdfs[i] ?? new Uint8Array());
      const found = scene.slides.flatMap((own) =>
        compareLabels(own, pages[own.number - 1]?.words ?? [], { placesLabels: true, language: scene.meta.language }),
      );
      expect([name, found]).toEqual([name, []]);
    }
  });

  it.skipIf(!hasLibreOffice(FILE))(
    'stand at bars that are as wide in LibreOffice as layout placed them',
    { timeout: 120_000 },
    async () => {
      const rows = (...names: readonly string[]): Partial<ChartBlock> => ({
        categories: names,
        series: [{ name: 'S', values: names.map((_, i) => 30 + 10 * i) }],
      });
      const charts = [rows('a', 'b', 'c'), rows('2010', '2011', '2015', '2019'), rows('2023-01', '2023-02', '2023-06')].map(
        (more): ChartBlock => ({ kind: 'chart', type: 'bar', title: null, unit: null, categories: [], series: [], refs: [], ...more }),
      );
      const scene = sceneIn('policy-brief', 'en', charts);
      const [pdf] = await convertAll([(await writePptx(scene)).value], { format: 'pdf', fontconfig: await pinnedFonts() });
      const pages = await pictures(pdf ?? new Uint8Array());
      for (const own of scene.slides) {
        const box = own.boxes.find((other) => other.kind === 'chart');
        const bars = box?.kind === 'chart' ? box.marks.flatMap((mark) => (mark.kind === 'bar' ? [mark.frame] : [])) : [];
        expect(bars.length).toBeGreaterThan(2);
        const color = resolveColor(scene.theme, (box?.kind === 'chart' ? box.series[0]?.color : undefined) ?? 'accent1');
        const filled = (frame: Frame): number => pages[own.number - 1]?.share(frame, color) ?? NaN;
        const inside = bars.map(({ x, y, width, height }) => filled({ x: x + 2, y: y + 2, width: width - 4, height: height - 4 }));
        const beside = bars.flatMap(({ x, y, width, height }) =>
          [x - 6, x + width + 2].map((left) => filled({ x: left, y: y + 2, width: 4, height: height - 4 })),
        );
        expect([own.number, Math.min(...inside), Math.max(...beside)]).toEqual([own.number, 1, 0]);
      }
    },
  );

  it.skipIf(lacks('Chromium', CHROMIUM, FILE))('stand in Chromium as layout placed them', { timeout: 300_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-charts-'));
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      for (const [i, [name, scene]] of scenes.entries()) {
        const file = join(folder, `${i}.html`);
        await writeFile(file, (await writeHtml(scene, FONTS)).value);
        await page.goto(`${pathToFileURL(file).href}#print=slides`);
        await page.evaluate(() => document.fonts.ready);
        const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
        const found = scene.slides.flatMap((own) =>
          compareLabels(own, pages[own.number - 1]?.words ?? [], { placesLabels: false, language: scene.meta.language }),
        );
        expect([name, found]).toEqual([name, []]);
        await page.goto('about:blank');
      }
    } finally {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
