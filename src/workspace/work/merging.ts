import { distinct } from '../../core/base/distinct.ts';
import { hasErrors, LecternError, type Problem } from '../../core/base/errors.ts';
import { sha256 } from '../../core/base/hash.ts';
import { baseWordsOf } from '../../core/write/pptx/merge/handed-out.ts';
import { buildScene } from '../build.ts';
import { asIn } from '../earlier.ts';
import { readBytes } from '../files.ts';
import { wordsHandedOut } from '../handed-out.ts';
import { mergeBytes, shrunkProblems } from '../merge.ts';
import { articleReader } from './articles.ts';
import type { PreviewOptions } from './previews.ts';
import type { Workshop } from './types.ts';

/** Makes the deck anew and merges the edited one with it. */
export function openMerging({ load, fonts }: PreviewOptions): Workshop['merge'] {
  const read = articleReader();
  return async ({ sources, articles, pack: place, edited, shown, settings, history, wanted }) => {
    const theirs = typeof edited === 'string' ? await readBytes(edited) : edited;
    const problems: Problem[] = [];
    const { pack, problems: packProblems } = await load(place);
    problems.push(...packProblems);
    if (!pack) throw new LecternError(problems);
    const own = await fonts(pack);
    const found = await Promise.all(articles.map(async ([id, at]) => [id, await read(at)] as const));
    const built = await buildScene({
      sources: { ...sources, articles: new Map(found), problems: [] },
      pack,
      forPresenter: true,
      fonts: own.fonts,
      prefer: asIn(theirs),
    });
    problems.push(...own.problems, ...built.problems);
    if (!built.value || hasErrors(built.problems)) throw new LecternError(distinct(problems));
    const { writePptx } = await import('../../core/write/pptx/index.ts');
    const ours = await writePptx(built.value.scene);
    problems.push(...ours.problems);
    const merged = await mergeBytes(theirs, { bytes: ours.value, scene: built.value.scene, fonts: own.fonts }, settings);
    problems.push(...shrunkProblems(merged, shown));
    const { bytes, slides } = merged;
    const words = merged.conflicts.length > 0 ? await wordsHandedOut(history, theirs) : null;
    const conflicts = merged.conflicts.map((one) => ({ ...one, baseWords: words && baseWordsOf(one, words) }));
    const state = sha256(`${sha256(theirs)} ${sha256(ours.value)}`);
    return { state, conflicts, slides, bytes: state === wanted ? bytes : null, problems: distinct(problems) };
  };
}
