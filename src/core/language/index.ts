export { dateFormat } from './dates.ts';
export { dateReader, type CalendarDate } from './read-date.ts';
export { guessLanguage, languageTag, type LanguageGuess } from './guess.ts';
export { stopwordsOf } from './stopwords.ts';
export { openingQuotationMark } from './quotation-marks.ts';
export { hasHedge } from './hedges.ts';
export { measureWords, type MeasureWords } from './measures.ts';
export { ABOUT_WORDS, dayNumber, spanReader, type DateSpan } from './read-span.ts';
