import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartLabels } from '../../src/core/layout/index.ts';
import type { Scene } from '../../src/core/layout/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { compareLabels } from '../support/chart-parity.ts';
import { CHROMIUM, lacks, launchChromium } from '../support/chromium.ts';
import { pinnedFonts } from '../support/fonts.ts';
import { FONTS } from '../support/layout.ts';
import { convertAll, hasLibreOffice, pdftoppm } from '../support/libreoffice.ts';
import { compareLines, type LineDifference } from '../support/parity.ts';
import { readPdf } from '../support/pdf.ts';
import { PACKS, sampleScene, SAMPLES } from '../support/samples.ts';
import { similarity, slidePictures } from '../support/slide-pictures.ts';

/**
 * The samples in every pack, as LibreOffice sets them with the bundled fonts and no others, against the scene and against Chromium.
 * `test/browser/deck-lines.test.ts` holds Chromium to the scene: every line the same, within half a pixel.
 */
const FILE = 'test/end-to-end/parity.rendering.test.ts';
const missing = !hasLibreOffice(FILE) || lacks('Chromium', CHROMIUM, FILE);
const WIDTH = 1280;

interface Rendered {
  readonly name: string;
  readonly scene: Scene;
  readonly pdf: Uint8Array;
}

describe.skipIf(missing)('the samples in every pack', () => {
  const rendered: Rendered[] = [];
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-parity-'));
    const scenes: [string, Scene][] = [];
    for (const pack of PACKS) for (const sample of SAMPLES) scenes.push([`${sample} in ${pack}`, await sampleScene({ sample, pack })]);
    const decks: Uint8Array[] = [];
    for (const [, scene] of scenes) decks.push((await writePptx(scene)).value);
    const pdfs = await convertAll(decks, { format: 'pdf', fontconfig: await pinnedFonts() });
    scenes.forEach(([name, scene], i) => rendered.push({ name, scene, pdf: pdfs[i] ?? new Uint8Array() }));
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('break their lines in LibreOffice as the scene does, on the same baselines', async () => {
    const lines: (LineDifference & { readonly deck: string; readonly pixels: number | null })[] = [];
    for (const { name, scene, pdf } of rendered) {
      const pages = await readPdf(pdf);
      expect(pages).toHaveLength(scene.slides.length);
      for (const slide of scene.slides)
        for (const line of compareLines(scene, slide, pages[slide.number - 1]?.words ?? []))
          lines.push({
            ...line,
            deck: name,
            pixels: line.baseline === null ? null : (Math.abs(line.baseline) * WIDTH) / scene.theme.page.width,
          });
    }
    const broken = lines.filter(({ pixels }) => pixels === null);
    const off = lines.filter(({ pixels }) => pixels !== null && pixels > 1.5);
    const worst = Math.max(...lines.map(({ pixels }) => pixels ?? 0));
    process.stderr.write(
      `${lines.length} lines: ${broken.length} broken elsewhere, ${off.length} more than 1.5 px off, the worst ${worst.toFixed(2)} px\n`,
    );
    expect(lines.length).toBeGreaterThan(1200);
    expect(broken.length / lines.length, JSON.stringify(broken, null, 1)).toBeLessThan(0.01);
    // LibreOffice rounds a small font's height to whole units, which adds up down a long list: a few lines of sources and agenda.
    expect(off.length / lines.length, JSON.stringify(off, null, 1)).toBeLessThan(0.01);
    expect(worst).toBeLessThan(2.5);
  });

  it('show every word of their charts whole, in the same lines, at its place or mark', async () => {
    const labels = { all: 0, off: [] as string[] };
    for (const { name, scene, pdf } of rendered) {
      const pages = await readPdf(pdf);
      for (const slide of scene.slides) {
        labels.all += slide.boxes.reduce((sum, box) => sum + (box.kind === 'chart' ? chartLabels(box).length : 0), 0);
        const found = compareLabels(slide, pages[slide.number - 1]?.words ?? [], { placesLabels: true, language: scene.meta.language });
        labels.off.push(...found.map(({ line, off }) => `${name}, slide ${slide.number}: “${line}” ${off?.join(', ') ?? 'is missing'}`));
      }
    }
    expect(labels.all).toBeGreaterThan(60);
    expect(labels.off).toEqual([]);
  });

  it('look alike in LibreOffice and Chromium', { timeout: 300_000 }, async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const alike: { readonly deck: string; readonly slide: number; readonly ssim: number }[] = [];
      for (const [i, { name, scene, pdf }] of rendered.entries()) {
        const office = await pagesOf(pdf, join(folder, String(i)));
        const file = join(folder, `${i}.html`);
        await writeFile(file, (await writeHtml(scene, FONTS)).value);
        const shown = await slidePictures(browser, file, scene.slides.length, scene.theme.page, WIDTH);
        for (const slide of scene.slides) {
          const [a, b] = [office[slide.number - 1], shown[slide.number - 1]];
          if (!a || !b) throw new Error(`${name} has no slide ${slide.number}`);
          alike.push({ deck: name, slide: slide.number, ssim: await similarity(page, a, b) });
        }
      }
      const mean = alike.reduce((sum, { ssim }) => sum + ssim, 0) / alike.length;
      const least = alike.toSorted((a, b) => a.ssim - b.ssim).slice(0, 3);
      process.stderr.write(
        `mean SSIM of ${alike.length} slides ${mean.toFixed(3)}; least ${least.map(({ deck, slide, ssim }) => `${ssim.toFixed(3)} (${deck}, slide ${slide})`).join(', ')}\n`,
      );
      expect(mean).toBeGreaterThan(0.93);
    } finally {
      await browser.close();
    }
  });
});

/** A PDF's pages as PNG. */
async function pagesOf(pdf: Uint8Array, prefix: string): Promise<Buffer[]> {
  if (pdftoppm === null) throw new Error('poppler is not here');
  await writeFile(`${prefix}.pdf`, pdf);
  await promisify(execFile)(pdftoppm, ['-png', '-scale-to-x', String(WIDTH), '-scale-to-y', '-1', `${prefix}.pdf`, `${prefix}-page`]);
  const [folder, name] = [join(prefix, '..'), `${prefix.split('/').at(-1) ?? ''}-page`];
  const files = (await readdir(folder)).filter((file) => file.startsWith(name)).sort();
  return Promise.all(files.map((file) => readFile(join(folder, file))));
}
