import type { VagueDate } from '../../article/types.ts';
import { dateFormat } from '../../language/index.ts';
import type { Words } from '../words.ts';

/** Languages that put no space between words. */
const UNSPACED = ['zh', 'ja'];

/** `2023-09` → `September 2023`, in the language's own order, Gregorian, UTC. */
export function isoDateText(iso: string, language: string): string {
  const [year = '', month = '01', day = '01'] = iso.split('-');
  return dateFormat(language, iso).format(new Date(`${year}-${month}-${day}T00:00:00Z`));
}

/** A vague date in the deck's language: `about 2020`; words stay the words they are. */
export function dateText(date: VagueDate, language: string, words: Words): string {
  if (date.iso === null) return date.text;
  const text = isoDateText(date.iso, language);
  if (!date.about) return text;
  return UNSPACED.some((tag) => language.toLowerCase().startsWith(tag)) ? `${words.about}${text}` : `${words.about} ${text}`;
}
