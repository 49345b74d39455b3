import { lazy } from '../../base/lazy.ts';

const sentences = lazy(() => new Intl.Segmenter('und', { granularity: 'sentence' }));

/** End of the last whole sentence that ends at or before `limit`, its spaces left out; 0 where there is none. */
export function lastSentenceEnd(text: string, limit: number): number {
  let end = 0;
  for (const part of sentences().segment(text)) {
    const stop = part.index + part.segment.trimEnd().length;
    if (stop > limit) break;
    end = stop;
  }
  // A label after the full stop belongs to the sentence.
  const label = /^(?:\s*\[\d+(?:,\u00A0\d+)*\])+/.exec(text.slice(end));
  return label && end + label[0].length <= limit ? end + label[0].length : end;
}
