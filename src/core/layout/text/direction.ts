import { LEFT_TO_RIGHT, RIGHT_TO_LEFT } from '../../base/unicode.ts';
import type { Direction } from '../../template/theme/types.ts';

const RTL = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');
const LTR = new RegExp(`[${LEFT_TO_RIGHT}]`, 'u');

/** Base direction of a paragraph: that of its letters; where they are mixed or there are none, the deck's. */
export function directionOf(text: string, deck: Direction): Direction {
  const rtl = RTL.test(text);
  if (rtl === LTR.test(text)) return deck;
  return rtl ? 'rtl' : 'ltr';
}
