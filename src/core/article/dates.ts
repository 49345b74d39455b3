import type { VagueDate } from './types.ts';

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether a text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and names a day that exists. The calendar has no year 0. */
export function isIsoDate(text: string): boolean {
  const parts = ISO.exec(text);
  if (!parts) return false;
  const [, year, month = '01', day = '01'] = parts;
  const date = new Date(`${year ?? ''}-${month}-${day}T00:00:00Z`);
  return year !== '0000' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year ?? ''}-${month}-${day}`);
}

/**
 * Reads a date as precise as its author was: `2023-11-21`, `2023-09`, `2020`, each with `~` before it for "about".
 * Anything else stays the words it is. `text` is what was written, `~` included.
 */
export function readVagueDate(text: string): VagueDate {
  const about = text.startsWith('~');
  const iso = about ? text.slice(1).trimStart() : text;
  return isIsoDate(iso) ? { text, iso, about } : { text, iso: null, about: false };
}
