/** Collects the fonts that Lectern measures with and puts into HTML decks: `dist/fonts` with its `manifest.json`. */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import { makeMetrics } from '../src/workspace/font-metrics.ts';
import type { FontManifest, ManifestFile, Range } from '../src/workspace/fonts.ts';

interface Source {
  readonly family: string;
  readonly package: string;
  readonly subsets: readonly string[];
  readonly styles: readonly ManifestFile['style'][];
}

const BOTH = ['normal', 'italic'] as const;
const EUROPEAN = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'];

/** The metric twins of Office's fonts, and Noto for scripts written from right to left. */
const SOURCES: readonly Source[] = [
  { family: 'Carlito', package: 'carlito', subsets: EUROPEAN, styles: BOTH },
  { family: 'Gelasio', package: 'gelasio', subsets: ['latin', 'latin-ext', 'vietnamese'], styles: BOTH },
  { family: 'Arimo', package: 'arimo', subsets: EUROPEAN, styles: BOTH },
  { family: 'Caladea', package: 'caladea', subsets: ['latin', 'latin-ext'], styles: BOTH },
  { family: 'Noto Sans Arabic', package: 'noto-sans-arabic', subsets: ['arabic'], styles: ['normal'] },
  { family: 'Noto Sans Hebrew', package: 'noto-sans-hebrew', subsets: ['hebrew'], styles: ['normal'] },
];

/** The packages that `dist/fonts` comes from. */
export const FONT_PACKAGES: readonly string[] = SOURCES.map((source) => `@fontsource/${source.package}`);

/** Common glyphs of western decks: printable ASCII, Latin-1 letters and signs, typographic punctuation. */
const COMMON = [...span(0x20, 0x7e), ...span(0xa0, 0xff), 0x152, 0x153, ...span(0x2010, 0x2015), ...span(0x2018, 0x201e)].concat([
  0x2020, 0x2021, 0x2022, 0x2026, 0x202f, 0x2032, 0x2033, 0x2039, 0x203a, 0x20ac, 0x2122, 0x2212, 0x2009, 0x2060,
]);

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** `U+0000-00FF,U+0131` as pairs. */
function parseRanges(text: string): Range[] {
  return text.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

function toRanges(codePoints: readonly number[]): Range[] {
  const ranges: [number, number][] = [];
  for (const cp of codePoints) {
    const last = ranges.at(-1);
    if (last?.[1] === cp - 1) last[1] = cp;
    else ranges.push([cp, cp]);
  }
  return ranges;
}

/** Uncompressed, without hints and without features that no deck turns on: the HTML writer thins it to the glyphs a deck uses. */
const CUT = {
  targetFormat: 'sfnt',
  noHinting: true,
  keepFeatures: ['kern', 'liga', 'clig', 'calt', 'ccmp', 'locl', 'mark', 'mkmk'],
} as const;

async function cutCommon(bytes: Buffer): Promise<{ readonly bytes: Buffer; readonly codePoints: number[] }> {
  const font = create(bytes);
  const has = new Set('characterSet' in font ? font.characterSet : []);
  const codePoints = [...new Set(COMMON)].filter((cp) => has.has(cp)).sort((a, b) => a - b);
  return { bytes: await subsetFont(bytes, String.fromCodePoint(...codePoints), CUT), codePoints };
}

/** Writes `dist/fonts` below the project's top folder: every file, its smaller common cut, and `manifest.json`. */
export async function buildFonts(root: string): Promise<void> {
  const out = join(root, 'dist', 'fonts');
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const files: ManifestFile[] = [];
  for (const source of SOURCES) {
    const folder = join(root, 'node_modules', '@fontsource', source.package);
    const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
    await copyFile(join(folder, 'LICENSE'), join(out, `${source.package}.LICENSE.txt`));
    for (const subset of source.subsets) {
      for (const weight of [400, 700] as const) {
        for (const style of source.styles) {
          const file = `${source.package}-${subset}-${weight}-${style}.woff2`;
          await copyFile(join(folder, 'files', file), join(out, file));
          const cut = subset === 'latin' ? await cutCommon(await readFile(join(out, file))) : null;
          const common = cut && {
            file: file.replace('-latin-', '-common-').replace('.woff2', '.ttf'),
            codePoints: toRanges(cut.codePoints),
          };
          if (cut && common) await writeFile(join(out, common.file), cut.bytes);
          const metrics = file.replace('.woff2', '.json');
          await writeFile(join(out, metrics), JSON.stringify(makeMetrics(create(await readFile(join(out, file))) as Font)));
          files.push({ family: source.family, weight, style, subset, file, metrics, ranges: parseRanges(ranges[subset] ?? ''), common });
        }
      }
    }
  }
  const manifest: FontManifest = { files };
  await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest));
}
