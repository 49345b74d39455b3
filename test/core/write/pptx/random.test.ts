import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageFormat, Theme, Variant } from '../../../../src/core/template/theme/types.ts';
import { writePptx } from '../../../../src/core/write/pptx/index.ts';
import { tryLayOut } from '../../../support/layout.ts';
import { RANDOM_IMAGES, randomMeta, randomSlides } from '../../../support/random-deck.ts';
import { PACKS } from '../../../support/samples.ts';
import { packTheme } from '../../../support/theme.ts';
import { validate } from '../../../support/validator.ts';

const CHOICES: readonly { readonly format: PageFormat; readonly variant: Variant; readonly direction: 'ltr' | 'rtl' }[] = [
  { format: '16:9', variant: 'light', direction: 'ltr' },
  { format: '4:3', variant: 'dark', direction: 'ltr' },
  { format: 'A4', variant: 'light', direction: 'rtl' },
];

const THEMES: [string, Theme][] = PACKS.flatMap((pack) =>
  CHOICES.map((choice): [string, Theme] => [`${pack} ${choice.format} ${choice.variant} ${choice.direction}`, packTheme(pack, choice)]),
);

/** Together 200 decks, all of them linted. */
const RUNS = Math.ceil(200 / THEMES.length);
/** The SDK's validator takes half a second a deck: CI has it look at each, a developer's machine at every fourth. */
const VALIDATED = process.env['LECTERN_REQUIRE_TOOLS'] === '1' ? 1 : 4;

/** What is wrong with a deck, by both checkers; the lint runs inside `writePptx`. */
async function faultsOf(
  theme: Theme,
  index: number,
  slides: Parameters<typeof tryLayOut>[0],
  meta: NonNullable<Parameters<typeof tryLayOut>[1]>['meta'],
): Promise<string[]> {
  const scene = tryLayOut(slides, { theme, images: RANDOM_IMAGES, meta: { ...meta, direction: theme.direction, recipe: '{}' } }).value;
  if (!scene) return ['no scene'];
  try {
    const { value } = await writePptx(scene);
    return index % VALIDATED === 0 ? await validate(value) : [];
  } catch (error) {
    return [String(error)];
  }
}

describe('random decks in every script', () => {
  it.each(THEMES)(
    'are valid: %s',
    async (_, theme) => {
      const decks = fc.sample(fc.tuple(randomSlides(theme, 2), randomMeta), { numRuns: RUNS, seed: 20231121 });
      const faults: string[] = [];
      // Two at a time: the validator is a process of its own.
      for (let i = 0; i < decks.length; i += 2) {
        const pair = decks.slice(i, i + 2).map(([slides, meta], k) => faultsOf(theme, i + k, slides, meta));
        faults.push(...(await Promise.all(pair)).flat());
      }
      expect(faults).toEqual([]);
    },
    300_000,
  );
});
