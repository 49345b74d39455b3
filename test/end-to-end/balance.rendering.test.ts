import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { layOut } from '../../src/core/layout/index.ts';
import { unwrap } from '../../src/core/base/errors.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { pinnedFonts } from '../support/fonts.ts';
import { deckWith, FONTS, slide, text } from '../support/layout.ts';
import { convertAll, hasLibreOffice } from '../support/libreoffice.ts';
import { compareLines } from '../support/parity.ts';
import { readPdf } from '../support/pdf.ts';
import { PACKS } from '../support/samples.ts';
import { packTheme } from '../support/theme.ts';

const FILE = 'test/end-to-end/balance.rendering.test.ts';
const WORDS =
  'the port of Lindmouth handles more than its council planned for because low water costs 7 per cent of November 2023 and Reichweite Häfen'.split(
    ' ',
  );

/** Titles of 6 to 22 words, each one its own. */
function titles(count: number): string[] {
  let seed = 21;
  const next = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
  return Array.from({ length: count }, (_, i) => `${i} ${Array.from({ length: 5 + next(17) }, () => WORDS[next(WORDS.length)]).join(' ')}`);
}

describe.skipIf(!hasLibreOffice(FILE))('balanced titles', () => {
  it('break at the same places in LibreOffice, in every pack', { timeout: 300_000 }, async () => {
    const scenes = PACKS.map((pack): Scene => {
      const theme = packTheme(pack);
      const deck = deckWith(titles(110).map((title, i) => slide([], { id: `s${i}`, layout: 'text', title: text(title) })));
      return unwrap(layOut(deck, theme, { fonts: FONTS, images: new Map() }));
    });
    const decks: Uint8Array[] = [];
    for (const scene of scenes) decks.push((await writePptx(scene)).value);
    const pdfs = await convertAll(decks, { format: 'pdf', fontconfig: await pinnedFonts() });
    const broken: string[] = [];
    let insets = 0;
    for (const [i, scene] of scenes.entries()) {
      const pages = await readPdf(pdfs[i] ?? new Uint8Array());
      for (const one of scene.slides) {
        const title = one.boxes.find((box) => box.kind === 'text' && box.role === 'title');
        if (title?.kind !== 'text' || !title.inset) continue;
        insets += 1;
        const lines = compareLines(scene, { ...one, boxes: [title] }, pages[one.number - 1]?.words ?? []);
        broken.push(
          ...lines.filter(({ baseline }) => baseline === null).map(({ expected, found }) => `${PACKS[i] ?? ''}: ${expected} | ${found}`),
        );
      }
    }
    expect(insets).toBeGreaterThan(120);
    expect(broken).toEqual([]);
  });
});
