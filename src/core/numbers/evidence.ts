import type { Mark } from './conventions.ts';

const NOT_INSIDE = '(?<![\\p{L}\\p{Nd}.,/:@])';
const NOT_ON = '(?![\\p{L}\\p{Nd}/:@]|[.,]\\p{Nd})';
/** `12,500,000`; `1,650.5`. */
const shown = (group: string, decimal: string): string =>
  `${NOT_INSIDE}[1-9]\\d{0,2}(?:(?:${group}\\d{3}){2,}(?:${decimal}\\d+)?|${group}\\d{3}${decimal}\\d+)${NOT_ON}`;
const POINT = new RegExp(shown(',', '\\.'), 'u');
const COMMA = new RegExp(shown('\\.', ','), 'gu');
/** `192.168.100.200` is no number. */
const ADDRESS = /^\d+(?:\.\d+){3}$/;

/** The decimal mark that numbers in running text show their writer to use; null where they show none, or both. */
export function markShown(text: string): Mark | null {
  const point = POINT.test(text);
  const comma = (text.match(COMMA) ?? []).some((number) => !ADDRESS.test(number));
  return point === comma ? null : point ? '.' : ',';
}
