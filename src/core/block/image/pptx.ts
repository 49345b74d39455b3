import type { ImageAsset } from '../../deck/types.ts';
import type { ImageBox } from '../../layout/types.ts';
import type { PartContext, SlideContext } from '../../write/pptx/context.ts';
import { framePlaceholder } from '../../write/pptx/frame.ts';
import { shapeName } from '../../write/pptx/text.ts';
import { thousandthsOfPercent, transform } from '../../write/pptx/units.ts';
import type { Parts } from '../../base/ooxml/zip.ts';
import { attributes } from '../../base/ooxml/xml/escape.ts';
import { NAMESPACES, RELATIONSHIPS } from '../../base/ooxml/xml/namespaces.ts';

const EXTENSIONS: Readonly<Record<ImageAsset['type'], string>> = { 'image/png': 'png', 'image/jpeg': 'jpeg' };

/** File name of an image's one copy, after its bytes. */
export function mediaPart(asset: ImageAsset): string {
  return `image-${asset.hash.slice(0, 16)}.${EXTENSIONS[asset.type]}`;
}

/** File name of the drawing that an image was made from; null where it has none. */
export function drawingPart({ drawing }: ImageAsset): string | null {
  return drawing ? `image-${drawing.hash.slice(0, 16)}.svg` : null;
}

/** Puts an image into a package, once under its hash, with its drawing beside it. */
export function putMedia(parts: Parts, asset: ImageAsset): void {
  parts.set(`ppt/media/${mediaPart(asset)}`, asset.bytes);
  const drawing = drawingPart(asset);
  if (drawing !== null && asset.drawing) parts.set(`ppt/media/${drawing}`, asset.drawing.bytes);
}

/** PowerPoint 2016's extension of a picture: the drawing that it shows, and changes, in the pixels' place. [MS-ODRAWXML], `svgBlip`. */
const SVG_EXTENSION = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';

/** `a:blip`: an image's pixels by their relationship, with the drawing they were made from. */
export function blip(id: string, asset: ImageAsset | undefined, { relationships }: Pick<PartContext, 'relationships'>): string {
  const part = asset ? drawingPart(asset) : null;
  if (part === null) return `<a:blip r:embed="${id}"/>`;
  const drawing = relationships.add(RELATIONSHIPS.image, `../media/${part}`);
  return (
    `<a:blip r:embed="${id}"><a:extLst><a:ext uri="${SVG_EXTENSION}">` +
    `<asvg:svgBlip xmlns:asvg="${NAMESPACES.asvg}" r:embed="${drawing}"/></a:ext></a:extLst></a:blip>`
  );
}

/** `a:srcRect`: what is cut from each side; nothing where nothing is. */
export function sourceRectangle({ left, top, right, bottom }: ImageBox['crop']): string {
  const sides = attributes({
    l: thousandthsOfPercent(left) || null,
    t: thousandthsOfPercent(top) || null,
    r: thousandthsOfPercent(right) || null,
    b: thousandthsOfPercent(bottom) || null,
  });
  return sides === '' ? '' : `<a:srcRect${sides}/>`;
}

/** A picture, cropped as layout said; in its region's placeholder where that takes one. */
export function image(box: ImageBox, context: SlideContext): string {
  const id = context.related.get(box.id);
  if (id === undefined) return '';
  return (
    `<p:pic><p:nvPicPr><p:cNvPr${attributes({ id: context.nextId(), name: shapeName(box.id), descr: box.alt })}/>` +
    `<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr>${framePlaceholder(box, context)}</p:nvPr></p:nvPicPr>` +
    `<p:blipFill>${blip(id, context.scene.media.get(box.media), context)}${sourceRectangle(box.crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${transform(box.frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  );
}
