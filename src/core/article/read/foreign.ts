import type { TextRun } from '../../base/text.ts';

/** What the tags of HTML mean that are read. */
export const TAG_LOOKS: Readonly<Record<string, Pick<TextRun, 'bold' | 'italic' | 'strike' | 'script'>>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  s: { strike: true },
  del: { strike: true },
  strike: { strike: true },
  sub: { script: 'sub' },
  sup: { script: 'super' },
};

/*
 * What people write who come from HTML, a wiki or another program, and what is not read: it is named, so that no syntax is shown to an
 * audience unnoticed. Ordinary prose is no syntax: `[sic]`, `$5m to $7m`, a `*` behind a figure, `5 < 6`.
 */

export interface Unread {
  /** What it is called. */
  readonly name: string;
  readonly found: string;
  readonly hint: string;
}

const HTML =
  'a|abbr|article|aside|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nav|object|ol|p|picture|pre|q|ref|s|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|u|ul|video';

/** Each with what to write in its place. The longest form comes first. */
const UNREAD: readonly (readonly [pattern: RegExp, name: string, hint: string])[] = [
  [/\$\$[^$]+\$\$|\$(?=[^$\s])[^$\n]*[\\^_{}=][^$\n]*(?<=[^$\s])\$(?!\d)/u, 'a formula', 'Write it in words, or as a picture.'],
  [new RegExp(`</?(?:${HTML})(?:\\s[^<>]*)?/?>`, 'iu'), 'HTML', 'Write it in Markdown: **bold**, *italic*, [words](https://…), a list.'],
  [/\[\^[^\]\s]+\]/u, 'a footnote', 'Write its words too: [^1]: See the report; or ^[See the report.] in the line.'],
  [/\^\[[^\]]*\]?/u, 'a footnote that is not closed', 'Write ] where it ends, or \\^[ for the signs themselves.'],
  [/!\[\[[^\]]*\]\]|!\[[^\]]*\]\([^)]*\)/u, 'a picture inside a line', 'Put it into a paragraph of its own: ![What it shows](file.png).'],
  [/\[\[[^\]]*\]\]/u, 'a wiki’s link', 'Write its words, or [words](https://…).'],
  [/\[[^[\]]+\]\([^()\n]*\)|\[[^[\]¶]+\]\[[^[\]]*\]/u, 'a link that leads nowhere', 'Write [words](https://…), or the words alone.'],
  [/\{\{[^{}]*\}\}/u, 'a wiki’s template', 'Write what it would show.'],
  [/'''[^']+'''/u, 'a wiki’s bold', 'Write **bold**.'],
  [/(?<![=\w])==[^\s=](?:[^=\n]*[^\s=])?==(?!=)/u, 'a highlight', 'Write **bold**.'],
  [/(?<!%)%%[^%]+%%/u, 'a comment of another program', 'Write it as <!-- … -->, which is shown nowhere.'],
  [/(?<=\s)\^[\w-]+$/u, 'a mark for links', 'Take it out.'],
  [
    /(?<![*\w])\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?![*\w])/u,
    'bold that is not closed',
    'Write ** at its other end too, or \\*\\* for the signs.',
  ],
];

/** Signs that Markdown's backslash makes text (CommonMark 2.4). */
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/** Whether this part of the words was written without a backslash before its first sign. Signs inside may have theirs. */
function isBare(part: string, written: string): boolean {
  const signs = Array.from(
    part,
    (sign, i) => `${i > 0 && ESCAPABLE.test(sign) ? '\\\\?' : ''}${sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')}`,
  );
  return new RegExp(`(?<!\\\\)${signs.join('')}`, 'u').test(written);
}

/** A formula between `\\(` and `\\)`, or `\\[` and `\\]`: to Markdown these are the brackets alone, so it shows only in what was written. */
const ESCAPED_FORMULA = /\\\([^()\n]*[\^_{}=\\][^()\n]*\\\)|\\\[[^[\]\n]*[\^_{}=\\][^[\]\n]*\\\]/u;

/** What of a text is syntax that nobody reads, each kind once. `written`: as it stands in the file, escapes and all. */
export function unreadIn(text: string, written: string): Unread[] {
  let rest = text;
  const formula = ESCAPED_FORMULA.exec(written)?.[0];
  const escaped = formula === undefined ? [] : [{ name: 'a formula', found: formula, hint: 'Write it in words, or as a picture.' }];
  const bare = UNREAD.flatMap(([pattern, name, hint]) => {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined || !isBare(found, written)) return [];
    rest = rest.replaceAll(found, ' ');
    return [{ name, found, hint }];
  });
  return [...escaped, ...bare];
}
