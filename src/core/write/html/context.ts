import type { Scene } from '../../layout/types.ts';
import type { FontRole } from '../../template/theme/types.ts';
import { decorationMedia } from './decoration.ts';
import { inexactRoles } from './fonts.ts';
import type { Sheet } from './sheet.ts';

/** What every box writer needs to know besides its box. */
export interface Context {
  readonly scene: Scene;
  readonly sheet: Sheet;
  /** Slide numbers by slide id: where a link to a slide leads. */
  readonly slideNumbers: ReadonlyMap<string, number>;
  /** Source numbers that have an entry: a reference to another is not a link. */
  readonly sources: ReadonlySet<number>;
  /** Whether the slides share a page, which holds what several of them draw; else each brings its own. */
  readonly shared: boolean;
  /** Roles whose font on the screen may be narrower than what layout measured. */
  readonly inexact: ReadonlySet<FontRole>;
  /** Images that the page holds once, by hash. */
  readonly sharedMedia: ReadonlySet<string>;
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
    sharedMedia: shared ? repeatedMedia(scene) : new Set(),
  };
}

function repeatedMedia(scene: Scene): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const slide of scene.slides) {
    for (const box of slide.boxes) if (box.kind === 'image') seen.set(box.media, (seen.get(box.media) ?? 0) + 1);
  }
  const repeated = [...seen].filter(([, count]) => count > 1).map(([hash]) => hash);
  return new Set([...repeated, ...decorationMedia({ scene })]);
}
