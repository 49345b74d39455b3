import type { Problem } from '../../core/errors.ts';
import { filesFor } from '../../core/layout/index.ts';
import type { FontFile, FontLibrary, Scene } from '../../core/layout/types.ts';
import { createPeer } from '../rpc.ts';
import { runBounded } from './bounded.ts';
import { parentWire } from './wires.ts';

interface Request {
  readonly scene: Scene;
  /** Font files that the scene needs, with their bytes. */
  readonly files: readonly Sent[];
}

/** A font file as plain data. The writer asks for no metrics: everything is laid out. */
interface Sent extends Omit<FontFile, 'read' | 'metrics' | 'common'> {
  readonly bytes: Uint8Array;
  readonly common: { readonly codePoints: ReadonlySet<number>; readonly bytes: Uint8Array } | null;
}

interface Written {
  readonly value: Uint8Array;
  readonly problems: readonly Problem[];
}

/** Writes the HTML deck in a thread of its own, started from `file`, the built `worker.ts`, while this one writes the other format. */
export async function writeHtmlInThread(file: string, scene: Scene, fonts: FontLibrary): Promise<Written> {
  const needed = new Set(scene.faces.flatMap((face) => filesFor(face, fonts)));
  const files = [...needed].map(({ family, weight, style, subset, ranges, read, common }): Sent => ({
    ...{ family, weight, style, subset, ranges, bytes: read() },
    common: common && { codePoints: common.codePoints, bytes: common.read() },
  }));
  const answer = await runBounded<Written>(file, { role: 'html' }, { scene, files } satisfies Request, null).done;
  if ('value' in answer) return answer.value;
  throw new Error('the thread that writes HTML has no bounds');
}

export function playHtml(): void {
  createPeer(parentWire(), {
    serve: async (_, payload) => {
      const { scene, files } = payload as Request;
      const { writeHtml } = await import('../../core/write/html/index.ts');
      return { ok: true, value: await writeHtml(scene, { files: files.map(received) }) };
    },
  });
}

function received({ bytes, common, ...file }: Sent): FontFile {
  return {
    ...file,
    read: () => bytes,
    metrics: () => {
      throw new Error('nothing is measured once a scene is laid out');
    },
    common: common && { codePoints: common.codePoints, read: () => common.bytes },
  };
}
