import { cleanWords } from '../decode/characters.ts';
import type { Origin } from '../types.ts';
import type { Candidate, FieldOptions } from './candidates.ts';
import { isPublished, isUnset, otherOrder, readPublished } from './published.ts';

/** More different days than this in the lines around a heading, and none of them is known to be the article's. */
const MOST_DAYS_NEAR = 2;
/** What machines write for others than readers is as sure as this where readers are shown another day, and a second source says so too. */
const OUTVOTED = 0.6;
/** A line above the title that begins with a day of the week is most often today's, of the page. */
const DAY_OF_PAGE = 0.6;
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)\p{L}*\.?,?\s/iu;

interface Day extends Candidate<string> {
  /** The hour of an instant in universal time: whose day need not be that of the place of publication. */
  readonly universal?: number | null;
  /** The other way to read digits with slashes, where there is one. */
  readonly otherwise?: string | null;
}

/** Only ever real days, the surest first: what a format names and what is none is left out, and the review asks. */
export function days(options: FieldOptions): Candidate<string>[] {
  const { head, hints, language, order, latest, blocks, roles } = options;
  const at = head.title?.block ?? -1;
  const shown = head.lines.flatMap(({ block, line }): Day[] => {
    if (line.published === null) return [];
    const isOfPage = block < at && line.authors.length === 0 && WEEKDAY.test(blocks[block]?.text ?? '');
    const confidence = isOfPage ? DAY_OF_PAGE : line.published.length === 10 ? 0.92 : 0.7;
    return [{ value: line.published, confidence, origin: 'position', blocks: [block] }];
  });
  const named = hints.flatMap((hint): Day[] => {
    if (hint.field !== 'published' || isUnset(hint.value)) return [];
    const words = cleanWords(hint.value);
    const value = readPublished(words, { language, order });
    const otherwise = otherOrder(words, value);
    const universal = hourOf(words);
    return value === null
      ? []
      : [
          {
            value,
            confidence: hint.confidence,
            origin: hint.origin,
            blocks: [],
            universal,
            otherwise,
          },
        ];
  });
  // Lines near the heading: a whole day, and not one of many (a list of posts, a forum), but for one that says what it is.
  const near = new Set(named.flatMap(({ value, origin }) => (origin === 'position' ? [value] : [])));
  const isNear = ({ value, origin }: Day): boolean => origin !== 'position' || (value.length === 10 && near.size <= MOST_DAYS_NEAR);
  const marked = blocks.flatMap((block, index): Day[] => {
    const value = block.role === 'date' && roles[index] !== 'body' ? readPublished(block.text, { language, order }) : null;
    return value === null ? [] : [{ value, confidence: 0.88, origin: 'markup', blocks: [index] }];
  });
  const all = [...shown, ...named.filter(isNear), ...marked].filter(({ value }) => isPublished(value, latest));
  return outvoted(all.map((day) => byReaders(day, all)));
}

/** The hour of a time in UTC, null where a value is no such time. */
function hourOf(words: string): number | null {
  const hour = /(?:T|\s)(\d{1,2}):?\d{2}[\d:.]*\s*(?:Z|[+-]00:?00|UTC|GMT)$/i.exec(words)?.[1];
  return hour === undefined ? null : Number(hour);
}

/** Whether readers are shown what is found there: in a line, of itself or beside the heading. */
const isShownAt = (origin: Origin): boolean => origin === 'position' || origin === 'pattern';

/** A machine's day as readers are shown it: of an instant in UTC their own day beside it, of `11/01/2023` the reading that another line has. */
function byReaders(day: Day, all: readonly Day[]): Day {
  const others = all.filter(({ universal, value }) => (universal ?? null) === null && value.length === 10 && value !== day.value);
  const otherwise = others.find(({ value }) => value === day.otherwise)?.value;
  const isShown = all.some(({ origin, value }) => isShownAt(origin) && value === day.value);
  const local = isShown ? undefined : others.find(({ value }) => isLocal(value, day))?.value;
  const value = otherwise ?? local;
  return value === undefined ? day : { ...day, value };
}

/** Whether a day is the one that an instant in UTC falls on elsewhere: the day before in the west, the day after in the east. */
function isLocal(value: string, { value: day, universal = null }: Day): boolean {
  const days = (Date.parse(value) - Date.parse(day)) / 86_400_000;
  return universal !== null && ((days === -1 && universal < 12) || (days === 1 && universal >= 10));
}

/** One source alone counts less than the line that readers see, where another source agrees with that. */
function outvoted(all: readonly Day[]): Candidate<string>[] {
  const sources = new Map<string, Set<string>>();
  for (const { value, origin } of all) sources.set(value, (sources.get(value) ?? new Set()).add(origin));
  const isAgreed = (value: string, own: string): boolean =>
    [...sources].some(
      ([other, origins]) =>
        other !== value &&
        other.length === 10 &&
        (origins.has('position') || origins.has('pattern')) &&
        origins.size > 1 &&
        !origins.has(own),
    );
  return all.map((day) => {
    const { value, origin, confidence, blocks } = day;
    const isAlone = sources.get(value)?.size === 1 && !isShownAt(origin);
    return { value, origin, blocks, confidence: isAlone && isAgreed(value, origin) ? Math.min(confidence, OUTVOTED) : confidence };
  });
}
