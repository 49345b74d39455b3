import type { CoverView } from '../types.ts';
import { repeats } from './repeats.ts';

/**
 * A colon with a space behind it, as most languages write it, a full-width one, or a dash between spaces or (long ones) between words:
 * where a title ends and its subtitle begins. No colon of a time, no dash of a range of numbers.
 */
const DIVIDES = /(?:(?<!\p{N})[\u00A0\u202F ]?:(?=\s)|：|\s[–—-]{1,2}\s|(?<=\p{L})—{1,2}(?=\p{L})|(?<=\p{N})\s?:(?=\s+\p{L}))/u;

/** A title as two levels; `sub` null where it has one. A dash between two numbers is a range. */
function splitTitle(title: string): Pick<CoverView, 'main' | 'sub'> {
  const match = DIVIDES.exec(title);
  const main = match ? title.slice(0, match.index).trim() : '';
  const sub = match ? title.slice(match.index + match[0].length).trim() : '';
  const isRange = /\p{N}$/u.test(main) && /^\p{N}/u.test(sub);
  return main === '' || sub === '' || isRange ? { main: title, sub: null } : { main, sub };
}

interface Lines {
  readonly title: string;
  readonly subtitle: string | null;
  readonly audience: string | null;
  readonly presenter: string | null;
  readonly byline: string | null;
  readonly dateText: string | null;
}

/** The words of a cover, each name and date once: a line that another, larger or longer one says already is null. */
export function coverOf({ title, subtitle, audience, presenter, byline, dateText }: Lines): CoverView {
  const unless = (line: string | null, ...above: readonly (string | null)[]): string | null =>
    line === null || above.some((one) => one !== null && repeats(line, one)) ? null : line;
  return {
    ...splitTitle(title),
    subtitle: unless(subtitle, title),
    audience: unless(audience, title, subtitle),
    presenter: unless(presenter, title, subtitle, audience, byline),
    byline: unless(byline, subtitle),
    date: unless(dateText, title, subtitle, byline),
  };
}
