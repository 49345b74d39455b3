import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImageAsset, ImageBlock, Images } from '../../../src/core/deck/types.ts';
import type { Box, ImageBox, TextBox } from '../../../src/core/layout/types.ts';
import { cropTo } from '../../../src/core/block/image/layout/index.ts';
import { sceneOf, slide, tryLayOut } from '../../support/layout.ts';

interface Given {
  readonly width: number;
  readonly height: number;
  readonly caption?: string | null;
  readonly fit?: 'contain' | 'cover' | null;
}

interface Laid {
  readonly pictures: readonly ImageBox[];
  readonly captions: readonly TextBox[];
  readonly slides: number;
}

/** The pictures of one region of 600 × 320 points at 50, 150, in the order of their boxes. */
function laid(given: readonly Given[], direction: 'ltr' | 'rtl' = 'ltr'): Laid {
  const images: Images = new Map(
    given.map(({ width, height }, i): [string, ImageAsset] => [
      `a/${i}.png`,
      { hash: String(i).padStart(64, '0'), type: 'image/png', width, height, bytes: new Uint8Array() },
    ]),
  );
  const block: ImageBlock = {
    kind: 'image',
    pictures: given.map(({ caption, fit }, i) => ({
      ...{ src: `a/${i}.png`, alt: `Picture ${i}`, fit: fit ?? null, focus: { x: 0.5, y: 0.5 } },
      caption: caption ? [{ text: caption }] : null,
    })),
  };
  const { slides } = sceneOf([slide([block])], { images, meta: { direction } });
  const boxes = slides.flatMap((one) => one.boxes.filter((box) => box.region === 'body'));
  return { pictures: boxes.filter(isPicture), captions: boxes.filter(isCaption), slides: slides.length };
}

const isPicture = (box: Box): box is ImageBox => box.kind === 'image';
const isCaption = (box: Box): box is TextBox => box.kind === 'text' && box.role === 'caption';

const frames = (pictures: readonly ImageBox[]) =>
  pictures.map(({ frame }) => [frame.x, frame.y, frame.width, frame.height].map((n) => Math.round(n * 10) / 10));

const LANDSCAPE = { width: 1200, height: 800 };
const PORTRAIT = { width: 600, height: 900 };

describe('pictures of one paragraph', () => {
  it('stand beside each other, equally tall, over the whole width', () => {
    expect(frames(laid([LANDSCAPE, LANDSCAPE]).pictures)).toEqual([
      [50, 150, 290, 193.3],
      [360, 150, 290, 193.3],
    ]);
    // 580 points are shared as 1.5 to 0.667.
    expect(frames(laid([LANDSCAPE, PORTRAIT]).pictures)).toEqual([
      [50, 150, 401.5, 267.7],
      [471.5, 150, 178.5, 267.7],
    ]);
  });

  it('begin at the right where one reads from there', () => {
    expect(frames(laid([LANDSCAPE, PORTRAIT], 'rtl').pictures)).toEqual([
      [248.5, 150, 401.5, 267.7],
      [50, 150, 178.5, 267.7],
    ]);
  });

  it('stand in the rows in which they are largest', () => {
    const tops = (given: readonly Given[]) => [...new Set(laid(given).pictures.map(({ frame }) => Math.round(frame.y)))].length;
    expect([tops([PORTRAIT, PORTRAIT, PORTRAIT]), tops(Array(4).fill(LANDSCAPE)), tops(Array(6).fill(LANDSCAPE))]).toEqual([1, 2, 2]);
  });

  it('have their captions below them, at one height', () => {
    const { pictures, captions } = laid([
      { ...LANDSCAPE, caption: 'The quay in spring | Harbour board' },
      { ...LANDSCAPE, caption: 'The same quay in autumn, with a longer caption that takes more than one line of its column' },
    ]);
    expect(captions.map(({ frame }) => frame.x)).toEqual(pictures.map(({ frame }) => frame.x));
    expect(new Set(captions.map(({ frame }) => frame.y)).size).toBe(1);
  });

  it('are cut to equal places where they shall fill them', () => {
    const { pictures } = laid([
      { ...LANDSCAPE, fit: 'cover' },
      { ...PORTRAIT, fit: 'cover' },
    ]);
    expect(frames(pictures)).toEqual([
      [50, 150, 290, 320],
      [360, 150, 290, 320],
    ]);
    expect(pictures[1]?.crop).toEqual(cropTo(290 / 320, 600 / 900, { x: 0.5, y: 0.5 }));
  });

  it('keep their shapes, however slender: the gap between them was taken off what they had', () => {
    const slender = [445, 1293].map((height) => ({ width: 20, height, caption: null, fit: 'contain' as const }));
    for (const { frame, media } of laid(slender, 'ltr').pictures) {
      const { width, height } = slender[Number(media)] ?? LANDSCAPE;
      expect(frame.width / frame.height).toBeCloseTo(width / height, 5);
    }
  });

  it('are all shown, whole and apart, whatever their number, shapes and captions', () => {
    const side = fc.integer({ min: 20, max: 4000 });
    const picture = fc.record({
      width: side,
      height: side,
      caption: fc.option(fc.integer({ min: 1, max: 60 }).map((count) => Array(count).fill('words').join(' '))),
      fit: fc.constantFrom('contain' as const, 'cover' as const, null),
    });
    fc.assert(
      fc.property(
        fc.array(picture, { minLength: 1, maxLength: 14 }),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        (given, direction) => {
          const { pictures } = laid(given, direction);
          expect(pictures.map(({ alt }) => alt)).toEqual(given.map((_, i) => `Picture ${i}`));
          for (const { frame, crop, media } of pictures) {
            const { width, height } = given[Number(media)] ?? LANDSCAPE;
            const shown = (width * (1 - crop.left - crop.right)) / (height * (1 - crop.top - crop.bottom));
            expect(Math.abs(frame.width / frame.height / shown - 1)).toBeLessThan(0.001);
            expect(frame.x).toBeGreaterThan(50 - 0.01);
            expect(frame.y).toBeGreaterThan(150 - 0.01);
            expect(frame.x + frame.width).toBeLessThan(650 + 0.01);
            expect(frame.y + frame.height).toBeLessThan(470 + 0.01);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a picture that may be cropped', () => {
  it.each([
    ['a landscape into a wide region', LANDSCAPE, true],
    ['a portrait into a wide region, as a slit', PORTRAIT, false],
    ['a square', { width: 1000, height: 1000 }, true],
    ['a panorama, of which less than half would be left', { width: 4000, height: 1000 }, false],
  ])('%s', (_, given, isCut) => {
    const [picture] = laid([{ ...given, fit: 'cover' }]).pictures;
    const { left = 0, right = 0, top = 0, bottom = 0 } = picture?.crop ?? {};
    expect(left + right + top + bottom > 0).toBe(isCut);
    expect((1 - left - right) * (1 - top - bottom)).toBeGreaterThanOrEqual(0.5);
  });
});

describe('a picture with few pixels', () => {
  const codes = (width: number, height: number): string[] => {
    const images: Images = new Map([['a/0.png', { hash: '0'.repeat(64), type: 'image/png', width, height, bytes: new Uint8Array() }]]);
    const picture = { src: 'a/0.png', alt: 'P', fit: null, focus: { x: 0.5, y: 0.5 }, caption: null };
    const { problems } = tryLayOut([slide([{ kind: 'image', pictures: [picture] }])], { images });
    return problems.map(({ code }) => code);
  };

  it('is said where it is too small for its frame', () => {
    expect([codes(300, 200), codes(1200, 800)]).toEqual([['layout/image-small'], []]);
  });
});
