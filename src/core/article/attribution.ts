import { isIsoDate, readVagueDate } from './dates.ts';
import type { QuotationBlock } from './types.ts';

export type Attribution = Pick<QuotationBlock, 'speaker' | 'role' | 'date'>;

/** Of Latin, Arabic and Chinese writing. */
const COMMA = /[,\u060C\uFF0C]/;

const isDate = (text: string): boolean => isIsoDate(text.replace(/^~\s*/, ''));

/**
 * Reads `Speaker, role, 2023-11-21`: up to the first comma the speaker; a last part that is a date is the date; the rest
 * is the role. A comma at the end says that the last part is no date. A date alone is the date.
 */
export function readAttribution(text: string): Attribution {
  if (isDate(text)) return { speaker: null, role: null, date: readVagueDate(text) };
  const comma = text.search(COMMA);
  if (comma < 0) return { speaker: text || null, role: null, date: null };
  const speaker = text.slice(0, comma).trim() || null;
  const rest = text.slice(comma + 1).trim();
  const last = rest.split(COMMA).at(-1) ?? rest;
  const lastComma = rest.length - last.length - 1;
  if (isDate(last.trim())) return { speaker, role: rest.slice(0, Math.max(lastComma, 0)).trim() || null, date: readVagueDate(last.trim()) };
  const role = last.trim() === '' ? rest.slice(0, Math.max(lastComma, 0)).trim() : rest;
  return { speaker, role: role || null, date: null };
}

/** The same as text; empty for an attribution of nothing. */
export function writeAttribution({ speaker, role, date }: Attribution): string {
  if (speaker === null && role === null) return date?.text ?? '';
  const parts = [speaker ?? '', ...(role === null ? [] : [role])];
  if (date !== null) return [...parts, date.text].join(', ');
  const last = parts.join(',').split(COMMA).at(-1)?.trim() ?? '';
  return parts.join(', ') + (isDate(last) || (last === '' && role !== null) ? ',' : '');
}
