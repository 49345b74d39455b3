import type { Problem } from '../../core/base/errors.ts';
import { hasErrors } from '../../core/base/errors.ts';
import type { View } from '../../core/briefing/types.ts';
import type { ChoiceReason } from '../../core/layout/index.ts';
import type { FontLibrary, Scene } from '../../core/layout/types.ts';
import { buildScene, type SceneRequest } from '../build.ts';
import type { FontsFor } from '../pack-fonts.ts';
import { articleReader } from './articles.ts';
import type { DeckWork, LoadedPack, PackAt } from './types.ts';

export interface SceneTools {
  readonly load: (place: PackAt) => Promise<LoadedPack>;
  readonly fonts: FontsFor;
}

/** A laid-out deck with the fonts it was laid out with. */
export interface Shown {
  readonly scene: Scene;
  readonly view: View;
  readonly library: FontLibrary;
  /** Why its slides stand as they do. */
  readonly reasons: readonly ChoiceReason[];
}

/** For whom, arranged as which, and what need not be made again for whoever asks again and again. */
export type HowToLayOut = Pick<SceneRequest, 'forPresenter' | 'prefer' | 'memory' | 'packs' | 'pictures'>;

/** Lays a deck out from what the service names; null where an error says why there is none. */
export type MakeScene = (
  deck: DeckWork,
  how: HowToLayOut,
) => Promise<{ readonly shown: Shown | null; readonly problems: readonly Problem[] }>;

/** Reads packs and articles where the work is done, and keeps in mind articles that have not changed. */
export function sceneMaker({ load, fonts }: SceneTools): MakeScene {
  const read = articleReader();
  return async ({ sources, articles, pack: place }, how) => {
    const { pack, problems: packProblems } = await load(place);
    if (!pack) return { shown: null, problems: packProblems };
    const own = await fonts(pack);
    const found = await Promise.all(articles.map(async ([id, at]) => [id, await read(at)] as const));
    const built = await buildScene({
      sources: { ...sources, articles: new Map(found), problems: [] },
      pack,
      fonts: own.fonts,
      ...how,
    });
    const problems = [...packProblems, ...own.problems, ...built.problems];
    if (!built.value || hasErrors(built.problems)) return { shown: null, problems };
    return { shown: { ...built.value, library: own.fonts }, problems };
  };
}
