import type { NumericOrder } from '../dates/rules.ts';

const SLASHED = /(?<!\d)(\d{1,2})\/(\d{1,2})\/\d{4}(?!\d)/g;
/** Spellings that only American English has. */
const AMERICAN = /\b(?:color|labor|center|program|percent|organization|defense|traveled|kilometers|meters|gray)\b/gi;
const BRITISH = /\b(?:colour|labour|centre|programme|per cent|organisation|defence|travelled|kilometres|metres|grey)\b/gi;

/** How `03/05/2024` is meant in this text: by other dates in it, by its language tag, by its spelling; else the day comes first. */
export function numericOrder(text: string, tag: string | null): NumericOrder {
  for (const [, first, second] of text.matchAll(SLASHED)) {
    if (Number(first) > 12) return 'dmy';
    if (Number(second) > 12) return 'mdy';
  }
  if (tag !== null && /^en-US$/i.test(tag)) return 'mdy';
  if (tag !== null && !/^en/i.test(tag)) return 'dmy';
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(AMERICAN) > count(BRITISH) ? 'mdy' : 'dmy';
}
