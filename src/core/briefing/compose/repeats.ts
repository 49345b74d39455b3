/** Words alone, without case, marks and spaces: what two lines are compared by. */
function folded(text: string): string {
  return ` ${(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ')} `;
}

/** Whether a line says nothing that the one above it has not said: the same words, or a part of them. A line without words says nothing. */
export function repeats(line: string, above: string): boolean {
  return folded(above).includes(folded(line));
}
