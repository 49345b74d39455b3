import { readFontFile, type ReadFace } from '../font-file.ts';
import { createPeer } from '../rpc.ts';
import { parentWire } from './wires.ts';

/** Null: the file is no font that can be read. */
export type ReadFonts = readonly (readonly ReadFace[] | null)[];

/** Reads font files, each for itself. A stranger's font may be broken, or made to be endless: that is why it has a thread of its own. */
export function runFontsWorker(): void {
  createPeer(parentWire(), {
    serve: (_, payload) => Promise.resolve({ ok: true, value: (payload as readonly Uint8Array[]).map(read) satisfies ReadFonts }),
  });
}

function read(bytes: Uint8Array): readonly ReadFace[] | null {
  try {
    return readFontFile(bytes);
  } catch {
    return null;
  }
}
