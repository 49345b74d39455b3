import type { Outcome, Problem } from '../../../base/errors.ts';
import { broken, encrypted } from '../../decode/zip.ts';
import { commentsLeftOut, hiddenLeftOut, trackedChanges } from '../left-out.ts';
import { mergedCells } from '../merged-cells.ts';
import { Package, PartProblem, propertyHints, type PackageOptions } from '../package.ts';
import { pictureProblems } from '../pictures.ts';
import type { Reading } from '../types.ts';
import { child, within } from '../xml/index.ts';
import { Styles } from './styles.ts';
import { walkText, type TextState } from './walk.ts';

/** The text, its styles, what it says of itself, and its charts; pictures, previews and macros stay packed. */
const WANTED = /^(?:content\.xml|styles\.xml|meta\.xml|META-INF\/manifest\.xml|[^/]+\/content\.xml)$/;

/**
 * An OpenDocument text to blocks and hints. What was deleted under change tracking is not part of it, and is told of. Errors:
 * `intake/bomb`, `intake/broken`, `intake/encrypted`, `intake/entities`, `intake/too-deep`, `intake/too-large`.
 */
export function readOdt(bytes: Uint8Array, options: PackageOptions): Outcome<Reading> {
  const fail = (p: Problem): Outcome<Reading> => ({ value: null, problems: [p] });
  const opened = Package.open(bytes, WANTED, options);
  if (opened.value === null) return { value: null, problems: opened.problems };
  if (/encryption-data/.test(opened.value.text('META-INF/manifest.xml') ?? '')) return fail(encrypted(options.name));
  try {
    return { value: readDocument(opened.value, options.name), problems: [] };
  } catch (error) {
    if (error instanceof PartProblem) return fail(error.problem);
    throw error;
  }
}

function readDocument(opened: Package, name: string): Reading {
  const root = opened.xml('content.xml');
  const text = child(root, 'office:body', 'office:text');
  if (root === null || text === null) throw new PartProblem(broken(name));
  const styles = new Styles([opened.xml('styles.xml'), root]);
  const state: TextState = { opened, styles, blocks: [], notes: [], unkept: [], counts: { hidden: 0, comments: 0, merged: 0 } };
  walkText(text, state);
  const changes = within(text, 'text:changed-region').length;
  const problems = [
    ...trackedChanges(name, changes),
    ...commentsLeftOut(name, state.counts.comments),
    ...hiddenLeftOut(name, state.counts.hidden),
    ...(state.counts.merged > 0 ? [mergedCells(name, state.counts.merged)] : []),
    ...pictureProblems(name, state.blocks, state.unkept),
  ];
  return { blocks: [...state.blocks, ...state.notes], hints: propertyHints(opened.xml('meta.xml')), problems };
}
