import type { Direction } from '../../template/theme/types.ts';

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LTR =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Armenian}\p{Script=Georgian}]/u;

/** Base direction of a paragraph: that of its letters; where they are mixed or there are none, the deck's. */
export function directionOf(text: string, deck: Direction): Direction {
  const rtl = RTL.test(text);
  if (rtl === LTR.test(text)) return deck;
  return rtl ? 'rtl' : 'ltr';
}
