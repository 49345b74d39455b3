import { COMPLEX, EAST_ASIAN, HAN_AND_KANA } from '../../base/unicode.ts';
import type { FontChoice } from '../../template/theme/types.ts';
import type { FindFace, Face, Heights } from './types.ts';
/** Of fonts for ideographs that presenters' machines have; from their hhea tables. */
const KNOWN: Readonly<Record<string, Heights>> = {
  'microsoft yahei': { ascent: 1.058, descent: 0.262, lineGap: 0 },
  simsun: { ascent: 0.859, descent: 0.141, lineGap: 0.141 },
};

/** As tall as most fonts for ideographs. */
const EAST_ASIAN_HEIGHTS: Heights = { ascent: 1.06, descent: 0.27, lineGap: 0 };

const COMPLEX_LETTER = new RegExp(`[${COMPLEX}]`, 'u');
const IDEOGRAPH = new RegExp(`[${EAST_ASIAN}]`, 'u');
/** What no face of Latin letters has. Other complex scripts may be in it, so that its height counts beside that of the font for them. */
const NEVER_IN_FACE = new RegExp(`[\\p{Script=Arabic}\\p{Script=Hebrew}${HAN_AND_KANA}\\p{Script=Hangul}]`, 'gu');
/** Letters and digits of none of these. */
const OTHER = /[\p{L}\p{N}]/u;

export function tallest(a: Heights, b: Heights): Heights {
  // Most text has one face: no new object for each of its words.
  if (a === b) return a;
  return {
    ascent: Math.max(a.ascent, b.ascent),
    descent: Math.max(a.descent, b.descent),
    lineGap: Math.max(a.lineGap, b.lineGap),
  };
}

/**
 * How tall a stretch of text makes its line. PowerPoint and LibreOffice set complex scripts and ideographs in the theme's fonts for them,
 * and a line is as tall as the tallest font in it; the face that shows the letters in HTML has no say.
 */
export function heightsOf(find: FindFace, choice: FontChoice, face: Face, text: string): Heights {
  // eslint-disable-next-line no-control-regex -- the whole of ASCII, Latin, Greek and Cyrillic, which most text is.
  if (/^[\u0000-\u058F\u1E00-\u20FF]*$/.test(text)) return face.heights;
  const all: Heights[] = [];
  if (COMPLEX_LETTER.test(text)) all.push(named(find, choice.complex, face));
  if (IDEOGRAPH.test(text)) all.push(KNOWN[choice.eastAsian.toLowerCase()] ?? EAST_ASIAN_HEIGHTS);
  if (OTHER.test(text.replace(NEVER_IN_FACE, ''))) all.push(face.heights);
  return all.length > 0 ? all.reduce(tallest) : face.heights;
}

function named(find: FindFace, family: string, face: Face): Heights {
  const known = KNOWN[family.toLowerCase()];
  if (known) return known;
  const own = find(family, face.weight, face.style);
  return own.ownHeights ? own.heights : face.heights;
}
