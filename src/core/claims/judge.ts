import type { Statement } from '../article/statement-types.ts';
import { lazy } from '../base/lazy.ts';
import { quotedSpans } from '../intake/words/index.ts';
import { dateHeld, dayOf, weekdayHeld, type DateClaim } from './dates/held.ts';
import type { DateMention } from './dates/types.ts';
import { eventFindings, isUnrelated } from './events.ts';
import type { Evidence, Said } from './evidence.ts';
import { caselessNames, type CaselessNames } from './names/caseless.ts';
import { nameCheck } from './names/held.ts';
import type { Lexicon } from './names/lexicon.ts';
import { ratioHeld, ratiosIn, workedOut } from './numbers/arithmetic.ts';
import { agoHeld, countHeld, ellipses, ellipticHeld, othersHeld, periodHeld, shortHeld } from './numbers/counts.ts';
import { numberHeld, valueHeld } from './numbers/held.ts';
import { isOfOther } from './numbers/things.ts';
import type { NumberMention } from './numbers/types.ts';
import { quotationHeld, squashed } from './quotations.ts';
import type { Finding } from './types.ts';

/** Holds the lines of one article against its source. */
export type Judge = (statement: Statement, how?: How) => Finding[];

export interface How {
  /** A heading, which may count and estimate. */
  readonly heading?: boolean;
  /** The heading that the line stands below: the year of its subject goes without saying. */
  readonly below?: string;
  /** What a speaker is said to have said. */
  readonly quoted?: string;
}

/** Prepares an article for its lines to be judged, one after another. */
export function judgeOf(evidence: Evidence, lexicon: () => Lexicon): Judge {
  const names = lazy(() => nameCheck(evidence, lexicon));
  const caseless = lazy(() => caselessNames(evidence));
  const nameFindings = (line: Said, refs: readonly number[], paragraphs: readonly Said[], heading: boolean): Finding[] => {
    if (heading && isTitle(line)) return [];
    const missing = [
      ...runFindings(names()?.missing(line, refs, paragraphs)),
      ...mentionFindings(caseless()?.missing(line, refs, paragraphs)),
    ];
    if (heading || missing.length > 0) return missing;
    return runFindings(names()?.attribution.misattributed(line, refs)).map((finding) => ({ ...finding, ofOther: true }));
  };
  const judge: Judge = ({ kind, text, refs }, { heading = false, below = '', quoted = '' } = {}) => {
    const paragraphs = refs.flatMap((ref) => evidence.paragraph(ref) ?? []);
    if (paragraphs.length === 0 || text === '') return [];
    const line = evidence.line(text);
    switch (kind) {
      case 'quoted':
        return evidence.sameLanguage && !quotationHeld(text, paragraphs) ? [{ kind: 'quotation', start: 0, end: text.length }] : [];
      case 'speaker': {
        const missing = [
          ...runFindings(names()?.speaker(line, refs, paragraphs)),
          ...mentionFindings(caseless()?.speaker(line, refs, paragraphs)),
        ];
        const isOthers = missing.length === 0 && quoted !== '' && names()?.attribution.misspoken(quoted, line, refs) === true;
        return isOthers ? [{ kind: 'name', start: 0, end: text.length, ofOther: true }] : missing;
      }
      case 'date':
        return writtenDate(text, refs, evidence, paragraphs);
      case 'value':
        return values(line, paragraphs);
      case 'words': {
        const found: Finding[] = [
          ...quotations(line, evidence, paragraphs),
          ...(evidence.sameLanguage ? eventFindings(line, paragraphs, evidence.language) : []),
          ...dates(line, refs, evidence, paragraphs).filter(
            ({ year }) => year === null || namesYear(paragraphs) || !yearsGiven(below, evidence).has(year),
          ),
          ...numbers(line, paragraphs, heading, evidence, refs.length),
          ...nameFindings(line, refs, paragraphs, heading),
        ].sort((a, b) => a.start - b.start);
        // What is wrong in it says more than that all of it is.
        const unrelated = found.length === 0 && !heading && evidence.sameLanguage && isUnrelated(line, paragraphs, evidence.language);
        return unrelated && line.numbers().length === 0 ? [{ kind: 'event', start: 0, end: text.length }] : found;
      }
    }
  };
  const all = evidence.source.paragraphs.map((_, index) => index + 1);
  return (statement, how) => {
    const found = judge(statement, how);
    if (how?.heading !== true || found.length === 0) return found;
    // A heading names no paragraph: what stands anywhere in the source is enough.
    const anywhere = judge({ ...statement, refs: all }, how);
    return found.filter(({ kind, start }) => anywhere.some((other) => other.kind === kind && other.start === start));
  };
}

const runFindings = (runs: ReturnType<NonNullable<ReturnType<typeof nameCheck>>['missing']> = []): Finding[] =>
  runs.flatMap(({ tokens }) => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    return first && last ? [{ kind: 'name' as const, start: first.start, end: last.end }] : [];
  });

const mentionFindings = (mentions: ReturnType<CaselessNames['missing']> = []): Finding[] =>
  mentions.map(({ name, start }) => ({ kind: 'name', start, end: start + name.length }));

/** A heading with a capital at each word says nothing of names. */
function isTitle({ tokens }: Said): boolean {
  const long = tokens().filter(({ kind, text }) => kind === 'word' && text.length > 3);
  return long.length > 2 && long.filter(({ capital }) => capital).length > long.length * 0.7;
}

function quotations({ text }: Said, evidence: Evidence, paragraphs: readonly Said[]): Finding[] {
  if (!evidence.sameLanguage) return [];
  return quotedSpans(text)
    .filter(({ start, end }) => squashed(text.slice(start, end)) !== '' && !quotationHeld(text.slice(start, end), paragraphs))
    .map(({ start, end }) => ({ kind: 'quotation', start, end }));
}

function claimsOf({ year, month, days, season }: DateMention): DateClaim[] {
  return days.length === 0 ? [{ year, month, day: null, season, about: false }] : days.map((day) => ({ year, month, day, about: false }));
}

function contextOf(refs: readonly number[], evidence: Evidence): Parameters<typeof dateHeld>[1] {
  const dated = refs.flatMap((ref) => {
    const paragraph = evidence.paragraph(ref);
    return paragraph ? [{ yearBefore: evidence.yearBefore(ref), distances: paragraph.distances(), ...paragraph.dated() }] : [];
  });
  return { paragraphs: dated, published: evidence.published };
}

function writtenDate(text: string, refs: readonly number[], evidence: Evidence, paragraphs: readonly Said[]): Finding[] {
  const about = text.startsWith('~');
  const day = dayOf(about ? text.slice(1).trim() : text);
  if (day === null || dateHeld({ ...day, about }, contextOf(refs, evidence))) return [];
  const bare = day.month === null && paragraphs.some((paragraph) => paragraph.numbers().some(({ values }) => values.includes(day.year)));
  return bare ? [] : [{ kind: 'date', start: 0, end: text.length }];
}

/** The years that title and heading name. */
const yearsGiven = (below: string, evidence: Evidence): ReadonlySet<number> =>
  new Set(
    [evidence.article.title, below].flatMap((text) =>
      evidence
        .line(text)
        .dated()
        .dates.flatMap(({ year }) => year ?? []),
    ),
  );

const namesYear = (paragraphs: readonly Said[]): boolean =>
  paragraphs.some((paragraph) => paragraph.dated().dates.some(({ year }) => year !== null));

/** A date that does not hold; its year where it says nothing more. */
type DateFinding = Finding & { readonly year: number | null };

function dates(line: Said, refs: readonly number[], evidence: Evidence, paragraphs: readonly Said[]): DateFinding[] {
  const context = contextOf(refs, evidence);
  const { dates: mentions, weekdays } = line.dated();
  const days = weekdays
    .filter(({ day }) => !weekdayHeld(day, context))
    .map(({ start, end }): DateFinding => ({ kind: 'date', start, end, year: null }));
  const wrong = mentions
    .filter((mention, index) => {
      // Both readings of `10/12/2025`: one that holds is enough.
      const same = mentions.filter(({ start }, other) => other !== index && start === mention.start);
      const readings = [mention, ...same];
      if (mentions.findIndex(({ start }) => start === mention.start) !== index) return false;
      if (mention.decade) return !decadeHeld(mention, paragraphs);
      if (readings.some((one) => claimsOf(one).every((claim) => dateHeld(claim, context)))) return false;
      return !(
        mention.bareYear && paragraphs.some((paragraph) => paragraph.numbers().some(({ values }) => values.includes(mention.year ?? -1)))
      );
    })
    .map(({ start, end, year, bareYear }): DateFinding => ({ kind: 'date', start, end, year: bareYear ? year : null }));
  return [...wrong, ...days];
}

const decadeHeld = ({ year }: DateMention, paragraphs: readonly Said[]): boolean =>
  paragraphs.some((paragraph) =>
    paragraph.dated().dates.some((date) => year !== null && date.year !== null && date.year >= year && date.year < year + 10),
  ) || paragraphs.every((paragraph) => paragraph.dated().dates.length === 0);

/** `Three hours forty minutes` as hours: what two measures of one kind make together where the smaller one stands right behind. */
function compounds(numbers: readonly NumberMention[]): NumberMention[] {
  return numbers.flatMap((whole, index): NumberMention[] => {
    const rest = numbers[index + 1];
    const [one, other] = [whole.measure, rest?.measure ?? null];
    if (rest === undefined || one === null || other === null || one.of !== other.of || one.size <= other.size) return [];
    if (rest.from - whole.to > 2) return [];
    const [first = 0, second = 0] = [whole.values[0], rest.values[0]];
    return [{ ...whole, values: [first + (second * other.size) / one.size], to: rest.to, end: rest.end }];
  });
}

function sourceNumbers(paragraphs: readonly Said[]): NumberMention[] {
  return paragraphs.flatMap((paragraph) => {
    // A year may as well be a count: `1989 people`.
    const years = paragraph.dated().dates.flatMap(({ start, end, year, bareYear }): NumberMention[] =>
      bareYear && year !== null
        ? [
            {
              start,
              end,
              from: 0,
              to: 0,
              values: [year],
              kind: 'cardinal',
              spelled: false,
              size: 1,
              percent: false,
              points: false,
              currency: null,
              bound: null,
              measure: null,
            },
          ]
        : [],
    );
    return [...paragraph.numbers(), ...ratiosIn(paragraph), ...years];
  });
}

function values(line: Said, paragraphs: readonly Said[]): Finding[] {
  const known = sourceNumbers(paragraphs);
  const years = line.dated().dates.filter(({ bareYear }) => bareYear);
  const own = [...line.numbers(), ...years.map(({ start, end, year }) => ({ start, end, values: [year ?? 0], kind: 'cardinal' as const }))];
  return own
    .filter(({ values: read, kind }) => kind !== 'designation' && !valueHeld(read, known))
    .map(({ start, end }) => ({ kind: 'number', start, end }));
}

function numbers(line: Said, paragraphs: readonly Said[], heading: boolean, evidence: Evidence, paragraphsNamed: number): Finding[] {
  const known = sourceNumbers(paragraphs);
  const together = paragraphs.flatMap((paragraph) => compounds(paragraph.numbers()));
  const all = line.numbers();
  return all
    .filter((number) => {
      if (number.kind === 'designation') return !designationHeld(line.text, number, paragraphs);
      return !(
        numberHeld(number, together) ||
        (numberHeld(number, known) && !isOfOther(number, line, paragraphs, evidence.language)) ||
        countHeld(number, line, { paragraphs, known, heading, paragraphsNamed }) ||
        ratioHeld({ number, line, all, paragraphs, known }) ||
        [number, ...ellipses(number, line, evidence.language)].some((one) => workedOut({ number: one, line, all, paragraphs, known })) ||
        shortHeld(number, line, known, evidence.language) ||
        ellipticHeld(number, line, paragraphs, evidence.language) ||
        periodHeld(number, paragraphs) ||
        othersHeld(number, line, known) ||
        agoHeld(number, line, paragraphs, evidence.published?.year ?? null)
      );
    })
    .map(({ start, end }) => ({ kind: 'number', start, end }));
}

/** `SS-21`, `10:30`: looked for as it is written. */
function designationHeld(text: string, { start, end, values: read }: NumberMention, paragraphs: readonly Said[]): boolean {
  const from = /[\p{L}\p{N}:-]*$/u.exec(text.slice(Math.max(0, start - 20), start))?.[0].length ?? 0;
  const own = squashed(text.slice(start - from, end));
  return paragraphs.some(
    (paragraph) =>
      squashed(paragraph.text).includes(own) ||
      paragraph
        .numbers()
        .some(({ values: known }) =>
          read.some((value) => known.some((other) => value === other || value === other + 12 || value + 12 === other)),
        ),
  );
}
