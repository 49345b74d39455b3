import { UNSPACED_AT_MARKS } from '../../base/unicode.ts';
import { hasWordCharacter } from './letters.ts';
import { closeOfSingle, isSingle, opensSingle } from './single-marks.ts';

/** Words between quotation marks in one paragraph. Offsets of the words, without the marks. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
  /** The mark it opens with. */
  readonly mark: string;
  /** False where the paragraph ends first: the quotation goes on in the next one. */
  readonly closed: boolean;
}

/** Character offsets `[start, end)`, marks included. */
export interface MarkedRange {
  readonly start: number;
  readonly end: number;
}

/** How the quotation marks of one paragraph pair. */
export interface Quoted {
  /** In order, outermost only. A quotation without its closing mark is among them where the paragraph begins with it. */
  readonly spans: readonly QuotedSpan[];
  /** From a mark to its other one: no sentence ends for good in between. */
  readonly whole: readonly MarkedRange[];
  /** Where a mark has no other one: from it to the paragraph's end, or up to it. Words there are a piece of somebody's speech. */
  readonly torn: readonly MarkedRange[];
}

/** Opening marks with what closes them. Languages differ in which is which, so a mark may stand on both sides. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”“',
  '”': '”“',
  '„': '“”"',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '"': '"',
};
/** Marks that close: without an opening one before them they end a quotation whose beginning is elsewhere. */
const CLOSING = '”“»«"」』';
/** A second one of these opens a quotation inside the first; of the others it means that the first was never closed. */
const NESTING = '«»‹›「『„';
const DENSE = new RegExp(`[${UNSPACED_AT_MARKS}]`, 'u');
const ANY = /["'“”„‘’‚«»‹›「」『』]/;
/** Marks inside each other; what is deeper is no text. */
const DEEPEST = 8;
/** How far a single mark may stand from its other one, in characters: bounds the look-ahead. */
const REACH = 4000;
const NOTHING: Quoted = { spans: [], whole: [], torn: [] };

interface Open {
  readonly at: number;
  readonly mark: string;
  /** Of a single mark where it closes: told from apostrophes by what follows. */
  readonly closesAt: number | null;
  /** Where a quotation of the same marks inside this one closed last. */
  innerClose: number | null;
}

/**
 * Pairs the quotation marks of one paragraph, in any of the languages' ways; apostrophes (`the ministers’ plan`, `’90s`, `l’accord`)
 * and signs of measure (`5"`) are none.
 */
export function readQuoted(text: string): Quoted {
  if (!ANY.test(text)) return NOTHING;
  const spans: QuotedSpan[] = [];
  const whole: MarkedRange[] = [];
  const torn: MarkedRange[] = [];
  const open: Open[] = [];
  const addTorn = (start: number, end: number): void => {
    const last = torn.at(-1);
    if (last && start <= last.end) torn[torn.length - 1] = { start: Math.min(start, last.start), end: Math.max(end, last.end) };
    else torn.push({ start, end });
  };
  const close = (index: number, at: number): void => {
    const [own, ...inner] = open.splice(index);
    if (own === undefined) return;
    const outer = open.at(-1);
    if (outer) {
      if (outer.mark === own.mark) outer.innerClose = at;
      return;
    }
    const words = trimmed(text, own.at + 1, at);
    if (words.end > words.start) spans.push({ ...words, mark: own.mark, closed: true });
    whole.push({ start: own.at, end: at + 1 });
    if (inner.some(({ closesAt }) => closesAt === null)) addTorn(own.at, at + 1);
  };
  const tear = (index: number, end: number): void => {
    const [own] = open.splice(index);
    if (own === undefined || open.length > 0) return;
    const first = isFirst(text, own.at);
    // `«The paper «Truth»`: Russian writes two closing marks in a row as one.
    if (own.innerClose !== null && !first) {
      open.push(own);
      close(0, own.innerClose);
      return;
    }
    // What a paragraph begins may go on to its end, whatever is quoted inside.
    addTorn(own.at, first ? text.length : end);
    const words = trimmed(text, own.at + 1, end);
    if (first && words.end > words.start) spans.push({ ...words, mark: own.mark, closed: false });
  };

  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    const own = open.findIndex(({ closesAt }) => closesAt === at);
    if (own !== -1) close(own, at);
    else if (isSingle(mark)) {
      const opens = opensSingle(text, at) && open.length < DEEPEST;
      const closesAt = opens ? closeOfSingle(text, at, limitOf(text, at, open.at(-1))) : null;
      const goesOn = mark === '‘' && opens && open.length === 0 && isFirst(text, at);
      if (closesAt !== null || goesOn) open.push({ at, mark, closesAt, innerClose: null });
      else if (open.length === 0 && endsSpeech(text, at)) addTorn(whole.at(-1)?.end ?? 0, at + 1);
    } else if (mark in PAIRS || CLOSING.includes(mark)) {
      const { opens, closes } = sideOf(text, at, mark);
      const closing = open.findLastIndex((other) => closes.includes(other.mark) && PAIRS[other.mark]?.includes(mark) === true);
      const same = open.findLastIndex((other) => other.mark === mark);
      if (closing !== -1) close(closing, at);
      else if (opens && mark in PAIRS && open.length < DEEPEST) {
        if (same !== -1 && !NESTING.includes(mark)) tear(same, at);
        open.push({ at, mark, closesAt: null, innerClose: null });
      } else if (closes !== '' && open.length === 0 && CLOSING.includes(mark) && !isMeasure(text, at, mark))
        addTorn(whole.at(-1)?.end ?? 0, at + 1);
    }
  }
  tear(0, text.length);
  return { spans: spans.sort((a, b) => a.start - b.start), whole, torn };
}

/** All quoted spans of a paragraph in order, outermost only. An apostrophe is no mark. */
export function quotedSpans(text: string): readonly QuotedSpan[] {
  return readQuoted(text).spans;
}

/** Whether every quotation mark of a text has its other one in it. */
export function isBalanced(text: string): boolean {
  return readQuoted(text).torn.length === 0;
}

const SPACE = /^\s?$/u;
const OPENS_BEFORE = /[\s([{<—–‒/:：=¿¡«„“‘‚‹「『-]/u;
const CLOSES_AFTER = /[\s)\]}>.,;:!?…—–/”’»›」』、。，；：！？،؛؟।-]/u;
const ENDS = /[.,;:!?…。，！？،؛؟।]/u;

interface Side {
  readonly opens: boolean;
  /** The opening marks that it can close here. */
  readonly closes: string;
}

const ALL = Object.keys(PAIRS).join('');
const OPENS: Side = { opens: true, closes: '' };
const CLOSES: Side = { opens: false, closes: ALL };
const EITHER: Side = { opens: true, closes: ALL };

/** On which side of quoted words a mark can stand where it stands, by what is beside it. */
function sideOf(text: string, at: number, mark: string): Side {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  if (mark === '„' || mark === '「' || mark === '『') return OPENS;
  if (mark === '」' || mark === '』') return CLOSES;
  // `d’« un séisme »`.
  if (mark === '«' && /[’']/.test(before)) return OPENS;
  const gapBefore = before === '' || OPENS_BEFORE.test(before);
  const gapAfter = after === '' || CLOSES_AFTER.test(after);
  // `« Bonjour »dit-il`: what follows a guillemet tells less than what is open.
  if (gapBefore && !gapAfter) return mark === '»' ? { opens: true, closes: '«' } : OPENS;
  if (!gapBefore && gapAfter) return CLOSES;
  if (gapBefore && gapAfter) {
    // `« prix stables ».`: behind a space a closing one, unless none is open (`»… und dann`).
    if (SPACE.test(before) && /[….\-–¿¡]/u.test(after)) return mark === '»' ? { opens: true, closes: '«' } : OPENS;
    if (!SPACE.test(before)) return CLOSES;
    // French sets its marks apart. A guillemet that begins a paragraph goes on with the quotation of the one before.
    if (mark === '»') return { opens: isFirst(text, at), closes: ALL };
    return mark === '«' ? OPENS : EITHER;
  }
  if (mark === '”' || mark === '»') return CLOSES;
  if (ENDS.test(before) || (mark === '"' && (DENSE.test(before) || DENSE.test(after)))) return EITHER;
  // Between two letters: in Chinese a mark, elsewhere an abbreviation (Hebrew), a sign of measure, a slip.
  return mark === '"' ? { opens: false, closes: '' } : OPENS;
}

/** `5"`: inches, where nothing is open. */
function isMeasure(text: string, at: number, mark: string): boolean {
  return mark === '"' && /\d/.test(text.charAt(at - 1));
}

/** `… the quay,’ said X`: a stop inside a single mark is no apostrophe’s. */
function endsSpeech(text: string, at: number): boolean {
  return /[,.!?…]/u.test(text.charAt(at - 1)) && /^(?:\s|$)/u.test(text.charAt(at + 1)) && hasWordCharacter(text.charAt(at - 2));
}

/** Nothing but spaces and dashes before it in the paragraph. */
function isFirst(text: string, at: number): boolean {
  return /^[\s—–-]*$/u.test(text.slice(0, at));
}

/** A single quotation ends before the one around it does. */
function limitOf(text: string, at: number, outer: Open | undefined): number {
  const closers = outer === undefined ? '' : (PAIRS[outer.mark] ?? '');
  const furthest = Math.min(text.length, at + REACH);
  for (let end = at + 1; closers !== '' && end < furthest; end++) if (closers.includes(text.charAt(end))) return end;
  return furthest;
}

/** Without spaces, and without the comma that belongs to the sentence around. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: start + words.replace(/[\s,،、]+$/u, '').length };
}
