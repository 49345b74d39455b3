import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Scene } from '../../../../src/core/layout/types.ts';
import { writePptx } from '../../../../src/core/write/pptx/index.ts';
import { articleScene } from '../../../support/article-scene.ts';
import { ingest } from '../../../support/corporate/build.ts';
import { powerPointTemplate, scheme } from '../../../support/corporate/powerpoint.ts';
import { textBox } from '../../../support/corporate/xml.ts';
import { pinnedFonts } from '../../../support/fonts.ts';
import { languageDeck } from '../../../support/language-decks.ts';
import { convertAll, hasLibreOffice } from '../../../support/libreoffice.ts';
import { readPdf, type PdfPage } from '../../../support/pdf.ts';
import { linesOf } from '../../../support/set-lines.ts';
import { validate } from '../../../support/validator.ts';

/** Words of the master that run their own way in every deck. */
const art = (): string => textBox(33, 'Name', { x: 60, y: 4, width: 300, height: 20 }, ['Ministry of Ports'], 'sz="1000"', scheme('tx1'));

const CASES = (['he', 'de'] as const).flatMap((language) =>
  [false, true].map((rightToLeft) => ({
    language,
    rightToLeft,
    name: `${language} in a template that runs ${rightToLeft ? 'leftwards' : 'rightwards'}`,
  })),
);

/** How far the words of each text box are from where the scene has their shared edges, where that is more than a few points. */
function offEdges(scene: Scene, pages: readonly PdfPage[]): string[] {
  return scene.slides.flatMap(({ number, boxes }) =>
    boxes.flatMap((box) => {
      if (box.kind !== 'text') return [];
      const { x, y, width, height } = box.frame;
      const [first] = linesOf([box]);
      const words = (pages[number - 1]?.words ?? []).filter((word) => {
        const middle = word.x + word.width / 2;
        return middle > x - 2 && middle < x + width + 2 && word.y > y - 2 && word.y < y + height + 2;
      });
      if (!first || words.length === 0) return [`slide ${number}: no words in ${box.id}`];
      const lines = linesOf([box]);
      const edges = {
        left: [Math.min(...lines.map((line) => line.left)), Math.min(...words.map((word) => word.x))],
        right: [Math.max(...lines.map((line) => line.right)), Math.max(...words.map((word) => word.x + word.width))],
        middle: [0, 0],
      }[first.edge] as [number, number];
      // A bullet stands outside of its line by what it hangs.
      const hangs = Math.max(...box.levels.map((level) => level.hanging));
      return Math.abs(edges[0] - edges[1]) > hangs + 6 ? [`slide ${number}: ${box.id} ${first.edge} ${edges.join(' and ')}`] : [];
    }),
  );
}

describe.skipIf(!hasLibreOffice('company templates of both directions'))('decks of both directions in templates of both', () => {
  const scenes: Scene[] = [];
  const decks: Uint8Array[] = [];
  let rendered: PdfPage[][] = [];

  beforeAll(async () => {
    for (const { language, rightToLeft } of CASES) {
      const { pack } = ingest(powerPointTemplate({ rightToLeft, art }));
      const scene = await articleScene(languageDeck(language, pack));
      scenes.push(scene);
      decks.push((await writePptx(scene)).value);
    }
    const pdfs = await convertAll(decks, { format: 'pdf', fontconfig: await pinnedFonts() });
    rendered = await Promise.all(pdfs.map((pdf) => readPdf(pdf)));
  }, 120_000);

  it.each(CASES.map((c, i) => [c.name, i] as const))('stand where the scene has them in both files: %s', async (_, i) => {
    const [scene, deck, pages] = [scenes[i], decks[i], rendered[i]];
    if (!scene || !deck || !pages) throw new Error('no deck');
    expect(await validate(deck)).toEqual([]);
    expect(pages).toHaveLength(scene.slides.length);
    expect(offEdges(scene, pages)).toEqual([]);
    const titles = scene.slides.flatMap(({ boxes }) => boxes.filter((box) => box.kind === 'text' && box.role === 'title'));
    expect(new Set(linesOf(titles).map(({ edge }) => edge))).toEqual(new Set([scene.meta.direction === 'rtl' ? 'right' : 'left']));
    const presentation = new TextDecoder().decode(unzipSync(deck)['ppt/presentation.xml']);
    expect(/<p:presentation [^>]*\brtl="1"/.test(presentation)).toBe(scene.meta.direction === 'rtl');
    // what the master says runs as the master has it, in the scene too
    const words = Object.values(scene.words).flatMap(({ paragraphs }) => paragraphs);
    expect(new Set(words.map(({ direction }) => direction))).toEqual(new Set([CASES[i]?.rightToLeft === true ? 'rtl' : 'ltr']));
  });
});
