import { lazy } from '../../base/lazy.ts';

/** Words that count a time back or on from another. In all languages together. */
const DIRECTIONS = lazy(
  () =>
    new Set(
      (
        'ago before earlier previously prior vor zuvor vorher davor früher avant auparavant tôt antes atrás hace prima fa addietro ' +
        'назад раньше ранее до לפני קודם قبل ' +
        // How long something takes, from a year that is named.
        'last lasts lasted take takes dauert dauern dauerte dure durent durera durará dura durano durerà durò duren duró длится длиться продлится ' +
        'after later nach danach später darauf après tard después tarde dopo через спустя позже после אחרי לאחר כעבור بعد'
      ).split(' '),
    ),
);

/** Whether a word counts a time from another: `two days before`. */
export const isDirection = (word: string): boolean => DIRECTIONS().has(word);

const AGO_BEFORE = /^(?:vor|hace|a|לפני|قبل|منذ)$/u;
const AGO_BEHIND = /^(?:ago|fa|назад|atrás)$/u;

/** Whether the words before a time and behind it count it back from now: `ten years ago`, `vor zehn Jahren`, `il y a dix ans`. */
export const isAgo = (before: string, behind: readonly string[]): boolean =>
  AGO_BEFORE.test(before) || behind.some((word) => AGO_BEHIND.test(word));

const DAY_BESIDE =
  /^(?:eve|vortage?s?|vorabend|folgetage?s?|veille|lendemain|víspera|vigilia|indomani|накануне|назавтра|למחרת|عشية)$|[前后後]一[天日]|前日|次日|翌日|第二天/u;
const BESIDE =
  /^(?:before|previous|after|next|following|davor|zuvor|vorher|danach|darauf|nächste[nr]?|folgende[nr]?|précédent|avant|suivant|après|anterior|antes|siguiente|después|prima|precedente|dopo|seguente|successivo|предыдущ\p{L}*|следующ\p{L}*|السابق|التالي)$/u;
/** One of them: `two days before` is no day beside. */
const DAY = /^(?:day|tags?|jour|día|giorno|день|يوم|اليوم)$/u;

/** Whether the words of a text name a day by another that it is next to: `the day after`, `tags darauf`, `la veille`. */
export function namesNextDay(words: readonly string[]): boolean {
  return words.some(
    (word, at) => DAY_BESIDE.test(word) || (BESIDE.test(word) && [words[at - 1], words[at + 1]].some((own = '') => DAY.test(own))),
  );
}
