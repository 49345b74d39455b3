import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** The deck's own controls stay out of pictures; they hide by themselves, but not at once. */
const BARE = '.bar { display: none !important }';

/** Every slide of an HTML deck as a PNG, `width` pixels wide, as it stands on a screen of its own proportions. */
export async function slidePictures(
  browser: Browser,
  file: string,
  slides: number,
  page: { width: number; height: number },
  width = 1280,
): Promise<Buffer[]> {
  const viewport = { width, height: Math.round((width * page.height) / page.width) };
  const tab = await browser.newPage({ viewport, deviceScaleFactor: 1, bypassCSP: true });
  const pictures: Buffer[] = [];
  await tab.goto(pathToFileURL(file).href);
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
  for (let number = 1; number <= slides; number += 1) {
    await tab.evaluate((n) => (location.hash = `#${n}`), number);
    await tab.locator(`.slide.on[id="${number}"]`).waitFor();
    pictures.push(await tab.screenshot({ style: BARE }));
  }
  await tab.close();
  return pictures;
}

/**
 * Mean structural similarity of two pictures of one size, in blocks of 8 × 8 pixels of their luminance (Wang and others, 2004). 1: alike.
 */
export function similarity(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const luminance = async (png: string): Promise<{ width: number; height: number; values: Float64Array }> => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        if (!context) throw new Error('no canvas');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const at = (i: number): number => data[i] ?? 0;
        const values = Float64Array.from(
          { length: data.length / 4 },
          (_, i) => 0.299 * at(4 * i) + 0.587 * at(4 * i + 1) + 0.114 * at(4 * i + 2),
        );
        return { width: image.width, height: image.height, values };
      };
      const [one, two] = [await luminance(first), await luminance(second)];
      if (one.width !== two.width || one.height !== two.height) throw new Error('two sizes');
      const [C1, C2, SIDE] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2, 8];
      let sum = 0;
      let blocks = 0;
      for (let y = 0; y + SIDE <= one.height; y += SIDE) {
        for (let x = 0; x + SIDE <= one.width; x += SIDE) {
          let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
          for (let dy = 0; dy < SIDE; dy += 1) {
            for (let dx = 0; dx < SIDE; dx += 1) {
              const i = (y + dy) * one.width + x + dx;
              const [p, q] = [one.values[i] ?? 0, two.values[i] ?? 0];
              sa += p;
              sb += q;
              saa += p * p;
              sbb += q * q;
              sab += p * q;
            }
          }
          const n = SIDE * SIDE;
          const [ma, mb] = [sa / n, sb / n];
          const [va, vb, cov] = [saa / n - ma * ma, sbb / n - mb * mb, sab / n - ma * mb];
          sum += ((2 * ma * mb + C1) * (2 * cov + C2)) / ((ma * ma + mb * mb + C1) * (va + vb + C2));
          blocks += 1;
        }
      }
      return sum / blocks;
    },
    [a.toString('base64'), b.toString('base64')] as const,
  );
}
