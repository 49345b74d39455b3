import { describe, expect, it } from 'vitest';
import { unwrap } from '../../src/core/base/errors.ts';
import { layOut } from '../../src/core/layout/index.ts';
import type { Theme } from '../../src/core/template/theme/types.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { pinnedFonts } from '../support/fonts.ts';
import { deckWith, FONTS, list, slide, text } from '../support/layout.ts';
import { convertAll, hasLibreOffice } from '../support/libreoffice.ts';
import { compareLines } from '../support/parity.ts';
import { readPdf } from '../support/pdf.ts';
import { PACKS } from '../support/samples.ts';
import { packTheme } from '../support/theme.ts';

const FILE = 'test/end-to-end/spread.rendering.test.ts';

function inRows(theme: Theme): Theme {
  const layouts = Object.entries(theme.layouts).map(([name, layout]) => {
    const spread = { kind: 'rows', maximum: 173, rule: { color: 'accent4', width: 0.75 } } as const;
    return [
      name,
      { ...layout, regions: layout.regions.map((region) => (region.name === 'body' ? { ...region, spread } : region)) },
    ] as const;
  });
  return { ...theme, layouts: Object.fromEntries(layouts) };
}

describe.skipIf(!hasLibreOffice(FILE))('text in rows', () => {
  it('stands where the scene has it in LibreOffice, in every pack', { timeout: 300_000 }, async () => {
    const items = [
      'The quay is full',
      'Low water costs a tenth of the year',
      '- and more in dry ones',
      'Nobody has decided',
      'A fourth',
      'A fifth',
    ];
    const scenes = PACKS.map((pack) => {
      const slides = [2, 3, 5, 6].map((count) =>
        slide([list(...items.slice(0, count))], { id: `s${count}`, layout: 'text', title: text(`${count} points`) }),
      );
      return unwrap(layOut(deckWith(slides), inRows(packTheme(pack)), { fonts: FONTS, images: new Map() }));
    });
    const decks: Uint8Array[] = [];
    for (const scene of scenes) decks.push((await writePptx(scene)).value);
    const pdfs = await convertAll(decks, { format: 'pdf', fontconfig: await pinnedFonts() });
    const off: string[] = [];
    let compared = 0;
    for (const [i, scene] of scenes.entries()) {
      const pages = await readPdf(pdfs[i] ?? new Uint8Array());
      for (const one of scene.slides)
        for (const line of compareLines(scene, one, pages[one.number - 1]?.words ?? [])) {
          compared += 1;
          if (line.baseline === null || Math.abs(line.baseline) > 1.2)
            off.push(`${PACKS[i] ?? ''} ${one.id}: ${line.expected} ${line.baseline ?? line.found}`);
        }
    }
    expect(compared).toBeGreaterThan(50);
    expect(off).toEqual([]);
  });
});
