import type PptxGenJS from 'pptxgenjs';
import type { Box, Scene } from '../../layout/types.ts';
import { chartData, chartOptions, CHART_TYPES } from '../../block/chart/pptx/options.ts';
import { readZip } from '../../base/ooxml/zip.ts';

/** One transparent pixel: pptxgenjs wants base64 and stores it anew for each use; `workarounds/media.ts` puts the image's bytes in once. */
const PIXEL = 'image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const INCH = 72;

function place({ x, y, width, height }: Box['frame']): { x: number; y: number; w: number; h: number } {
  return { x: x / INCH, y: y / INCH, w: width / INCH, h: height / INCH };
}

/** What needs parts of its own, charts and pictures, under its box id. All else is written from the Scene. */
function addBox(slide: PptxGenJS.Slide, box: Box, scene: Scene): void {
  if (box.kind === 'chart') {
    slide.addChart(CHART_TYPES[box.type], chartData(box), { ...chartOptions(box, scene), ...place(box.frame), objectName: box.id });
  } else if (box.kind === 'image') {
    slide.addImage({ data: PIXEL, ...place(box.frame), objectName: box.id });
  }
}

/** Only these need parts of their own; what text, tables and shapes need is all in the slide. */
function needsParts(box: Box): boolean {
  return box.kind === 'chart' || box.kind === 'image';
}

/**
 * The package as pptxgenjs makes it: charts with workbooks, pictures' places, and the slides they are on with their relationships,
 * each under its number in the deck. Slides without a chart or picture are not in it: nothing of theirs would stay.
 * Uncompressed, since the finishing pass opens it at once.
 */
export async function emit(scene: Scene): Promise<Map<string, Uint8Array>> {
  const slides = [...scene.slides.entries()].filter(([, slide]) => slide.boxes.some(needsParts));
  if (slides.length === 0) return new Map();
  const { default: Generator } = await import('pptxgenjs');
  const deck = new Generator();
  for (const [, { boxes }] of slides) {
    const slide = deck.addSlide();
    for (const box of boxes) addBox(slide, box, scene);
  }
  // Its type names what browsers have; core is told of none of them.
  const written = (await deck.write({ outputType: 'uint8array' })) as unknown;
  if (!(written instanceof Uint8Array)) throw new Error('pptxgenjs wrote no bytes');
  const inDeck = (number: string): number => (slides[Number(number) - 1]?.[0] ?? 0) + 1;
  const renamed = (name: string): string =>
    name.replace(/^(ppt\/slides\/(?:_rels\/)?slide)(\d+)/, (_, path: string, number: string) => `${path}${inDeck(number)}`);
  return new Map([...readZip(written)].map(([name, bytes]) => [renamed(name), bytes]));
}

/** Relationship ids by object name, from a slide that pptxgenjs wrote. */
export function relatedObjects(slideXml: string): Map<string, string> {
  const objects = slideXml.matchAll(/<p:cNvPr id="\d+" name="([^"]*)"(?:(?!<p:cNvPr)[^])*?(?:r:embed|r:id)="(rId\d+)"/g);
  return new Map([...objects].map(([, name = '', id = '']) => [name, id]));
}
