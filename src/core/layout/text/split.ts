import { isRef, type Run } from '../../base/text.ts';
import { shownText } from './display.ts';

/**
 * Divides runs at an offset of their shown text (`runsText`). A label that the offset falls into stays whole, in the head.
 * Spaces and line breaks at the cut are dropped.
 */
export function splitRuns(runs: readonly Run[], offset: number): readonly [Run[], Run[]] {
  const head: Run[] = [];
  const tail: Run[] = [];
  let at = 0;
  runs.forEach((run, i) => {
    const shown = shownText(runs, i);
    if (isRef(run)) {
      (at < offset ? head : tail).push(run);
      at += shown.length;
      return;
    }
    const cut = offset - at;
    at += shown.length;
    if (cut >= shown.length) head.push(run);
    else if (cut <= 0) tail.push(run);
    else {
      const raw = rawOffset(run.text, cut);
      head.push({ ...run, text: run.text.slice(0, raw) });
      tail.push({ ...run, text: run.text.slice(raw) });
    }
  });
  return [trimEnd(head), trimStart(tail)];
}

/** Offset in the raw text of the `shown`-th character that is not a soft hyphen. */
function rawOffset(text: string, shown: number): number {
  let left = shown;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\u00AD') continue;
    if (left === 0) return i;
    left--;
  }
  return text.length;
}

function trimEnd(runs: Run[]): Run[] {
  for (let last = runs.at(-1); last && !isRef(last); last = runs.at(-1)) {
    const text = last.text.replace(/[\s\u200B]+$/, '');
    runs.pop();
    if (text === '') continue;
    runs.push({ ...last, text });
    break;
  }
  return runs;
}

function trimStart(runs: Run[]): Run[] {
  for (let first = runs[0]; first && !isRef(first); first = runs[0]) {
    const text = first.text.replace(/^[\s\u200B]+/, '');
    runs.shift();
    if (text === '') continue;
    runs.unshift({ ...first, text });
    break;
  }
  return runs;
}
