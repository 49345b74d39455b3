import { hasWordCharacter } from '../words/letters.ts';

/** Words between quotation marks in one paragraph. Offsets of the words, without the marks. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
  /** The mark it opens with. */
  readonly mark: string;
  /** False where the paragraph ends first: the quotation goes on in the next one. */
  readonly closed: boolean;
}

/** Opening marks with what closes them. Languages differ in which is which, so a mark may stand on both sides. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”“',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  '「': '」',
  '『': '』',
  '"': '"',
  "'": "'",
};

/** All quoted spans of a paragraph in order, outermost only. An apostrophe is no mark. */
export function quotedSpans(text: string): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    const closers = PAIRS[mark];
    if (closers === undefined || !opens(text, at, mark)) continue;
    const close = closeOf(text, at, mark, closers);
    const end = close ?? text.length;
    const words = trimmed(text, at + 1, end);
    if (words.end > words.start && (close !== null || isUnclosedQuotation(mark, text, at)))
      found.push({ ...words, mark, closed: close !== null });
    if (close !== null) at = close;
    else if (mark === '“' || mark === '"' || mark === '«' || mark === '„') break;
  }
  return found;
}

function opens(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (mark === "'" || mark === '‘')
    return (
      !hasWordCharacter(before) &&
      (hasWordCharacter(after) || /[“"…]/.test(after)) &&
      !/^['‘](?:tis|twas|em|cause|\d0s)\b/i.test(text.slice(at))
    );
  // German sets » before and « behind; French the other way round.
  if (mark === '»') return /[\s(]/.test(before) && hasWordCharacter(after);
  if (mark === '"') return /[\s([—–\-:“‘]/.test(before) || at === 0 || /[.…¿¡]/.test(after) || hasWordCharacter(after);
  return true;
}

function closeOf(text: string, open: number, mark: string, closers: string): number | null {
  const candidates: number[] = [];
  let depth = 0;
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === mark && !closers.includes(mark)) depth++;
    if (!closers.includes(character)) continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    if (character !== '’' && character !== "'") return at;
    if (hasWordCharacter(text[at + 1] ?? ' ')) continue;
    candidates.push(at);
  }
  // Single marks: a closing one, unless it may be a plural's apostrophe and a better one follows.
  return (
    candidates.find((at, index) => index === candidates.length - 1 || !(text[at - 1] === 's' && /^\s\p{Ll}/u.test(text.slice(at + 1)))) ??
    null
  );
}

/** A quotation over several paragraphs opens each of them, and closes the last alone. */
function isUnclosedQuotation(mark: string, text: string, at: number): boolean {
  return (mark === '“' || mark === '"' || mark === '«') && text.slice(0, at).trim() === '';
}

/** Without spaces, and without the comma that belongs to the sentence around. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: start + words.replace(/[\s,،、]+$/u, '').length };
}
