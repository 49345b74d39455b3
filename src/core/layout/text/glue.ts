import { isRef, type Run } from '../../base/text.ts';

const NO_BREAK = '\u00A0';
/** A number with what begins like a unit or a month: `7 per`, `31 May`; a year goes with the word before it. */
const NUMBER_AND_WORD = /(?<![\p{L}\p{Nd}.,])((?!(?:1\d|20)\d\d\.? )\p{Nd}+(?:[.,]\p{Nd}+)*\.?%?) (?=\p{L}{1,12}(?!\p{L}))/gu;
const PER_CENT = /(\p{Nd}[\u00A0 ]per) (?=cent(?!\p{L}))/gu;
const WORD_AND_NUMBER = /(\p{L}+)(\.?) (?=\p{Nd}{1,4}(?!\p{L}|\p{Nd}))/gu;

/** Names of months as dates of a language have them, with and without a day, in small letters. */
function monthsOf(language: string): ReadonlySet<string> {
  const choices: Intl.DateTimeFormatOptions[] = [
    { month: 'long', timeZone: 'UTC' },
    { month: 'long', day: 'numeric', timeZone: 'UTC' },
  ];
  const names = choices.flatMap((choice) => {
    const format = new Intl.DateTimeFormat(language, choice);
    return Array.from({ length: 12 }, (_, month) => format.formatToParts(Date.UTC(2024, month, 15)));
  });
  return new Set(names.flatMap((parts) => parts.flatMap(({ type, value }) => (type === 'month' ? value.toLowerCase() : []))));
}

function mapped(runs: readonly Run[], change: (text: string) => string): readonly Run[] {
  const made = runs.map((run): Run => {
    const text = isRef(run) ? null : change(run.text);
    return text === null || isRef(run) || text === run.text ? run : { ...run, text };
  });
  return made.some((run, i) => run !== runs[i]) ? made : runs;
}

/** Numbers with their units, and dates, as no line divides them; the same runs where there are none. `language` a BCP 47 tag. */
export function withWholeMeasures(runs: readonly Run[], language: string): readonly Run[] {
  if (!runs.some((run) => !isRef(run) && /\p{Nd}/u.test(run.text))) return runs;
  const measured = mapped(runs, (text) => text.replace(NUMBER_AND_WORD, `$1${NO_BREAK}`).replace(PER_CENT, `$1${NO_BREAK}`));
  if (!measured.some((run) => !isRef(run) && run.text.search(WORD_AND_NUMBER) >= 0)) return measured;
  const months = monthsOf(language);
  return mapped(measured, (text) =>
    text.replace(WORD_AND_NUMBER, (all, word: string, dot: string) => (months.has(word.toLowerCase()) ? `${word}${dot}${NO_BREAK}` : all)),
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
