import type { BlockContent, List, ListItem, TableRow } from 'mdast';
import { textRuns } from '../../../base/text.ts';
import { readNumbers, writeNumber } from '../../../numbers/index.ts';
import { report, type Context } from '../../../article/read/context.ts';
import { readWords, type Words } from '../../../article/read/inline.ts';
import { paragraph } from '../../../article/write/nodes.ts';
import type { ArticleChart, ChartAnnotation, ChartEmphasis, ChartTarget } from '../types.ts';

const PERCENT_SIGNS = ['%', '٪', '‰'];

/** The number without the sign that the chart's unit has too. */
export function withoutUnit(text: string, unit: string | null): string {
  const sign = PERCENT_SIGNS.find((known) => unit?.includes(known) === true && (text.startsWith(known) || text.endsWith(known)));
  if (sign === undefined) return text;
  return (text.startsWith(sign) ? text.slice(sign.length) : text.slice(0, -sign.length)).trim();
}

/** A chart's table, as its cells were read. */
interface Read {
  readonly header: readonly Words[];
  readonly rows: readonly (readonly Words[])[];
  readonly nodes: readonly TableRow[];
}

/** What is in bold: heads mark series, first cells categories. Where all of a row or column of heads are, that is their look and marks none. */
export function readEmphasis({ header, rows, nodes }: Read, context: Context): ChartEmphasis | null {
  const boldAt = (cells: readonly Words[]): number[] => {
    const bold = cells.flatMap(({ isBold }, i) => (isBold ? [i] : []));
    return cells.length > 1 && bold.length === cells.length ? [] : bold;
  };
  const found = { series: boldAt(header.slice(1)), categories: boldAt(rows.flatMap((row) => row.slice(0, 1))) };
  rows.forEach((row, at) =>
    row.slice(1).forEach(({ text, isBold }, index) => {
      if (!isBold || row[0]?.isBold === true || header[index + 1]?.isBold === true) return;
      report(context, 'article/chart-mark', nodes[at]?.children[index + 1] ?? nodes[at] ?? { type: 'tableCell' }, {
        message: 'a value in bold marks nothing in a chart',
        received: text,
        hint: 'Set its category (the first cell of the row) or its series (the head of the column) in bold.',
      });
    }),
  );
  return found.series.length + found.categories.length > 0 ? found : null;
}

/** What a line that sets a target begins with, in the languages of Lectern's own words. */
const TARGET_WORDS = [
  ...['target', 'ziel', 'zielwert', 'objectif', 'cible', 'objetivo', 'meta', 'obiettivo', 'doel', 'cel', 'cíl', 'cél', 'mål', 'tavoite'],
  ...['hedef', 'țintă', 'στόχος', 'цель', 'ціль', 'هدف', 'الهدف', 'יעד', '目标', '目標', '목표'],
];
const TARGET = new RegExp(`^(?:${TARGET_WORDS.join('|')})(?![\\p{L}])[ \\u00A0]*(.*)$`, 'iu');
const COLON = /\s*[:：]\s*/u;

export interface Remarks {
  readonly annotations: readonly ChartAnnotation[];
  readonly target: ChartTarget | null;
  /** The lines, for their references and footnotes. */
  readonly words: readonly Words[];
}

interface Data {
  readonly categories: readonly string[];
  /** Its values as they were written, by column. */
  readonly columns: readonly (readonly string[])[];
}

const same = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The category that a line begins with, and what is said of it: the longest name, since one may begin another. */
function annotationIn(text: string, categories: readonly string[]): ChartAnnotation | null {
  const found = categories
    .map((name, category) => ({ name, category }))
    .filter(({ name }) => name !== '' && same(text).startsWith(same(name)) && /^\s*[:：]/u.test(text.slice(name.length)))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return found ? { category: found.category, text: text.slice(found.name.length).replace(COLON, '').trim() } : null;
}

function targetIn(text: string, { columns }: Data, unit: string | null, context: Context): ChartTarget | 'no number' | 'unknown' | null {
  const [head = '', ...rest] = text.split(COLON);
  const written = TARGET.exec(head)?.[1];
  if (written === undefined) return null;
  const shorn = unit !== null && written.endsWith(unit) ? written.slice(0, -unit.length).trim() : withoutUnit(written.trim(), unit);
  // Read beside the chart's values, which tell how it is meant.
  const known = columns.map((column) => column.filter((text) => text !== '').map((text) => withoutUnit(text, unit)));
  const reading = readNumbers([[shorn], ...known], context.custom ?? undefined)[0]?.[0];
  // What is read in two ways waits for the language.
  if (reading?.kind === 'ambiguous' && context.custom === null) return 'unknown';
  return reading?.kind === 'number' ? { value: reading.value, text: rest.join(': ').trim() } : 'no number';
}

function wordsOf(item: ListItem, context: Context): Words | null {
  const [own, ...more] = item.children;
  return own?.type === 'paragraph' && more.length === 0 ? readWords(own.children, context) : null;
}

/** The lists below a chart's table: a remark a line, behind the name of its category, or one target. What names neither is said. */
export function readRemarks(
  look: { readonly lists: readonly List[]; readonly unit: string | null },
  data: Data,
  context: Context,
): Remarks {
  const annotations: ChartAnnotation[] = [];
  const words: Words[] = [];
  let target: ChartTarget | null = null;
  for (const item of look.lists.flatMap(({ children }) => children)) {
    const refuse = (message: string, hint: string): void =>
      report(context, 'article/chart-remark', item, {
        message,
        ...(own && { received: own.text }),
        allowed: `${data.categories.slice(0, 4).join(', ')}${data.categories.length > 4 ? ' …' : ''}, or Target with a number, before a colon`,
        hint,
      });
    const own = wordsOf(item, context);
    if (!own) {
      refuse('a remark on a chart is one line', 'Write it without a list or another block inside it.');
      continue;
    }
    words.push(own);
    const annotation = annotationIn(own.text, data.categories);
    if (annotation && annotation.text === '')
      refuse('a remark on a chart says nothing', 'Write words behind the colon, or take the line out.');
    else if (annotation && annotations.some(({ category }) => category === annotation.category))
      refuse('a category of a chart has two remarks, of which the first is shown', 'Make one line of them.');
    else if (annotation) annotations.push(annotation);
    else {
      const found = targetIn(own.text, data, look.unit, context);
      if (found === 'no number') refuse('a chart’s target is not a number', 'Write for example “- Target 20,000: capacity”.');
      else if (found === 'unknown') continue;
      else if (found === null)
        refuse('a remark on a chart names none of its categories', 'Begin it with a category as the table has it, and a colon.');
      else if (target) refuse('a chart has two targets, of which the first is shown', 'Keep one, or show the other as a series.');
      else target = found;
    }
  }
  return { annotations, target, words };
}

/** Remarks and target as the list that they are read from. */
export function remarkNodes({ annotations = [], target, categories }: ArticleChart, language: string): BlockContent[] {
  const lines = [
    ...annotations.map(({ category, text }) => `${categories[category] ?? ''}: ${text}`),
    ...(target ? [`Target ${writeNumber(target.value, language)}${target.text === '' ? '' : `: ${target.text}`}`] : []),
  ];
  if (lines.length === 0) return [];
  const children = lines.map((line) => ({ type: 'listItem' as const, spread: false, children: [paragraph(textRuns(line))] }));
  return [{ type: 'list', ordered: false, spread: false, children }];
}
