import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LecternError, problem } from '../core/base/errors.ts';
import type { FontMetrics } from '../core/layout/font/metrics.ts';
import type { FontFile, FontLibrary } from '../core/layout/types.ts';
import { lazy } from '../core/base/lazy.ts';
import { readBytes } from './files.ts';
import { loadHyphenation } from './hyphenation.ts';

/** Inclusive code points. */
export type Range = readonly [number, number];

/** One file of `dist/fonts`, as the build wrote it down. */
export interface ManifestFile {
  readonly family: string;
  readonly weight: 400 | 700;
  readonly style: 'normal' | 'italic';
  readonly subset: string;
  readonly file: string;
  /** Its `FontMetrics`, beside it. */
  readonly metrics: string;
  readonly ranges: readonly Range[];
  readonly common: { readonly file: string; readonly codePoints: readonly Range[] } | null;
}

export interface FontManifest {
  readonly files: readonly ManifestFile[];
}

function expand(ranges: readonly Range[]): ReadonlySet<number> {
  const set = new Set<number>();
  for (const [from, to] of ranges) for (let cp = from; cp <= to; cp++) set.add(cp);
  return set;
}

function fontFile(folder: string, entry: ManifestFile): FontFile {
  const { family, weight, style, subset, ranges, common } = entry;
  return {
    family,
    weight,
    style,
    subset,
    ranges,
    read: lazy(() => readFileSync(join(folder, entry.file))),
    metrics: lazy(() => JSON.parse(readFileSync(join(folder, entry.metrics), 'utf8')) as FontMetrics),
    common: common && { codePoints: expand(common.codePoints), read: lazy(() => readFileSync(join(folder, common.file))) },
  };
}

/** The fonts that Lectern brings with it, and its patterns for dividing words. Their bytes are read when a deck first needs them. Throws `file/missing` where the build has not been run. */
export async function loadFonts(folder: string): Promise<FontLibrary> {
  const file = join(folder, 'manifest.json');
  const bytes = await readBytes(file);
  let manifest: FontManifest;
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes)) as FontManifest;
  } catch {
    throw new LecternError(
      problem('file/read', { message: 'the list of fonts is damaged', place: { file }, hint: 'Run `npm run build` again.' }),
    );
  }
  return { files: manifest.files.map((entry) => fontFile(folder, entry)), hyphenation: loadHyphenation(folder) };
}
