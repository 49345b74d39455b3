import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPLEX } from '../../src/core/base/unicode.ts';
import type { Scene, SceneSlide } from '../../src/core/layout/types.ts';
import type { Frame } from '../../src/core/template/theme/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { CHROMIUM, lacks, launchChromium, type Browser } from '../support/chromium.ts';
import { ALIASES, pinnedFonts } from '../support/fonts.ts';
import { FONTS, tryLayOut } from '../support/layout.ts';
import { convertAll, hasLibreOffice } from '../support/libreoffice.ts';
import { areasOf, strayWords, type Placed, type Renderer } from '../support/parity.ts';
import { readPdf, type PdfPage } from '../support/pdf.ts';
import { inBundledScripts, RANDOM_IMAGES, randomMeta, randomSlides } from '../support/random-deck.ts';
import { PACKS } from '../support/samples.ts';
import { packTheme } from '../support/theme.ts';

const DECKS = 44;
const TWINS: Readonly<Record<string, string>> = ALIASES;
const HAS_COMPLEX = new RegExp(`[${COMPLEX}]`, 'u');
const FILE = 'test/end-to-end/rendered.rendering.test.ts';

/** Random decks in all packs, pages and directions, laid out; the same every time. */
function randomScenes(): Scene[] {
  const themes = PACKS.flatMap((pack) => [
    packTheme(pack),
    packTheme(pack, { format: '4:3', variant: 'dark' }),
    packTheme(pack, { format: 'A4', direction: 'rtl' }),
  ]);
  return Array.from({ length: DECKS }, (_, i) => {
    const theme = themes[i % themes.length] ?? packTheme();
    const [[slides, meta] = [[], { title: '', mark: null, language: 'en' }]] = fc.sample(fc.tuple(randomSlides(theme, 2), randomMeta), {
      numRuns: 1,
      seed: 1000 + i,
    });
    const plain = { ...meta, title: 'A deck', mark: meta.mark === null ? null : 'DRAFT', direction: theme.direction };
    const { value } = tryLayOut(inBundledScripts(slides), { theme, images: RANDOM_IMAGES, meta: plain });
    if (!value) throw new Error(`deck ${i} was not laid out`);
    return value;
  });
}

/**
 * Whether a word is in the face that it was measured in. LibreOffice sets digits and Latin letters of right-to-left paragraphs in the font
 * for complex scripts, which may be wider. Where the reader named no faces, all are.
 */
function isInItsFace({ text, face }: Placed, { theme }: Scene): boolean {
  if (face === undefined || HAS_COMPLEX.test(text)) return true;
  return Object.values(theme.fonts).some(({ latin }) => face.startsWith(TWINS[latin] ?? latin));
}

const isAt = ({ x, y }: Placed, frame: Frame, below: number): boolean =>
  x >= frame.x - 1 && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height + below;

/** Words of a slide without those of boxes in which a renderer took another face: it breaks their lines elsewhere, and pushes words out. */
function asMeasured(scene: Scene, slide: SceneSlide, words: readonly Placed[], renderer?: Renderer): Placed[] {
  const replaced = words.filter((word) => !isInItsFace(word, scene));
  // A bullet has a face of its own wherever it stands.
  const wider = replaced.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const unsure = areasOf(scene, slide, renderer).filter(({ frame }) => wider.some((word) => isAt(word, frame, word.size)));
  return words.filter((word) => !replaced.includes(word) && !unsure.some(({ frame }) => isAt(word, frame, 2 * word.size)));
}

/** Words that leave their box or slide, and how many were looked at. */
function strays(
  scenes: readonly Scene[],
  rendered: readonly PdfPage[][],
  renderer?: Renderer,
): { readonly found: readonly string[]; readonly words: number } {
  let words = 0;
  const found = scenes.flatMap((scene, deck) => {
    const pages = rendered[deck] ?? [];
    const count = pages.length === scene.slides.length ? [] : [`deck ${deck}: ${pages.length} pages for ${scene.slides.length} slides`];
    const stray = scene.slides.flatMap((slide) => {
      const own = asMeasured(scene, slide, pages[slide.number - 1]?.words ?? [], renderer);
      words += own.length;
      return strayWords(scene, slide, own, renderer).map((word) => `deck ${deck}, ${word}`);
    });
    return [...count, ...stray];
  });
  return { found, words };
}

describe(`${DECKS} random decks, as renderers place their words`, () => {
  const scenes = randomScenes();

  it.skipIf(!hasLibreOffice(FILE))('leave no text box and no slide in LibreOffice', { timeout: 300_000 }, async () => {
    const decks: Uint8Array[] = [];
    for (const scene of scenes) decks.push((await writePptx(scene)).value);
    const pdfs = await convertAll(decks, { format: 'pdf', fontconfig: await pinnedFonts() });
    const rendered: PdfPage[][] = [];
    for (const pdf of pdfs) rendered.push(await readPdf(pdf, { faces: true }));
    const { found, words } = strays(scenes, rendered, { mirrorsTables: false, placesLabels: true });
    expect(words).toBeGreaterThan(14_000);
    expect(found).toEqual([]);
  });

  describe.skipIf(lacks('Chromium', CHROMIUM, FILE))('and in Chromium', () => {
    let browser: Browser;
    let folder: string;
    beforeAll(async () => {
      browser = await launchChromium();
      folder = await mkdtemp(join(tmpdir(), 'lectern-rendered-'));
    });
    afterAll(async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    });

    it('leave no text box and no slide', { timeout: 300_000 }, async () => {
      const page = await browser.newPage();
      const rendered: PdfPage[][] = [];
      for (const [i, scene] of scenes.entries()) {
        const file = join(folder, `${i}.html`);
        await writeFile(file, (await writeHtml(scene, FONTS)).value);
        await page.goto(`${pathToFileURL(file).href}#print=slides`);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        rendered.push(await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
      }
      expect(strays(scenes, rendered).found).toEqual([]);
    });
  });
});
