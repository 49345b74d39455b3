/** So many bars may lie above each other. */
const MOST_LANES = 3;

/** In which lane, from the axis up, each bar has no other in its way; dots (null) stand in the first. Null: it would need too many. */
export function lanesOf(bars: readonly ({ readonly from: number; readonly to: number } | null)[]): number[] | null {
  const ends: number[] = [];
  const lanes = bars.map((bar) => {
    if (!bar) return 0;
    const free = ends.findIndex((end) => end <= bar.from + 0.5);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = bar.to;
    return lane;
  });
  return ends.length <= MOST_LANES ? lanes : null;
}
