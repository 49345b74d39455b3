import type { Literal } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Options as ToMarkdown } from 'mdast-util-to-markdown';
import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { literalFromMarkdown } from './literal.ts';

/** `[¶2, ¶6]`: references to paragraphs of the article's source text. `value` is what stands between the brackets. */
export interface SourceReference extends Literal {
  type: 'sourceReference';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    sourceReference: SourceReference;
  }
  interface RootContentMap {
    sourceReference: SourceReference;
  }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    lecternReference: 'lecternReference';
  }
}

const PARAGRAPH_SIGN = 0xb6;
const EXCLAMATION = 0x21;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/**
 * Tokenizes from `[¶` to `]`. One that is not closed on its line becomes a token too, so that the reader can report it
 * with its place; `\[¶` never gets here and stays text.
 */
function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const start: State = (code) => {
    if (code !== OPEN) return nok(code);
    effects.enter('lecternReference');
    effects.consume(code);
    return sign;
  };
  const sign: State = (code) => {
    if (code !== PARAGRAPH_SIGN) return nok(code);
    effects.consume(code);
    return inside;
  };
  const inside: State = (code: Code) => {
    // Codes below zero are line endings and tabs, null is the end.
    if (code === null || (code < -2 && code > -6) || code === OPEN) {
      effects.exit('lecternReference');
      return ok(code);
    }
    effects.consume(code);
    if (code !== CLOSE) return inside;
    effects.exit('lecternReference');
    return ok;
  };
  return start;
}

/** `!` before a reference is the mark it is: `Enough![¶2]` begins no image. */
function tokenizeExclamation(effects: Effects, ok: State, nok: State): State {
  return (code) => {
    effects.enter('data');
    effects.consume(code);
    effects.exit('data');
    return effects.check({ tokenize, partial: true }, ok, nok);
  };
}

export function reference(): Extension {
  return {
    text: {
      [EXCLAMATION]: { name: 'lecternExclamation', tokenize: tokenizeExclamation },
      [OPEN]: { name: 'lecternReference', tokenize },
    },
  };
}

export function referenceFromMarkdown(): FromMarkdown {
  return literalFromMarkdown('lecternReference', (value) => ({ type: 'sourceReference', value }));
}

export function referenceToMarkdown(): ToMarkdown {
  return {
    handlers: { sourceReference: (node: SourceReference) => node.value },
    unsafe: [
      { character: '[', after: '¶', inConstruct: ['phrasing', 'label'] },
      // A link whose text begins with the sign.
      { character: '¶', before: '\\[', inConstruct: ['label'] },
    ],
  };
}

const FORM = /^\[¶\s*[1-9]\d{0,4}(?:\s*,\s*¶\s*[1-9]\d{0,4})*\s*\]$/;

/** The paragraph numbers of a reference as written, each once; null where the form is wrong. */
export function readReference(written: string): number[] | null {
  if (!FORM.test(written)) return null;
  return [...new Set(Array.from(written.matchAll(/\d+/g), ([digits]) => Number(digits)))];
}

export function formatReference(refs: readonly number[]): string {
  return `[${refs.map((number) => `¶${number}`).join(', ')}]`;
}
