import { LecternError, problem, type Result } from '../../base/errors.ts';
import type { Scene } from '../../layout/types.ts';
import { accessibilityProblems } from './accessibility.ts';
import { emit } from './emit.ts';
import { assemblePackage } from './assemble-package.ts';
import { lint, packageProblems, type Finding } from './lint/index.ts';
import { writeZip, type Parts } from '../../base/ooxml/zip.ts';
import type { Base } from './base/types.ts';
import type { HandChange } from './merge/hand-types.ts';
import type { Merged, MergeInput } from './merge/types.ts';
import { openFolder, openPackage } from './read/open.ts';
import { readRecipe, RECIPE_FOLDER } from './recipe/part.ts';

export {
  editProblems,
  inspectPptx,
  pptxDigestState,
  removedName,
  type Change,
  type InspectedSlide,
  type Inspection,
  type RemovedSlide,
} from './recipe/inspect.ts';

/**
 * The edited deck (`theirs`) with what the briefing gives now (`ours`, as `writePptx` gives it, with its recipe); see `mergeDecks`.
 * Throws a `LecternError`: `inspect/unreadable`, `merge/no-recipe`, `merge/old-recipe`, and `merge/invalid` where our own lint finds faults in
 * the merged package that the edited one has not.
 */
export async function mergePptx(theirs: Uint8Array, ours: Uint8Array, settings: MergeSettings): Promise<MergedPptx> {
  const { mergeDecks } = await import('./merge/index.ts');
  const edited = openPackage(theirs).parts;
  const merged = mergeDecks({ ...settings, theirs: edited, ours: openPackage(ours).parts });
  const known = new Set(lint(edited).map((f) => JSON.stringify(f)));
  const faults = packageProblems(lint(merged.parts).filter((finding) => !known.has(JSON.stringify(finding))));
  if (faults.length > 0)
    throw new LecternError([
      problem('merge/invalid', {
        message: 'the merged deck would not be a faultless package',
        hint: 'Nothing was written. Please report it with both decks; compare them with lectern diff meanwhile.',
      }),
      ...faults,
    ]);
  return { ...merged, bytes: writeZip(merged.parts) };
}

/** What was done by hand to a deck (`theirs`) that the briefing gives now as `ours`; see `handChanges`. Throws as `mergePptx`. */
export async function handChangesIn(theirs: Uint8Array, ours: Uint8Array): Promise<HandChange[]> {
  const { handChanges } = await import('./merge/hand.ts');
  return handChanges(openPackage(theirs).parts, openPackage(ours).parts);
}

/** The stamp of the recipe that a .pptx carries; null: it carries none. Throws `inspect/unreadable`. */
export function recipeStamp(bytes: Uint8Array): string | null {
  return readRecipe(openFolder(bytes, RECIPE_FOLDER))?.stamp ?? null;
}

/** The layouts that were chosen for slides of a deck of ours, by their ids, as its recipe says. Throws `inspect/unreadable`. */
export function chosenLayouts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const slides = readRecipe(openFolder(bytes, RECIPE_FOLDER))?.slides ?? [];
  return new Map(slides.flatMap(({ id, chosen }) => (chosen === undefined ? [] : [[id, chosen] as const])));
}

/** The words of a .pptx as we wrote it, by its recipe's digests. Throws `inspect/unreadable`. */
export async function wordsIn(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { handedOutWords } = await import('./merge/handed-out.ts');
  return handedOutWords(openPackage(bytes).parts);
}

/** What is wrong with the package beyond what was wrong with the organisation's own file, which stays as it is. */
function newFindings(parts: Parts, base: Base): Finding[] {
  const known = new Set(lint(base.textParts()).map((f) => JSON.stringify(f)));
  return lint(parts).filter((finding) => !known.has(JSON.stringify(finding)));
}

export type MergeSettings = Omit<MergeInput, 'theirs' | 'ours'>;
export type MergedPptx = Merged & { readonly bytes: Uint8Array };

/**
 * The scene as a native PowerPoint file, with warnings of what PowerPoint's accessibility checker would find in it.
 * Throws a `LecternError` `write/package` where our own lint finds the package faulty: such a file must not leave the house.
 */
export async function writePptx(scene: Scene): Promise<Result<Uint8Array>> {
  const { base: own } = scene.theme;
  const base = own === null ? null : (await import('./base/open.ts')).openBase(scene.theme, own);
  const parts = assemblePackage(await emit(scene), scene, base);
  const faults = packageProblems(base === null ? lint(parts) : newFindings(parts, base));
  if (faults.length > 0) throw new LecternError(faults);
  return { value: writeZip(parts), problems: accessibilityProblems(scene) };
}
