/**
 * Draws the app's icons from `build/icon.svg` (48 pixels and up) and `build/icon-small.svg` (below), with Chromium:
 * `build/icons/*.png` for Linux, `build/icon.ico` for Windows, `build/icon.icns` for macOS. Run it after a change of either drawing:
 * `node scripts/run.mjs scripts/icons.ts`. `LECTERN_CHROMIUM` names the browser.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { icns, ico, type Drawing } from './icon-files.ts';

const SMALL = 32;
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
const MAC = [32, 64, 128, 256, 512, 1024];

/** macOS wants room around the tile; elsewhere the tile fills the icon. */
const CROP = 'viewBox="92 92 840 840"';

function drawingFor(folder: string, size: number, mac: boolean): string {
  if (size <= SMALL) return readFileSync(join(folder, 'icon-small.svg'), 'utf8');
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
  return mac ? svg : svg.replace('viewBox="0 0 1024 1024"', CROP);
}

async function draw(page: Page, svg: string, size: number): Promise<Drawing> {
  const made = await page.evaluate(
    async ({ svg, size }) => {
      const image = new Image(size, size);
      image.src = `data:image/svg+xml,${encodeURIComponent(svg.replace('<svg ', `<svg width="${size}" height="${size}" `))}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = size;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0, size, size);
      return { rgba: [...context.getImageData(0, 0, size, size).data], png: canvas.toDataURL('image/png').split(',')[1] ?? '' };
    },
    { svg, size },
  );
  return { size, rgba: Uint8Array.from(made.rgba), png: Buffer.from(made.png, 'base64') };
}

const folder = join(process.cwd(), 'build');
const executablePath = process.env['LECTERN_CHROMIUM'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  const all = async (sizes: readonly number[], mac: boolean): Promise<Drawing[]> => {
    const drawings: Drawing[] = [];
    for (const size of sizes) drawings.push(await draw(page, drawingFor(folder, size, mac), size));
    return drawings;
  };
  mkdirSync(join(folder, 'icons'), { recursive: true });
  for (const { size, png } of await all(LINUX, false)) writeFileSync(join(folder, 'icons', `${size}x${size}.png`), png);
  writeFileSync(join(folder, 'icon.ico'), ico(await all(WINDOWS, false)));
  writeFileSync(join(folder, 'icon.icns'), icns(await all(MAC, true)));
} finally {
  await browser.close();
}
