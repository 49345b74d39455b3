import { relative } from 'node:path';
import type { Outcome } from '../core/base/errors.ts';
import { parseRecipe } from '../core/pipeline/recipe.ts';
import { loadBriefing, noRecipe, recipeSources, type Sources } from './build.ts';
import { deckNow, type DeckNow, type NowTools } from './deck-now.ts';
import { asIn } from './earlier.ts';
import { readBytes } from './files.ts';

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

/** An edited deck, and what its briefing gives now, in memory. */
export interface BuiltAgain {
  readonly edited: Uint8Array;
  readonly sources: Sources;
  /** The presenter's. */
  readonly ours: DeckNow;
}

/** Builds the deck of an edited one anew. Throws a `LecternError` where the edited one cannot be read. */
export async function buildAgain(request: AgainRequest, tools: NowTools): Promise<Outcome<BuiltAgain>> {
  const { file, base, template, briefing } = request;
  const edited = await readBytes(file);
  const { value: sources, problems } = await sourcesOf(request, edited);
  if (sources === null) return { value: null, problems };
  const ours = await deckNow({ sources, file: briefing ?? file, base, template, forPresenter: true, prefer: asIn(edited) }, tools);
  const all = [...problems, ...ours.problems];
  return ours.value === null ? { value: null, problems: all } : { value: { edited, sources, ours: ours.value }, problems: all };
}

/** The briefing that was named, else the one that the deck says it was made from. */
async function sourcesOf({ file, briefing, base }: AgainRequest, edited: Uint8Array): Promise<Outcome<Sources>> {
  if (briefing !== null) return loadBriefing(briefing, base);
  const { inspectPptx } = await import('../core/write/pptx/index.ts');
  const recipe = parseRecipe(inspectPptx(edited).value.recipe ?? '');
  return recipe === null ? { value: null, problems: [noRecipe(relative(base, file) || file)] } : recipeSources(recipe, file, base);
}
