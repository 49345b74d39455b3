import { canBeCut } from '../../core/write/html/index.ts';
import { readFontFile, type ReadFace } from '../font-file.ts';
import { createPeer } from '../rpc.ts';
import { parentWire } from './wires.ts';

/** Null: the file is no font that can be read. */
export type ReadFonts = readonly (readonly ReadFace[] | null)[];

/** Reads font files, each for itself. A stranger's font may be broken, or made to be endless: that is why it has a thread of its own. */
export function runFontsWorker(): void {
  createPeer(parentWire(), {
    serve: async (_, payload) => ({
      ok: true,
      value: (await Promise.all((payload as readonly Uint8Array[]).map(read))) satisfies ReadFonts,
    }),
  });
}

async function read(bytes: Uint8Array): Promise<readonly ReadFace[] | null> {
  try {
    const faces = readFontFile(bytes);
    const [face] = faces;
    return face && (await canBeCut(bytes, face.metrics.codePoints)) ? faces : null;
  } catch {
    return null;
  }
}
