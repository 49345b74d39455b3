import type { Font } from 'fontkit';
import type { JoiningLetter } from '../core/layout/font/metrics.ts';

const ZWJ = '\u200D';
const LAM = '\u0644';
const ALEFS = ['\u0622', '\u0623', '\u0625', '\u0627', '\u0671'];

/** The forms of Arabic letters, shaped by fontkit between zero-width joiners. */
export function joiningOf(font: Font, codePoints: readonly number[]): JoiningLetter[] {
  const shape = (text: string): { readonly width: number; readonly glyphs: string } => {
    const run = font.layout(text, { mark: false, mkmk: false });
    const shown = run.glyphs.filter((g) => !g.codePoints.includes(0x200d) || g.codePoints.length > 1);
    return { width: run.advanceWidth, glyphs: shown.map((g) => g.id).join() };
  };
  const letters = codePoints.map((cp) => String.fromCodePoint(cp)).filter((ch) => /(?=\p{Script=Arabic})\p{L}/u.test(ch));
  const pairs = ALEFS.filter((alef) => letters.includes(alef)).map((alef) => LAM + alef);
  return [...pairs, ...letters].flatMap((text): JoiningLetter[] => {
    const [isolated, final, initial, medial] = [text, ZWJ + text, text + ZWJ, ZWJ + text + ZWJ].map(shape);
    if (!isolated || !final || !initial || !medial) return [];
    const joinsAfter = text.length === 1 && initial.glyphs !== isolated.glyphs;
    if (!joinsAfter && final.glyphs === isolated.glyphs) return [];
    return [
      {
        text,
        isolated: isolated.width,
        final: final.width,
        initial: joinsAfter ? initial.width : null,
        medial: joinsAfter ? medial.width : null,
      },
    ];
  });
}
