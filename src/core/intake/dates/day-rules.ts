import { LETTER } from '../words/letters.ts';
import { DAY_WORDS } from '../words/days.ts';
import { ready } from '../words/ready.ts';
import type { Rule } from './rule.ts';

/** Not in the middle of a word; Arabic joins `and`, `in` and `the` to what follows, Chinese knows no spaces. */
function bounds(base: string): readonly [string, string] {
  if (base === 'zh') return ['', ''];
  const before = base === 'ar' ? `(?<![${LETTER}])[وفبل]{0,2}` : `(?<![${LETTER}0-9])`;
  return [before, `(?![${LETTER}0-9])`];
}

/** Weekdays, and words like `yesterday` and `l’an dernier`, of the languages that have a row for them. */
export function dayRules(base: string): Rule[] {
  const words = DAY_WORDS[base];
  if (words === undefined) return [];
  const [before, after] = bounds(base);
  const alternatives = words.relative.map(({ words: own }, index) => `(?<r${index}>${own})`).join('|');
  const relative = ready(new RegExp(`${before}(?:${alternatives})${after}`, 'giu'));
  const weekdays = words.weekdays.map((own, index) => `(?<d${index}>${own})`).join('|');
  const lead = base === 'ar' ? '(?:يوم\\s+)?' : '';
  const weekday = ready(new RegExp(`${before}${lead}(?:${weekdays})${after}`, 'giu'));
  const mayBeRelative = new RegExp(words.relative.map(({ words: own }) => own).join('|'), 'iu');
  const mayBeWeekday = new RegExp(words.weekdays.join('|'), 'iu');
  return [
    {
      matches: (text) => text.matchAll(relative()),
      maybe: (text) => mayBeRelative.test(text),
      read: (groups) => {
        const index = words.relative.findIndex((_, at) => groups[`r${at}`] !== undefined);
        const found = words.relative[index];
        return found === undefined ? null : { kind: 'offset', unit: found.unit, by: found.by };
      },
    },
    {
      matches: (text) => text.matchAll(weekday()),
      maybe: (text) => mayBeWeekday.test(text),
      read: (groups) => {
        const index = words.weekdays.findIndex((_, at) => groups[`d${at}`] !== undefined);
        return index === -1 ? null : { kind: 'weekday', weekday: index };
      },
    },
  ];
}
