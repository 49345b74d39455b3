import type { ImageJob, PictureQuality, SourceImage } from '../types.ts';
import { isRaw } from './read.ts';

/**
 * Pixels stored for each CSS pixel (1/96 inch) in which a picture is shown. A slide of 13.33 inches has 1,280 of them, so that a
 * picture as wide as the slide is stored 2,560 wide for screens, and 4,000 for paper, which has 300 dots an inch.
 */
const DENSITY: Readonly<Record<PictureQuality, number>> = { screen: 2, print: 300 / 96, original: Infinity };

/** Drawings have no pixels of their own. */
const DRAWN: PictureQuality = 'print';

/** The longer side goes up to a whole number of these, so that a frame that moves by a hair while somebody types changes nothing. */
const STEP = 64;

/** The longest side that a drawing is drawn with: its pixels are for programs that know no SVG. */
const LONGEST_DRAWN = 8192;

/** Bytes, and bytes a pixel: a file that has more of both is saved with less loss than anybody sees. */
const HEAVY = { bytes: 512 * 1024, perPixel: 1 } as const;

/** A file with no more of either is stored as it is: there is nothing to gain. */
const LIGHT = { bytes: 100_000, pixels: 4_000_000 } as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size to store: `scale` of the picture's, rounded up to a step. */
function stepped({ width, height }: Size, scale: number): Size {
  const longer = Math.max(width, height);
  // A hair's breadth is what dividing and multiplying leaves over.
  const side = Math.ceil((longer * scale) / STEP - 1e-6) * STEP;
  const short = (value: number): number => Math.max(1, Math.round((value * side) / longer));
  return width >= height ? { width: side, height: short(height) } : { width: short(width), height: side };
}

/** Shares cut from each side. */
interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The whole pixels between two cuts: one that a cut goes through is left out, and at least one stays. */
function between(start: number, end: number, pixels: number): readonly [from: number, size: number] {
  const from = Math.min(pixels - 1, Math.ceil(start * pixels - 1e-6));
  return [from, Math.max(1, Math.floor((1 - end) * pixels + 1e-6) - from)];
}

/** A job that stores nothing of a picture but what its crop shows. `shown`: the whole of it, in CSS pixels. */
export function croppedJob(image: SourceImage, shown: Size, quality: PictureQuality, crop: Crop): ImageJob {
  const job = imageJob(image, shown, quality) ?? { image, width: image.width, height: image.height, quality };
  const [left, width] = between(crop.left, crop.right, job.width);
  const [top, height] = between(crop.top, crop.bottom, job.height);
  return { ...job, part: { left, top, width, height } };
}

function isLight({ bytes, width, height }: SourceImage): boolean {
  return bytes.length <= LIGHT.bytes && width * height <= LIGHT.pixels;
}

function isHeavy({ bytes, width, height }: SourceImage): boolean {
  return bytes.length > HEAVY.bytes && bytes.length > HEAVY.perPixel * width * height;
}

/**
 * What is to be done to a picture that is shown this large, the whole of it, in CSS pixels; null where it can be stored as it is. No
 * picture gets more pixels than it has, but a drawing, which has none.
 */
export function imageJob(image: SourceImage, shown: Size, quality: PictureQuality): ImageJob | null {
  const isDrawing = image.type === 'image/svg+xml';
  const density = DENSITY[isDrawing && quality === 'original' ? DRAWN : quality];
  const scale = density * Math.max(shown.width / image.width, shown.height / image.height);
  if (isDrawing) {
    const most = LONGEST_DRAWN / Math.max(image.width, image.height);
    return { image, ...stepped(image, Math.min(most, scale)), quality };
  }
  const wanted = Number.isFinite(scale) ? stepped(image, scale) : image;
  const size = wanted.width < image.width || wanted.height < image.height ? wanted : { width: image.width, height: image.height };
  const isSmaller = !isLight(image) && (size.width < image.width || size.height < image.height);
  const isNeeded = isRaw(image) || isSmaller || (quality === 'screen' && isHeavy(image));
  return isNeeded ? { image, width: size.width, height: size.height, quality } : null;
}
