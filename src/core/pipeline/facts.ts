/** Quoted words, by the marks of every language that we know. */
const QUOTED = /[“„«»"‹›「『‚‘]([^“”„«»"‹›「」『』‚‘’]{2,})[”“»«"›‹」』’‘]/gu;
const NUMBER = /(?:(?<![\p{L}\p{Nd}])[-−–+])?\p{Nd}[\p{Nd}.,:/\u00A0\u202F'’-]*/gu;
/** A word with a capital letter that does not begin the line or a sentence. */
const NAME = /(?<![.!?…:]\s)(?<=\S\s)\p{Lu}[\p{L}\p{M}\p{Nd}’'-]+/gu;

function listed(text: string): string {
  const found = [text.match(NUMBER), text.match(NAME), [...text.matchAll(QUOTED)].map(([, words = '']) => words)];
  return JSON.stringify(found.map((list) => [...(list ?? [])].map((one) => one.replace(/[.,:’'-]+$/, '')).sort()));
}

/** Whether two wordings have other words: more than case, punctuation and spaces. */
export function wordsDiffer(was: string, now: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim();
  return plain(was) !== plain(now);
}

/**
 * Whether two wordings of one line differ in what must have a source: numbers and dates, names (words with a capital inside a sentence, where a
 * script has capitals; German nouns, too), and quotations. A rule of thumb that errs towards asking.
 */
export function factsDiffer(was: string, now: string): boolean {
  return listed(was) !== listed(now);
}
