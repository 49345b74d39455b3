import { LecternError, type Result } from '../../errors.ts';
import type { Scene } from '../../layout/types.ts';
import { accessibilityProblems } from './accessibility.ts';
import { emit } from './emit.ts';
import { finish } from './finish.ts';
import { lint, packageProblems } from './lint/index.ts';
import { writeZip } from '../../ooxml/zip.ts';

export { editProblems, inspectPptx, type InspectedSlide, type Inspection } from './recipe/inspect.ts';

/**
 * The scene as a native PowerPoint file, with warnings of what PowerPoint's accessibility checker would find in it.
 * Throws a `LecternError` `write/package` where our own lint finds the package faulty: such a file must not leave the house.
 */
export async function writePptx(scene: Scene): Promise<Result<Uint8Array>> {
  const parts = finish(await emit(scene), scene);
  const faults = packageProblems(lint(parts));
  if (faults.length > 0) throw new LecternError(faults);
  return { value: writeZip(parts), problems: accessibilityProblems(scene) };
}
