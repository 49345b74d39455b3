import type { ImageName } from '../../core/deck/index.ts';
import type { Outcome } from '../../core/base/errors.ts';
import type { ImageAsset, ImageJob } from '../../core/deck/types.ts';
import { pictureLibrary, type PictureLibrary } from './library.ts';
import { makeImage } from './make.ts';

/** Makes pictures into what decks store. */
export interface Pictures {
  readonly make: (job: ImageJob, name: ImageName) => Promise<Outcome<ImageAsset>>;
}

/** Makes each picture anew. `library`: for tests. */
export function openPictures(library: () => PictureLibrary | null = pictureLibrary): Pictures {
  return { make: (job, name) => makeImage(job, name, library()) };
}

const sizeOf = ({ value }: Outcome<ImageAsset>): number => (value?.bytes.length ?? 0) + (value?.drawing?.bytes.length ?? 0) + 1000;

/**
 * For decks that follow one another and are nearly the same, as in a preview: what was made is kept by the picture's content and its
 * job, up to `limit` bytes, the longest unused going first. Gives the same pictures, only sooner; two who ask for one at once share it.
 */
export function rememberPictures(limit: number, pictures: Pictures = openPictures()): Pictures {
  const known = new Map<string, { readonly made: Promise<Outcome<ImageAsset>>; bytes: number }>();
  const shorten = (): void => {
    let sum = 0;
    for (const { bytes } of known.values()) sum += bytes;
    for (const [key, { bytes }] of known) {
      if (sum <= limit) return;
      known.delete(key);
      sum -= bytes;
    }
  };
  return {
    make: (job, name) => {
      const { image, width, height, quality, part = null } = job;
      // Problems name the file, so that one picture under two names is made twice.
      const key = JSON.stringify([image.hash, width, height, quality, part, name.file, name.src]);
      const before = known.get(key);
      known.delete(key);
      const entry = before ?? { made: pictures.make(job, name), bytes: 0 };
      known.set(key, entry);
      if (!before) {
        entry.made.then(
          (outcome) => {
            entry.bytes = sizeOf(outcome);
            shorten();
          },
          () => known.delete(key),
        );
      }
      return entry.made;
    },
  };
}
