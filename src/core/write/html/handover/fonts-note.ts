import type { Scene } from '../../../layout/types.ts';
import type { FontsNote } from './types.ts';

/** What PowerPoint takes a theme's `cs` and `ea` fonts for (ECMA-376 part 1, 21.1.2.3.1 and 21.1.2.3.3). */
const COMPLEX = /[\u0590-\u0eff\ufb1d-\ufdff\ufe70-\ufefc]/;
const EAST_ASIAN = /[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;

const distinct = (names: readonly string[]): string[] => [...new Set(names.filter((name) => name !== ''))].sort();

/** Where the fonts of a scene are found by whoever opens its files. */
export function fontsNote({ faces, theme }: Pick<Scene, 'faces' | 'theme'>): FontsNote {
  const shown = faces.flatMap(({ codePoints }) => codePoints);
  const has = (pattern: RegExp): boolean => shown.some((cp) => pattern.test(String.fromCodePoint(cp)));
  const choices = [theme.fonts.heading, theme.fonts.body];
  const inside = new Map(faces.flatMap(({ family, twin }) => (twin === null ? [] : [[family, twin] as const])));
  return {
    inside: [...inside].sort(([a], [b]) => (a < b ? -1 : 1)).map(([family, shownBy]) => ({ family, shownBy })),
    needed: distinct([
      ...choices.map(({ latin }) => latin),
      ...(has(COMPLEX) ? choices.map(({ complex }) => complex) : []),
      ...(has(EAST_ASIAN) ? choices.map(({ eastAsian }) => eastAsian) : []),
    ]),
    lacking: distinct(faces.flatMap(({ family, twin }) => (twin === null ? [family] : []))),
  };
}
