import type { Literal } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Options as ToMarkdown } from 'mdast-util-to-markdown';
import type { Code, Effects, Extension, State } from 'micromark-util-types';
import { literalFromMarkdown } from './literal.ts';

/** `{#id}` at the end of a line; in a heading it names the topic, elsewhere it is text. `value` is what was written. */
export interface HeadingId extends Literal {
  type: 'headingId';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    headingId: HeadingId;
  }
  interface RootContentMap {
    headingId: HeadingId;
  }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    lecternHeadingId: 'lecternHeadingId';
  }
}

const OPEN = 0x7b;
const HASH = 0x23;
const CLOSE = 0x7d;

const isSpaceOrEnd = (code: Code): boolean => code === null || code < 0 || code === 0x20;

function tokenize(effects: Effects, ok: State, nok: State): State {
  const start: State = (code) => {
    effects.enter('lecternHeadingId');
    effects.consume(code);
    return hash;
  };
  const hash: State = (code) => {
    if (code !== HASH) return nok(code);
    effects.consume(code);
    return inside;
  };
  const inside: State = (code) => {
    if (isSpaceOrEnd(code) || code === OPEN) return nok(code);
    effects.consume(code);
    return code === CLOSE ? close : inside;
  };
  const close: State = (code) => {
    if (!isSpaceOrEnd(code)) return nok(code);
    effects.exit('lecternHeadingId');
    return ok(code);
  };
  return start;
}

export function headingId(): Extension {
  return { text: { [OPEN]: { name: 'lecternHeadingId', tokenize } } };
}

export function headingIdFromMarkdown(): FromMarkdown {
  return literalFromMarkdown('lecternHeadingId', (value) => ({ type: 'headingId', value }));
}

export function headingIdToMarkdown(): ToMarkdown {
  return {
    handlers: { headingId: (node: HeadingId) => node.value },
    unsafe: [{ character: '{', after: '#', inConstruct: ['phrasing'] }],
  };
}

export function readHeadingId(written: string): string {
  return written.slice(2, -1);
}

export function formatHeadingId(id: string): string {
  return `{#${id}}`;
}
