/**
 * Contact sheets: every slide of both samples in every built-in pack, light and dark, as one picture each under docs/contact-sheets,
 * and docs/sample.png for the README. Run: `node scripts/run.mjs scripts/contact-sheet.ts [PACK…]`. Needs Chromium.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { unwrap } from '../src/core/base/errors.ts';
import { writeHtml } from '../src/core/write/html/index.ts';
import { buildScene, loadBriefing } from '../src/workspace/build.ts';
import { loadFonts } from '../src/workspace/fonts.ts';
import { listPacks, loadPack } from '../src/workspace/packs.ts';
import { resourcesBelow } from '../src/workspace/resources.ts';
import { launchChromium } from '../test/support/chromium.ts';
import { slidePictures } from '../test/support/slide-pictures.ts';

const root = process.cwd();
const resources = resourcesBelow(root);
const SAMPLES = ['south-caucasus', 'river-port'];
const SLIDE_WIDTH = 960;
/** Slides of the first pack's first sample that the README shows, by kind. */
const SHOWN = ['title', 'points', 'timeline', 'figures', 'quotation', 'sources'];

/** One sample in one pack: its slides as PNG, and the kind of each. */
async function slides(
  browser: Browser,
  sample: string,
  packFolder: string,
  variant: string,
  scratch: string,
): Promise<{ png: Buffer; kind: string }[]> {
  const pack = unwrap(await loadPack(packFolder));
  const read = unwrap(await loadBriefing(join(resources.content, `${sample}.briefing.yaml`), root));
  const sources = { ...read, briefing: { ...read.briefing, options: { variant } } };
  const fonts = await loadFonts(resources.fonts);
  const { scene } = unwrap(await buildScene({ sources, pack, forPresenter: true, fonts }));
  const file = join(scratch, `${sample}.html`);
  await writeFile(file, (await writeHtml(scene, fonts)).value);
  const pictures = await slidePictures(browser, file, scene.slides.length, scene.theme.page, SLIDE_WIDTH);
  return scene.slides.flatMap(({ kind }, n) => {
    const png = pictures[n];
    return png ? [{ png, kind }] : [];
  });
}

/** Pictures side by side on a quiet ground. */
async function sheet(browser: Browser, pictures: readonly Buffer[], columns: number, width: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: columns * (width + 12) + 12, height: 800 } });
  const images = pictures.map((png) => `<img width="${width}" src="data:image/png;base64,${png.toString('base64')}">`).join('');
  await page.setContent(
    `<body style="margin:12px;background:#d9dce0;display:grid;grid-template-columns:repeat(${columns},${width}px);gap:12px">${images}</body>`,
  );
  const png = await page.screenshot({ fullPage: true });
  await page.close();
  return png;
}

const wanted = process.argv.slice(2);
const packs = (await listPacks([resources.templates])).filter((pack) => wanted.length === 0 || wanted.includes(pack.name));
const scratch = await mkdtemp(join(tmpdir(), 'lectern-sheets-'));
const browser = await launchChromium();
await mkdir(join(root, 'docs', 'contact-sheets'), { recursive: true });
for (const pack of packs) {
  for (const variant of ['light', 'dark']) {
    const all: Buffer[] = [];
    for (const sample of SAMPLES) {
      const pictures = await slides(browser, sample, pack.folder, variant, scratch);
      all.push(...pictures.map((p) => p.png));
      if (pack.name === 'policy-brief' && variant === 'light' && sample === SAMPLES[0]) {
        const shown = SHOWN.flatMap((kind) => pictures.find((p) => p.kind === kind)?.png ?? []);
        await writeFile(join(root, 'docs', 'sample.png'), await sheet(browser, shown, 3, 400));
      }
    }
    const file = join(root, 'docs', 'contact-sheets', `${pack.name}-${variant}.png`);
    await writeFile(file, await sheet(browser, all, 5, 384));
    process.stdout.write(`${basename(resolve(file))}: ${all.length} slides, ${Math.round((await readFile(file)).byteLength / 1000)} kB\n`);
  }
}
await browser.close();
await rm(scratch, { recursive: true, force: true });
