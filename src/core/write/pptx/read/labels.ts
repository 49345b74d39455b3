/** A source label as we write it: raised, and nothing but numbers in square brackets. */
const LABEL = /^\s*\[(\d+(?:,\s*\d+)*)\]\s*$/;

/**
 * The source numbers that a run says, null where it is no label. `baseline` is `a:rPr@baseline` in thousandths of a percent; the text alone would
 * take a colleague's `[3]` for one.
 */
export function labelOf(text: string, baseline: string | null): number[] | null {
  if (Number.parseFloat(baseline ?? '0') <= 0) return null;
  const match = LABEL.exec(text.replaceAll('\u200E', '').replaceAll('\u200F', ''));
  return match?.[1] === undefined ? null : match[1].split(',').map((number) => Number(number.trim()));
}
