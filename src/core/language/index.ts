export { dateFormat } from './dates.ts';
export { dateReader, type CalendarDate } from './read-date.ts';
export { guessLanguage, languageTag, type LanguageGuess } from './guess.ts';
export { stopwordsOf } from './stopwords.ts';
