import { abbreviationsOf } from './words/abbreviations.ts';
import { readQuoted, type MarkedRange } from './words/quotation-marks.ts';
import type { SentenceSpan } from './types.ts';

/** `Intl.Segmenter` is quadratic in one string's length (docs/intake.md): longer paragraphs are fed to it in pieces. */
const LONGEST = 4000;
/** Languages that write ordinals with a full stop: `30. Juni`. */
const ORDINAL_STOPS = /^(?:de|da|nb|no|nn|cs|sk|pl|hr|sr|sl|hu|fi|et|lv|is|tr)\b/;

/**
 * Finds the sentences of a language's paragraphs; together they cover all words of a paragraph. No sentence ends inside a quotation:
 * `“A. B,” said X.` is one. Never fails: an unknown language is segmented as English. One for a document: making it takes a millisecond.
 */
export function sentenceSplitter(language: string): (text: string) => SentenceSpan[] {
  const stops = { abbreviations: abbreviationsOf(language), ordinals: ORDINAL_STOPS.test(language) };
  const segmenter = new Intl.Segmenter(isSegmented(language) ? language : 'en', { granularity: 'sentence' });
  return (text) => splitSentences(text, segmenter, stops);
}

function splitSentences(text: string, segmenter: Intl.Segmenter, stops: Stops): SentenceSpan[] {
  const { whole } = readQuoted(text);
  const joined: SentenceSpan[] = [];
  const cuts = cutsOf(text, segmenter, whole);
  for (const [index, { at, goesOn }] of cuts.entries()) {
    const stretch = text.slice(at, cuts[index + 1]?.at ?? text.length);
    const start = at + stretch.length - stretch.trimStart().length;
    const end = at + stretch.trimEnd().length;
    if (end <= start) continue;
    const before = joined.at(-1);
    const goesWith =
      before !== undefined && (goesOn || !isBoundary(text.slice(before.start, before.end), text.slice(before.end, end), stops));
    if (goesWith) joined[joined.length - 1] = { start: before.start, end };
    else joined.push({ start, end });
  }
  return joined;
}

interface Cut {
  readonly at: number;
  /** What was cut for its length alone. */
  readonly goesOn: boolean;
}

/** The number of a note behind a sentence's stop: it belongs to what it stands behind. */
const NOTE_MARK = /^[⁰¹²³⁴-⁹]+(?=\s|$)/;

const ENDED = /[.!?…。！？؟]\s*$/u;

/**
 * Where sentences may begin, rising: by the segmenter, and on both sides of a quotation, whose marks it gives to the wrong sentence where no
 * space stands beside them (Chinese) or one too many (French).
 */
function cutsOf(text: string, segmenter: Intl.Segmenter, whole: readonly MarkedRange[]): Cut[] {
  const cuts = new Map<number, Cut>();
  for (const { start, piece, whole: begins } of pieces(text))
    for (const { index } of segmenter.segment(piece)) {
      const at = start + index + (NOTE_MARK.exec(piece.slice(index, index + 8))?.[0].length ?? 0);
      cuts.set(at, { at, goesOn: index === 0 && !begins });
    }
  for (const { start, end } of whole) {
    const after = end < text.length && ENDED.test(text.slice(Math.max(start, end - 4), end - 1));
    for (const at of [...(ENDED.test(text.slice(Math.max(0, start - 4), start)) ? [start] : []), ...(after ? [end] : [])])
      if (!cuts.has(at)) cuts.set(at, { at, goesOn: false });
  }
  const isInside = within(whole);
  return [...cuts.values()].sort((a, b) => a.at - b.at).filter(({ at }) => !isInside(at));
}

/** Whether an offset is inside one of the ranges, and not at its beginning. Offsets are asked for in rising order. */
function within(ranges: readonly MarkedRange[]): (offset: number) => boolean {
  let at = 0;
  return (offset) => {
    while (at < ranges.length && (ranges[at]?.end ?? 0) <= offset) at++;
    const range = ranges[at];
    return range !== undefined && range.start < offset;
  };
}

interface Stops {
  readonly abbreviations: ReadonlySet<string>;
  readonly ordinals: boolean;
}

/** Whether a sentence ends between two stretches of text; the second with the space before it. */
function isBoundary(before: string, next: string, { abbreviations, ordinals }: Stops): boolean {
  const after = next.trimStart();
  if (ordinals && /(?:^|\s)\d{1,2}\.$/.test(before)) return false;
  // `“…!” said she`, `Yahoo! is`, `… etc. and so on`: what goes on in lower case is the same sentence.
  if (/^[“"‘'«„(\s]*\p{Ll}/u.test(after) && !/[:;]$/.test(before)) return false;
  if (/^[\s\p{P}]+$/u.test(after)) return false;
  // `“……。”他说。`: who says it stands right behind.
  if (after === next && /[”」』"»]$/u.test(before) && /^\p{Lo}/u.test(after)) return false;
  // Within brackets, and behind the comma of Burmese or Ethiopic.
  if (/[([{၊፣،,，、]$/u.test(before)) return false;
  const word = /(\S+)\.$/u
    .exec(before)?.[1]
    ?.toLowerCase()
    .replace(/^[("“‘'«„]+/, '');
  if (word === undefined) return true;
  // `No.` is a number's only before one.
  if (word === 'no' && !/^(?:\d|[A-Z]?\d)/.test(after)) return true;
  if (abbreviations.has(word))
    return !/^(?:a\.m|p\.m|etc|u\.s|u\.k|u\.n|e\.u|inc|ltd|co|corp|r|г)$/.test(word) ? false : !startsName(after);
  // An initial: `J. Smith`.
  return !/^\p{L}$/u.test(word);
}

/** After `U.S.` or `Inc.` a sentence may well begin; a further capitalised word in a row is a name's. */
function startsName(after: string): boolean {
  return !/^(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Those|His|Her|Its|Their|If|When|After|Before|For|Some|Many|No)\b/.test(
    after,
  );
}

/** False too for what is no language tag at all (`bn_BD`), at which `Intl` throws. */
function isSegmented(language: string): boolean {
  try {
    return Intl.Segmenter.supportedLocalesOf([language]).length > 0;
  } catch {
    return false;
  }
}

interface Piece {
  readonly start: number;
  readonly piece: string;
  /** It begins where a sentence may. */
  readonly whole: boolean;
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let whole = true;
  for (let start = 0; start < text.length;) {
    const rest = text.length - start;
    const cut = rest <= LONGEST ? { at: rest, whole: true } : cutAt(text.slice(start, start + LONGEST));
    found.push({ start, piece: text.slice(start, start + cut.at), whole });
    start += cut.at;
    whole = cut.whole;
  }
  return found;
}

/** Behind the last sentence's end, else the last space, else as long as may be. */
function cutAt(text: string): Omit<Piece, 'start' | 'piece'> & { readonly at: number } {
  const sentence = /^[\s\S]*(?:[.!?؟।]["”’»)]*\s|[。！？]["”’»）」』]*(?=[\s\S]))/u.exec(text)?.[0].length;
  if (sentence !== undefined) return { at: sentence, whole: true };
  return { at: text.lastIndexOf(' ') > 0 ? text.lastIndexOf(' ') + 1 : text.length, whole: false };
}
