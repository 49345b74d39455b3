import type { Run } from '../../../base/text.ts';
import { linesThatFit, linesToWordEnd } from '../../../layout/text/setting.ts';
import { splitRuns } from '../../../layout/text/split.ts';
import type { SetText } from '../../../layout/text/types.ts';

type Cells = readonly (readonly Run[])[];

/** Divides every cell of a row after the last line that fits into `height`; null where not even one line does (but with `force` one goes). */
export function cutRow(cells: readonly SetText[], height: number, force: boolean): readonly [Cells, Cells] | null {
  const cuts = cells.map((cell) => {
    const [set] = cell.paragraphs;
    if (!set) return { head: [], tail: [], fits: true };
    const { runs } = set.paragraph;
    const most = Math.max(force ? 1 : 0, linesThatFit(set, height));
    if (most >= set.safeLines.length) return { head: runs, tail: [], fits: true };
    for (let lines = linesToWordEnd(set, most); lines > 0; lines--) {
      const [head, tail] = splitRuns(runs, set.safeLines[lines - 1]?.end ?? 0);
      if (tail.length > 0) return { head, tail, fits: true };
    }
    return { head: [], tail: runs, fits: false };
  });
  if ((cuts.some((cut) => !cut.fits) && !force) || cuts.every((cut) => cut.tail.length === 0)) return null;
  return [cuts.map((cut) => cut.head), cuts.map((cut) => cut.tail)];
}
