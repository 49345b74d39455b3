import { isRef, type Run } from '../../base/text.ts';
import { firstWhere } from '../../base/search.ts';
import { shownTexts, softIn } from './display.ts';
import type { RunPlaces, Stretch } from './types.ts';

/** Where runs of these texts begin, and where the last ends. */
export function startsOf(texts: readonly string[]): number[] {
  const starts = [0];
  let at = 0;
  for (const { length } of texts) starts.push((at += length));
  return starts;
}

const BLANK = /[\s\u200B]/;

/** The run that holds the character at an offset, and so the last that begins at it or before, but for empty ones behind it. */
function runAt({ starts, runs }: RunPlaces, offset: number): number {
  return firstWhere(runs.length, (i) => (starts[i + 1] ?? 0) > offset);
}

/**
 * Where a part of a text ends that is cut at an offset, and where the rest begins: spaces and line breaks at the cut belong to neither, and
 * a label that the offset falls into stays whole, in the first part.
 */
export function cutAt(places: RunPlaces, offset: number): { readonly end: number; readonly next: number } {
  const { runs, starts, text } = places;
  const at = runAt(places, offset);
  const run = runs[at];
  const start = starts[at] ?? 0;
  let end = run && isRef(run) && start < offset ? (starts[at + 1] ?? offset) : Math.min(offset, text.length);
  let next = end;
  while (end > 0 && BLANK.test(text.charAt(end - 1))) end--;
  while (next < text.length && BLANK.test(text.charAt(next))) next++;
  return { end, next };
}

/** The runs of a stretch of their shown text, whose ends `cutAt` gave. */
export function runsIn(places: RunPlaces, { start, end }: Stretch): Run[] {
  const { runs, starts } = places;
  const found: Run[] = [];
  for (let i = runAt(places, start); i < runs.length; i++) {
    const from = starts[i] ?? 0;
    if (from >= end) break;
    const run = runs[i];
    if (run === undefined) break;
    const to = starts[i + 1] ?? from;
    if (isRef(run) || (from >= start && to <= end)) found.push(run);
    else {
      const raw = rawOffsets(run.text);
      const text = run.text.slice(from >= start ? 0 : raw(start - from), to <= end ? undefined : raw(end - from));
      if (text !== '') found.push({ ...run, text });
    }
  }
  return end < places.text.length ? trimEnd(found) : found;
}

/** Spaces that a label hid stand at the end once it is another part's. */
function trimEnd(runs: Run[]): Run[] {
  for (let last = runs.at(-1); last && !isRef(last); last = runs.at(-1)) {
    let end = last.text.length;
    while (end > 0 && BLANK.test(last.text.charAt(end - 1))) end--;
    if (end === last.text.length) break;
    runs.pop();
    if (end > 0) runs.push({ ...last, text: last.text.slice(0, end) });
  }
  return runs;
}

/** Offsets in a run's own text by those in it as shown: behind the soft hyphens that stand there. */
function rawOffsets(text: string): (shown: number) => number {
  const soft = softIn(text);
  return (shown) => shown + firstWhere(soft.length, (i) => (soft[i] ?? 0) - i > shown);
}

/**
 * Divides runs at an offset of their shown text (`runsText`). A label that the offset falls into stays whole, in the head.
 * Spaces and line breaks at the cut are dropped.
 */
export function splitRuns(runs: readonly Run[], offset: number): readonly [Run[], Run[]] {
  const texts = shownTexts(runs);
  const places: RunPlaces = { runs, starts: startsOf(texts), text: texts.join('') };
  const { end, next } = cutAt(places, offset);
  return [runsIn(places, { start: 0, end }), runsIn(places, { start: next, end: places.text.length })];
}
