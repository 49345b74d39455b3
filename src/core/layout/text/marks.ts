import { DIRECTION_MARK, lastDirection, lettersOf, markBetween, marksAround, runsRight, type Direction } from '../../base/bidi.ts';
import { isRef, type Run } from '../../base/text.ts';
import { refLabel } from './display.ts';
import { numberAround, numberSpans, type NumberSpan } from './number-spans.ts';

/** A mark at an offset of the runs' raw text. */
interface Insertion {
  readonly at: number;
  readonly mark: string;
}

/** A sign that belongs to the number behind it, before or behind a currency's. */
const SIGNED = /^(?:\p{Sc}\s?)?[+\-\u2010-\u2013\u2212±~≈≃∼<>≤≥\uFF0B\uFF0D]/u;
/** Dates and telephone numbers: more than one hyphen. */
const HYPHENED = /\p{Nd}[-\u2010\u2011]\p{Nd}+[-\u2010\u2011]\p{Nd}/u;
/**
 * Groups of digits of one telephone number, with spaces and hyphens between them: it begins with + or 0. Years or amounts in a row do
 * neither, and are read one by one. A group that begins with 0 may also stand in an amount, a date or a time.
 */
const TELEPHONE =
  /(?<![\p{L}\p{N}.,:/'’%-])(?<!\p{Nd}[ \u00A0\u202F])(?!\p{Nd}{1,2}[-\u2010\u2011]\p{Nd}{1,2}[-\u2010\u2011]\p{Nd}{2,4}(?!\p{Nd}))(?:\+\p{Nd}{1,4}|\((?:\+|[0\u0660])\p{Nd}{1,4}\)|[0\u0660]\p{Nd}{1,4})(?:[ \u00A0\u202F\-\u2010\u2011]\(?\p{Nd}+\)?){1,6}(?![\p{L}\p{N}%٪:/-])(?![ \u00A0\u202F.,٫٬]\(?\p{Nd})/gu;
/** Emergency numbers are shorter, and are one group; none is longer (ITU-T E.164), but for a second 0 before it. */
const [LEAST_DIGITS, MOST_DIGITS] = [7, 17];
const GROUP_SPACE = /[ \u00A0\u202F]/g;
const ARABIC = /\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}/u;
/** Digits of which numbers run to the right in any text, signs included; the others have their sign at the right. */
const ARABIC_INDIC = /[\u0660-\u0669]/;

/** Whether the bidirectional algorithm would take the number apart behind letters that run leftwards. */
function comesApart(number: string, text: string, start: number): boolean {
  if (ARABIC_INDIC.test(number)) return false;
  // A hyphen behind a letter joins a prefix to its number.
  if (SIGNED.test(number) && !/\p{L}/u.test(text[start - 1] ?? '')) return true;
  return HYPHENED.test(number) && ARABIC.test(text);
}

/** A number's direction hangs on the last letter before it; further away than this there is none in any text. */
const NEAR = 300;

/** Telephone numbers that are written in groups with spaces, which would run one by one from the right. */
function telephoneSpans(text: string, numbers: readonly NumberSpan[]): NumberSpan[] {
  return [...text.matchAll(TELEPHONE)]
    .filter(([number]) => {
      const digits = (number.match(/\p{Nd}/gu) ?? []).length;
      return number.search(GROUP_SPACE) >= 0 && digits >= LEAST_DIGITS && digits <= MOST_DIGITS;
    })
    .map(({ index, 0: number }) => ({ start: index, end: index + number.length }))
    .filter(({ start, end }) => !numberAround(numbers, start) && !numberAround(numbers, end));
}

/** Inside numbers of Arabic digits each space needs a mark on either side: one before the whole does not carry through. */
function aroundSpaces(number: string, start: number): Insertion[] {
  if (!ARABIC_INDIC.test(number)) return [];
  return [...number.matchAll(GROUP_SPACE)].flatMap(({ index }) =>
    [index, index + 1].map((at) => ({ at: start + at, mark: DIRECTION_MARK.ltr })),
  );
}

function aroundNumbers(text: string, base: Direction): Insertion[] {
  const all = numberSpans(text);
  const telephones = telephoneSpans(text, all);
  const numbers = all.filter(
    ({ start, end }) =>
      !telephones.some((telephone) => telephone.start < end && start < telephone.end) && comesApart(text.slice(start, end), text, start),
  );
  return [...telephones, ...numbers].flatMap(({ start, end }): Insertion[] => {
    if ((lastDirection(text.slice(Math.max(0, start - NEAR), start)) ?? base) === 'ltr') return [];
    const behind = /[\p{L}\p{N}]/u.test(text.slice(end)) ? [{ at: end, mark: DIRECTION_MARK.rtl }] : [];
    return [{ at: start, mark: DIRECTION_MARK.ltr }, ...aroundSpaces(text.slice(start, end), start), ...behind];
  });
}

/** Before labels of sources, behind which words of the other direction must not draw them. */
function beforeLabels(texts: readonly string[], runs: readonly Run[], base: Direction): Insertion[] {
  let before = '';
  let length = 0;
  return texts.flatMap((text, i): Insertion[] => {
    const run = runs[i];
    const mark = run && isRef(run) ? markBetween(before, text, base) : '';
    // Before the space that goes before a label.
    const at = length - (before.length - before.trimEnd().length);
    before = (before + text).slice(-NEAR);
    length += text.length;
    return mark === '' ? [] : [{ at, mark }];
  });
}

function inserted(runs: readonly Run[], texts: readonly string[], insertions: readonly Insertion[]): Run[] {
  const left = [...insertions].sort((a, b) => a.at - b.at);
  let next = 0;
  let at = 0;
  return runs.map((run, i) => {
    const text = texts[i] ?? '';
    const from = at;
    at += text.length;
    if (isRef(run)) return run;
    let done = 0;
    let marked = '';
    for (let insertion = left[next]; insertion && insertion.at <= at; insertion = left[++next]) {
      const { at: place, mark } = insertion;
      const upTo = Math.max(done, place - from);
      marked += text.slice(done, upTo) + mark;
      done = upTo;
    }
    return marked === '' ? run : { ...run, text: marked + text.slice(done) };
  });
}

/**
 * The runs with the marks of direction that their line needs to read as it was meant: around words that all run the other way, around
 * signed numbers, before labels. The same runs where it needs none.
 */
export function withDirectionMarks(runs: readonly Run[], base: Direction): readonly Run[] {
  if (runs.every((run) => isRef(run) || runsRight(run.text, base))) return runs;
  const texts = runs.map((run) => (isRef(run) ? refLabel(run.refs) : run.text));
  const text = texts.join('');
  const letters = lettersOf(text);
  const { before, after } = marksAround(text.trim(), base);
  const last = text.trimEnd().length;
  const first = Math.min(last, text.length - text.trimStart().length);
  const ends = [{ at: first, mark: before }, ...(isRef(runs.at(-1) ?? { text: '' }) ? [] : [{ at: last, mark: after }])];
  const isForeign = letters !== null && letters !== 'both' && letters !== base;
  const inside = [
    ...(isForeign ? [] : beforeLabels(texts, runs, base)),
    ...(isForeign && letters === 'ltr' ? [] : aroundNumbers(text, base)),
  ];
  const insertions = [...ends, ...inside].filter(({ mark }) => mark !== '');
  return insertions.length === 0 ? runs : inserted(runs, texts, insertions);
}
