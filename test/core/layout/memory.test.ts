import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { specimenDeck } from '../../../src/core/deck/index.ts';
import type { Block, DeckMeta, Images, Slide } from '../../../src/core/deck/types.ts';
import { layoutMemory } from '../../../src/core/layout/index.ts';
import type { Layout, Region, Theme } from '../../../src/core/template/theme/types.ts';
import { META } from '../../support/deck.ts';
import { list, slide, text, textBox, tryLayOut } from '../../support/layout.ts';
import { RANDOM_IMAGES, randomMeta, randomSlides } from '../../support/random-deck.ts';
import { packTheme } from '../../support/theme.ts';

/** The pack's, with a date where its footer stands, which no pack of ours has. */
const theme = withDate(packTheme('plain'));

function withDate(own: Theme): Theme {
  const dated = ({ regions }: Layout): Region[] =>
    regions.flatMap((region) => (region.type === 'footer' ? [{ ...region, type: 'date' as const, name: 'date' }] : []));
  const layouts = Object.entries(own.layouts).map(([name, layout]) => [
    name,
    { ...layout, regions: [...layout.regions, ...dated(layout)] },
  ]);
  return { ...own, layouts: Object.fromEntries(layouts) as Theme['layouts'] };
}

interface Version {
  readonly slides: readonly Slide[];
  readonly meta: Partial<DeckMeta>;
  readonly images: Images;
}

type Edit = (version: Version, turn: number) => Version;

/** An edit of one of the slides, whichever it is. */
const ofOne = (change: (slides: readonly Slide[], at: number, chosen: Slide, turn: number) => readonly Slide[]): fc.Arbitrary<Edit> =>
  fc.nat().map((n) => (version, turn) => {
    const at = n % Math.max(1, version.slides.length);
    const chosen = version.slides[at];
    return chosen ? { ...version, slides: change(version.slides, at, chosen, turn) } : version;
  });

/** What somebody at work on a deck does. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.lorem({ maxCount: 30 }).chain((title) => ofOne((slides, at, chosen) => slides.with(at, { ...chosen, title: text(title) }))),
  ofOne((slides, at) => slides.toSpliced(at, 1)),
  ofOne((slides, _, chosen, turn) => [...slides, { ...chosen, id: `${chosen.id}-${turn}` }]),
  ofOne((slides, at, chosen) => [chosen, ...slides.toSpliced(at, 1)]),
  fc.constantFrom('a/b', null).map((topic): Edit => (v) => ({ ...v, slides: v.slides.map((s) => ({ ...s, topic })) })),
  randomMeta.map((meta): Edit => (version) => ({ ...version, meta })),
  fc.constant<Edit>((version) => ({ ...version, images: version.images.size === 0 ? RANDOM_IMAGES : new Map() })),
);

const IMAGE: Block = {
  kind: 'image',
  pictures: [{ src: [...RANDOM_IMAGES.keys()][0] ?? '', alt: 'A map', caption: null, fit: null, focus: { x: 0.5, y: 0.5 } }],
};

/** Every layout of the pack, and a picture. */
const SPECIMEN = {
  theme,
  slides: [...specimenDeck(theme, META).slides, slide([IMAGE], { id: 'picture' })],
  meta: META as Partial<DeckMeta>,
  images: RANDOM_IMAGES,
};

const CHANGES: Readonly<Record<string, Partial<typeof SPECIMEN>>> = {
  'the title in its footer': { meta: { ...META, title: 'Another' } },
  'the mark': { meta: { ...META, mark: 'EMBARGO' } },
  'the date': { meta: { ...META, date: '2030-12-31' } },
  'the language': { meta: { ...META, language: 'de' } },
  'the direction': { meta: { ...META, direction: 'rtl' } },
  'the pictures': {
    images: new Map([...RANDOM_IMAGES].map(([name, image]) => [name, { ...image, width: 10, height: 90, hash: 'other' }])),
  },
  'the theme': { theme: packTheme('plain', { format: '4:3' }) },
  'their order': { slides: [slide([IMAGE], { id: 'picture' }), ...specimenDeck(theme, META).slides] },
};

describe('a deck laid out after one that was nearly the same', () => {
  it('is the scene and has the problems that it would have alone, whatever was edited', () => {
    fc.assert(
      fc.property(randomSlides(theme, 4), fc.array(edit, { minLength: 1, maxLength: 5 }), (slides, edits) => {
        const memory = layoutMemory();
        let version: Version = { slides, meta: {}, images: RANDOM_IMAGES };
        tryLayOut(version.slides, { ...version, theme, memory });
        edits.forEach((change, turn) => {
          version = change(version, turn);
          const alone = tryLayOut(version.slides, { ...version, theme });
          // Node's own comparison: of scenes, the runner's takes longer than layout.
          expect(isDeepStrictEqual(tryLayOut(version.slides, { ...version, theme, memory }), alone)).toBe(true);
        });
      }),
      { numRuns: 6, seed: 20261127, endOnFailure: true },
    );
  });

  it.each(Object.entries(CHANGES))('is what it would be alone where nothing of its slides changes but %s', (_, change) => {
    const memory = layoutMemory();
    tryLayOut(SPECIMEN.slides, { ...SPECIMEN, memory });
    const after = { ...SPECIMEN, ...change };
    const alone = tryLayOut(after.slides, after);
    expect(isDeepStrictEqual(tryLayOut(after.slides, { ...after, memory }), alone)).toBe(true);
    // and it does change something
    expect(isDeepStrictEqual(tryLayOut(SPECIMEN.slides, SPECIMEN).value?.slides, alone.value?.slides)).toBe(false);
  });

  it('has the very slides of before where nothing changed, so that nothing after layout need be done again', () => {
    const memory = layoutMemory();
    const three = [slide([list('one')], { id: 'a' }), slide([list('two')], { id: 'b' }), slide([list('three')], { id: 'c' })];
    const before = tryLayOut(three, { memory }).value?.slides;
    const after = tryLayOut(three.with(1, slide([list('other')], { id: 'b' })), { memory }).value?.slides;
    expect(after?.map((s, i) => s === before?.[i])).toEqual([true, false, true]);
  });

  it('gives up the size it shared with a slide that is gone', () => {
    const memory = layoutMemory();
    const points = Array.from({ length: 7 }, (_, i) => `Point ${i} of ${'many words that go on and '.repeat(3)}`);
    const [long, short] = [slide([list(...points)], { id: 'long', topic: 'a/b' }), slide([list('one')], { id: 'short', topic: 'a/b' })];
    const sizeOfShort = (slides: readonly Slide[]): number | undefined =>
      textBox(tryLayOut(slides, { memory }).value?.slides[0]).levels[0]?.size;
    expect(sizeOfShort([short, long])).toBeLessThan(sizeOfShort([short]) ?? 0);
  });
});
