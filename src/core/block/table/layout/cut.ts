import { shownIn } from '../../../layout/text/atoms.ts';
import { linesThatFit, linesToWordEnd } from '../../../layout/text/setting.ts';
import { cutAt } from '../../../layout/text/split.ts';
import type { Fonts, SetParagraph } from '../../../layout/text/types.ts';
import { EMPTY_CELL, type Cell } from './rows.ts';

/** A cell with its words as set, or their first lines. */
export interface SetCell {
  readonly cell: Cell;
  readonly set: SetParagraph;
}

interface CutCell {
  readonly head: Cell;
  /** Null: the head has all of it. */
  readonly tail: Cell | null;
  readonly fits: boolean;
}

/** Divides every cell of a row after the last line that fits into `height`; null where not even one line does (but with `force` one goes). */
export function cutRow(
  fonts: Fonts,
  cells: readonly SetCell[],
  height: number,
  force: boolean,
): readonly [readonly Cell[], readonly Cell[]] | null {
  const cuts = cells.map((cell) => cutCell(fonts, cell, height, force));
  if ((cuts.some((cut) => !cut.fits) && !force) || cuts.every((cut) => cut.tail === null)) return null;
  return [cuts.map((cut) => cut.head), cuts.map((cut) => cut.tail ?? EMPTY_CELL)];
}

function cutCell(fonts: Fonts, { cell, set }: SetCell, height: number, force: boolean): CutCell {
  const most = Math.max(force ? 1 : 0, linesThatFit(set, height));
  if (most >= set.safeLines.length) return { head: cell, tail: null, fits: true };
  const { start, end } = set.stretch;
  const shown = shownIn(fonts, set.paragraph.runs);
  for (let lines = linesToWordEnd(set, most); lines > 0; lines--) {
    const cut = cutAt(shown, set.safeLines[lines - 1]?.end ?? start);
    if (cut.next >= end) continue;
    const part = (from: number, to: number): Cell => ({ runs: cell.runs, stretch: { start: from, end: to } });
    return { head: part(start, cut.end), tail: part(cut.next, end), fits: true };
  }
  return { head: EMPTY_CELL, tail: cell, fits: false };
}
