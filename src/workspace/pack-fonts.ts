import { sha256 } from '../core/base/hash.ts';
import { problem, type Problem } from '../core/base/errors.ts';
import type { FontFile, FontLibrary } from '../core/layout/types.ts';
import type { Pack } from '../core/template/types.ts';
import type { ReadFace } from './font-file.ts';
import { loadFonts, type Range } from './fonts.ts';
import type { Bounds } from './bounded.ts';
import type { ReadFonts } from './threads/fonts.ts';

/** A pack's fonts are read in a few tenths of a second, on a loaded machine in a few seconds; what takes far longer was made to. */
export const FONT_BOUNDS: Bounds = { milliseconds: 60_000, megabytes: 512 };

const FONT = /^fonts\/.*\.(?:ttf|otf|ttc|woff2?)$/i;

/** What font files of packs hold, by the SHA-256 of their bytes: the app reads a pack anew whenever one of its files changes. */
const known = new Map<string, readonly ReadFace[] | null>();
const MOST_KNOWN = 64;

/** A font library with what a pack brings, and what is wrong with the pack's files. */
export interface PackFonts {
  readonly fonts: FontLibrary;
  readonly problems: readonly Problem[];
}

/** The fonts at hand for a pack; for null the bundled ones alone. */
export type FontsFor = (pack: Pack | null) => Promise<PackFonts>;

/** Where bundled fonts lie and the built `worker.ts`; the bundled fonts are read once. */
export function openFonts({ fonts, worker }: { readonly fonts: string; readonly worker: string | URL }): FontsFor {
  let library: Promise<FontLibrary> | null = null;
  // What was measured is remembered by the library: one for a pack, for as long as the pack is.
  const made = new WeakMap<Pack, Promise<PackFonts>>();
  return async (pack) => {
    const bundled = await (library ??= loadFonts(fonts));
    if (pack === null) return { fonts: bundled, problems: [] };
    const own = made.get(pack) ?? withPackFonts(bundled, pack, worker);
    made.set(pack, own);
    return own;
  };
}

/**
 * The bundled fonts and a pack's own, from its folder `fonts`; of two families with one name the pack's counts.
 * `worker` is the built `worker.ts`. Warnings `pack/font`: such a file is left out, as if it were not there.
 */
export async function withPackFonts(bundled: FontLibrary, pack: Pack, worker: string | URL, bounds = FONT_BOUNDS): Promise<PackFonts> {
  const files = [...pack.assets].filter(([path]) => FONT.test(path)).map(([path, bytes]) => ({ path, bytes, hash: sha256(bytes) }));
  if (files.length === 0) return { fonts: bundled, problems: [] };
  const problems: Problem[] = [];
  const found = new Map(files.flatMap(({ hash }) => (known.has(hash) ? [[hash, known.get(hash) ?? null] as const] : [])));
  const fresh = files.filter(({ hash }) => !found.has(hash));
  const read = await readFonts(
    fresh.map(({ bytes }) => bytes),
    worker,
    bounds,
  );
  fresh.forEach(({ hash }, i) => {
    found.set(hash, read[i] ?? null);
    remember(hash, read[i] ?? null);
  });
  const own: FontFile[] = [];
  for (const { path, bytes, hash } of files) {
    const faces = found.get(hash) ?? null;
    if (faces === null || faces.length === 0) problems.push(unreadable(pack, path));
    else if (faces.some(({ restricted }) => restricted)) problems.push(forbidden(pack, path));
    else own.push(...faces.map((face) => fontFile(face, bytes)));
  }
  const families = new Set(own.map(({ family }) => family.toLowerCase()));
  return { fonts: { ...bundled, files: [...own, ...bundled.files.filter(({ family }) => !families.has(family.toLowerCase()))] }, problems };
}

/** All in one thread; where one of them is too much for it, each in its own, so that the others are read. */
async function readFonts(files: readonly Uint8Array[], worker: string | URL, bounds: Bounds): Promise<ReadFonts> {
  if (files.length === 0) return [];
  const { runBounded } = await import('./bounded.ts');
  const answer = await runBounded<ReadFonts>(worker, { role: 'fonts' }, files, bounds).done;
  if ('value' in answer) return answer.value;
  if (files.length === 1) return [null];
  const each: (readonly ReadFace[] | null)[] = [];
  for (const file of files) each.push(...(await readFonts([file], worker, bounds)));
  return each;
}

function remember(hash: string, faces: readonly ReadFace[] | null): void {
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(hash, faces);
}

function fontFile({ family, weight, style, metrics }: ReadFace, bytes: Uint8Array): FontFile {
  return {
    family,
    weight,
    style,
    subset: 'all',
    ranges: rangesOf(metrics.codePoints),
    read: () => bytes,
    metrics: () => metrics,
    common: null,
  };
}

function rangesOf(codePoints: readonly number[]): Range[] {
  const ranges: [number, number][] = [];
  for (const cp of codePoints) {
    const last = ranges.at(-1);
    if (last && cp === last[1] + 1) last[1] = cp;
    else ranges.push([cp, cp]);
  }
  return ranges;
}

function unreadable(pack: Pack, path: string): Problem {
  return problem('pack/font', {
    message: 'this file is no font that can be read, so the template does without it',
    place: { file: `${pack.folder}/${path}` },
    allowed: '.ttf, .otf, .ttc, .woff, .woff2',
    hint: 'Put the font’s own file there again, or take this one away.',
  });
}

function forbidden(pack: Pack, path: string): Problem {
  return problem('pack/font', {
    message: 'its maker does not allow this font to be put into documents, so the template does without it',
    place: { file: `${pack.folder}/${path}` },
    hint: 'Ask for a licence with embedding, or choose another family in theme.yaml.',
  });
}
