import { isRef, type Run } from '../../base/text.ts';
import { measureWords, type MeasureWords } from '../../language/index.ts';

const NO_BREAK = '\u00A0';
/** A number with what begins like a unit or a month: `7 per`, `31 May`, `1er mars`; a year goes with the word before it. */
const NUMBER_AND_WORD =
  /(?<![\p{L}\p{Nd}.,])((?!(?:1\d|20)\d\d\.? )\p{Nd}+(?:[.,]\p{Nd}+)*(?:\.|%|st|nd|rd|th|er|º|ª|-?го|-?е)?) (?=\p{L}{1,12}(?!\p{L}))/gu;
const PER_CENT = /(\p{Nd}[\u00A0 ]per) (?=cent(?!\p{L}))/gu;
/** A day, the word between and what may be a month: `21 de noviembre`. */
const LINKED_DAY = /(\p{Nd}{1,2}(?:st|nd|rd|th|º|ª)?)[\u00A0 ](\p{L}{2,3}) (\p{L}+)/gu;
/** What may be a month, the word between and a year: `noviembre de 2023`. */
const LINKED_YEAR = /(\p{L}+) (\p{L}{2,3}) (?=\p{Nd}{4}(?!\p{L}|\p{Nd}))/gu;
const WORD_AND_NUMBER = /(?<!\p{L})(\p{L}+)(\.?[º°ᵒ]?) (?=\p{Nd}{1,4}(?!\p{L}|\p{Nd}))/gu;
/** Signs that stand before a number's first digit. */
const SIGN_AND_NUMBER = /([§¶№#]) (?=\p{Nd})/gu;
const YEAR_AND_WORD = /((?<!\p{Nd})(?:1\d|20)\d\d) (\p{L}{1,2})(?=\.)/gu;

function mapped(runs: readonly Run[], change: (text: string) => string): readonly Run[] {
  const made = runs.map((run): Run => {
    const text = isRef(run) ? null : change(run.text);
    return text === null || isRef(run) || text === run.text ? run : { ...run, text };
  });
  return made.some((run, i) => run !== runs[i]) ? made : runs;
}

/** What a language's own words ask for beside numbers: months, links of dates, short words that name a number. */
function withOwnWords(text: string, { months, dayLinks, yearLinks, numbered, behindYear }: MeasureWords): string {
  const isMonth = (word: string): boolean => months.has(word.toLowerCase());
  return text
    .replace(LINKED_DAY, (all, day: string, link: string, month: string) =>
      dayLinks.has(link) && isMonth(month) ? [day, link, month].join(NO_BREAK) : all,
    )
    .replace(LINKED_YEAR, (all, month: string, link: string) =>
      yearLinks.has(link) && isMonth(month) ? `${month} ${link}${NO_BREAK}` : all,
    )
    .replace(WORD_AND_NUMBER, (all, word: string, sign: string) =>
      isMonth(word) || (sign !== '' && numbered.has(word.toLowerCase())) ? `${word}${sign}${NO_BREAK}` : all,
    )
    .replace(YEAR_AND_WORD, (all, year: string, word: string) => (behindYear.has(word) ? `${year}${NO_BREAK}${word}` : all));
}

/** Numbers with their units, and dates, as no line divides them; the same runs where there are none. `language` a BCP 47 tag. */
export function withWholeMeasures(runs: readonly Run[], language: string): readonly Run[] {
  if (!runs.some((run) => !isRef(run) && /\p{Nd}/u.test(run.text))) return runs;
  const words = measureWords(language);
  return mapped(runs, (text) =>
    withOwnWords(
      text.replace(NUMBER_AND_WORD, `$1${NO_BREAK}`).replace(PER_CENT, `$1${NO_BREAK}`).replace(SIGN_AND_NUMBER, `$1${NO_BREAK}`),
      words,
    ),
  );
}

/** The last two words as no line divides them; the same runs where there are not two. */
export function withLastWordsTogether(runs: readonly Run[]): readonly Run[] {
  const last = runs.findLastIndex((run) => !isRef(run) && run.quiet !== true && run.text.trim() !== '');
  return runs.map((run, i) => {
    if (i !== last || isRef(run)) return run;
    const end = run.text.trimEnd();
    const space = end.lastIndexOf(' ');
    return space < 0 ? run : { ...run, text: `${end.slice(0, space)}${NO_BREAK}${run.text.slice(space + 1)}` };
  });
}
