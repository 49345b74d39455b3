/** A name that no part has yet: `ppt/charts/chart1.xml`, else `ppt/charts/lectern-chart1.xml`. OPC tells no case: `taken` is in lower case. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const slash = name.lastIndexOf('/') + 1;
  let free = name;
  for (let n = 1; taken.has(free.toLowerCase()); n += 1) {
    free = `${name.slice(0, slash)}lectern-${n === 1 ? '' : `${n}-`}${name.slice(slash)}`;
  }
  return free;
}
