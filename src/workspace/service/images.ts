import { dirname, extname, join } from 'node:path';
import { isRaw, readImage } from '../../core/deck/index.ts';
import type { SourceImage } from '../../core/deck/types.ts';
import { unwrap } from '../../core/base/errors.ts';
import { exists, fileNameOf, readBytes } from '../files.ts';
import type { Store } from '../store/index.ts';
import { openPictures } from '../pictures/index.ts';
import { sha256 } from '../../core/base/hash.ts';

/** What lies beside a briefing: pixels upright as PNG or JPEG, a drawing as it was cleaned. */
async function keptAs(image: SourceImage, name: string): Promise<{ readonly bytes: Uint8Array; readonly ending: string }> {
  if (image.type === 'image/svg+xml') return { bytes: image.bytes, ending: 'svg' };
  const { width, height } = image;
  const asset = isRaw(image)
    ? unwrap(await openPictures().make({ image, width, height, quality: 'original' }, { file: name, src: name }))
    : image;
  return { bytes: asset.bytes, ending: asset.type === 'image/png' ? 'png' : 'jpg' };
}

/**
 * Puts a picture into `images` beside a briefing, for its own slides. Throws `article/image-unreadable` unless it is one that decks take;
 * what is kept is the picture upright and without metadata. The same picture twice is one file.
 */
export async function addImage(
  { store, within }: { readonly store: Store; readonly within: string },
  briefingFile: string,
  name: string,
  bytes: Uint8Array,
): Promise<{ src: string; width: number; height: number }> {
  const image = unwrap(readImage(bytes, { file: name, src: name }));
  const kept = await keptAs(image, name);
  const hash = sha256(kept.bytes);
  const stem = fileNameOf(name.slice(0, name.length - extname(name).length)) || 'image';
  const folder = join(dirname(briefingFile), 'images');
  const add = async (mayReplace: () => Promise<void>): Promise<{ src: string; width: number; height: number }> => {
    for (let n = 1; ; n += 1) {
      const file = `${stem}${n === 1 ? '' : `-${n}`}.${kept.ending}`;
      const path = join(folder, file);
      const same = (await exists(path)) && sha256(await readBytes(path)) === hash;
      if (!same && (await exists(path))) continue;
      if (!same) await store.write(path, kept.bytes, { mayReplace, within });
      return { src: `images/${file}`, width: image.width, height: image.height };
    }
  };
  return store.alone(folder, add, { within });
}
