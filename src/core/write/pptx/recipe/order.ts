/** Positions of a longest run of rising numbers: these stayed in their order, the others were moved. */
export function inOrder(positions: readonly number[]): Set<number> {
  const tails: { readonly value: number; readonly from: number }[] = [];
  const before: (number | null)[] = [];
  positions.forEach((value, i) => {
    let at = tails.findIndex((tail) => tail.value >= value);
    if (at === -1) at = tails.length;
    before[i] = tails[at - 1]?.from ?? null;
    tails[at] = { value, from: i };
  });
  const kept = new Set<number>();
  for (let i = tails.at(-1)?.from ?? null; i !== null; i = before[i] ?? null) kept.add(positions[i] ?? -1);
  return kept;
}
