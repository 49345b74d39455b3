/**
 * Where in HTML a piece of template text ends: enough of the HTML tokenizer (WHATWG, 13.2.5) to know whether what a
 * mustache prints there would be text, an attribute's value, or markup.
 */
export type HtmlState =
  | 'text'
  | 'tag-open' // after <
  | 'tag-name'
  | 'end-tag' // after </ up to >
  | 'in-tag' // between attributes
  | 'attribute-name'
  | 'before-value' // after =
  | 'unquoted'
  | 'double-quoted'
  | 'single-quoted'
  | 'markup-declaration' // after <!
  | 'comment';

export interface Scan {
  readonly state: HtmlState;
  /** Offsets just behind the names of the tags that start in the text. */
  readonly tagNames: readonly number[];
}

const SPACE = /[ \t\n\f\r]/;
const LETTER = /[A-Za-z]/;

/** The state behind one character, and how many characters were used. */
function next(state: HtmlState, text: string, at: number): HtmlState {
  const character = text.charAt(at);
  switch (state) {
    case 'text':
      return character === '<' ? 'tag-open' : 'text';
    case 'tag-open':
      if (LETTER.test(character)) return 'tag-name';
      if (character === '/') return 'end-tag';
      if (character === '!' || character === '?') return 'markup-declaration';
      return character === '<' ? 'tag-open' : 'text';
    case 'tag-name':
      if (character === '>') return 'text';
      return SPACE.test(character) || character === '/' ? 'in-tag' : 'tag-name';
    case 'end-tag':
      return character === '>' ? 'text' : 'end-tag';
    case 'in-tag':
      if (character === '>') return 'text';
      return SPACE.test(character) || character === '/' ? 'in-tag' : 'attribute-name';
    case 'attribute-name':
      if (character === '>') return 'text';
      if (character === '=') return 'before-value';
      return SPACE.test(character) || character === '/' ? 'in-tag' : 'attribute-name';
    case 'before-value':
      if (character === '"') return 'double-quoted';
      if (character === "'") return 'single-quoted';
      if (character === '>') return 'text';
      return SPACE.test(character) ? 'before-value' : 'unquoted';
    case 'unquoted':
      if (character === '>') return 'text';
      return SPACE.test(character) ? 'in-tag' : 'unquoted';
    case 'double-quoted':
      return character === '"' ? 'in-tag' : 'double-quoted';
    case 'single-quoted':
      return character === "'" ? 'in-tag' : 'single-quoted';
    case 'markup-declaration':
      if (text.startsWith('--', at - 2 < 0 ? 0 : at - 1) && text.charAt(at - 2) === '!') return 'comment';
      return character === '>' ? 'text' : 'markup-declaration';
    case 'comment':
      return character === '>' && text.slice(Math.max(0, at - 2), at) === '--' ? 'text' : 'comment';
  }
}

/** Goes through a piece of template text from a state. */
export function scanHtml(text: string, from: HtmlState): Scan {
  let state = from;
  const tagNames: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const after = next(state, text, at);
    if (state === 'tag-name' && after !== 'tag-name') tagNames.push(at);
    state = after;
  }
  return { state, tagNames };
}
