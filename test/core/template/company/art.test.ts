import { beforeAll, describe, expect, it } from 'vitest';
import type { Scene } from '../../../../src/core/layout/types.ts';
import { readZip } from '../../../../src/core/base/ooxml/zip.ts';
import { runsText } from '../../../../src/core/layout/index.ts';
import { wordsDrawnOn } from '../../../../src/core/layout/index.ts';
import { writeHtml } from '../../../../src/core/write/html/index.ts';
import { writePptx } from '../../../../src/core/write/pptx/index.ts';
import { diagnosePack } from '../../../../src/workspace/company.ts';
import { sampleIn, ingest, type TakenIn } from '../../../support/corporate/build.ts';
import { powerPointTemplate, type PowerPointOptions } from '../../../support/corporate/powerpoint.ts';
import { CORPORATE_SAMPLES, NOTICE } from '../../../support/corporate/samples.ts';
import { gradient, picture, rectangle, scheme, textBox } from '../../../support/corporate/xml.ts';
import { FONTS } from '../../../support/layout.ts';

const HOUSE = 'Ministerium für Häfen & Wasserwege';
const BOX = { x: 600, y: 6, width: 300, height: 20 } as const;

async function htmlOf(options: PowerPointOptions): Promise<string> {
  const scene = await sampleIn(ingest(powerPointTemplate(options)).pack, 'river-port.briefing.yaml');
  return new TextDecoder().decode((await writeHtml(scene, FONTS)).value);
}

describe('art of a template in HTML', () => {
  let taken: TakenIn;
  let scene: Scene;
  let html: string;
  let deck: Map<string, Uint8Array>;

  beforeAll(async () => {
    const sample = CORPORATE_SAMPLES.find(({ file }) => file === 'verlauf.potx');
    if (!sample) throw new Error('no such sample');
    taken = ingest(await sample.make(), sample.file);
    scene = await sampleIn(taken.pack, 'river-port.briefing.yaml');
    html = new TextDecoder().decode((await writeHtml(scene, FONTS)).value);
    deck = new Map(readZip((await writePptx(scene)).value));
  }, 120_000);

  it('has the words of the master where they stand, in their size and colour', () => {
    expect(html).toMatch(
      /<text [^>]*fill="?var\(--b1\)"?[^>]*font-size=12[^>]*font-weight=700[^>]*>Ministerium für Häfen &amp; Wasserwege<\/text>/,
    );
    expect(html).toMatch(new RegExp(`<text [^>]*font-size=9[^>]*font-style=italic[^>]*>${NOTICE}</text>`));
    const layout = scene.theme.layouts['text'];
    const [words] = layout ? wordsDrawnOn(layout, scene.theme, scene.words) : [];
    expect(words?.paragraphs.map((p) => runsText(p.runs))).toEqual([HOUSE]);
    const [line] = words?.lines ?? [];
    expect(line?.x).toBeCloseTo(58, 1);
    expect(line?.baseline).toBeGreaterThan(9);
    expect(line?.baseline).toBeLessThan(25);
  });

  it('holds the glyphs of those words', () => {
    const bold = scene.faces.find((face) => face.family === 'Calibri' && face.weight === 700);
    expect(bold?.codePoints).toContain('ä'.codePointAt(0));
  });

  it('draws gradients with their stops, over the page and in shapes', () => {
    const shades = [...html.matchAll(/<linearGradient [^]*?<\/linearGradient>/g)].map(([all]) => all);
    expect(shades.some((s) => /x1=480 y1=0 x2=480 y2=540/.test(s) && /#FFFFFF/.test(s) && /#E3EEF0/.test(s))).toBe(true);
    expect(shades.some((s) => /x1=0 y1=17 x2=960 y2=17/.test(s) && /offset=0?\.6 /.test(s) && /stop-opacity=0 ?/.test(s))).toBe(true);
  });

  it('shows the PNG of an SVG, and nothing of the SVG', () => {
    expect([...taken.pack.assets.keys()].filter((name) => /art-/.test(name))).toEqual(['assets/art-1.png']);
    expect(html).not.toMatch(/image\/svg|viewBox="?0 0 96 40/);
  });

  it('leaves PowerPoint to draw it once: slides have none of it', () => {
    const slides = [...deck]
      .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .map(([, bytes]) => new TextDecoder().decode(bytes));
    expect(slides.length).toBeGreaterThan(10);
    for (const slide of slides) expect(slide).not.toMatch(/Ministerium|Dienstgebrauch|gradFill/);
  });

  it('is not named as left out', () => {
    const { problems } = diagnosePack(taken.pack, FONTS);
    expect(problems.filter((p) => p.code === 'company/art-left-out')).toEqual([]);
  });
});

describe('art that HTML cannot show', () => {
  it.each([
    ['an EMF', { vectors: true, art: () => picture(31, 'Wappen', BOX, 'rId992') }, 'Wappen'],
    ['an SVG without a PNG', { vectors: true, art: () => picture(31, 'Wappen', BOX, 'rId991') }, 'Wappen'],
    ['words that run down', { art: () => textBox(31, 'Rand', BOX, ['Am Rand'], '', scheme('tx1'), 'vert="vert270"') }, 'Am Rand'],
  ] as const)('%s is named by the doctor and kept clear', async (_, options, name) => {
    const { pack, layouts } = ingest(powerPointTemplate(options));
    const { problems } = diagnosePack(pack, FONTS);
    expect(problems.find((p) => p.code === 'company/art-left-out')?.received).toContain(name);
    expect(layouts.find((l) => l.name === 'text')?.keepOut).toContainEqual(BOX);
    expect(await htmlOf(options)).not.toContain('Am Rand');
  });
});

describe('words on a master', () => {
  const words = (lines: readonly string[], body = ''): PowerPointOptions => ({
    art: () => textBox(31, 'Haus', BOX, lines, 'sz="1400" b="1"', scheme('accent1'), body),
  });

  it('keep the look of each paragraph', () => {
    const { pack } = ingest(powerPointTemplate(words(['Haus der Häfen', 'Abteilung Wasser'])));
    expect(pack.theme).toMatch(/text: ["|'|]?[^]*Haus der Häfen[^]*Abteilung Wasser[^]*levels: \[ 1, 2 \]/);
    expect(pack.theme).toMatch(/art-1:[^]*size: 14[^]*bold: true[^]*size: 10/);
  });

  it('cannot be markup', async () => {
    const html = await htmlOf(words(['&lt;img src=x onerror=alert(1)&gt;']));
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;</text>');
    expect(html).not.toContain('<img src=x');
  });

  it('are small where PowerPoint made them small to fit', () => {
    const options: PowerPointOptions = {
      art: () =>
        textBox(31, 'Haus', BOX, ['Haus'], 'sz="2000"', scheme('tx1')).replace(
          /<a:bodyPr ([^>]*)\/>/,
          '<a:bodyPr $1><a:normAutofit fontScale="50000"/></a:bodyPr>',
        ),
    };
    expect(ingest(powerPointTemplate(options)).pack.theme).toMatch(/art-1:[^]*?size: 10/);
  });

  it('are drawn in the doctor’s pictures', () => {
    const { report } = diagnosePack(ingest(powerPointTemplate(words(['Haus der Häfen']))).pack, FONTS).value ?? {};
    expect(report?.layouts[0]?.picture).toContain('Haus der Häfen</text>');
  });
});

describe('a gradient', () => {
  it('turns with its shape, and one from the middle is shown in its mean colour', () => {
    const stops = [
      [0, '<a:srgbClr val="000000"/>'],
      [100_000, '<a:srgbClr val="FFFFFF"/>'],
    ] as const;
    const turned = rectangle(31, 'Band', { x: 0, y: 0, width: 400, height: 20 }, gradient(0, stops)).replace(
      '<a:xfrm>',
      '<a:xfrm rot="10800000">',
    );
    const round = rectangle(32, 'Mitte', { x: 0, y: 500, width: 40, height: 40 }, gradient(0, stops)).replace(
      /<a:lin [^>]*>/,
      '<a:path path="circle"/>',
    );
    const { theme } = ingest(powerPointTemplate({ art: () => turned + round })).pack;
    expect(theme).toMatch(/angle: 180/);
    expect(theme).toMatch(/rectangle: "#808080", frame: \[ 0, 500, 40, 40 \]/);
  });
});
