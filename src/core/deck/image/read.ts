import { sha256 } from '../../base/hash.ts';
import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import type { RawImage, SourceImage } from '../types.ts';
import { swapsSides } from './exif.ts';
import { isGif, readGif } from './gif.ts';
import { isJpeg, stripJpeg } from './jpeg.ts';
import { foreignKind } from './kind.ts';
import { isPng, stripPng, type Stripped } from './png.ts';
import { isSvg, readSvg } from './svg/read.ts';
import { isWebp, readWebp, type Header } from './webp.ts';

/** No slide needs more; beyond it renderers give up. */
const MAX_SIDE = 20_000;
/** Large cameras have a hundred million; a small file can claim any number, and each takes memory where it is opened. */
const MAX_PIXELS = 200_000_000;

export const IMAGE_FORMS = 'PNG, JPEG, SVG, WebP or GIF';

/** How problems name the image: the file that names it, and the name it gives. */
export interface ImageName {
  readonly file: string;
  readonly src: string;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Thrown inside this module alone, and caught at its door. */
class Refused extends Error {
  readonly hint: string;
  readonly received: string | null;
  constructor(message: string, hint: string, received: string | null = null) {
    super(message);
    this.hint = hint;
    this.received = received;
  }
}

function bounded<T extends { readonly width: number; readonly height: number }>(size: T | null): T {
  if (size === null) throw new Refused('the image is damaged or cut off', 'Save it again, or take another copy.');
  const { width, height } = size;
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
    const hint = `Make it smaller than ${MAX_SIDE} pixels a side and ${MAX_PIXELS / 1_000_000} million in all.`;
    throw new Refused('the image is too large', hint, `${width} × ${height} pixels`);
  }
  return size;
}

const upright = ({ width, height, turn }: Pick<Header, 'width' | 'height' | 'turn'>): { width: number; height: number } =>
  swapsSides(turn) ? { width: height, height: width } : { width, height };

/** Pixels that stand upright are taken as they are; others are still to be turned. */
function pixels(type: 'image/png' | 'image/jpeg', stripped: Stripped, isPrint = false): SourceImage {
  const bytes = joined(stripped.parts);
  const { turn } = stripped;
  const image = { bytes, type, ...upright(stripped) };
  if (turn === 1 && !isPrint) return { ...image, hash: sha256(bytes) };
  return { ...image, turn, hasWords: false, hash: sha256(String(turn), bytes) };
}

function other(type: RawImage['type'], bytes: Uint8Array, header: Header): SourceImage {
  return { bytes, type, ...upright(header), turn: header.turn, hasWords: false, hash: sha256(bytes) };
}

/** What was done to a picture that nobody may find out by chance. */
type Notes = (message: string, hint: string, received?: string) => void;

function drawing(bytes: Uint8Array, note: Notes): SourceImage {
  const read = readSvg(bytes);
  if (typeof read === 'string') throw new Refused(read, 'Save it again as plain SVG, or as PNG.');
  const { leftOut, sizeAssumed, width, height, hasWords } = read;
  if (leftOut.length > 0) {
    note(
      'parts of the drawing are left out: a deck takes what is drawn in the file itself',
      'Look whether it says the same without them; save words as SVG text, or the whole as PNG.',
      leftOut.slice(0, 8).join(', '),
    );
  }
  if (sizeAssumed)
    note('the drawing has no size, and is shown as 300 × 150 pixels of it', 'Give its <svg> a viewBox, or width and height.');
  return { bytes: read.bytes, type: 'image/svg+xml', width, height, turn: 1, hasWords, hash: sha256(read.bytes) };
}

function moving(type: 'image/webp' | 'image/gif', bytes: Uint8Array, header: Header | null, note: Notes): SourceImage {
  const found = bounded(header);
  if (found.animated) note('only the first picture of the animation is shown', 'Save the picture that shall be shown by itself.');
  return other(type, bytes, found);
}

function read(bytes: Uint8Array, note: Notes): SourceImage {
  if (bytes.length === 0) throw new Refused('the image is missing or empty', 'Check the image’s name and that the file is there.');
  if (isPng(bytes)) return pixels('image/png', bounded(stripPng(bytes)));
  if (isJpeg(bytes)) {
    const jpeg = bounded(stripJpeg(bytes));
    return pixels('image/jpeg', jpeg, jpeg.isPrint);
  }
  if (isWebp(bytes)) return moving('image/webp', bytes, readWebp(bytes), note);
  if (isGif(bytes)) return moving('image/gif', bytes, readGif(bytes), note);
  if (isSvg(bytes)) return drawing(bytes, note);
  const foreign = foreignKind(bytes);
  if (foreign) throw new Refused(`the image is ${foreign.name}, which is not read`, foreign.hint);
  throw new Refused(`the image is neither ${IMAGE_FORMS.replace(' or ', ' nor ')}`, 'Save it as PNG or JPEG.');
}

/**
 * An image by its content, whatever its name ends in. PNG and JPEG that stand upright come as a deck stores them, metadata (EXIF, XMP,
 * comments, previews) left out; an SVG cleaned; what is turned or of another form as a `RawImage`, which is still to be made into one.
 * Returns `article/image-unreadable` for anything else and for a file cut off, and `article/image-changed` for what is left out.
 */
export function readImage(bytes: Uint8Array, { file, src }: ImageName): Outcome<SourceImage> {
  const place = { file, field: src };
  const problems: Problem[] = [];
  const note: Notes = (message, hint, received = src) =>
    void problems.push(problem('article/image-changed', { message, place, received, hint }));
  try {
    return { value: read(bytes, note), problems };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { message, hint, received } = error;
    const details = { message, place, received: received ?? src, allowed: IMAGE_FORMS, hint };
    return { value: null, problems: [problem('article/image-unreadable', details)] };
  }
}

/** Whether a picture is still to be made into one that a deck can store. */
export function isRaw(image: SourceImage): image is RawImage {
  return 'turn' in image;
}
