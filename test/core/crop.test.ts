import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { readImage } from '../../src/core/deck/index.ts';
import type { Images, SourceImage } from '../../src/core/deck/types.ts';
import type { ImageBox, Scene } from '../../src/core/layout/types.ts';
import { unwrap } from '../../src/core/base/errors.ts';
import { withPictures } from '../../src/core/pipeline/pictures.ts';
import { openPictures } from '../../src/workspace/pictures/index.ts';
import { camera, image, raw, svg } from '../support/pictures.ts';
import { sceneOf, slide } from '../support/layout.ts';

/** Red, but for a green square that a frame of the same form shows: what is cut off must be nowhere. */
const WIDTH = 600;
const HEIGHT = 300;
const SECRET = raw(WIDTH, HEIGHT, (x) => (x >= 300 ? [0, 200, 0] : [220, 0, 0]));

const FILES = {
  'a photograph': () => camera(SECRET, 1),
  'one that lay on its side': () => camera(SECRET, 6),
  'a mirrored one': () => camera(SECRET, 7),
  'a small PNG that needs nothing else': () => image(SECRET).png().toBuffer(),
  'one that one can see through': () => image(SECRET).ensureAlpha(0.98).png().toBuffer(),
  'a drawing': () =>
    Promise.resolve(
      svg(
        '<rect width="300" height="300" fill="#dc0000"/><rect x="300" width="300" height="300" fill="#00c800"/>',
        'viewBox="0 0 600 300"',
      ),
    ),
} as const;

async function audienceScene(file: Uint8Array, crops: readonly ImageBox['crop'][], forPresenter = false): Promise<Scene> {
  const source: SourceImage = unwrap(readImage(file, { file: 'a.md', src: 'a/p' }));
  const images: Images = new Map([['a/p', source]]);
  const block = {
    kind: 'image' as const,
    pictures: crops.map(() => ({ src: 'a/p', alt: 'A picture', fit: null, caption: null, focus: { x: 1, y: 0 } })),
  };
  const scene = sceneOf([slide([block])], { images, meta: { forPresenter } });
  let next = 0;
  const slides = scene.slides.map((one) => ({
    ...one,
    boxes: one.boxes.map((box) => (box.kind === 'image' ? { ...box, crop: crops[next++] ?? box.crop } : box)),
  }));
  const pictures = openPictures();
  return unwrap(await withPictures({ ...scene, slides }, images, 'screen', (job, src) => pictures.make(job, { file: 'a.md', src })));
}

const boxesOf = ({ slides }: Scene): ImageBox[] => slides.flatMap(({ boxes }) => boxes.filter((box) => box.kind === 'image'));

/** Pixels that are more red than green, of all pictures that a scene stores. */
async function red({ media }: Scene): Promise<number> {
  let count = 0;
  for (const { bytes } of media.values()) {
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    for (let at = 0; at < data.length; at += info.channels) if ((data[at] ?? 0) > (data[at + 1] ?? 0)) count += 1;
  }
  return count;
}

const RIGHT = { left: 0.55, top: 0.1, right: 0.05, bottom: 0 };
const WHOLE = { left: 0, top: 0, right: 0, bottom: 0 };

describe.each(Object.entries(FILES))('the audience’s copy of %s', (_, file) => {
  it('has no pixel that its slide cuts off', async () => {
    const scene = await audienceScene(await file(), [RIGHT]);
    expect(await red(scene)).toBe(0);
    expect([...scene.media.values()].every(({ drawing }) => drawing === undefined)).toBe(true);
    const [box] = boxesOf(scene);
    expect(box?.crop).toEqual(WHOLE);
    const asset = scene.media.get(box?.media ?? '');
    expect((asset?.width ?? 0) / (asset?.height ?? 1)).toBeCloseTo((WIDTH * 0.4) / (HEIGHT * 0.9), 1);
  });

  it('has it whole where another slide shows it so, and each part once', async () => {
    const scene = await audienceScene(await file(), [RIGHT, WHOLE, RIGHT]);
    expect(new Set(scene.media.values()).size).toBe(2);
    expect(new Set(boxesOf(scene).map(({ media }) => media)).size).toBe(2);
    expect(await red(scene)).toBeGreaterThan(0);
  });

  it('is the part alone, where the presenter’s is the whole', async () => {
    const scene = await audienceScene(await file(), [RIGHT], true);
    expect(await red(scene)).toBeGreaterThan(0);
    expect(boxesOf(scene)[0]?.crop).toEqual(RIGHT);
  });
});

it('says that it could not be cut, where no library can', async () => {
  const source: SourceImage = unwrap(readImage(await image(SECRET).png().toBuffer(), { file: 'a.md', src: 'a/p' }));
  const images: Images = new Map([['a/p', source]]);
  const block = {
    kind: 'image' as const,
    pictures: [{ src: 'a/p', alt: 'A', fit: 'cover' as const, caption: null, focus: { x: 1, y: 0 } }],
  };
  const scene = sceneOf([slide([block])], { images, meta: { forPresenter: false } });
  const pictures = openPictures(() => null);
  const { value, problems } = await withPictures(scene, images, 'screen', (job, src) => pictures.make(job, { file: 'a.md', src }));
  expect(problems).toMatchObject([{ code: 'article/image-as-is', message: expect.stringContaining('still in the file') as string }]);
  expect(boxesOf(unwrap({ value, problems: [] }))[0]?.crop).not.toEqual(WHOLE);
});
