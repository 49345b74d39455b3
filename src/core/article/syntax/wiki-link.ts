import type { Literal } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Options as ToMarkdown } from 'mdast-util-to-markdown';
import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { literalFromMarkdown } from './literal.ts';

/** `[[page]]` or `[[page|words]]`, as wikis and note programs write links. `value` is what stands between the brackets. */
export interface WikiLink extends Literal {
  type: 'wikiLink';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    wikiLink: WikiLink;
  }
  interface RootContentMap {
    wikiLink: WikiLink;
  }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    lecternWikiLink: 'lecternWikiLink';
  }
}

const OPEN = 0x5b;
const CLOSE = 0x5d;
const EXCLAMATION = 0x21;

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { previous } = this;
  let length = 0;
  const start: State = (code) => {
    // `![[file]]` is a picture.
    if (previous === EXCLAMATION) return nok(code);
    effects.enter('lecternWikiLink');
    effects.consume(code);
    return second;
  };
  const second: State = (code) => {
    if (code !== OPEN) return nok(code);
    effects.consume(code);
    return inside;
  };
  const inside: State = (code: Code) => {
    if (code === null || code < 0 || code === OPEN) return nok(code);
    effects.consume(code);
    if (code === CLOSE) return length === 0 ? nok : last;
    length += 1;
    return inside;
  };
  const last: State = (code) => {
    if (code !== CLOSE) return nok(code);
    effects.consume(code);
    effects.exit('lecternWikiLink');
    return ok;
  };
  return start;
}

export function wikiLink(): Extension {
  return { text: { [OPEN]: { name: 'lecternWikiLink', tokenize } } };
}

export function wikiLinkFromMarkdown(): FromMarkdown {
  return literalFromMarkdown('lecternWikiLink', (value) => ({ type: 'wikiLink', value: value.slice(2, -2) }));
}

export function wikiLinkToMarkdown(): ToMarkdown {
  return { unsafe: [{ character: '[', after: '\\[', inConstruct: ['phrasing', 'label'] }] };
}

/** Its words, else its page. */
export function readWikiLink(value: string): string {
  const bar = value.indexOf('|');
  return (bar < 0 ? value : value.slice(bar + 1)).trim();
}
