import { lazyTable } from '../../base/lazy.ts';
import { LETTER, MARK } from '../words/letters.ts';
import { ready } from '../words/ready.ts';
import { HEDGES, type HedgeKind } from '../../language/hedges.ts';

export interface Hedge {
  readonly kind: HedgeKind;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const KINDS: readonly HedgeKind[] = ['evidence', 'possibility', 'intention'];
/** By language: a pattern for each kind. */
const PATTERNS = lazyTable(Object.keys(HEDGES), (language) =>
  KINDS.map((kind) => ({
    kind,
    pattern: ready(new RegExp(`(?<![${LETTER}${MARK}-])(?:${HEDGES[language]?.[kind] ?? ''})(?![${LETTER}${MARK}])`, 'giu')),
  })),
);

/** The hedges of a sentence, in order, none overlapping. A language without a list has none. */
export function findHedges(text: string, language: string): Hedge[] {
  const base = language.split('-')[0] ?? 'en';
  const found: Hedge[] = [];
  for (const { kind, pattern } of PATTERNS(base) ?? []) {
    for (const match of text.matchAll(pattern())) {
      const [words] = match;
      const [start, end] = [match.index, match.index + match[0].length];
      // `May` is a month or a name wherever it has a capital.
      if (base === 'en' && words === 'May') continue;
      if (!found.some((hedge) => start < hedge.end && hedge.start < end)) found.push({ kind, words, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
