import { abbreviationsOf } from './words/abbreviations.ts';
import type { SentenceSpan } from './types.ts';

/** `Intl.Segmenter` is quadratic in one string's length (docs/intake.md): longer paragraphs are fed to it in pieces. */
const LONGEST = 4000;
/** Languages that write ordinals with a full stop: `30. Juni`. */
const ORDINAL_STOPS = /^(?:de|da|nb|no|nn|cs|sk|pl|hr|sr|sl|hu|fi|et|lv|is|tr)\b/;
const segmenters = new Map<string, Intl.Segmenter>();

/** The sentences of one paragraph; together they cover all its words. Never fails: an unknown language is segmented as English. */
export function splitSentences(text: string, language: string): SentenceSpan[] {
  const spans = pieces(text).flatMap(({ start, piece }) =>
    [...segmenter(language).segment(piece)].map(({ index, segment }) => ({
      start: start + index,
      end: start + index + segment.trimEnd().length,
    })),
  );
  const stops = { abbreviations: abbreviationsOf(language), ordinals: ORDINAL_STOPS.test(language) };
  const joined: SentenceSpan[] = [];
  for (const span of spans) {
    if (span.end <= span.start) continue;
    const before = joined.at(-1);
    if (before && !isBoundary(text.slice(before.start, before.end), text.slice(span.start, span.end), stops)) {
      joined[joined.length - 1] = { start: before.start, end: span.end };
    } else joined.push(span);
  }
  return joined;
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
  const key = Intl.Segmenter.supportedLocalesOf([language]).length > 0 ? language : 'en';
  const known = segmenters.get(key) ?? new Intl.Segmenter(key, { granularity: 'sentence' });
  segmenters.set(key, known);
  return known;
}

function pieces(text: string): { start: number; piece: string }[] {
  const found: { start: number; piece: string }[] = [];
  for (let start = 0; start < text.length;) {
    const rest = text.length - start;
    const stop = rest <= LONGEST ? text.length : start + cutAt(text.slice(start, start + LONGEST));
    found.push({ start, piece: text.slice(start, stop) });
    start = stop;
  }
  return found;
}

/** Behind the last sentence's end, else the last space, else as long as may be. */
function cutAt(text: string): number {
  const sentence = /^[\s\S]*[.!?。！？؟]["”’»)]*\s/u.exec(text)?.[0].length;
  return sentence ?? (text.lastIndexOf(' ') > 0 ? text.lastIndexOf(' ') + 1 : text.length);
}
