import { describe, expect, it } from 'vitest';
import { writeZip, type Parts } from '../../../../../src/core/base/ooxml/zip.ts';
import { mentionReader } from '../../../../../src/core/claims/index.ts';
import { deckSide, diffDecks } from '../../../../../src/core/write/pptx/diff/index.ts';
import { inspectPptx } from '../../../../../src/core/write/pptx/index.ts';
import { articleScene } from '../../../../support/article-scene.ts';
import { DECK_LANGUAGES, languageDeck } from '../../../../support/language-decks.ts';
import { written } from '../../../../support/package.ts';
import { asPowerPoint, asPythonPptx, withOtherPrefixes } from '../../../../support/rewriting.ts';
import { richScene } from '../../../../support/rich-scene.ts';
import { PACKS, sampleScene, SAMPLES } from '../../../../support/samples.ts';

const DECKS: readonly (readonly [string, () => Promise<Parts>])[] = [
  ...PACKS.flatMap((pack) =>
    SAMPLES.map((sample) => [`${sample} in ${pack}`, async () => written(await sampleScene({ sample, pack }))] as const),
  ),
  ...DECK_LANGUAGES.map(
    (language) => [`the deck in ${language}`, async () => written(await articleScene(languageDeck(language)))] as const,
  ),
  ['a deck of every kind of box', () => written(richScene())],
];

const WAYS: readonly (readonly [string, (parts: Parts) => Parts])[] = [
  ['PowerPoint', asPowerPoint],
  ['python-pptx', asPythonPptx],
  ['a library of other prefixes', withOtherPrefixes],
];

describe('a deck that was saved unedited', () => {
  it.each(DECKS)('%s is unchanged on every slide, whoever saved it', async (_, make) => {
    const deck = await make();
    const before = deckSide(writeZip(deck));
    for (const [program, save] of WAYS) {
      const saved = writeZip(save(deck));
      const diff = diffDecks(before, deckSide(saved), mentionReader);
      expect(diff, program).toEqual({ slides: diff.slides, changed: [], everywhere: [], design: false, looksCompared: true });
      const { slides, removed, digest } = inspectPptx(saved).value;
      expect(digest, program).toBe('changed');
      expect(removed).toEqual([]);
      expect(slides.filter(({ changed, added, unknown, moved }) => changed || added || unknown || moved)).toEqual([]);
    }
  });
});
