import { dirname, extname, join } from 'node:path';
import { readImage } from '../../core/deck/index.ts';
import { unwrap } from '../../core/base/errors.ts';
import { exists, fileNameOf, readBytes, writeSafely } from '../files.ts';
import { sha256 } from '../../core/base/hash.ts';

/**
 * Puts a picture into `images` beside a briefing, for its own slides. Throws `article/image-unreadable` unless it is a PNG or JPEG;
 * what is kept is the picture without metadata. The same picture twice is one file.
 */
export async function addImage(
  briefingFile: string,
  name: string,
  bytes: Uint8Array,
): Promise<{ src: string; width: number; height: number }> {
  const asset = unwrap(readImage(bytes, { file: name, src: name }));
  const ending = asset.type === 'image/png' ? 'png' : 'jpg';
  const stem = fileNameOf(name.slice(0, name.length - extname(name).length)) || 'image';
  for (let n = 1; ; n += 1) {
    const src = `images/${stem}${n === 1 ? '' : `-${n}`}.${ending}`;
    const path = join(dirname(briefingFile), ...src.split('/'));
    const same = (await exists(path)) && sha256(await readBytes(path)) === asset.hash;
    if (!same && (await exists(path))) continue;
    if (!same) await writeSafely(path, asset.bytes);
    return { src, width: asset.width, height: asset.height };
  }
}
