import { sentencesOf } from '../../base/sentences.ts';
import { isRef, refsOf, type Run } from '../../base/text.ts';
import type { LineView, PointView } from '../types.ts';
import { textWithoutRefs } from './lines.ts';
import { repeats } from './repeats.ts';

/** Runs up to an offset of their words, with the references that stand right behind it. */
function beginning(runs: readonly Run[], end: number): Run[] {
  const found: Run[] = [];
  let at = 0;
  for (const run of runs) {
    if (isRef(run)) {
      found.push(run);
      continue;
    }
    if (at >= end) break;
    const text = run.text.slice(0, end - at);
    at += run.text.length;
    if (text !== '') found.push({ ...run, text });
    if (run.text.slice(text.length).trim() !== '') break;
  }
  return found;
}

/** The first sentence of a line; the line itself where it is one sentence, so that an edit of it is one of the line. */
function firstSentence(line: LineView): LineView {
  const words = line.runs.map((run) => (isRef(run) ? '' : run.text)).join('');
  const [first = '', second] = sentencesOf(words);
  if (second === undefined) return line;
  const runs = beginning(line.runs, words.indexOf(first) + first.length);
  return { ...line, text: textWithoutRefs(runs), runs, refs: refsOf(runs) };
}

/**
 * What a topic found, in one sentence, for lists of topics: the first sentence of its summary where that says more than its headline, else
 * its first point that does; null where there is none.
 */
export function findingOf(headline: LineView, summary: LineView | null, points: readonly PointView[]): LineView | null {
  const first = summary && firstSentence(summary);
  if (first && !repeats(first.text, headline.text)) return first;
  const point = points.find(({ text }) => !repeats(text, headline.text));
  return point ? { text: point.text, runs: point.runs, refs: point.refs, own: point.own } : null;
}
