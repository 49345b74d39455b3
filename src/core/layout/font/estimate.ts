/** Advances, in ems, of characters that no font at hand has. Wide enough for the fonts that machines put in their place. */

import { EAST_ASIAN } from '../../base/unicode.ts';

const WIDE = new RegExp(`[${EAST_ASIAN}]`, 'u');
const HALF = /[\uFF61-\uFFDC\uFFE8-\uFFEE]/u;
const PICTOGRAPH = /(?=\P{ASCII})[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const NONE = /[\p{M}\p{Cf}\uFE00-\uFE0F]/u;

export type Estimate = 'ideograph' | 'pictograph' | 'letter' | 'symbol' | 'none';

/** What kind of guess a code point's advance is. Ideographs are exact: one em by design. */
export function estimateKind(character: string): Estimate {
  if (NONE.test(character)) return 'none';
  if (WIDE.test(character) || HALF.test(character)) return 'ideograph';
  if (PICTOGRAPH.test(character)) return 'pictograph';
  return /\p{L}/u.test(character) ? 'letter' : 'symbol';
}

/** Ems. Letters: wider than 95 % of the letters of Noto's Indic, Thai, Armenian and Georgian fonts. */
function estimateAdvance(character: string): number {
  const kind = estimateKind(character);
  switch (kind) {
    case 'none':
      return 0;
    case 'ideograph':
      return HALF.test(character) ? 0.5 : 1;
    case 'pictograph':
      return 1.38;
    case 'letter':
      return 0.85;
    case 'symbol':
      return 1;
  }
}

/** Ems. A joined pictograph is one. */
export function estimateText(text: string): number {
  let total = 0;
  let joined = false;
  for (const ch of text) {
    if (!joined || estimateKind(ch) !== 'pictograph') total += estimateAdvance(ch);
    joined = ch === '\u200D';
  }
  return total;
}

/** Of a family that no file and no stand-in is at hand for. */
export const ESTIMATED_HEIGHTS = { ascent: 0.95, descent: 0.27, lineGap: 0 } as const;
