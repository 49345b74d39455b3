import type PptxGenJS from 'pptxgenjs';
import type { Box, Scene, SceneSlide } from '../../layout/types.ts';
import { chartData, chartOptions, CHART_TYPES } from './chart-options.ts';
import { readZip } from '../../ooxml/zip.ts';

/** One transparent pixel: pptxgenjs wants base64 and stores it anew for each use; `mends/media.ts` puts the image's bytes in once. */
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

function addSlide(deck: PptxGenJS, scene: Scene, from: SceneSlide): void {
  const slide = deck.addSlide();
  for (const box of from.boxes) addBox(slide, box, scene);
  // The words follow in `notes.ts`: pptxgenjs would leave their line breaks inside one run.
  if (from.notes.length > 0) slide.addNotes(from.id);
}

/**
 * The package as pptxgenjs makes it: slides with their relationships, charts with workbooks, pictures' places, pages of notes.
 * Uncompressed, since the finishing pass opens it at once.
 */
export async function emit(scene: Scene): Promise<Map<string, Uint8Array>> {
  const { default: Generator } = await import('pptxgenjs');
  const deck = new Generator();
  for (const slide of scene.slides) addSlide(deck, scene, slide);
  const written = await deck.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array)) throw new Error('pptxgenjs wrote no bytes');
  return readZip(written);
}

/** Relationship ids by object name, from a slide that pptxgenjs wrote. */
export function relatedObjects(slideXml: string): Map<string, string> {
  const objects = slideXml.matchAll(/<p:cNvPr id="\d+" name="([^"]*)"(?:(?!<p:cNvPr)[^])*?(?:r:embed|r:id)="(rId\d+)"/g);
  return new Map([...objects].map(([, name = '', id = '']) => [name, id]));
}
