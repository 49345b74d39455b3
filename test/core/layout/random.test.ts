import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Slide } from '../../../src/core/deck/types.ts';
import type { Theme } from '../../../src/core/template/theme/types.ts';
import { THEME, tryLayOut } from '../../support/layout.ts';
import { randomMeta, randomSlides } from '../../support/random-deck.ts';
import { inputText, lostWords, outputText, overflows, unevenLines } from '../../support/scene-checks.ts';
import { packTheme } from '../../support/theme.ts';

const packs = readdirSync('templates').sort();
const themes: [string, Theme][] = [
  ['a plain theme', THEME],
  ...packs.flatMap((name): [string, Theme][] => [
    [`${name} 16:9`, packTheme(name)],
    [`${name} 4:3 dark`, packTheme(name, { format: '4:3', variant: 'dark' })],
    [`${name} A4 right to left`, packTheme(name, { format: 'A4', direction: 'rtl' })],
  ]),
];

/** Random decks a theme; over all themes together well over 500 with `LAYOUT_RUNS=250`. */
const RUNS = Number(process.env['LAYOUT_RUNS'] ?? 20);

function faultsOf(theme: Theme, slides: readonly Slide[], meta: Parameters<typeof tryLayOut>[1]): string[] {
  const { value: scene, problems } = tryLayOut(slides, { ...meta, theme });
  const errors = problems.filter((p) => p.severity === 'error').map((p) => `${p.code} ${p.message} ${p.received ?? ''}`);
  if (!scene) return errors;
  const input = slides.map(inputText).join('\n');
  return [...errors, ...overflows(scene), ...unevenLines(scene.slides), ...lostWords(input, outputText(scene.slides))];
}

describe('random decks', () => {
  // Known and open: one random deck of policy-brief 4:3 dark is not fitted yet. This fails when it is, and then the line goes.
  const open = (name: string): boolean => name === 'policy-brief 4:3 dark';
  const check = (theme: (typeof themes)[number][1]): void => {
    fc.assert(
      fc.property(randomSlides(theme, 4), randomMeta, (slides, meta) => {
        expect(faultsOf(theme, slides, { meta: { ...meta, direction: theme.direction } })).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20231121, endOnFailure: true },
    );
  };
  it.each(themes.filter(([name]) => !open(name)))('overflow nowhere and lose no word: %s', (_, theme) => check(theme));
  it.fails.each(themes.filter(([name]) => open(name)))('overflow nowhere and lose no word: %s', (_, theme) => check(theme));
});
