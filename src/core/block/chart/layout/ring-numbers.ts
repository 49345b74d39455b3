import type { Frame } from '../../../template/theme/types.ts';
import type { ChartWords } from './arrangement.ts';
import { HOLE } from './marks.ts';
import type { SliceMark, ValueLabel } from './types.ts';
import { placed, type Typist } from './typist.ts';
import { inkOn } from './values.ts';

/** Whether a frame round a part's middle stays inside the part. Corners by radius and angle. */
function isInPart(frame: Frame, centre: { readonly x: number; readonly y: number }, radius: number, { from, to }: SliceMark): boolean {
  const corners = [frame.x, frame.x + frame.width].flatMap((x) => [frame.y, frame.y + frame.height].map((y) => ({ x, y })));
  const middle = (from + to) / 2;
  return corners.every(({ x, y }) => {
    const [dx, dy] = [x - centre.x, y - centre.y];
    const away = Math.hypot(dx, dy);
    const turn = Math.atan2(dx, -dy) - middle;
    const off = Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
    return away <= radius && away >= radius * HOLE && off <= (to - from) / 2;
  });
}

/** The numbers of a ring's parts, each in the middle of its part, in ink or paper; null where one has no room. */
export function partLabels(
  t: Typist,
  ring: Frame,
  { chart, colors, format }: ChartWords,
  marks: readonly SliceMark[],
): ValueLabel[] | null {
  const radius = ring.width / 2;
  const centre = { x: ring.x + radius, y: ring.y + radius };
  // A value that takes no part of the ring can only be told in words.
  if (marks.length < (chart.series[0]?.values ?? []).filter((value) => value !== null).length) return null;
  const labels = marks.map((mark): ValueLabel | null => {
    const angle = (mark.from + mark.to) / 2;
    const away = (radius * (1 + HOLE)) / 2;
    const words = t.number(format(mark.value));
    const at = {
      x: centre.x + away * Math.sin(angle),
      top: centre.y - away * Math.cos(angle) - words.height / 2,
      align: 'center' as const,
    };
    const label = placed(words, at, inkOn(colors[mark.category] ?? 'accent1', t.context.theme));
    // Digits fill the middle of their line.
    const ink = { ...label.frame, y: label.frame.y + label.frame.height * 0.15, height: label.frame.height * 0.7 };
    return isInPart(ink, centre, radius, mark) ? { ...label, series: 0, category: mark.category, side: 'center' } : null;
  });
  const all = labels.filter((label) => label !== null);
  return all.length === labels.length ? all : null;
}
