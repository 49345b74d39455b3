import type { Line } from './types.ts';

const BULLET = /^(?:[•‣▪▫◦●○■□◆◇▶►➢➤➔✓✔✗❖⁃∙·–—*]|[\uE000-\uF8FF]|-(?=\s))\s*(?=\S)/u;
/** Letters that Courier and Wingdings draw bullets with, standing apart. */
const LETTER = /^[o§vØüq](?=\s)\s*/u;
const NUMBERED = /^(?:\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\((\d{1,2}|[a-z]|[ivx]{1,4})\))\s+(?=\S)/u;

/** How a list's item begins. */
export interface Mark {
  /** `•`, or the kind of its number: `1.`, `a)`. */
  readonly kind: string;
  /** Of numbered items, from 1; else 0. */
  readonly number: number;
  /** The line without its mark. */
  readonly text: string;
  /** Where the words behind the mark begin. */
  readonly indent: number;
}

/** What a line begins with, where it may be an item of a list. */
export function listMark(line: Line): Mark | null {
  const [first] = line.segments;
  const [mark, words] = first?.pieces ?? [];
  const indent = words && mark && mark.text.length <= 4 ? words.x : (line.segments[1]?.left ?? line.left);
  if (line.dotted) return { kind: '•', number: 0, text: line.text, indent: line.left };
  const bullet =
    BULLET.exec(line.text)?.[0] ??
    (mark?.text.length === 1 && words && words.x - mark.x > line.size ? LETTER.exec(line.text)?.[0] : undefined);
  if (bullet !== undefined) {
    const text = line.text.slice(bullet.length);
    return text === '' ? null : { kind: bullet.trim(), number: 0, text, indent };
  }
  const numbered = NUMBERED.exec(line.text);
  const sign = numbered?.[1] ?? numbered?.[2];
  if (!numbered || sign === undefined) return null;
  const number = /\d/.test(sign) ? Number(sign) : sign.length === 1 ? sign.charCodeAt(0) - 96 : 0;
  const text = line.text.slice(numbered[0].length);
  return { kind: numbered[0].trim().replace(sign, /\d/.test(sign) ? '1' : 'a'), number, text, indent };
}
