import { problem, type Place, type Problem } from '../../base/errors.ts';
import { areaFrame, isFault, mirrored, type Grid } from './grid.ts';
import type { AreaText } from './schema.ts';
import type { Frame } from './types.ts';

export type Path = readonly PropertyKey[];

/** What every step below needs: the grid, the mirror, and where to put faults. */
export interface Context {
  readonly grid: Grid;
  readonly mirror: boolean;
  readonly at: (path: Path) => Place;
  readonly problems: Problem[];
  /** Names of looks of items. */
  readonly looks: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
  /** What stands in the place of `QUOTATION_MARK`. */
  readonly quotationMark: string;
}

/** What opens a quotation as a theme writes it, as a bullet or a decoration; each language has its own. */
export const QUOTATION_MARK = '“';

/** Reports a fault of the field at `path`. */
export function fault(context: Context, path: Path, details: { message: string; received?: string; allowed?: string; hint: string }): void {
  context.problems.push(problem('theme/field', { ...details, place: context.at(path) }));
}

/** An area's frame, mirrored where the theme is; null and a fault where it has none. What bleeds may reach out of the page. */
export function frameOf(area: AreaText, path: Path, context: Context, bleeds = false): Frame | null {
  const result = areaFrame(area, context.grid, bleeds);
  if (!isFault(result)) return context.mirror ? mirrored(result, context.grid.page.width) : result;
  const field = result.field;
  const received = field === null ? undefined : String(area[field]);
  fault(context, field === null ? path : [...path, field], {
    message: result.message,
    ...(received === undefined ? {} : { received }),
    hint: 'Correct the place; columns are counted from 1, rows in baselines from the top edge.',
  });
  return null;
}
