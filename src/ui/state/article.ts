import type { TypedText } from '../kept-text.ts';
import type { ArticleText, Deck, Problem } from '../types.ts';

/** How an article's text stands to its file. */
export type ArticleSaving =
  | { readonly kind: 'saved' | 'changed' | 'saving' }
  /** It has errors, and was not written for that. */
  | { readonly kind: 'faulty' }
  /** Somebody else changed the file, or took it away. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** What stands beside the text. */
export type ArticleSide = 'slides' | 'source' | 'states';

/** A place in the text that is to be gone to; another object each time. */
export interface GoTo {
  /** From 1. */
  readonly line: number;
}

/** The article whose text is open. */
export interface OpenArticle {
  readonly file: string;
  readonly text: string;
  /** The text as it was in the file last. */
  readonly written: string;
  /** The hash of the file that what is typed is based on. */
  readonly hash: string;
  readonly paragraphs: readonly string[];
  /** Of the text as it was checked last. */
  readonly problems: readonly Problem[];
  readonly saving: ArticleSaving;
  /** The text is what was typed last time and did not reach the file. */
  readonly rescued: boolean;
  readonly goTo: GoTo | null;
  /** The topic that the caret is in, from 0; before the first, that. */
  readonly topic: number;
  readonly side: ArticleSide;
  readonly deck: Deck | null;
  readonly previewFailed: boolean;
}

/** One topic of a text. */
export interface OutlineTopic {
  readonly heading: string;
  /** From 1. */
  readonly line: number;
}

/**
 * A text begins anew with what its file says. `rescued`: what was typed before and is not in it; a conflict where the file has been
 * changed since.
 */
export function openArticle(read: ArticleText, rescued: TypedText | null, goTo: GoTo | null): OpenArticle {
  const text = plain(read.text);
  const typed = rescued !== null && rescued.text !== text ? rescued.text : null;
  const isOlder = typed !== null && rescued?.basedOn !== read.hash;
  return {
    file: read.file,
    text: typed ?? text,
    written: text,
    hash: isOlder ? (rescued?.basedOn ?? read.hash) : read.hash,
    paragraphs: read.paragraphs,
    problems: read.problems,
    saving: { kind: typed === null ? 'saved' : isOlder ? 'conflict' : 'changed' },
    rescued: typed !== null,
    goTo,
    topic: Math.max(0, topicAt(typed ?? text, goTo?.line ?? 1)),
    side: 'slides',
    deck: null,
    previewFailed: false,
  };
}

/** As a field of a page has it: with one sign at the end of a line, and none at the beginning. */
function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Whether what is typed is not in the file. */
export const isTyped = ({ text, written }: OpenArticle): boolean => text !== written;

export function typed(open: OpenArticle, text: string): OpenArticle {
  if (text === open.text) return open;
  // A conflict stays one until it is settled, whatever is typed meanwhile.
  const saving =
    open.saving.kind === 'conflict' ? open.saving : { kind: text === open.written ? ('saved' as const) : ('changed' as const) };
  return { ...open, text, saving };
}

/** One line of a text. */
export interface TextLine {
  readonly text: string;
  /** The heading of a topic, without its mark and id; null: it is none. */
  readonly heading: string | null;
  /** Behind it, front matter, fenced text or a `:::` block still goes on. */
  readonly isOpen: boolean;
}

/** Lines with what they are, as docs/content-format.md has them. */
export function linesOf(text: string): TextLine[] {
  let open: 'front' | 'block' | { readonly fence: string } | null = null;
  return text.split('\n').map((line, index) => {
    const trimmed = line.trim();
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const before = open;
    if (index === 0 && trimmed === '---') open = 'front';
    else if (open === 'front') open = trimmed === '---' ? null : 'front';
    else if (typeof open === 'object' && open !== null) open = fence?.startsWith(open.fence) ? null : open;
    else if (fence !== undefined) open = { fence };
    else if (open === 'block') open = trimmed === ':::' ? null : 'block';
    else if (/^:::\s*\w/.test(trimmed)) open = 'block';
    const heading = before === null && open === null ? /^ {0,3}##(?!#)\s*(.*?)(?:\s+#*)?$/.exec(line)?.[1] : undefined;
    return { text: line, heading: heading?.replace(/\s*\{#[^}]*\}\s*$/, '') ?? null, isOpen: open !== null };
  });
}

/** A text's topics: its headings of the second level, outside front matter, fenced text and blocks. */
export function outline(text: string): OutlineTopic[] {
  return linesOf(text).flatMap(({ heading }, index) => (heading === null ? [] : [{ heading, line: index + 1 }]));
}

/** The topic that a line is in, from 0; -1: it stands before the first. */
export function topicAt(text: string, line: number): number {
  return outline(text).findLastIndex((topic) => topic.line <= line);
}

/** The line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Where a line, counted from 1, ends in a text; beyond the last, that one. */
export function endOfLine(text: string, line: number): number {
  return text.split('\n').slice(0, Math.max(1, line)).join('\n').length;
}

/** Errors first, each by its line. */
export function byLine(problems: readonly Problem[]): Problem[] {
  const rank = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);
  return problems.toSorted((a, b) => rank(a) - rank(b) || (a.place?.line ?? 0) - (b.place?.line ?? 0));
}
