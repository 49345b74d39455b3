import { cleanLine, parseBody, parseInline, withoutComments } from '../../article/index.ts';
import { problem, type Place, type Problem } from '../../base/errors.ts';
import { isRef, type Run } from '../../base/text.ts';
import type { ArticleBlock } from '../../block/types.ts';
import { readNumber } from '../../numbers/index.ts';
import type { Form, LineValue } from '../outline.ts';

/** What the texts of a topic's overrides are read with. */
export interface OverrideContext {
  readonly file: string;
  /** Where a field below `overrides` stands. */
  readonly place: (path: readonly PropertyKey[]) => Place;
  /** How many paragraphs the article's source text has; null where it has none. */
  readonly paragraphs: number | null;
  /** The language that the article names, by which numbers are read; null: none. */
  readonly language: string | null;
  readonly problems: Problem[];
}

type Path = readonly PropertyKey[];

/** Says that an override's text cannot stand where it is to stand: `briefing/field`. */
export function refuse(path: Path, details: Omit<Problem, 'code' | 'severity' | 'place'>, context: OverrideContext): null {
  context.problems.push(problem('briefing/field', { ...details, place: context.place(path) }));
  return null;
}

const options = (path: Path, { file, place, paragraphs, language }: OverrideContext): Parameters<typeof parseBody>[1] => ({
  ...{ file, line: place(path).line ?? 1, paragraphs, language },
});

/** One line of Markdown; null, with problems, where it is none. */
export function readInline(text: string, path: Path, context: OverrideContext): readonly Run[] | null {
  const { value, problems } = parseInline(text, options(path, context));
  context.problems.push(...problems.map((found) => ({ ...found, place: context.place(path) })));
  return value;
}

/** Blocks as below a topic's heading; a first paragraph is one of them. */
export function readBlocks(text: string, path: Path, context: OverrideContext): readonly ArticleBlock[] {
  const { value, problems } = parseBody(text, options(path, context));
  context.problems.push(...problems.map((found) => ({ ...found, place: context.place(path) })));
  if (value === null) return [];
  return [...(value.summary === null ? [] : [{ kind: 'paragraph' as const, runs: value.summary }]), ...value.blocks];
}

function readValue(text: string | number, path: Path, context: OverrideContext): LineValue | null {
  if (typeof text === 'number') return { form: 'number', value: text };
  if (text.trim() === '') return { form: 'number', value: null };
  const reading = readNumber(text, { language: context.language, hint: () => null });
  if (reading.kind === 'number') return { form: 'number', value: reading.value };
  return refuse(
    path,
    {
      message: reading.kind === 'ambiguous' ? 'this value of a chart can be read in two ways' : 'a value of a chart is a number',
      received: text,
      allowed: reading.kind === 'ambiguous' ? reading.readings.join(' or ') : 'a number alone, as 1650 or −2; empty for none',
      hint: 'Write the number without quotation marks, with a point before decimals: it is read alike in every language then.',
    },
    context,
  );
}

/** An override's text as what a line of this form says; null, with `briefing/field` or what is wrong with the Markdown, where it cannot. */
export function readLine(form: Form, text: string | number, isNeeded: boolean, path: Path, context: OverrideContext): LineValue | null {
  if (isNeeded && String(text).trim() === '') {
    const hint = 'Write its words; to leave the whole item out, name it below “removed:”.';
    return refuse(path, { message: 'this line cannot be empty', hint }, context);
  }
  switch (form) {
    case 'number':
      return readValue(text, path, context);
    case 'words':
      return { form, text: cleanLine(withoutComments(String(text)).text) };
    case 'runs': {
      const runs = readInline(String(text), path, context);
      return runs && { form, runs };
    }
  }
}

/** A line's words with the references that it is to have: `sourced: true` keeps the article's, `false` leaves all out. */
export function withSources(runs: readonly Run[], sourced: boolean | undefined, original: readonly Run[]): readonly Run[] {
  if (sourced === false) return runs.filter((run) => !isRef(run));
  if (sourced !== true || runs.some(isRef)) return runs;
  return [...(endsBeforeSpace(original) ? withSpace(runs) : runs), ...original.filter(isRef)];
}

/** Whether a space stands between words and their references, as languages with spaces write it. */
function endsBeforeSpace(runs: readonly Run[]): boolean {
  const before = runs[runs.findIndex(isRef) - 1];
  return before !== undefined && !isRef(before) && /[ \t]$/.test(before.text);
}

function withSpace(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  return last === undefined || isRef(last) ? runs : [...runs.slice(0, -1), { ...last, text: `${last.text} ` }];
}
