import { describe, expect, it } from 'vitest';
import { writePptx } from '../../../../src/core/write/pptx/index.ts';
import { articleScene } from '../../../support/article-scene.ts';
import { pinnedFonts } from '../../../support/fonts.ts';
import { convertAll, hasLibreOffice } from '../../../support/libreoffice.ts';
import { compareLines } from '../../../support/parity.ts';
import { readPdf } from '../../../support/pdf.ts';
import { PACKS } from '../../../support/samples.ts';
import { DIVIDED_DECK } from '../../../support/words-deck.ts';

describe.skipIf(!hasLibreOffice('divided-words.rendering'))('words that layout divided, in LibreOffice', () => {
  it('are divided at the same places, since it ends lines at soft hyphens', { timeout: 120_000 }, async () => {
    const scenes = await Promise.all(PACKS.map((pack) => articleScene({ ...DIVIDED_DECK, pack })));
    const decks = await Promise.all(scenes.map(async (scene) => (await writePptx(scene)).value));
    const pdfs = await convertAll(decks, { format: 'pdf', fontconfig: await pinnedFonts() });
    const lines = (
      await Promise.all(
        scenes.map(async (scene, i) => {
          const pages = await readPdf(pdfs[i] ?? new Uint8Array());
          return scene.slides.flatMap((slide) => compareLines(scene, slide, pages[slide.number - 1]?.words ?? []));
        }),
      )
    ).flat();
    expect(lines.length).toBeGreaterThan(100);
    // It shows no hyphen (docs/ooxml/words.md), so a syllable more may stand on a line.
    const elsewhere = lines.filter(({ baseline }) => baseline === null);
    expect(elsewhere.length / lines.length, JSON.stringify(elsewhere, null, 1)).toBeLessThan(0.03);
  });
});
