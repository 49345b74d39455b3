import { LecternError, type Result } from '../../base/errors.ts';
import type { Scene } from '../../layout/types.ts';
import { accessibilityProblems } from './accessibility.ts';
import { emit } from './emit.ts';
import { assemblePackage } from './assemble-package.ts';
import { lint, packageProblems, type Finding } from './lint/index.ts';
import { writeZip, type Parts } from '../../base/ooxml/zip.ts';
import type { Base } from './base/types.ts';

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

/** What is wrong with the package beyond what was wrong with the organisation's own file, which stays as it is. */
function newFindings(parts: Parts, base: Base): Finding[] {
  const known = new Set(lint(base.textParts()).map((f) => JSON.stringify(f)));
  return lint(parts).filter((finding) => !known.has(JSON.stringify(finding)));
}

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
