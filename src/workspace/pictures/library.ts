import { createRequire } from 'node:module';
import type sharp from 'sharp';

/** The library that decodes, scales and encodes pictures. It is native code, so it lies beside the bundles and not in them. */
export type PictureLibrary = typeof sharp;

/** Decoders that a picture may reach; the rest of the library's stay shut for whatever claims to be one. */
const LOADERS = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif', 'VipsForeignLoadSvg'];

let loaded: { readonly library: PictureLibrary | null } | null = null;

/**
 * The library, loaded when the first picture needs it, which takes a tenth of a second; null where this machine has none that fits,
 * neither native code nor WebAssembly.
 */
export function pictureLibrary(): PictureLibrary | null {
  loaded ??= { library: load() };
  return loaded.library;
}

function load(): PictureLibrary | null {
  try {
    const library = createRequire(import.meta.url)('sharp') as PictureLibrary;
    // What it keeps of earlier pictures would only take memory: those made are kept by who asks.
    library.cache(false);
    library.block({ operation: ['VipsForeignLoad'] });
    library.unblock({ operation: LOADERS });
    return library;
  } catch {
    return null;
  }
}

/** Whether it draws words: its WebAssembly has no fonts. */
export function drawsWords(library: PictureLibrary): boolean {
  return library.versions['emscripten' as keyof typeof library.versions] === undefined;
}
