import type { VagueDate } from '../../article/types.ts';
import { isIsoDate } from '../../article/index.ts';
import { dateFormat } from '../../language/index.ts';
import type { Words } from '../words.ts';

/** Languages that put no space between words. */
const UNSPACED = ['zh', 'ja'];

/** `2023-09` → `September 2023`, in the language's own order, Gregorian, UTC. */
export function isoDateText(iso: string, language: string): string {
  const [year = '', month = '01', day = '01'] = iso.split('-');
  return dateFormat(language, iso).format(new Date(`${year}-${month}-${day}T00:00:00Z`));
}

/** Two dates as ISO has them, of which one says more than a year, with a dash, a slash or `to` between them. */
const ISO_RANGE = /^(~?)\s*(\d{4}(?:-\d{2}){0,2})\s*(?:[–—/]|\s(?:-|to)\s)\s*(\d{4}(?:-\d{2}){0,2})$/u;

/** A range written as `2026-03 – 2026-05`, in the deck's language: `March 2026 – May 2026`. Null: it is none. */
function isoRangeText(text: string, language: string, words: Words): string | null {
  const [, about = '', from = '', to = ''] = ISO_RANGE.exec(text) ?? [];
  if (!isIsoDate(from) || !isIsoDate(to) || (from.length === 4 && to.length === 4 && about === '')) return null;
  const dash = from.length === 4 && to.length === 4 ? '–' : ' – ';
  const range = `${isoDateText(from, language)}${dash}${isoDateText(to, language)}`;
  return about === '' ? range : withAbout(range, language, words);
}

function withAbout(text: string, language: string, words: Words): string {
  return UNSPACED.some((tag) => language.toLowerCase().startsWith(tag)) ? `${words.about}${text}` : `${words.about} ${text}`;
}

/** A vague date in the deck's language: `about 2020`; words stay the words they are. */
export function dateText(date: VagueDate, language: string, words: Words): string {
  if (date.iso === null) return isoRangeText(date.text, language, words) ?? date.text;
  const text = isoDateText(date.iso, language);
  return date.about ? withAbout(text, language, words) : text;
}
