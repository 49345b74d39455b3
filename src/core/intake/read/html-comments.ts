/** Where a comment or an element of text alone begins: a comment's signs in a script are the script's. */
const BEGINNING = /<(?<element>script|style)\b|<!--(?<empty>-?>)?/gi;
const END = /--!?>/g;

export interface Uncommented {
  readonly text: string;
  /** Where a comment begins that never ends, in the text as it was; null where all do. */
  readonly open: number | null;
}

/**
 * A page without its comments, ended where browsers end them (HTML, 13.2.5.43 to 52): the parser used here knows `-->` alone,
 * and would take what is behind `<!-->` or `--!>` for the comment's. Of one that never ends the sign goes and the words stay.
 */
export function withoutHtmlComments(text: string): Uncommented {
  let [plain, kept, at] = ['', 0, 0];
  for (;;) {
    BEGINNING.lastIndex = at;
    const found = BEGINNING.exec(text);
    if (!found) return { text: plain + text.slice(kept), open: null };
    at = BEGINNING.lastIndex;
    const element = found.groups?.['element'];
    if (element !== undefined) {
      const end = new RegExp(`</${element}`, 'gi');
      end.lastIndex = at;
      if (!end.test(text)) return { text: plain + text.slice(kept), open: null };
      at = end.lastIndex;
      continue;
    }
    plain += text.slice(kept, found.index);
    if (found.groups?.['empty'] === undefined) {
      END.lastIndex = at;
      // Without an end here there is none behind it either.
      if (!END.test(text)) return { text: plain + text.slice(at).replaceAll('<!--', ''), open: found.index };
      at = END.lastIndex;
    }
    kept = at;
  }
}
