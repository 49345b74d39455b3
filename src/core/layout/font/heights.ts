import type { FontChoice } from '../../template/theme/types.ts';
import type { FindFace, Face } from './faces.ts';

/** Ems above and below the baseline that a font takes, and the gap that it asks for between lines. */
export interface Heights {
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
}

/** Of fonts for ideographs that presenters' machines have; from their hhea tables. */
const KNOWN: Readonly<Record<string, Heights>> = {
  'microsoft yahei': { ascent: 1.058, descent: 0.262, lineGap: 0 },
  simsun: { ascent: 0.859, descent: 0.141, lineGap: 0.141 },
};

/** As tall as most fonts for ideographs. */
const EAST_ASIAN: Heights = { ascent: 1.06, descent: 0.27, lineGap: 0 };

const COMPLEX =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const IDEOGRAPH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\u30FC\uFF00-\uFF60\uFFE0-\uFFE6]/u;
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
  if (COMPLEX.test(text)) all.push(named(find, choice.complex, face));
  if (IDEOGRAPH.test(text)) all.push(KNOWN[choice.eastAsian.toLowerCase()] ?? EAST_ASIAN);
  const rest = text.replace(
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
    '',
  );
  if (OTHER.test(rest)) all.push(face.heights);
  return all.length > 0 ? all.reduce(tallest) : face.heights;
}

function named(find: FindFace, family: string, face: Face): Heights {
  const known = KNOWN[family.toLowerCase()];
  if (known) return known;
  const own = find(family, face.weight, face.style);
  return own.ownHeights ? own.heights : face.heights;
}
