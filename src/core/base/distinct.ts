/** Values that say the same, as JSON says it, once each; in the order in which each came first. */
export function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
