import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hyphenation, PatternLanguage, Patterns } from '../core/layout/hyphenation/types.ts';

/** Where the patterns of a language lie, below the folder of fonts. */
export function patternFile(fonts: string, language: PatternLanguage): string {
  return join(fonts, 'hyphenation', `${language}.json`);
}

/** The patterns that Lectern brings with it. None is read before a word of its language does not fit its line, and each once. */
export function loadHyphenation(fonts: string): Hyphenation {
  const known = new Map<PatternLanguage, Patterns | null>();
  const read = (language: PatternLanguage): Patterns | null => {
    const file = patternFile(fonts, language);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Patterns) : null;
  };
  return {
    patterns: (language) => {
      let patterns = known.get(language);
      if (patterns === undefined) known.set(language, (patterns = read(language)));
      return patterns;
    },
  };
}
