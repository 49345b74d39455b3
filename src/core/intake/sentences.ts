import { abbreviationsOf } from './words/abbreviations.ts';
import { readQuoted, type MarkedRange } from './words/quotation-marks.ts';
import type { SentenceSpan } from './types.ts';

/** `Intl.Segmenter` is quadratic in one string's length (docs/intake.md): longer paragraphs are fed to it in pieces. */
const LONGEST = 4000;
/** Languages that write ordinals with a full stop: `30. Juni`. */
const ORDINAL_STOPS = /^(?:de|da|nb|no|nn|cs|sk|pl|hr|sr|sl|hu|fi|et|lv|is|tr)\b/;
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentences of one paragraph; together they cover all its words. No sentence ends inside a quotation: `“A. B,” said X.` is one. Never
 * fails: an unknown language is segmented as English.
 */
export function splitSentences(text: string, language: string): SentenceSpan[] {
  const parts = pieces(text);
  const spans = parts.flatMap(({ start, piece, whole }) =>
    [...segmenter(language).segment(piece)].map(({ index, segment }) => ({
      start: start + index,
      end: start + index + segment.trimEnd().length,
      /** The piece before was cut within a sentence. */
      goesOn: index === 0 && !whole,
    })),
  );
  const stops = { abbreviations: abbreviationsOf(language), ordinals: ORDINAL_STOPS.test(language) };
  const inQuotation = within(readQuoted(text).whole);
  const joined: SentenceSpan[] = [];
  for (const { start, end, goesOn } of spans) {
    if (end <= start) continue;
    const before = joined.at(-1);
    const goesWith =
      before !== undefined &&
      (goesOn || inQuotation(start) || !isBoundary(text.slice(before.start, before.end), text.slice(start, end), stops));
    if (goesWith) joined[joined.length - 1] = { start: before.start, end };
    else joined.push({ start, end });
  }
  return joined;
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

function isBoundary(before: string, after: string, { abbreviations, ordinals }: Stops): boolean {
  if (ordinals && /(?:^|\s)\d{1,2}\.$/.test(before)) return false;
  // `“…!” said she`, `Yahoo! is`, `… etc. and so on`: what goes on in lower case is the same sentence.
  if (/^[“"‘'«„(\s]*\p{Ll}/u.test(after) && !/[:;]$/.test(before)) return false;
  if (/^[\s\p{P}]+$/u.test(after)) return false;
  const word = /(\S+)\.$/u
    .exec(before)?.[1]
    ?.toLowerCase()
    .replace(/^[("“‘'«„]+/, '');
  if (word === undefined) return true;
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

function segmenter(language: string): Intl.Segmenter {
  const key = isSegmented(language) ? language : 'en';
  const known = segmenters.get(key) ?? new Intl.Segmenter(key, { granularity: 'sentence' });
  segmenters.set(key, known);
  return known;
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
