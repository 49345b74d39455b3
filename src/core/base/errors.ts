/**
 * Everything that can go wrong by a user's doing, in one place.
 *
 * A problem says what was wrong, where, what was allowed, what was received and what to do.
 * Codes are stable: tests, scripts and the app refer to them, and the guides name them.
 * A stage returns its problems beside its value; it throws a `LecternError` only when it has no value to return.
 */

import { CODES, type Code, type Severity } from './codes.ts';

export { CODES, type Code, type Severity } from './codes.ts';

/** Where a problem is: a place in a file, or a slide, or both. Lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** A slide's number (from 1) and its title. */
  readonly slide?: { readonly number: number; readonly title: string };
  /** A field inside structured data, as `topics[2].depth`. */
  readonly field?: string;
}

export interface Problem {
  readonly code: Code;
  readonly severity: Severity;
  /** What was wrong, one sentence without the place. */
  readonly message: string;
  readonly place?: Place;
  /** What was allowed, where a list or a form can be given. */
  readonly allowed?: string;
  /** What was received. */
  readonly received?: string;
  /** What to do about it, one sentence. */
  readonly hint: string;
}

/** Makes a problem; the severity comes from the code. */
export function problem(code: Code, details: Omit<Problem, 'code' | 'severity'>): Problem {
  return { code, severity: CODES[code], ...details };
}

/** Thrown where a stage has no value to return. Carries at least one problem of severity `error`. */
export class LecternError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const list: readonly Problem[] = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(list.map(formatProblem).join('\n'));
    this.name = 'LecternError';
    this.problems = list;
  }
}

/** What a stage returns: a value, and what the user should know about it. */
export interface Result<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** What a reading stage returns: no value where a problem of severity `error` stands in the way. All problems at once, never the first alone. */
export interface Outcome<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((p) => p.severity === 'error');
}

/** The value of an outcome; throws its problems where there is none. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.value === null) throw new LecternError(outcome.problems);
  return outcome.value;
}

/** `file:line:column`, or `slide 3 "Title"`, or both; empty when nothing is known. */
export function formatPlace(place: Place | undefined): string {
  if (!place) return '';
  const at = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  const slide = place.slide ? `slide ${place.slide.number} “${place.slide.title}”` : '';
  const field = place.field ?? '';
  return [at, slide, field].filter(Boolean).join(', ');
}

/** One problem as the lines a terminal shows. */
export function formatProblem(p: Problem): string {
  const place = formatPlace(p.place);
  const facts = [
    p.received === undefined ? '' : `received: ${p.received}`,
    p.allowed === undefined ? '' : `allowed: ${p.allowed}`,
    p.hint,
  ].filter(Boolean);
  return `${place ? `${place}: ` : ''}${p.severity} ${p.code}: ${p.message}${facts.map((f) => `\n    ${f}`).join('')}`;
}

/** Sorts by file, line, column, then slide. */
export function byPlace(a: Problem, b: Problem): number {
  return (
    (a.place?.file ?? '').localeCompare(b.place?.file ?? '', 'en') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    (a.place?.slide?.number ?? 0) - (b.place?.slide?.number ?? 0)
  );
}
