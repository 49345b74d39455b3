/** Source labels as we write them: raised, and nothing but numbers in square brackets, at the end of what is raised. */
const LABELS = /(?:[\s\u200E\u200F]*\[\d+(?:,\s*\d+)*\])+[\s\u200E\u200F]*$/;

/** Whether `a:rPr@baseline` (thousandths of a percent) raises a run. */
export function isRaised(baseline: string | null): boolean {
  return Number.parseFloat(baseline ?? '0') > 0;
}

/**
 * The source numbers at the end of a raised text, and what stands before them. The text is that of all raised runs in a row: LibreOffice
 * divides `[1]` in three where a line runs from right to left. What is not raised is no label: it may be a colleague's `[3]`.
 */
export function labelsOf(raised: string): { readonly text: string; readonly refs: readonly number[] } {
  const match = LABELS.exec(raised);
  if (!match) return { text: raised, refs: [] };
  return { text: raised.slice(0, match.index), refs: [...match[0].matchAll(/\d+/g)].map(([number]) => Number(number)) };
}

/** The source numbers of one run that is nothing but a label, null where it is none: for whoever writes a label anew in its run. */
export function labelOf(text: string, baseline: string | null): number[] | null {
  if (!isRaised(baseline)) return null;
  const { text: words, refs } = labelsOf(text);
  return words === '' && refs.length > 0 ? [...refs] : null;
}
