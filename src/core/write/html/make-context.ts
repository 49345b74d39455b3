import type { Context } from './context.ts';
import type { Scene } from '../../layout/types.ts';
import { decorationMedia } from './decoration.ts';
import { inexactRoles } from './fonts.ts';
import { stripOf } from './progress.ts';
import type { Sheet } from './sheet.ts';

function repeatedMedia(scene: Scene): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const slide of scene.slides) {
    for (const box of slide.boxes) if (box.kind === 'image') seen.set(box.media, (seen.get(box.media) ?? 0) + 1);
  }
  const repeated = [...seen].filter(([, count]) => count > 1).map(([hash]) => hash);
  return new Set([...repeated, ...decorationMedia({ scene })]);
}

/** The context of a whole deck, or of one slide on its own. */
export function makeContext(scene: Scene, sheet: Sheet, shared: boolean): Context {
  return {
    scene,
    sheet,
    slideNumbers: new Map(scene.slides.map((slide) => [slide.id, slide.number])),
    sources: new Set(scene.sources.map((source) => source.number)),
    shared,
    inexact: inexactRoles(scene),
    strip: shared ? stripOf(scene) : null,
    sharedMedia: shared ? repeatedMedia(scene) : new Set(),
  };
}
