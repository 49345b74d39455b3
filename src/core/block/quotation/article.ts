import type { BlockContent, Blockquote } from 'mdast';
import { isRef, notesOf, plainText, refRuns, refsOf, type Run, type TextRun } from '../../base/text.ts';
import { readAttribution, writeAttribution } from '../../article/attribution.ts';
import { cleanLine } from '../../article/clean.ts';
import { withoutOuterMarks } from '../../article/quotation-marks.ts';
import { SOFT_BREAK, tidyRuns } from '../../article/runs.ts';
import type { ArticlePiece } from '../../article/piece.ts';
import { report, type Context } from '../../article/read/context.ts';
import { readRaw } from '../../article/read/inline.ts';
import { toPhrasing } from '../../article/write/inline.ts';
import { paragraph, text } from '../../article/write/nodes.ts';
import type { QuotationBlock } from './types.ts';

/** A line that begins with a dash: who said it. The last such line of a quotation counts. */
const DASH_LINE = new RegExp(`(^|[\\n${SOFT_BREAK}])[ \\t]*(?:—|–|―|--)(?=[ \\t]|$)`, 'g');

const isText = (run: Run): run is TextRun => !isRef(run);

/** Divides the last paragraph at its last dash line; the dash itself goes. */
function divide(runs: readonly Run[]): { words: Run[]; attribution: Run[] | null } {
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index];
    if (!run || isRef(run)) continue;
    const before = runs[index - 1];
    const match = [...run.text.matchAll(DASH_LINE)].filter(([, start]) => start !== '' || before === undefined).at(-1);
    if (!match) continue;
    const words = [...runs.slice(0, index), { ...run, text: run.text.slice(0, match.index) }];
    return { words, attribution: [{ ...run, text: run.text.slice(match.index + match[0].length) }, ...runs.slice(index + 1)] };
  }
  return { words: [...runs], attribution: null };
}

/** `> Words` and, as the last line, `> — Speaker, role, date [¶13]`. References anywhere in it belong to the whole. */
export function readQuotation(node: Blockquote, context: Context): QuotationBlock | null {
  const raw: Run[][] = [];
  for (const child of node.children) {
    if (child.type === 'paragraph') raw.push(readRaw(child.children, context));
    else {
      report(context, 'article/block-unsupported', child, {
        message: 'a quotation holds paragraphs alone',
        hint: 'Take the list, table or heading out of the quotation.',
      });
    }
  }
  const { words, attribution } = divide(raw.pop() ?? []);
  const spoken = [...raw, words].map((runs) => tidyRuns(runs.filter(isText)).filter(isText)).filter((runs) => runs.length > 0);
  const paragraphs = withoutOuterMarks(spoken);
  if (paragraphs.length === 0) {
    report(context, 'article/structure', node, {
      message: 'a quotation has no words',
      hint: 'Write the words after “> ”, and the speaker in a last line that begins with “> — ”.',
    });
    return null;
  }
  const said = cleanLine((attribution ?? []).map((run) => (isRef(run) ? '' : run.text)).join(''));
  const all = [...raw.flat(), ...words, ...(attribution ?? [])];
  const notes = notesOf(all);
  return { kind: 'quotation', paragraphs, ...readAttribution(said), refs: refsOf(all), ...(notes.length > 0 && { notes }) };
}

function toNode(block: QuotationBlock): BlockContent {
  const attribution = writeAttribution(block);
  const last = block.paragraphs.at(-1) ?? [];
  // A dash that begins a line of the words would be read as the attribution, but for one that comes after it.
  const refs = toPhrasing(refRuns(block.refs, block.notes ?? []));
  const needed = attribution !== '' || refs.length > 0 || /^[ \t]*(?:—|–|―|--)/m.test(plainText(last));
  const line = [
    ...(needed ? [text(`\n—${attribution === '' ? '' : ` ${attribution}`}`)] : []),
    ...(refs.length > 0 ? [text(' '), ...refs] : []),
  ];
  const paragraphs = block.paragraphs.map(paragraph);
  const spoken = paragraphs.at(-1);
  if (spoken) spoken.children.push(...line);
  return { type: 'blockquote', children: paragraphs };
}

export const quotationPiece: ArticlePiece<QuotationBlock> = {
  directive: null,
  toNode,
  lines: ({ paragraphs, speaker, role }) => [...paragraphs.map(plainText), speaker ?? '', role ?? ''],
  gist: ({ paragraphs }) => paragraphs.map(plainText).join('\n'),
  refs: ({ refs }) => refs,
  statements: ({ paragraphs, speaker, date, refs }) => [
    ...paragraphs.map((runs) => ({ kind: 'quoted' as const, text: plainText(runs), refs })),
    ...(speaker === null ? [] : [{ kind: 'speaker' as const, text: speaker, refs }]),
    ...(date?.iso == null ? [] : [{ kind: 'date' as const, text: date.text, refs }]),
  ],
};
