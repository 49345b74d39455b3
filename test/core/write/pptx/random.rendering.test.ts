import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slide } from '../../../../src/core/deck/types.ts';
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

/** The slides of so many random decks together. */
const DECKS = Number(process.env['LECTERN_DECKS'] ?? 200);
const SEED = Number(process.env['LECTERN_SEED'] ?? 20231121);
const RUNS = Math.ceil(DECKS / THEMES.length);
/** The SDK's validator takes a second to start: so many decks' slides are written, linted and validated as one. */
const TOGETHER = 4;

interface Meta {
  readonly title: string;
  readonly mark: string | null;
  readonly language: string;
}
type Deck = readonly [Slide[], Meta];

/** Some decks' slides as one deck. */
function joined(decks: readonly Deck[]): Deck {
  const slides = decks.flatMap(([own], deck) => own.map((slide) => ({ ...slide, id: `${deck}-${slide.id}` })));
  return [slides, decks[0]?.[1] ?? { title: '', mark: null, language: 'en' }];
}

/** What is wrong with a deck, by both checkers; the lint runs inside `writePptx`. */
async function faultsOf(theme: Theme, [slides, meta]: Deck): Promise<string[]> {
  const scene = tryLayOut(slides, { theme, images: RANDOM_IMAGES, meta: { ...meta, direction: theme.direction, recipe: '{}' } }).value;
  if (!scene) return ['no scene'];
  try {
    return await validate((await writePptx(scene)).value);
  } catch (error) {
    return [String(error)];
  }
}

describe('random decks in every script', () => {
  it.each(THEMES)(
    'are valid: %s',
    async (_, theme) => {
      const decks: Deck[] = fc.sample(fc.tuple(randomSlides(theme, 2), randomMeta), { numRuns: RUNS, seed: SEED });
      const all = Array.from({ length: Math.ceil(RUNS / TOGETHER) }, (_, i) => joined(decks.slice(i * TOGETHER, (i + 1) * TOGETHER)));
      const faults: string[] = [];
      // Two at a time: the validator is a process of its own.
      for (let i = 0; i < all.length; i += 2) {
        faults.push(...(await Promise.all(all.slice(i, i + 2).map((deck) => faultsOf(theme, deck)))).flat());
      }
      expect(faults).toEqual([]);
    },
    300_000,
  );
});
