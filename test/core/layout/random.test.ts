import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Slide } from '../../../src/core/deck/types.ts';
import type { Theme } from '../../../src/core/template/theme/types.ts';
import { THEME, tryLayOut } from '../../support/layout.ts';
import { RANDOM_IMAGES, randomMeta, randomSlides } from '../../support/random-deck.ts';
import { META } from '../../support/deck.ts';
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

/** Random decks a theme; 550 over all themes. */
const RUNS = Number(process.env['LAYOUT_RUNS'] ?? 55);

function faultsOf(theme: Theme, slides: readonly Slide[], meta: Parameters<typeof tryLayOut>[1]): string[] {
  const { value: scene, problems } = tryLayOut(slides, { ...meta, theme, images: RANDOM_IMAGES });
  const errors = problems.filter((p) => p.severity === 'error').map((p) => `${p.code} ${p.message} ${p.received ?? ''}`);
  if (!scene) return errors;
  const input = slides.map(inputText).join('\n');
  return [...errors, ...overflows(scene), ...unevenLines(scene.slides), ...lostWords(input, outputText(scene.slides))];
}

describe('random decks', () => {
  it.each(themes)('overflow nowhere and lose no word: %s', { timeout: 300_000 }, (_, theme) => {
    fc.assert(
      fc.property(randomSlides(theme, 4), randomMeta, (slides, meta) => {
        expect(faultsOf(theme, slides, { meta: { ...meta, direction: theme.direction } })).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20231121, endOnFailure: true },
    );
  });
});

describe('decks that a search over other seeds found', () => {
  it.each([
    ['a table of one row whose headings leave it no room', 'A4', 'rtl', 1055, 17],
    ['the same below a list', 'A4', 'rtl', 1109, 21],
    ['the same beside a picture', 'A4', 'rtl', 1114, 9],
    ['the same beside figures', 'A4', 'rtl', 500017, 39],
    ['an event that breaks otherwise once it is divided', '16:9', 'rtl', 700124, 22],
  ] as const)('%s', { timeout: 60_000 }, (_, format, direction, seed, run) => {
    const theme = packTheme('situation-report', { format, direction });
    const [slides, meta] = fc.sample(fc.tuple(randomSlides(theme, 4), randomMeta), { numRuns: run + 1, seed })[run] ?? [[], META];
    expect(slides).not.toEqual([]);
    expect(faultsOf(theme, slides, { meta: { ...meta, direction } })).toEqual([]);
  });
});
