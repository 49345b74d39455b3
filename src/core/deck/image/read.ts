import { sha256 } from '../../base/hash.ts';
import { problem, type Outcome } from '../../base/errors.ts';
import type { ImageAsset } from '../types.ts';
import { isJpeg, stripJpeg } from './jpeg.ts';
import { isPng, stripPng, type Stripped } from './png.ts';

/** No slide needs more; beyond it renderers give up. */
const MAX_SIDE = 20_000;

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

/**
 * An image by its content, whatever its name ends in: PNG or JPEG, its metadata (EXIF, XMP, comments, previews) left out.
 * Returns `article/image-unreadable` for anything else, for a file cut off, and for a photo that EXIF would turn.
 */
export function readImage(bytes: Uint8Array, { file, src }: ImageName): Outcome<ImageAsset> {
  const refuse = (message: string, hint: string, received = src): Outcome<ImageAsset> => ({
    value: null,
    problems: [problem('article/image-unreadable', { message, place: { file, field: src }, received, allowed: 'PNG or JPEG', hint })],
  });
  const asset = (type: ImageAsset['type'], { width, height, parts }: Stripped): Outcome<ImageAsset> => {
    if (width > MAX_SIDE || height > MAX_SIDE) {
      return refuse('the image is too large', `Make it smaller than ${MAX_SIDE} pixels a side.`, `${width} × ${height} pixels`);
    }
    const kept = joined(parts);
    return { value: { bytes: kept, type, width, height, hash: sha256(kept) }, problems: [] };
  };
  const damaged = (): Outcome<ImageAsset> => refuse('the image is damaged or cut off', 'Save it again, or take another copy.');

  if (bytes.length === 0) return refuse('the image is missing or empty', 'Check the image’s name and that the file is there.');
  if (isPng(bytes)) {
    const png = stripPng(bytes);
    return png ? asset('image/png', png) : damaged();
  }
  if (isJpeg(bytes)) {
    const jpeg = stripJpeg(bytes);
    if (jpeg?.turned)
      return refuse(
        'the photo is stored turned and only its EXIF data says so',
        'Open it in a picture program, turn it upright and save it again.',
      );
    return jpeg ? asset('image/jpeg', jpeg) : damaged();
  }
  return refuse('the image is neither PNG nor JPEG', 'Save it as PNG or JPEG.');
}
