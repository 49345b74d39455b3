import { refsOf, originsOf, type Run } from '../../base/text.ts';
import type { Origin } from '../../base/origin.ts';
import type { SceneParagraph } from '../../layout/types.ts';
import type { Context } from './context.ts';

/**
 * The numbers of the sources that words rest on, whether the template prints them or not, as an attribute's value; null where there are
 * none, and in the audience's copy, whose sources have no excerpts.
 */
export function refsText(runs: readonly Run[], origins: readonly Origin[], { scene, sources }: Context): string | null {
  if (!scene.meta.forPresenter) return null;
  const all = new Set([...refsOf(runs), ...origins.flatMap(({ refs = [] }) => refs)]);
  const shown = [...all].filter((ref) => sources.has(ref)).sort((a, b) => a - b);
  return shown.length === 0 ? null : shown.join(' ');
}

/** Of what paragraphs say together: a figure with its unit and its label, a table's row. */
export function refsOfParagraphs(paragraphs: readonly SceneParagraph[], context: Context): string | null {
  const runs = paragraphs.flatMap((paragraph) => paragraph.runs);
  return refsText(runs, originsOf(runs), context);
}
