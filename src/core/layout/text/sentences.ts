import { lazy } from '../../base/lazy.ts';

const sentences = lazy(() => new Intl.Segmenter('und', { granularity: 'sentence' }));

/** Whether a sentence ends at a full stop hangs on the next word; so many characters have it. */
const AHEAD = 200;

/** End of the last whole sentence behind `start` that ends at or before `limit`, its spaces left out; `start` where there is none. */
export function lastSentenceEnd(text: string, start: number, limit: number): number {
  const near = text.slice(start, limit + AHEAD);
  let end = start;
  for (const part of sentences().segment(near)) {
    const stop = start + part.index + part.segment.trimEnd().length;
    if (stop > limit) break;
    end = stop;
  }
  // A label after the full stop belongs to the sentence.
  const label = /^(?:\s*\[\d+(?:,\u00A0\d+)*\])+/.exec(text.slice(end, limit + AHEAD));
  return label && end + label[0].length <= limit ? end + label[0].length : end;
}
