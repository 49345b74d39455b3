import type { Result } from '../core/base/errors.ts';
import { placesByName } from '../core/briefing/index.ts';
import { makeBrief } from '../core/brief/index.ts';
import type { Brief } from '../core/brief/types.ts';
import type { FontLibrary } from '../core/layout/types.ts';
import type { MadeScene } from '../core/pipeline/index.ts';
import type { Sources } from './build.ts';

/** Makes the brief of a deck when it is first asked for. */
export type BriefMaker = () => Result<Brief>;

export function briefOf(
  { scene, view }: Pick<MadeScene, 'scene' | 'view'>,
  { placeOf, shown }: Pick<Sources, 'placeOf' | 'shown'>,
  fonts: FontLibrary,
): BriefMaker {
  return () => makeBrief({ view, scene, fonts, placeOf: placeOf ?? placesByName(shown) });
}
