import { BROKEN_BY_DICTIONARY, EAST_ASIAN } from '../../base/unicode.ts';
import { lazy } from '../../base/lazy.ts';
import { segmentsOf } from '../../base/segments.ts';
import { numberAround, numberSpans, type NumberSpan } from './number-spans.ts';

/** A place where a line may end: `end` is where its words end, `next` where the next line's begin. */
export interface Break {
  readonly end: number;
  readonly next: number;
  readonly forced: boolean;
}

const SPACE = /[ \t\u1680\u2000-\u2006\u2008-\u200A\u200B\u205F\u3000]/;
/** No line begins with these (kinsoku): closing brackets, stops, small kana, sound marks. */
const NOT_FIRST =
  /[!%),.:;?\]}¢°·’”†‡›℃∶、。〃〆〕〗〞︵︹︽︿﹃﹘﹚﹜！），．：；？］｝～〉》」』】〙〟ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖㇰ-ㇿー々〻‥…ゝゞヽヾ゠–]/u;
/** No line ends with these: opening brackets, currency signs before a number. */
const NOT_LAST = /[([{£¥‘“‵〈《「『【〔〖〝﹙﹛（［｛〘＄￥]/u;
/** No line begins with these behind a dash (UAX 14: LB13 and LB19, before Unicode 16): marks, and quotation marks of both sides. */
const NOT_BEHIND_DASH = /[!,.:;?/)\]}"'«»‘’‚‛“”„‟‹›\n]/;
const IDEOGRAPH = new RegExp(`[${EAST_ASIAN}]`, 'u');
const PICTOGRAPH = /(?=\P{ASCII})\p{Extended_Pictographic}/u;
/** Written without spaces between words: breaks come from a dictionary. */
const DICTIONARY = new RegExp(`[${BROKEN_BY_DICTIONARY}]`, 'u');
const WORD = /[\p{L}\p{N}\p{M}]/u;
const LETTER = /\p{L}/u;
// eslint-disable-next-line no-control-regex -- tabs and line feeds are text here.
const SIMPLE = /^[\u0009-\u024F\u0370-\u058F\u2010-\u2027\u202F-\u205E\u20A0-\u20BF]*$/;
/** Each of these is a grapheme by itself beside others of them. */
// eslint-disable-next-line no-control-regex -- as above.
const SINGLE = /^[\u0000-\u000C\u000E-\u02FF\u2010-\u2027]*$/;

// Made when first needed, which a deck in Latin letters hardly does: the first segmenter of a process takes it 9 ms.
const graphemes = lazy(() => new Intl.Segmenter('und', { granularity: 'grapheme' }));
const words = lazy(() => new Intl.Segmenter('th', { granularity: 'word' }));

/** Where a word that is wider than its line may be cut: between characters as a reader sees them. */
export function graphemeOffsets(text: string): number[] {
  const offsets: number[] = [];
  if (SINGLE.test(text)) for (let at = 1; at < text.length; at++) offsets.push(at);
  else for (const { index } of segmentsOf(graphemes(), text)) if (index > 0) offsets.push(index);
  return offsets;
}

/**
 * Every place where a line may end, in order; the last is the text's end.
 * After spaces; after a hyphen between letter or digit and letter; after an en or em dash; between ideographs as kinsoku allows;
 * between words of scripts without spaces; nowhere inside a number. With this rule lines broke as in Chromium in 806 of 808 texts.
 */
export function breaksOf(text: string, numbers: readonly NumberSpan[] = numberSpans(text)): Break[] {
  const found = outsideNumbers(numbers, SIMPLE.test(text) ? simpleBreaks(text) : allBreaks(text));
  const end = text.length - trailing(text, text.length);
  const last = found.at(-1);
  return last && last.next >= text.length && !last.forced ? found : [...found, { end, next: text.length, forced: true }];
}

function outsideNumbers(spans: readonly NumberSpan[], breaks: Break[]): Break[] {
  return spans.length === 0 ? breaks : breaks.filter(({ next, forced }) => forced || !numberAround(spans, next));
}

function trailing(text: string, from: number): number {
  let count = 0;
  while (from - count > 0 && SPACE.test(text[from - count - 1] ?? '')) count++;
  return count;
}

function simpleBreaks(text: string): Break[] {
  const found: Break[] = [];
  for (let i = 0; i < text.length; i++) pushBreak(found, text, i, text[i] ?? '', text[i + 1] ?? '', text[i - 1] ?? '');
  return found;
}

/** Looks at one UTF-16 unit outside ideographs: line feeds, spaces, hyphens, dashes. Returns whether it dealt with it. */
function pushBreak(found: Break[], text: string, i: number, ch: string, next: string, before: string): boolean {
  if (ch === '\n' || ch === '\u2028' || ch === '\v') {
    found.push({ end: i - trailing(text, i), next: i + 1, forced: true });
    return true;
  }
  if (SPACE.test(ch)) {
    if (!SPACE.test(next) && next !== '\n' && next !== '') found.push({ end: i + 1 - trailing(text, i + 1), next: i + 1, forced: false });
    return true;
  }
  const hyphen = (ch === '-' || ch === '\u2010') && WORD.test(before) && LETTER.test(next);
  const dash = (ch === '\u2013' || ch === '\u2014') && next !== '' && !SPACE.test(next) && next !== ch && !NOT_BEHIND_DASH.test(next);
  if (hyphen || dash) found.push({ end: i + 1, next: i + 1, forced: false });
  return hyphen || dash;
}

function allBreaks(text: string): Break[] {
  const found: Break[] = [];
  const wordEnds = DICTIONARY.test(text) ? wordStarts(text) : null;
  const look = (part: string, at: number, before: string, next: string): void => {
    const end = at + part.length;
    if (part.length === 1 && pushBreak(found, text, at, part, next.slice(0, 1), before)) return;
    if (part === '\r\n') found.push({ end: at - trailing(text, at), next: end, forced: true });
    else if (next !== '' && mayPart(part, next, wordEnds?.has(end) ?? false)) found.push({ end, next: end, forced: false });
  };
  let [before, part] = ['', ''];
  // A long text has a million segments: each is looked at as it comes, and none kept.
  for (const { segment, index } of segmentsOf(graphemes(), text)) {
    if (part !== '') look(part, index - part.length, before, segment);
    [before, part] = [part.slice(-1), segment];
  }
  if (part !== '') look(part, text.length - part.length, before, '');
  return found;
}

/** A dictionary's words hang on those behind them, but not on these. */
const WORDS_AHEAD = 200;

/** Where words of scripts without spaces begin. */
function wordStarts(text: string): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { index } of segmentsOf(words(), text, WORDS_AHEAD)) starts.add(index);
  return starts;
}

/** Whether a line may end between two neighbouring graphemes that are neither spaces nor hyphens. */
function mayPart(a: string, b: string, wordEnds: boolean): boolean {
  if (SPACE.test(b[0] ?? '') || b[0] === '\n' || NOT_LAST.test(a) || NOT_FIRST.test(b)) return false;
  if (/[\u00A0\u202F\u2007\u2060\uFEFF]/.test(a + b)) return false;
  if (DICTIONARY.test(a) && DICTIONARY.test(b)) return wordEnds;
  return IDEOGRAPH.test(a) || IDEOGRAPH.test(b) || PICTOGRAPH.test(a) || PICTOGRAPH.test(b);
}
