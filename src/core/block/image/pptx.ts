import type { ImageAsset } from '../../deck/types.ts';
import type { ImageBox } from '../../layout/types.ts';
import type { SlideContext } from '../../write/pptx/context.ts';
import { framePlaceholder } from '../../write/pptx/frame.ts';
import { shapeName } from '../../write/pptx/text.ts';
import { thousandthsOfPercent, transform } from '../../write/pptx/units.ts';
import { attributes } from '../../base/ooxml/xml/escape.ts';

const EXTENSIONS: Readonly<Record<ImageAsset['type'], string>> = { 'image/png': 'png', 'image/jpeg': 'jpeg' };

/** File name of an image's one copy, after its bytes. */
export function mediaPart(asset: ImageAsset): string {
  return `image-${asset.hash.slice(0, 16)}.${EXTENSIONS[asset.type]}`;
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
    `<p:blipFill><a:blip r:embed="${id}"/>${sourceRectangle(box.crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${transform(box.frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  );
}
