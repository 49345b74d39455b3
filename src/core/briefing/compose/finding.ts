import { sentencesOf } from '../../base/sentences.ts';
import { isRef, refsOf, withoutStop, type Run } from '../../base/text.ts';
import type { BlockView, LineView, PointView } from '../types.ts';
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

/** Characters of a point that may be a title: two lines of one. */
const LONGEST_TITLE = 90;

const isTitle = ({ text, children }: PointView): boolean => text.length <= LONGEST_TITLE && children.length === 0;

/**
 * Gives each chart and table the first point of its topic that rests on the same paragraphs alone, is short enough for a title, says more
 * than the headline and is no other's: what it shows, in the article's words.
 */
export function withFindings(blocks: readonly BlockView[], headline: LineView): BlockView[] {
  const points = blocks.flatMap((block) => block.points ?? []).filter((point) => isTitle(point) && !repeats(point.text, headline.text));
  const taken = new Set<PointView>();
  return blocks.map((block) => {
    const refs = block.chart?.refs ?? block.table?.refs ?? [];
    const point = points.find((one) => !taken.has(one) && one.refs.length > 0 && one.refs.every((ref) => refs.includes(ref)));
    if (!point) return block;
    taken.add(point);
    const finding: LineView = { text: withoutStop(point.text), runs: point.runs, refs: point.refs, own: point.own };
    return {
      ...block,
      ...(block.chart && { chart: { ...block.chart, finding } }),
      ...(block.table && { table: { ...block.table, finding } }),
    };
  });
}
