import { imageJob, isRaw } from '../deck/index.ts';
import type { ImageAsset, ImageJob, Images, PictureQuality } from '../deck/types.ts';
import type { Outcome, Problem } from '../base/errors.ts';
import type { Box, Scene } from '../layout/types.ts';
import { decorationImages } from '../template/theme/index.ts';
import type { Frame } from '../template/theme/types.ts';

/** Makes a picture into one that a deck can store. Lent by whoever has a library for it; `src` is its name in the deck. */
export type MakeImage = (job: ImageJob, src: string) => Promise<Outcome<ImageAsset>>;

/** CSS pixels in a point. */
const PIXELS = 96 / 72;

interface Size {
  readonly width: number;
  readonly height: number;
}

type Crop = Extract<Box, { readonly kind: 'image' }>['crop'];

/** How large the whole of a picture would be, of which this frame shows what is left after cropping. CSS pixels. */
function whole({ width, height }: Frame, { left, top, right, bottom }: Crop): Size {
  return { width: (width * PIXELS) / Math.max(0.01, 1 - left - right), height: (height * PIXELS) / Math.max(0.01, 1 - top - bottom) };
}

/** The largest size in which each picture is shown anywhere in the deck, by its hash. CSS pixels. */
function shownSizes(scene: Scene, images: Images): ReadonlyMap<string, Size> {
  const sizes = new Map<string, Size>();
  const show = (hash: string, { width, height }: Size): void => {
    const before = sizes.get(hash) ?? { width: 0, height: 0 };
    sizes.set(hash, { width: Math.max(before.width, width), height: Math.max(before.height, height) });
  };
  for (const { boxes } of scene.slides) for (const box of boxes) if (box.kind === 'image') show(box.media, whole(box.frame, box.crop));
  for (const { src, frame, crop } of decorationImages(scene.theme)) {
    const image = images.get(src);
    if (image) show(image.hash, whole(frame, crop));
  }
  return sizes;
}

/**
 * The scene with every picture as it is stored, each once and for the largest of its places: both formats are written from these bytes.
 * A picture that is fit as it is needs no `make`.
 */
export async function withPictures(scene: Scene, images: Images, quality: PictureQuality, make: MakeImage): Promise<Outcome<Scene>> {
  const sizes = shownSizes(scene, images);
  const problems: Problem[] = [];
  const made = new Map<string, ImageAsset>();
  for (const [src, image] of images) {
    const shown = sizes.get(image.hash);
    if (!shown || made.has(image.hash)) continue;
    const job = imageJob(image, shown, quality);
    if (job === null && !isRaw(image)) {
      made.set(image.hash, image);
      continue;
    }
    // One after another: each may take as much memory as it has pixels.
    const outcome = await make(job ?? { image, width: image.width, height: image.height, quality }, src);
    problems.push(...outcome.problems);
    if (outcome.value) made.set(image.hash, outcome.value);
  }
  const decoration = decorationImages(scene.theme).flatMap(({ src }) => {
    const asset = made.get(images.get(src)?.hash ?? '');
    return asset ? [[src, asset] as const] : [];
  });
  return { value: { ...scene, media: new Map([...made, ...decoration]) }, problems };
}
