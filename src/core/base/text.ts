import { distinct } from './distinct.ts';
import type { Origin } from './origin.ts';

/**
 * Text as every stage carries it: a flat list of runs.
 *
 * The same type serves article, briefing, deck and scene, so that nothing is translated on the way.
 * A run's text holds no control characters; `\n` inside it is a line break that the author wrote.
 */

export interface TextRun {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  /** Lowered or raised, and smaller: H₂O, 10⁶. */
  readonly script?: 'sub' | 'super';
  /** Said of the words and not by them: smaller, and muted. */
  readonly quiet?: true;
  /** An http, https or mailto address, or `#slide-id` for a slide of the same deck. */
  readonly href?: string;
  /** From the deck on: the fields its words come from. Absent: the template's own words. */
  readonly origins?: readonly Origin[];
}

/** References to sources. In an article: its paragraph numbers (`[¶2, ¶6]`). From the view on: the deck's source numbers (`[1]`). */
export interface RefRun {
  readonly refs: readonly number[];
  /** The words of footnotes, in an article alone: from the view on a footnote is a source that has a number. */
  readonly notes?: readonly string[];
}

export type Run = TextRun | RefRun;

export function isRef(run: Run): run is RefRun {
  return 'refs' in run;
}

const RAISED = new Map(Array.from('0123456789+-=()n', (sign, i) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'[i] ?? sign]));
const LOWERED = new Map(Array.from('0123456789+-=()', (sign, i) => [sign, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'[i] ?? sign]));

/** A run's words where no look can be shown: a raised 6 stays one, or 10⁶ would be 106. */
export function textOfRun({ text, script }: TextRun): string {
  if (script === undefined) return text;
  const signs = script === 'sub' ? LOWERED : RAISED;
  return /\p{N}/u.test(text) ? Array.from(text.replaceAll('−', '-'), (sign) => signs.get(sign) ?? sign).join('') : text;
}

/** The words alone: references left out, space before them trimmed. */
export function plainText(runs: readonly Run[]): string {
  return runs
    .map((run) => (isRef(run) ? '' : textOfRun(run)))
    .join('')
    .replace(/(?<![ \t])[ \t]+(?=\n|$)/g, '')
    .trim();
}

/** Behind it something else is said. */
export function withoutStop(text: string): string {
  return text.replace(/(?<![.…])[.。]$/u, '');
}

/** Things said one after another, for whoever hears them: with no full stop before a semicolon. */
export function saidInTurn(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  return said.map((part, at) => (at < said.length - 1 ? withoutStop(part) : part)).join('; ');
}

/** All references of the runs, in order, each once. */
export function refsOf(runs: readonly Run[]): number[] {
  return [...new Set(runs.flatMap((run) => (isRef(run) ? run.refs : [])))];
}

/** The words of all footnotes of an article's runs, in order. */
export function notesOf(runs: readonly Run[]): string[] {
  return runs.flatMap((run) => (isRef(run) ? (run.notes ?? []) : []));
}

/** References to paragraphs, and to each footnote, as runs. */
export function refRuns(refs: readonly number[], notes: readonly string[] = []): RefRun[] {
  return [...(refs.length > 0 ? [{ refs }] : []), ...notes.map((note) => ({ refs: [], notes: [note] }))];
}

/** Where the words of the runs come from, each field once. */
export function originsOf(runs: readonly Run[]): Origin[] {
  return distinct(runs.flatMap((run) => (isRef(run) ? [] : (run.origins ?? []))));
}

/** Words of one look. */
export const textRuns = (text: string): readonly Run[] => [{ text }];
