import type { Scene } from '../../layout/types.ts';
import type { ColorUse, FontRole } from '../../template/theme/types.ts';
import type { Sheet } from './sheet.ts';

/** A strip of progress, as it stands on the slides of a deck. */
export interface Strip {
  readonly outlines: readonly string[];
  /** Of parts that a slide gives no colour of its own: what is to come. */
  readonly rest: ColorUse;
}

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
  /** The strip of progress that the page holds once; null: each slide draws its own. */
  readonly strip: Strip | null;
  /** Images that the page holds once, by hash. */
  readonly sharedMedia: ReadonlySet<string>;
}
