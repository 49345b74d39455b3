import { isRef, type Run, type TextRun } from '../base/text.ts';
import { tidyRuns } from './runs.ts';

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
]);

/** Whether the mark at the start is closed by the one at the end, and by none before: not so in `“a” and “b”`. */
function isWrapped(text: string): boolean {
  const open = text.charAt(0);
  const close = PAIRS.get(open);
  if (close === undefined || text.length < 2 || !text.endsWith(close)) return false;
  const inner = text.slice(1, -1);
  return !inner.includes(open) && !inner.includes(close);
}

const textOf = (paragraphs: readonly (readonly Run[])[]): string =>
  paragraphs.flatMap((runs) => runs.map((run) => (isRef(run) ? '' : run.text))).join('');

function cutFirst(runs: readonly Run[], from: number, to: number): Run[] {
  return runs.map((run, index) => (index === 0 && !isRef(run) ? { ...run, text: run.text.slice(from, run.text.length + to) } : run));
}

/** Quoted words without quotation marks of their own around the whole; marks inside stay. Text runs only. */
export function withoutOuterMarks(paragraphs: readonly (readonly TextRun[])[]): Run[][] {
  let current: Run[][] = paragraphs.map((runs) => [...runs]);
  while (isWrapped(textOf(current))) {
    const opened = current.map((runs, index) => (index === 0 ? cutFirst(runs, 1, 0) : runs));
    const closed = opened.map((runs, index) => (index === opened.length - 1 ? cutFirst(runs.toReversed(), 0, -1).toReversed() : runs));
    const next = closed.map(tidyRuns).filter((runs) => runs.length > 0);
    if (next.length === 0) return current;
    current = next;
  }
  return current;
}
