import type { Frame } from '../theme/types.ts';
import { around } from './free.ts';
import { GAP, type LayoutBinder } from './layout-binder.ts';
import { round } from './geometry.ts';
import { freeRow, range } from './room.ts';
import type { CompanyPlaceholder } from './types.ts';
import type { BoundRegion } from './bound.ts';

/** Height of a line of small text in points, at a page 540 points high. */
const LINE = 16;

/** Points: what is set larger says more than whose words these are. */
const SMALL = 14;
/** Share of the page from which on a title is as wide as a line is. */
const LEAST_WIDTH = 0.45;

/** A row with one colour behind it; where there is none, any that is clear. */
function evenRow(
  board: LayoutBinder,
  tops: readonly number[],
  row: { readonly x: number; readonly width: number; readonly height: number },
  taken: readonly Frame[],
  least: number,
): Frame | null {
  return freeRow(tops, row, taken, least, (frame) => board.isEven(frame)) ?? freeRow(tops, row, taken, least);
}

/** The lines beside the placeholders: whose words, and the handling mark. */
export function placeLines(board: LayoutBinder): void {
  const { page } = board.template;
  const height = round(LINE * board.scale);
  const title = board.region('title');
  const body = board.regions.find((r) => r.name === board.plan.defaultRegion) ?? board.region('lead');
  if (!title) return;
  const linePlaceholder = board.plan.sourceLine ? lineOfText(board) : null;
  const taken = [...board.frames(), ...board.keepOut, ...(linePlaceholder?.frame ? [linePlaceholder.frame] : [])];
  // Beside content a title may be too narrow for a line.
  const content = around(board.regions.filter(({ type }) => type === 'body' || type === 'picture').map((r) => r.frame));
  const isNarrow = title.frame.width < LEAST_WIDTH * page.width && content !== null && content.width > title.frame.width;
  const { x, width } = isNarrow ? content : title.frame;
  const titleEnd = title.frame.y + title.frame.height;
  const bodyEnd = body ? body.frame.y + body.frame.height : titleEnd;
  const tops = [
    ...range((isNarrow ? content.y : title.frame.y) - height - 3, 8, -2),
    ...(body && body.frame.y > titleEnd ? [titleEnd + (body.frame.y - titleEnd - height) / 2] : []),
    ...range(bodyEnd + 3, page.height - height - 4, 2),
  ];
  let row = evenRow(board, tops, { x, width, height }, taken, Math.min(width, 220 * board.scale));
  if (!row && body) row = { ...board.cutOff(body, height + 2), ...(isNarrow ? { x, width } : {}) };
  const line = linePlaceholder
    ? board.put('source', 'body', linePlaceholder, title.frame)
    : board.plan.sourceLine && row
      ? board.put('source', 'body', null, row)
      : null;
  placeMark(board, row, line, {
    tops: [...range(10, title.frame.y - height - 1, 3), ...range(page.height - height - 8, bodyEnd + 2, -3)],
    height,
  });
}

/** A placeholder for one line of text that their designers put beside the title: where a line belongs. */
function lineOfText(board: LayoutBinder): CompanyPlaceholder | null {
  const { page } = board.template;
  return (
    board.placeholders.find(
      (p) =>
        p.type === 'body' &&
        !p.turned &&
        !board.used.has(p) &&
        p.frame !== null &&
        p.frame.height < page.height * 0.15 &&
        p.frame.width > page.width * 0.25 &&
        (p.levels[0]?.style.size ?? 0) <= SMALL * board.scale,
    ) ?? null
  );
}

function placeMark(
  board: LayoutBinder,
  row: Frame | null,
  line: BoundRegion | null,
  { tops, height }: { readonly tops: readonly number[]; readonly height: number },
): void {
  const { page } = board.template;
  const width = round(180 * board.scale);
  const title = board.region('title')?.frame;
  const right = title && title.width >= LEAST_WIDTH * page.width ? title.x + title.width : page.width * 0.95;
  const taken = board.taken();
  const free = evenRow(board, tops, { x: Math.max(0, right - width), width, height }, taken, 120 * board.scale);
  if (free) board.put('mark', 'mark', null, free);
  else if (line?.placeholder === null && line.frame.width > 2 * width) {
    const { frame } = line;
    board.replace(line, { frame: { ...frame, width: round(frame.width - width - GAP) } });
    board.regions.push({
      name: 'mark',
      type: 'mark',
      placeholder: null,
      look: null,
      trimmed: null,
      frame: { ...frame, x: round(frame.x + frame.width - width), width },
    });
  } else if (row && !line) board.put('mark', 'mark', null, { ...row, x: round(row.x + row.width / 2), width: round(row.width / 2) });
}
