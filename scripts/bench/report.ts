/** What the benchmarks share. */

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** A Markdown table: the first row is its header, numbers stand at the right. */
export function table(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${row.map((_, j) => (j === 0 ? '---' : '---:')).join('|')}|` : ''}`)
    .join('\n');
}
