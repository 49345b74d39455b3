const PARTS: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

/**
 * How a language and region write a date as precise as it is: `21 November 2023`, `November 2023`, `2023`. Gregorian everywhere, UTC.
 * English of no region puts the day first, as all regions but a few do. Throws a RangeError where the tag is none.
 */
export function dateFormat(language: string, iso: string): Intl.DateTimeFormat {
  const parts = PARTS[iso.split('-').length - 1];
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...parts, calendar: 'gregory', timeZone: 'UTC' });
}
