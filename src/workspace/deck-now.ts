import { LecternError, unwrap, type Outcome, type Problem } from '../core/base/errors.ts';
import type { FontLibrary, Scene } from '../core/layout/types.ts';
import { buildScene, loadPackFor, type Sources } from './build.ts';
import type { Prefer } from './earlier.ts';
import type { FontsFor } from './pack-fonts.ts';
import type { Resources } from './resources.ts';

export interface NowTools {
  readonly resources: Resources;
  readonly fontsFor: FontsFor;
}

export interface NowRequest {
  readonly sources: Sources;
  /** The file beside which a pack is looked for. */
  readonly file: string;
  /** The folder that problems name files from. */
  readonly base: string;
  /** A pack's name or folder; null: the briefing's. */
  readonly template: string | null;
  readonly forPresenter: boolean;
  /** How the deck that it is held against was arranged. */
  readonly prefer?: Prefer;
}

export interface DeckNow {
  readonly bytes: Uint8Array;
  readonly scene: Scene;
  readonly fonts: FontLibrary;
}

/** The .pptx that a briefing gives now, in memory: for holding an older one against it. A null value: an error says why there is none. */
export async function deckNow(
  { sources, file, base, template, forPresenter, prefer }: NowRequest,
  tools: NowTools,
): Promise<Outcome<DeckNow>> {
  const problems: Problem[] = [];
  const take = <T>(outcome: Outcome<T>): T => {
    problems.push(...outcome.problems);
    return unwrap(outcome);
  };
  try {
    const named =
      template === null ? { name: sources.briefing.template, by: 'briefing' as const } : { name: template, by: 'user' as const };
    const pack = take(await loadPackFor(named, file, tools.resources, base));
    const { fonts, problems: fontProblems } = await tools.fontsFor(pack);
    problems.push(...fontProblems);
    const { scene } = take(await buildScene({ sources, pack, forPresenter, fonts, ...(prefer && { prefer }) }));
    const { writePptx } = await import('../core/write/pptx/index.ts');
    return { value: { bytes: take(await writePptx(scene)), scene, fonts }, problems };
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    return { value: null, problems: [...problems, ...error.problems] };
  }
}
