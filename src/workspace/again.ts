import { relative } from 'node:path';
import { unwrap, type Outcome, type Problem } from '../core/base/errors.ts';
import type { FontLibrary, Scene } from '../core/layout/types.ts';
import { parseRecipe } from '../core/pipeline/recipe.ts';
import { buildScene, loadBriefing, loadPackFor, noRecipe, recipeSources, type Sources } from './build.ts';
import { readBytes } from './files.ts';
import type { FontsFor } from './pack-fonts.ts';
import type { Resources } from './resources.ts';

export interface AgainRequest {
  /** The edited .pptx; paths are absolute. */
  readonly file: string;
  /** The briefing whose deck it is; null: the one that it was made from, as the deck itself says. */
  readonly briefing: string | null;
  /** The folder that problems name files from. */
  readonly base: string;
  /** A pack's name or folder; null: the briefing's. */
  readonly template: string | null;
}

export interface AgainTools {
  readonly resources: Resources;
  readonly fontsFor: FontsFor;
}

/** An edited deck, and what its briefing gives now, in memory. */
export interface BuiltAgain {
  readonly edited: Uint8Array;
  readonly sources: Sources;
  readonly scene: Scene;
  readonly fonts: FontLibrary;
  /** The presenter's .pptx. */
  readonly ours: Uint8Array;
}

/** Builds the deck of an edited one anew. Throws a `LecternError` where it cannot be read or built. */
export async function buildAgain(request: AgainRequest, { resources, fontsFor }: AgainTools): Promise<Outcome<BuiltAgain>> {
  const { file, base, template } = request;
  const problems: Problem[] = [];
  const take = <T>(outcome: Outcome<T>): T => {
    problems.push(...outcome.problems);
    return unwrap(outcome);
  };
  const edited = await readBytes(file);
  const sources = take(await sourcesOf(request, edited));
  const named = template === null ? { name: sources.briefing.template, by: 'briefing' as const } : { name: template, by: 'user' as const };
  const pack = take(await loadPackFor(named, request.briefing ?? file, resources, base));
  const { fonts, problems: fontProblems } = await fontsFor(pack);
  const { scene } = take(await buildScene({ sources, pack, forPresenter: true, fonts }));
  const { writePptx } = await import('../core/write/pptx/index.ts');
  const { value: ours, problems: found } = await writePptx(scene);
  return { value: { edited, sources, scene, fonts, ours }, problems: [...problems, ...fontProblems, ...found] };
}

/** The briefing that was named, else the one that the deck says it was made from. */
async function sourcesOf({ file, briefing, base }: AgainRequest, edited: Uint8Array): Promise<Outcome<Sources>> {
  if (briefing !== null) return loadBriefing(briefing, base);
  const { inspectPptx } = await import('../core/write/pptx/index.ts');
  const recipe = parseRecipe(inspectPptx(edited).value.recipe ?? '');
  return recipe === null ? { value: null, problems: [noRecipe(relative(base, file) || file)] } : recipeSources(recipe, file, base);
}
