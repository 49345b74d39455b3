/** Collects the patterns by which words are divided: `dist/fonts/hyphenation`, a file a language, from TeX's as the package `hyphen` has them. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PATTERN_LANGUAGES } from '../src/core/layout/hyphenation/languages.ts';
import type { PatternLanguage, Patterns, Trie } from '../src/core/layout/hyphenation/types.ts';
import { patternFile } from '../src/workspace/hyphenation.ts';

/** The package that the patterns come from. */
export const PATTERN_PACKAGE = 'hyphen';

/** What the package calls its patterns; other languages are called as here. Bokmål's serve Nynorsk too. */
const FILES: Readonly<Partial<Record<PatternLanguage, string>>> = { de: 'de-1996', 'en-GB': 'en-gb', 'en-US': 'en-us' };

/** Rows of digits, the trie, and exceptions with the places of their hyphens in the word as it is written with them. */
type PackagePatterns = readonly [
  rows: readonly (readonly number[])[],
  trie: Trie,
  exceptions: Readonly<Record<string, readonly number[]>> | undefined,
];

/** Places of hyphens, each counted with the hyphens before it, as offsets in the word itself. */
const offsets = (places: readonly number[]): number[] => places.map((place, before) => place - before);

/** The patterns of a language as the package has them. */
export function patternsOf(language: PatternLanguage): Patterns {
  const read = createRequire(import.meta.url)(`hyphen/patterns/${FILES[language] ?? language}.js`) as PackagePatterns;
  const [rows, trie, exceptions = {}] = read;
  return { rows, trie, exceptions: Object.fromEntries(Object.entries(exceptions).map(([word, places]) => [word, offsets(places)])) };
}

/** Writes a file for each language below the folder of fonts, which must be there. */
export async function buildHyphenation(root: string): Promise<void> {
  const fonts = join(root, 'dist', 'fonts');
  await rm(join(fonts, 'hyphenation'), { recursive: true, force: true });
  await mkdir(join(fonts, 'hyphenation'));
  for (const { language } of PATTERN_LANGUAGES) await writeFile(patternFile(fonts, language), JSON.stringify(patternsOf(language)));
}
