import { Buffer } from 'node:buffer';
import type { Sharp, SharpOptions } from 'sharp';
import { isRaw, readImage, type ImageName } from '../../core/deck/index.ts';
import { problem, unwrap, type Outcome, type Problem } from '../../core/base/errors.ts';
import type { ImageAsset, ImageJob, PictureQuality, PixelRect, Turn } from '../../core/deck/types.ts';
import { sha256 } from '../../core/base/hash.ts';
import { lookOf } from './drawn.ts';
import { drawsWords, type PictureLibrary } from './library.ts';

/** Of JPEG, from 1 to 100, and whether colours are stored as fine as light. */
const JPEG: Readonly<Record<PictureQuality, { readonly quality: number; readonly chromaSubsampling: '4:2:0' | '4:4:4' }>> = {
  screen: { quality: 82, chromaSubsampling: '4:2:0' },
  print: { quality: 90, chromaSubsampling: '4:4:4' },
  original: { quality: 95, chromaSubsampling: '4:4:4' },
};

/** Pixels: what a file may have (`readImage` has looked), and what is looked at as a whole. */
const MOST_PIXELS = 200_000_000;
const MOST_LOOKED_AT = 40_000_000;
/** A picture of more pixels is scaled even if its file grows: whoever opens the deck must hold them all. */
const MOST_KEPT = 16_000_000;

/** A picture that may be either is stored as JPEG where that has less than a third of the bytes. */
const WORTH = 3;

/** Work is bounded by pixels; this is for what hangs. */
const SECONDS = 60;

/** CSS pixels an inch by the library's reckoning: at this density a drawing has as many pixels as its size says. */
const DRAWING_DENSITY = 72;

function upright(picture: Sharp, turn: Turn): Sharp {
  // EXIF 2.32, 4.6.4: mirrored first, then turned clockwise.
  const mirrored = turn === 2 || turn === 5 || turn === 7 ? picture.flop() : turn === 4 ? picture.flip() : picture;
  const degrees = { 1: 0, 2: 0, 3: 180, 4: 0, 5: 270, 6: 90, 7: 90, 8: 270 }[turn];
  return degrees === 0 ? mirrored : mirrored.rotate(degrees);
}

/** The picture upright, in the colours of screens, with as many pixels as it shall have. */
function prepared({ image, width, height }: ImageJob, library: PictureLibrary): Sharp {
  const options: SharpOptions = { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: 1 };
  const isDrawing = image.type === 'image/svg+xml';
  const density = isDrawing ? Math.max(1, (DRAWING_DENSITY * width) / image.width) : null;
  const opened = library(Buffer.from(image.bytes), {
    ...options,
    ...(density === null ? {} : { density }),
  });
  const turned = isRaw(image) ? upright(opened, image.turn) : opened;
  const sized = isDrawing || width !== image.width || height !== image.height ? turned.resize(width, height, { fit: 'fill' }) : turned;
  return sized.toColourspace('srgb').timeout({ seconds: SECONDS });
}

/** The part of it that is stored, made by itself: what a picture is turned by and scaled by counts for the whole. */
async function partOf(whole: Sharp, part: PixelRect, library: PictureLibrary): Promise<Sharp> {
  const { data, info } = await whole.raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return library(Buffer.from(data), { raw }).extract({ ...part });
}

/** Pixels as PNG where they are drawn or one can see through them, as JPEG where they are a photograph. */
async function encoded(job: ImageJob, library: PictureLibrary): Promise<Buffer> {
  const whole = prepared(job, library);
  const picture = job.part ? await partOf(whole, job.part, library) : whole;
  const jpeg = JPEG[job.quality];
  const png = { compressionLevel: 9 } as const;
  if (job.image.type === 'image/jpeg') return picture.jpeg(jpeg).toBuffer();
  const isLossless = job.image.type === 'image/svg+xml' || job.image.type === 'image/gif';
  if (isLossless || job.width * job.height > MOST_LOOKED_AT) return picture.png(png).toBuffer();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  // A copy: what WebAssembly gives is a piece of all its memory, and the whole of that would be taken in again.
  const again = library(Buffer.from(data), { raw });
  const look = lookOf(data, raw);
  const photograph = (): Promise<Buffer> => again.clone().removeAlpha().jpeg(jpeg).toBuffer();
  if (look === 'photograph') return photograph();
  const drawn = await again.clone().png(png).toBuffer();
  if (look === 'drawn') return drawn;
  const smaller = await photograph();
  return smaller.length * WORTH < drawn.length ? smaller : drawn;
}

function withoutLibrary({ image, part }: ImageJob, { file, src }: ImageName): Outcome<ImageAsset> {
  const place = { file, field: src };
  if (isRaw(image)) {
    const message = 'this machine has no library that can turn, convert or scale pictures';
    const hint = 'Install Lectern again with its optional packages, or save the picture upright as PNG or JPEG.';
    return { value: null, problems: [problem('article/image-library', { message, place, received: src, hint })] };
  }
  const message = part
    ? 'what the slide cuts off the picture is still in the file: this machine has no library that can take it out'
    : 'the picture is stored as it is, larger than it is shown: this machine has no library that can scale it';
  const hint = 'Install Lectern again with its optional packages, or scale the picture in a picture program.';
  return { value: image, problems: [problem('article/image-as-is', { message, place, received: src, hint })] };
}

function damaged(error: unknown, { file, src }: ImageName): Problem {
  const words = error instanceof Error ? error.message : '';
  const [message, hint] = /timeout/i.test(words)
    ? [`the image takes more than ${SECONDS} seconds to draw`, 'Make it simpler, or save it as PNG.']
    : /memory/i.test(words)
      ? ['this machine has not enough memory for the image', 'Make the image smaller, or close other programs.']
      : ['the image is damaged or cut off', 'Save it again, or take another copy.'];
  return problem('article/image-unreadable', { message, place: { file, field: src }, received: src, hint });
}

/**
 * A picture as a deck stores it: upright, in the colours of screens, without metadata, with no more pixels than its job says; a drawing
 * beside the pixels made of it. One that would only grow stays as it was. The same job gives the same bytes.
 * Problems: `article/image-unreadable`; `article/image-library` or `article/image-as-is` without a library; `article/image-changed` where
 * a drawing's words are not among its pixels. Of a part nothing but its pixels is kept, whatever the file was.
 */
export async function makeImage(job: ImageJob, name: ImageName, library: PictureLibrary | null): Promise<Outcome<ImageAsset>> {
  if (library === null) return withoutLibrary(job, name);
  const { image, part } = job;
  let made: Buffer;
  try {
    made = await encoded(job, library);
  } catch (error) {
    return { value: null, problems: [damaged(error, name)] };
  }
  const asset = unwrap(readImage(made, name));
  if (isRaw(asset)) throw new Error(`the library made ${asset.type} of ${name.src}`);
  if (part) return { value: asset, problems: [] };
  if (!isRaw(image)) {
    const mayStay = image.width * image.height <= MOST_KEPT;
    return { value: mayStay && asset.bytes.length >= image.bytes.length ? image : asset, problems: [] };
  }
  if (image.type !== 'image/svg+xml') return { value: asset, problems: [] };
  const problems = image.hasWords && !drawsWords(library) ? [wordless(name)] : [];
  return { value: { ...asset, drawing: { bytes: image.bytes, hash: sha256(image.bytes) } }, problems };
}

function wordless({ file, src }: ImageName): Problem {
  return problem('article/image-changed', {
    message: 'programs that show no SVG show this drawing without its words: nothing on this machine can draw them as pixels',
    place: { file, field: src },
    received: src,
    hint: 'PowerPoint from 2016 and the .html deck show them; build on another machine, or save the drawing as PNG.',
  });
}
