import { lineOf, linesOf, type TextLine } from './article.ts';

/** What may be put into an article's text, as docs/content-format.md writes it; a table of dates or figures begins with its heads. */
export const ARTICLE_PIECES = {
  topic: '## New topic\n\nWhat it says, in a sentence.\n',
  point: '- A point\n',
  quotation: '> The words themselves.\n> — Speaker, role\n',
  figures: ':::figures\n| Value | Unit | Label |\n|---|---|---|\n| 0 | unit | what it counts |\n:::\n',
  timeline: ':::timeline\n| Date | Event |\n|---|---|\n| 2026-01 | What happened |\n:::\n',
  table: ':::table{title="What it shows"}\n| Name | Value |\n|---|---:|\n| First | 0 |\n:::\n',
  chart: ':::chart{type=bar title="What it shows"}\n| Name | Value |\n|---|---:|\n| First | 1 |\n| Second | 2 |\n:::\n',
  cards: ':::cards\n- **First option.** What it means\n- **Second option.** What it means\n:::\n',
  compare: ':::compare\n| | Before | After |\n|---|---|---|\n| What is compared | then | now |\n:::\n',
  steps: ':::steps\n1. First step\n2. **Result**\n:::\n',
  decisions: ':::decisions\n1. What is asked for — Owner, 2026-12\n:::\n',
  notes: ':::notes\nWhat the presenter says here.\n:::\n',
} as const;

export type PieceName = keyof typeof ARTICLE_PIECES;

export const PIECE_NAMES = Object.keys(ARTICLE_PIECES) as PieceName[];

/** A change of a text: what stands from one offset to another becomes other words. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/**
 * How a piece goes in where the caret is: a block behind the paragraph, list or block that it is in, with an empty line on both sides; a
 * point behind the one that it is in and what is below that, as deep as it; a topic at the end of the one that it is in. Before the first
 * topic nothing can stand: it goes below its heading, or below a new one.
 */
export function pieceAt(text: string, caret: number, name: PieceName): Change {
  const lines = linesOf(text);
  const first = lines.findIndex(({ heading }) => heading !== null);
  if (name !== 'topic' && first < 0) {
    return { ...endOf(lines, lines.length - 1), words: `\n\n${ARTICLE_PIECES.topic}\n${ARTICLE_PIECES[name].trimEnd()}` };
  }
  const from = name === 'topic' ? lineOf(text, caret) - 1 : Math.max(first, lineOf(text, caret) - 1);
  const item = name === 'point' && lines[from]?.isOpen === false ? /^( *)(?:[-*+]|\d+[.)]) /.exec(lines[from].text) : null;
  const ends = item ? endsItem : name === 'topic' ? endsTopic : endsBlock;
  let at = from;
  while (at < lines.length - 1 && (lines[at]?.isOpen === true || !ends(lines, at, item?.[1]?.length ?? 0))) at += 1;
  while (at > 0 && isBlank(lines[at])) at -= 1;
  const words = ARTICLE_PIECES[name].trimEnd();
  if (item) return { ...endOf(lines, at), words: `\n${item[1] ?? ''}${words}` };
  return { ...endOf(lines, at), words: `\n\n${words}${at === lines.length - 1 || isBlank(lines[at + 1]) ? '' : '\n'}` };
}

type Ends = (lines: readonly TextLine[], at: number, indent: number) => boolean;

const isBlank = (line: TextLine | undefined): boolean => line === undefined || line.text.trim() === '';
const indentOf = (line: TextLine | undefined): number => line?.text.search(/\S|$/) ?? 0;
const nextWritten = (lines: readonly TextLine[], at: number): TextLine | undefined => lines.slice(at + 1).find((line) => !isBlank(line));

const endsTopic: Ends = (lines, at) => lines[at + 1]?.heading != null;
/** What is indented behind an empty line still belongs to the list before it. */
const endsBlock: Ends = (lines, at) => isBlank(lines[at + 1]) && indentOf(nextWritten(lines, at)) === 0;
const endsItem: Ends = (lines, at, indent) => {
  const next = lines[at + 1];
  return isBlank(next)
    ? indentOf(nextWritten(lines, at)) <= indent
    : indentOf(next) <= indent && /^\s*(?:[-*+]|\d+[.)]) /.test(next?.text ?? '');
};

/** A reference behind the words of the caret's line. */
export function referenceAt(text: string, caret: number, paragraph: number): Change {
  const lines = linesOf(text);
  const at = lineOf(text, caret) - 1;
  const line = lines[at]?.text ?? '';
  const words = line.replace(/\s+$/, '');
  const { from } = endOf(lines, at);
  const end = from - (line.length - words.length);
  const known = /\[((?:¶\d+(?:,\s*)?)+)\]$/.exec(words);
  if (!known) return { from: end, to: from, words: `${words === '' ? '' : ' '}[¶${paragraph}]` };
  if (known[1]?.split(/,\s*/).includes(`¶${paragraph}`)) return { from, to: from, words: '' };
  return { from: end - 1, to: from, words: `, ¶${paragraph}]` };
}

/** Where a line ends, counted from 0. */
function endOf(lines: readonly TextLine[], at: number): { readonly from: number; readonly to: number } {
  const end = lines.slice(0, at + 1).reduce((sum, { text }) => sum + text.length + 1, -1);
  return { from: end, to: end };
}
