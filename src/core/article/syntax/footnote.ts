import type { FootnoteDefinition, Literal, Nodes, Parents, Root, RootContent } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Options as ToMarkdown } from 'mdast-util-to-markdown';
import type { Code, Effects, Extension, State } from 'micromark-util-types';
import { literalFromMarkdown } from './literal.ts';

/**
 * `^[See the harbour board’s report.]`, or what `[^1]` stands for where the text has `[^1]: See …` too. `value` is the note's own
 * Markdown, one paragraph.
 */
export interface Footnote extends Literal {
  type: 'footnote';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    footnote: Footnote;
  }
  interface RootContentMap {
    footnote: Footnote;
  }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    lecternFootnote: 'lecternFootnote';
    lecternFootnoteWords: 'lecternFootnoteWords';
  }
}

const CARET = 0x5e;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const BACKSLASH = 0x5c;

const isLineEnd = (code: Code): boolean => code === -5 || code === -4 || code === -3;

/** From `^[` to the bracket that closes it; brackets inside come in pairs or are escaped. */
function tokenize(effects: Effects, ok: State, nok: State): State {
  let depth = 0;
  const start: State = (code) => {
    effects.enter('lecternFootnote');
    effects.enter('lecternFootnoteWords');
    effects.consume(code);
    return (next) => (next === OPEN ? inside(next) : nok(next));
  };
  const inside: State = (code) => {
    if (code === null) return nok(code);
    if (isLineEnd(code)) {
      effects.exit('lecternFootnoteWords');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return begin;
    }
    effects.consume(code);
    if (code === BACKSLASH) return escaped;
    if (code === OPEN) depth += 1;
    if (code === CLOSE) depth -= 1;
    return depth > 0 ? inside : end;
  };
  const begin: State = (code) => {
    if (code === null || isLineEnd(code)) return nok(code);
    effects.enter('lecternFootnoteWords');
    return inside(code);
  };
  const escaped: State = (code) => {
    if (code === null || isLineEnd(code)) return inside(code);
    effects.consume(code);
    return inside;
  };
  const end: State = (code) => {
    effects.exit('lecternFootnoteWords');
    effects.exit('lecternFootnote');
    return ok(code);
  };
  return start;
}

export function footnote(): Extension {
  return { text: { [CARET]: { name: 'lecternFootnote', tokenize } } };
}

export function footnoteFromMarkdown(): FromMarkdown {
  return literalFromMarkdown('lecternFootnote', (written) => ({ type: 'footnote', value: written.slice(2, -1) }));
}

export function footnoteToMarkdown(): ToMarkdown {
  return {
    handlers: { footnote: (node: Footnote) => `^[${node.value}]` },
    unsafe: [{ character: '^', after: '\\[', inConstruct: ['phrasing', 'label'] }],
  };
}

const isParent = (node: Nodes): node is Parents => 'children' in node;

/** A definition's own Markdown, its paragraphs and lists behind each other. */
function wordsOf({ children }: FootnoteDefinition, text: string): string {
  const parts = children.map(({ position }) => text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0));
  return parts
    .join('\n')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/**
 * Puts the words of `[^1]: See …` where `[^1]` stands, and takes out the definitions that something refers to. One that nothing refers
 * to, or the second of one name, stays for the reader to report.
 */
export function resolveFootnotes(root: Root, text: string): void {
  const definitions = new Map<string, FootnoteDefinition>();
  const visit = (node: Nodes, look: (child: Nodes, siblings: Nodes[], at: number) => void): void => {
    if (!isParent(node)) return;
    const children = node.children as Nodes[];
    children.forEach((child, at) => {
      look(child, children, at);
      visit(child, look);
    });
  };
  visit(root, (child) => {
    if (child.type === 'footnoteDefinition' && !definitions.has(child.identifier)) definitions.set(child.identifier, child);
  });
  if (definitions.size === 0) return;
  const used = new Set<Nodes>();
  visit(root, (child, siblings, at) => {
    const definition = child.type === 'footnoteReference' ? definitions.get(child.identifier) : undefined;
    if (!definition) return;
    used.add(definition);
    const { position } = child;
    siblings[at] = { type: 'footnote', value: wordsOf(definition, text), ...(position && { position }) };
  });
  const withoutUsed = (node: Nodes): void => {
    if (!isParent(node)) return;
    const children = node.children as RootContent[];
    children.splice(0, children.length, ...children.filter((child) => !used.has(child)));
    for (const child of children) withoutUsed(child);
  };
  withoutUsed(root);
}
