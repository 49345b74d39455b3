import { omit } from '../base/omit.ts';
import { isRef, type Run, type TextRun } from '../base/text.ts';
import { tidyRuns } from './runs.ts';

/** A line in two: the bold words that it begins with, without their boldness, and what stands behind them. */
export interface LeadIn {
  /** Empty where the line begins otherwise. */
  readonly head: readonly Run[];
  readonly text: readonly Run[];
}

/** A sign that ends bold words though it stands behind them: “**Wait**: …”. */
const MARK = /^(?:[:.,،](?=\s|$)|[：。，、])/u;
/** Signs behind which no space stands. */
const WIDE = /[。．！？：；，、]$/u;

const isBlank = (run: Run): boolean => !isRef(run) && run.text.trim() === '';
const isBold = (run: Run): run is TextRun => !isRef(run) && run.bold === true;

function plainOf(run: Run): Run {
  return isRef(run) ? run : omit(run, 'bold');
}

const lastText = (runs: readonly Run[]): string => {
  const last = runs.at(-1);
  return !last || isRef(last) ? '' : last.text;
};

/**
 * Divides a line behind the bold words that it begins with, references of theirs included. They must end where a word does: bold letters
 * inside a word are no lead-in.
 */
export function leadIn(runs: readonly Run[]): LeadIn {
  const tidy = tidyRuns(runs);
  const none = { head: [], text: tidy };
  const found = tidy.findIndex((run) => !isRef(run) && !isBold(run) && !isBlank(run));
  const end = found < 0 ? tidy.length : found;
  const before = tidy.slice(0, end);
  if (!before[0] || !isBold(before[0])) return none;
  const [next, ...rest] = tidy.slice(end);
  const endsApart = next === undefined || isRef(next) || isBlank(before.at(-1) ?? next) || isRef(before.at(-1) ?? next);
  if (endsApart || /^\s/.test(next.text) || WIDE.test(lastText(before))) return divided(before, tidy.slice(end));
  const mark = MARK.exec(next.text)?.[0];
  if (mark === undefined) return none;
  return divided([...before, { text: mark }], [{ ...next, text: next.text.slice(mark.length) }, ...rest]);
}

function divided(head: readonly Run[], text: readonly Run[]): LeadIn {
  return { head: tidyRuns(head.map(plainOf)), text: tidyRuns(text) };
}

/** The line again: its lead-in bold. `leadIn` divides it as it was. */
export function withLeadIn({ head, text }: LeadIn): Run[] {
  if (head.length === 0) return tidyRuns(text);
  const bold = head.map((run): Run => (isRef(run) ? run : { ...run, bold: true }));
  const gap = text.length === 0 || WIDE.test(lastText(head)) ? [] : [{ text: ' ' }];
  return tidyRuns([...bold, ...gap, ...text]);
}
