import { HAN_AND_KANA } from '../../base/unicode.ts';

const DENSE = new RegExp(`[${HAN_AND_KANA}]`, 'gu');

/** Words of a text; of scripts without spaces two characters are one. */
export function countWords(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0;
  return dense === 0
    ? text.split(/\s+/).filter(Boolean).length
    : Math.ceil(dense / 2) + text.replace(DENSE, ' ').split(/\s+/).filter(Boolean).length;
}
