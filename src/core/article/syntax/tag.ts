import type { Literal } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Options as ToMarkdown } from 'mdast-util-to-markdown';
import type { Code, Effects, Extension, State } from 'micromark-util-types';
import { literalFromMarkdown } from './literal.ts';

/** A tag of HTML that has a meaning in a line of text, without attributes: `<sub>`, `</b>`, `<br>`. `value` is what was written. */
export interface Tag extends Literal {
  type: 'tag';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    tag: Tag;
  }
  interface RootContentMap {
    tag: Tag;
  }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    lecternTag: 'lecternTag';
  }
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;

const NAMES = new Set(['b', 'strong', 'i', 'em', 's', 'del', 'strike', 'sub', 'sup', 'br']);
const LONGEST = Math.max(...[...NAMES].map((name) => name.length));

const isLetter = (code: Code): code is NonNullable<Code> =>
  code !== null && ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a));

function tokenize(effects: Effects, ok: State, nok: State): State {
  let name = '';
  const start: State = (code) => {
    effects.enter('lecternTag');
    effects.consume(code);
    return first;
  };
  const first: State = (code) => {
    if (code !== SLASH) return inName(code);
    effects.consume(code);
    return inName;
  };
  const inName: State = (code) => {
    if (!isLetter(code) || name.length > LONGEST) return NAMES.has(name) ? end(code) : nok(code);
    name += String.fromCharCode(code).toLowerCase();
    effects.consume(code);
    return inName;
  };
  const end: State = (code) => {
    if (code === SPACE || code === SLASH) {
      effects.consume(code);
      return end;
    }
    if (code !== GREATER) return nok(code);
    effects.consume(code);
    effects.exit('lecternTag');
    return ok;
  };
  return start;
}

export function tag(): Extension {
  return { text: { [LESS]: { name: 'lecternTag', tokenize } } };
}

export function tagFromMarkdown(): FromMarkdown {
  return literalFromMarkdown('lecternTag', (value) => ({ type: 'tag', value }));
}

/** That “<” is escaped before letters, mdast-util-to-markdown sees to itself. */
export function tagToMarkdown(): ToMarkdown {
  return { handlers: { tag: (node: Tag) => node.value } };
}

/** Its name in small letters, and whether it closes. */
export function readTag(written: string): { readonly name: string; readonly closes: boolean } {
  const [, slash = '', name = ''] = /^<(\/?)([a-z]+)/i.exec(written) ?? [];
  return { name: name.toLowerCase(), closes: slash !== '' };
}
