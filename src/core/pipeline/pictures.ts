import { croppedJob, imageJob, isRaw } from '../deck/index.ts';
import type { ImageAsset, ImageJob, Images, PictureQuality, SourceImage } from '../deck/types.ts';
import type { Outcome, Problem } from '../base/errors.ts';
import type { Box, ImageBox, Scene } from '../layout/types.ts';
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

type Crop = ImageBox['crop'];

const NO_CROP: Crop = { left: 0, top: 0, right: 0, bottom: 0 };

/** How large the whole of a picture would be, of which this frame shows what is left after cropping. CSS pixels. */
function whole({ width, height }: Frame, { left, top, right, bottom }: Crop): Size {
  return { width: (width * PIXELS) / Math.max(0.01, 1 - left - right), height: (height * PIXELS) / Math.max(0.01, 1 - top - bottom) };
}

function larger(a: Size | undefined, b: Size): Size {
  return a === undefined ? b : { width: Math.max(a.width, b.width), height: Math.max(a.height, b.height) };
}

/** A picture as it is to be stored: the file, and what of it. */
interface Stored {
  readonly hash: string;
  /** Null: all of it, for whichever frames cut it. */
  readonly crop: Crop | null;
}

const keyOf = ({ hash, crop }: Stored): string => JSON.stringify([hash, crop]);

/**
 * What the audience is handed holds nothing of a picture that its slide does not show, so each crop is a picture of its own there. In the
 * presenter's copy a picture is stored once and whole: whoever works on it may choose another part.
 */
function storedOf({ media, crop }: ImageBox, forPresenter: boolean): Stored {
  const isWhole = Object.values(crop).every((share) => share === 0);
  return { hash: media, crop: forPresenter || isWhole ? null : crop };
}

/** What is stored of each picture, and the largest size in which the whole of it would be shown anywhere in the deck. CSS pixels. */
function shownSizes(scene: Scene, images: Images): ReadonlyMap<string, Stored & { readonly size: Size }> {
  const sizes = new Map<string, Stored & { readonly size: Size }>();
  const show = (stored: Stored, size: Size): void => {
    const key = keyOf(stored);
    sizes.set(key, { ...stored, size: larger(sizes.get(key)?.size, size) });
  };
  for (const box of imageBoxes(scene)) show(storedOf(box, scene.meta.forPresenter), whole(box.frame, box.crop));
  for (const { src, frame, crop } of decorationImages(scene.theme)) {
    const image = images.get(src);
    // The template's own art is what its owner has put into it.
    if (image) show({ hash: image.hash, crop: null }, whole(frame, crop));
  }
  return sizes;
}

function imageBoxes({ slides }: Scene): ImageBox[] {
  return slides.flatMap(({ boxes }) => boxes.flatMap((box) => (box.kind === 'image' ? [box] : [])));
}

/** What must be done to a picture before it can be stored; null: nothing. */
function jobFor(image: SourceImage, { crop, size }: Stored & { readonly size: Size }, quality: PictureQuality): ImageJob | null {
  if (crop !== null) return croppedJob(image, size, quality, crop);
  const job = imageJob(image, size, quality);
  return job ?? (isRaw(image) ? { image, width: image.width, height: image.height, quality } : null);
}

/**
 * The scene with every picture as it is stored, each once and for the largest of its places: both formats are written from these bytes.
 * A picture that is fit as it is needs no `make`. In the audience's copy a cut picture is its visible part alone.
 */
export async function withPictures(scene: Scene, images: Images, quality: PictureQuality, make: MakeImage): Promise<Outcome<Scene>> {
  const { forPresenter } = scene.meta;
  const problems: Problem[] = [];
  const byHash = new Map([...images].reverse().map(([src, image]) => [image.hash, { src, image }] as const));
  const media = new Map<string, ImageAsset>();
  const parts = new Map<string, string>();
  for (const [key, shown] of shownSizes(scene, images)) {
    const found = byHash.get(shown.hash);
    if (!found) continue;
    const job = jobFor(found.image, shown, quality);
    // One after another: each may take as much memory as it has pixels.
    const { value, problems: said } = job === null ? ready(found.image) : await make(job, found.src);
    problems.push(...said);
    if (!value) continue;
    // A part is named by what it is; whatever else is done to a picture, it keeps the name that boxes have for it.
    const isPart = shown.crop !== null && value.hash !== shown.hash;
    media.set(isPart ? value.hash : shown.hash, value);
    if (isPart) parts.set(key, value.hash);
  }
  const decoration = decorationImages(scene.theme).flatMap(({ src }) => {
    const asset = media.get(images.get(src)?.hash ?? '');
    return asset ? [[src, asset] as const] : [];
  });
  const cut = (box: Box): Box => {
    const part = box.kind === 'image' ? parts.get(keyOf(storedOf(box, forPresenter))) : undefined;
    return box.kind === 'image' && part !== undefined ? { ...box, media: part, crop: NO_CROP } : box;
  };
  const slides = parts.size === 0 ? scene.slides : scene.slides.map((slide) => ({ ...slide, boxes: slide.boxes.map(cut) }));
  return { value: { ...scene, slides, media: new Map([...media, ...decoration]) }, problems };
}

/** A picture that is stored as it was read. */
function ready(image: SourceImage): Outcome<ImageAsset> {
  return { value: isRaw(image) ? null : image, problems: [] };
}
