/** What other stages look up in the words of languages. */
export { countryWords } from './countries.ts';
export { monthAlternatives } from './months.ts';
export { BOUNDS } from './quantities.ts';
export { quotedSpans } from './quotation-marks.ts';
