/**
 * Contact sheets of organisations' templates: a template's own sample slides, then both samples built in it, PowerPoint (as LibreOffice
 * draws it) above HTML, as docs/contact-sheets/company-*.png. Run: `node scripts/run.mjs scripts/company-sheet.ts [NAME…]`.
 * Needs Chromium, LibreOffice and poppler.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { writeHtml } from '../src/core/write/html/index.ts';
import { writePptx } from '../src/core/write/pptx/index.ts';
import { launchChromium } from '../test/support/chromium.ts';
import { sampleIn, ingest } from '../test/support/corporate/build.ts';
import { SHOWN_SAMPLES } from '../test/support/corporate/samples.ts';
import { pinnedFonts } from '../test/support/fonts.ts';
import { FONTS } from '../test/support/layout.ts';
import { convert, pdftoppm } from '../test/support/libreoffice.ts';
import { slidePictures } from '../test/support/slide-pictures.ts';

const WIDTH = 640;
/** Slides of each sample that are shown. */
const SHOWN: Readonly<Record<string, number>> = { 'south-caucasus.briefing.yaml': 6, 'river-port.briefing.yaml': 12 };

const out = join(process.cwd(), 'docs', 'contact-sheets');

/** The first pages of a PowerPoint file as LibreOffice draws them, in the fonts that measured it. */
async function drawn(deck: Uint8Array, most: number, fontconfig: string): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-pages-'));
  try {
    const pdf = join(folder, 'deck.pdf');
    await writeFile(pdf, await convert(deck, { format: 'pdf', fontconfig }));
    const options = ['-png', '-l', String(most), '-scale-to-x', String(WIDTH), '-scale-to-y', '-1', pdf, join(folder, 'page')];
    await promisify(execFile)(pdftoppm ?? 'pdftoppm', options);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
    return await Promise.all(names.map((name) => readFile(join(folder, name))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Row {
  readonly label: string;
  readonly pictures: readonly Buffer[];
}

/** Rows of pictures with a word before each, on a quiet ground. */
async function sheet(browser: Browser, rows: readonly Row[], columns: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: columns * (WIDTH + 12) + 12, height: 800 } });
  const row = ({ label, pictures }: Row): string =>
    `<h2>${label}</h2>${pictures.map((png) => `<img width="${WIDTH}" src="data:image/png;base64,${png.toString('base64')}">`).join('')}`;
  await page.setContent(
    `<style>body{margin:12px;background:#d9dce0;display:grid;grid-template-columns:repeat(${columns},${WIDTH}px);gap:12px;font:15px sans-serif}` +
      `h2{grid-column:1/-1;margin:8px 0 0;font-size:18px}</style>${rows.map(row).join('')}`,
  );
  const png = await page.screenshot({ fullPage: true });
  await page.close();
  return png;
}

/** Slides in rows of `columns`, the PowerPoint above the HTML of the same. */
function paired(sample: string, pptx: readonly Buffer[], html: readonly Buffer[], columns: number): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < pptx.length; at += columns) {
    const part = `${sample}, slides ${at + 1} to ${Math.min(at + columns, pptx.length)}`;
    rows.push({ label: `${part}: PowerPoint`, pictures: pptx.slice(at, at + columns) });
    rows.push({ label: `${part}: HTML`, pictures: html.slice(at, at + columns) });
  }
  return rows;
}

const wanted = process.argv.slice(2);
const fontconfig = await pinnedFonts();
const browser = await launchChromium();
const scratch = await mkdtemp(join(tmpdir(), 'lectern-company-'));
await mkdir(out, { recursive: true });
for (const { name, file, make } of SHOWN_SAMPLES) {
  const stem = file.replace(/\.\w+$/, '');
  if (wanted.length > 0 && !wanted.includes(stem)) continue;
  const bytes = await make();
  const { pack } = ingest(bytes, file);
  const rows: Row[] = [{ label: `The template’s own slides: ${name}`, pictures: await drawn(bytes, 3, fontconfig) }];
  for (const [sample, most] of Object.entries(SHOWN)) {
    const scene = await sampleIn(pack, sample);
    const html = join(scratch, 'deck.html');
    await writeFile(html, (await writeHtml(scene, FONTS)).value);
    const pages = await slidePictures(browser, html, Math.min(most, scene.slides.length), scene.theme.page, WIDTH);
    rows.push(...paired(sample.replace('.briefing.yaml', ''), await drawn((await writePptx(scene)).value, most, fontconfig), pages, 3));
  }
  const png = await sheet(browser, rows, 3);
  await writeFile(join(out, `company-${stem}.png`), png);
  process.stdout.write(`company-${stem}.png: ${Math.round(png.byteLength / 1000)} kB\n`);
}
await browser.close();
await rm(scratch, { recursive: true, force: true });
