/** First parts of compounds that keep their hyphen when it falls on a line's end. */
const COMPOUNDS = new Set(
  (
    'all anti cross double ex far fast first five four full half high inner ill late left long low mid multi non north one open part post pre ' +
    'pro right second self semi short single six slow small so south east west ten third three top twenty thirty forty two under well wide'
  ).split(' '),
);
const CUT = /(\p{L}+)[-‐]$/u;

/**
 * Wrapped lines as one. A word cut by a hyphen is mended, but for compounds: those written with a hyphen elsewhere in
 * the text (`whole`), and those that begin with a word such as `long` or `well`.
 */
export function joinLines(lines: readonly string[], whole: string): string {
  return lines.reduce((text, line) => {
    const cut = CUT.exec(text);
    if (!cut) return text === '' ? line : `${text} ${line}`;
    const first = cut[1] ?? '';
    const second = /^\p{Ll}+/u.exec(line)?.[0];
    if (second === undefined) return `${text}${line}`;
    const compound = COMPOUNDS.has(first.toLowerCase()) || whole.includes(`${first}-${second}`);
    return compound && !whole.includes(`${first}${second}`) ? `${text}${line}` : `${text.slice(0, -1)}${line}`;
  }, '');
}
