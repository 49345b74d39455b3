import { isRef, type Run, type TextRun } from '../base/text.ts';
import { cleanText } from './clean.ts';

/** Stands for a line end that is only how the file is laid out, while runs are read; it becomes a space. */
export const SOFT_BREAK = '\u2028';

/** What words may look like, from the outside in: links hold bold, bold holds italic, and so on. */
export const LOOKS = ['href', 'bold', 'italic', 'strike', 'script'] as const;

const sameLook = (a: TextRun, b: TextRun): boolean => LOOKS.every((look) => a[look] === b[look]);

/** `cleanText` makes a soft break `\n`, which is a space like any other here. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => cleanText(line).replace(/[ \t\n]+/g, ' '))
    .join('\n')
    .replace(/ ?\n ?/g, '\n');
}

function merge(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (isRef(run)) merged.push(run);
    else if (last && !isRef(last) && sameLook(last, run)) merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') merged.push(run);
  }
  return merged;
}

function trimEnds(runs: readonly Run[]): Run[] {
  const trimmed = [...runs];
  const trimAt = (index: 0 | -1, edge: RegExp): void => {
    for (let run = trimmed.at(index); run && !isRef(run); run = trimmed.at(index)) {
      const text = run.text.replace(edge, '');
      if (text !== '') {
        trimmed.splice(index, 1, { ...run, text });
        return;
      }
      trimmed.splice(index, 1);
    }
  };
  trimAt(0, /^[ \n]+/);
  trimAt(-1, /[ \n]+$/);
  return trimmed;
}

/** Divides a run into the blanks at its start, its words, and the blanks at its end. */
function edges(run: Run): Run[] {
  if (isRef(run)) return [run];
  const [, before = '', text = '', after = ''] = /^([ \n]*)([^]*?)([ \n]*)$/.exec(run.text) ?? [];
  return [before, text, after].filter((part) => part !== '').map((part) => ({ ...run, text: part }));
}

/** The looks that two runs share, from the outside in, up to the first in which they differ. */
function shared(a: TextRun, b: TextRun): Partial<TextRun> {
  const differs = LOOKS.findIndex((look) => a[look] !== b[look]);
  const common = differs < 0 ? LOOKS : LOOKS.slice(0, differs);
  return Object.fromEntries(common.flatMap((look) => (a[look] === undefined ? [] : [[look, a[look]]])));
}

/** Blanks at the edge of a look have only what the words on both sides share: Markdown cannot say that they have more. */
function bareEdges(runs: readonly Run[]): Run[] {
  const parts = runs.flatMap(edges);
  const isBlank = (run: Run): boolean => !isRef(run) && run.text.trim() === '' && /^[ \n]*$/.test(run.text);
  return parts.map((run, index): Run => {
    if (isRef(run) || !isBlank(run)) return run;
    const before = parts.slice(0, index).findLast((part) => !isBlank(part));
    const after = parts.slice(index + 1).find((part) => !isBlank(part));
    if (!before || !after || isRef(before) || isRef(after)) return { text: run.text };
    return { text: run.text, ...shared(before, after) };
  });
}

/**
 * Runs in the one form that the Markdown can say: neighbours of one look merged, text clean and its spaces folded,
 * soft breaks made spaces, nothing blank at the ends or at the edges of a look.
 */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidied = merge(runs).map((run) => (isRef(run) ? run : { ...run, text: tidy(run.text) }));
  return trimEnds(merge(merge(bareEdges(tidied)).map((run) => (isRef(run) ? run : { ...run, text: tidy(run.text) }))));
}
