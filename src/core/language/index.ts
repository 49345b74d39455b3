export { dateFormat } from './dates.ts';
export { guessLanguage, languageTag, type LanguageGuess } from './guess.ts';
export { stopwordsOf } from './stopwords.ts';
