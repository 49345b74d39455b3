import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { deckFigures, isMeasured, shareUnder } from '../scripts/look/figures.ts';
import { COLUMNS, largestHole, pageUse, ROWS } from '../scripts/look/grid.ts';
import { list, sceneOf, slide, text, textStyle, THEME } from './support/layout.ts';

/** A page of one colour with rectangles on it: x, y, width and height in cells of 20 pixels. */
function page(...rectangles: readonly (readonly [x: number, y: number, width: number, height: number, fill: string])[]): Promise<Buffer> {
  const boxes = rectangles.map(
    ([x, y, width, height, fill]) => `<rect x="${x * 20}" y="${y * 20}" width="${width * 20}" height="${height * 20}" fill="${fill}"/>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540"><rect width="960" height="540" fill="#fdfdfb"/>${boxes.join('')}</svg>`;
  return sharp(Buffer.from(drawing)).png().toBuffer();
}

describe('pageUse', () => {
  it('counts the cells that something stands in, and the largest rectangle without', async () => {
    expect(await pageUse(await page())).toEqual({ used: 0, hole: 1 });
    const { used, hole } = await pageUse(await page([0, 0, 12, 27, '#202020']));
    expect([used, hole]).toEqual([0.25, 0.75]);
  });

  it('counts a pale panel as used, and a field as the ground once it is most of the page', async () => {
    expect((await pageUse(await page([0, 0, 24, 13, '#f3f0ea']))).used).toBeCloseTo((24 * 13) / (COLUMNS * ROWS), 6);
    const field = await pageUse(await page([0, 0, 48, 27, '#1f4b55'], [2, 2, 10, 3, '#ffffff']));
    expect(field.used).toBeCloseTo(30 / (COLUMNS * ROWS), 6);
  });

  it('is the same of a larger picture', async () => {
    const large = await sharp(await page([3, 4, 10, 10, '#000000']))
      .resize(1920, 1080, { kernel: 'nearest' })
      .png()
      .toBuffer();
    expect((await pageUse(large)).used).toBeCloseTo(100 / (COLUMNS * ROWS), 6);
  });
});

it('largestHole is that of a search through all rectangles', () => {
  let seed = 5;
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let round = 0; round < 100; round += 1) {
    const [columns, rows] = [2 + Math.floor(next() * 6), 1 + Math.floor(next() * 6)];
    const used = Array.from({ length: columns * rows }, () => next() < 0.4);
    let best = 0;
    for (let x = 0; x < columns; x += 1)
      for (let y = 0; y < rows; y += 1)
        for (let right = x; right < columns; right += 1)
          for (let bottom = y; bottom < rows; bottom += 1) {
            const isFree = used.every(
              (cell, i) => !cell || i % columns < x || i % columns > right || i < y * columns || i >= (bottom + 1) * columns,
            );
            if (isFree) best = Math.max(best, (right - x + 1) * (bottom - y + 1));
          }
    expect(largestHole(used, columns)).toBe(best);
  }
});

describe('deckFigures', () => {
  const theme = { ...THEME, styles: { ...THEME.styles, body: textStyle({ size: 20 }, { size: 12 }) } };
  const scene = sceneOf(
    ['a', 'b', 'c', 'd'].map((id) =>
      slide([list('Ten letters', '- Ten letters')], { id, title: text(`Title ${id}`), layout: id === 'c' ? 'columns' : 'text' }),
    ),
    { theme },
  );
  const uses = [0.1, 0.3, 0.5, 0.7].map((used) => ({ used, hole: 1 - used }));

  it('says how full the pages are, how small the text, and how often a composition follows itself', () => {
    const figures = deckFigures(scene, uses);
    expect(figures.used).toBeCloseTo(0.4, 6);
    expect(figures.smallHoles).toEqual([1, 2, 3, 4]);
    expect(figures.largeHoles).toEqual([1, 2, 3]);
    expect(shareUnder(figures, 18)).toBe(0.5);
    expect(figures.sizes).toEqual([20]);
    expect(figures.inARow).toEqual({ layout: 'text', slides: 2 });
  });

  it('leaves fields of colour aside', () => {
    const text = theme.layouts['text'];
    if (!text) throw new Error('the plain theme has changed');
    const field = { ...scene, theme: { ...theme, layouts: { ...theme.layouts, text: { ...text, background: 'accent2' as const } } } };
    expect(field.slides.map((one) => isMeasured(field, one))).toEqual([false, false, true, false]);
  });
});
