import type { Scene, SceneSlide } from '../../../layout/types.ts';
import { relatedObjects } from '../emit.ts';
import { mediaPart, putMedia } from '../../../block/image/pptx.ts';
import { readRelationships, Relationships, relationshipsOf } from '../../../base/ooxml/relationships.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import { RELATIONSHIPS } from '../../../base/ooxml/xml/namespaces.ts';
import type { PackageWorkaround } from './types.ts';

function textOf(parts: Parts, name: string): string {
  const content = parts.get(name);
  return typeof content === 'string' ? content : '';
}

function mendSlide(slide: SceneSlide, part: string, parts: Parts, scene: Scene): void {
  const boxes = slide.boxes.filter((box) => box.kind === 'image');
  if (boxes.length === 0) return;
  const ids = relatedObjects(textOf(parts, part));
  const targets = new Map<string, string>();
  for (const box of boxes) {
    const asset = scene.media.get(box.media);
    const id = ids.get(box.id);
    if (!asset || id === undefined) continue;
    putMedia(parts, asset);
    targets.set(id, `../media/${mediaPart(asset)}`);
  }
  const list = readRelationships(textOf(parts, relationshipsOf(part))).map((relationship) =>
    relationship.type === RELATIONSHIPS.image
      ? { ...relationship, target: targets.get(relationship.id) ?? relationship.target }
      : relationship,
  );
  parts.set(relationshipsOf(part), new Relationships(list).toXml());
}

/** pptxgenjs is given a pixel for each picture; this puts the pictures' bytes in, each once under its hash. */
export const media: PackageWorkaround = {
  name: 'media',
  defect: 'An image is stored again for every use, takes base64 alone, and a JPEG is said to be image/jpg.',
  issue: null,
  apply: (parts, scene) => {
    for (const name of [...parts.keys()]) if (name.startsWith('ppt/media/')) parts.delete(name);
    scene.slides.forEach((slide, i) => mendSlide(slide, `ppt/slides/slide${i + 1}.xml`, parts, scene));
  },
};
