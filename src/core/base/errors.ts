/**
 * Everything that can go wrong by a user's doing, in one place.
 *
 * A problem says what was wrong, where, what was allowed, what was received and what to do.
 * Codes are stable: tests, scripts and the app refer to them, and the guides name them.
 * A stage returns its problems beside its value; it throws a `LecternError` only when it has no value to return.
 */

export type Severity = 'error' | 'warning';

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

/** Every code with its severity. Grouped by stage, sorted inside a group. */
export const CODES = {
  // article
  'article/attribute': 'error',
  'article/block-unsupported': 'error',
  'article/comment-unclosed': 'error',
  'article/directive-unclosed': 'error',
  'article/directive-unknown': 'error',
  'article/front-matter': 'error',
  'article/id-duplicate': 'error',
  'article/image-library': 'error',
  'article/image-unreadable': 'error',
  'article/inline-unsupported': 'error',
  'article/number-ambiguous': 'error',
  'article/reference-range': 'error',
  'article/reference-syntax': 'error',
  'article/row': 'error',
  'article/source-missing': 'error',
  'article/structure': 'error',
  'article/too-large': 'error',
  'article/image-as-is': 'warning',
  'article/image-changed': 'warning',
  'article/image-no-alt': 'warning',
  'article/items': 'warning',
  'article/rights': 'warning',
  'article/syntax-unread': 'warning',
  'article/value-cut': 'warning',
  // intake
  'intake/archive': 'error',
  'intake/binary': 'error',
  'intake/broken': 'error',
  'intake/bomb': 'error',
  'intake/cancelled': 'error',
  'intake/charset': 'error',
  'intake/empty': 'error',
  'intake/encrypted': 'error',
  'intake/entities': 'error',
  'intake/no-article': 'error',
  'intake/no-text': 'error',
  'intake/structured': 'error',
  'intake/too-deep': 'error',
  'intake/too-large': 'error',
  'intake/too-slow': 'error',
  'intake/unreadable-letters': 'error',
  'intake/value': 'error',
  'intake/charset-guessed': 'warning',
  'intake/comment-unclosed': 'warning',
  'intake/comments-left-out': 'warning',
  'intake/hidden-left-out': 'warning',
  'intake/images-left-out': 'warning',
  'intake/images-offered': 'warning',
  'intake/attachments-left-out': 'warning',
  'intake/cut-short': 'warning',
  'intake/slides-left-out': 'warning',
  'intake/thread-left-out': 'warning',
  'intake/merged-cells': 'warning',
  'intake/notes-left-out': 'warning',
  'intake/letters-left-out': 'warning',
  'intake/pages-without-text': 'warning',
  'intake/mojibake-mended': 'warning',
  'intake/no-author': 'warning',
  'intake/no-date': 'warning',
  'intake/no-title': 'warning',
  'intake/tracked-changes': 'warning',
  // briefing
  'briefing/article-missing': 'error',
  'briefing/edit-not-kept': 'warning',
  'briefing/empty': 'error',
  'briefing/field': 'error',
  'briefing/no-changes': 'warning',
  'briefing/override-changed': 'warning',
  'briefing/override-missing': 'warning',
  'briefing/override-twice': 'warning',
  'briefing/quotation-reworded': 'warning',
  'briefing/slide-left-out': 'warning',
  'briefing/slide-missing': 'warning',
  'briefing/topic-missing': 'error',
  'briefing/value-cut': 'warning',
  'briefing/yaml': 'error',
  // handling marks, by the workspace's house.yaml
  'house/field': 'error',
  'house/yaml': 'error',
  'mark/no-order': 'error',
  'mark/unknown': 'error',
  'house/key-unread': 'warning',
  'mark/not-listed': 'warning',
  'mark/raised': 'warning',
  // lines against their sources
  'claims/date-unsupported': 'warning',
  'claims/dates-disagree': 'warning',
  'claims/event-unsupported': 'warning',
  'claims/name-unsupported': 'warning',
  'claims/number-unsupported': 'warning',
  'claims/quotation-altered': 'warning',
  'claims/values-disagree': 'warning',
  // template and pack
  'pack/exists': 'error',
  'pack/field': 'error',
  'pack/font': 'warning',
  'pack/missing': 'error',
  'pack/option': 'error',
  'pack/outside': 'error',
  'pack/yaml': 'error',
  'pack/zip': 'error',
  'template/forbidden': 'error',
  'template/helper-unknown': 'error',
  'template/limit': 'error',
  'template/partial-missing': 'error',
  'template/path-unknown': 'error',
  'template/runtime': 'error',
  'template/syntax': 'error',
  'pack/older': 'warning',
  'template/kind-unread': 'warning',
  'theme/contrast': 'warning',
  'theme/field': 'error',
  'theme/placement': 'warning',
  // an organisation's PowerPoint template
  'company/bomb': 'error',
  'company/broken': 'error',
  'company/encrypted': 'error',
  'company/live-content': 'error',
  'company/map': 'error',
  'company/no-layouts': 'error',
  'company/not-powerpoint': 'error',
  'company/old-format': 'error',
  'company/strict': 'error',
  'company/too-large': 'error',
  'company/art-left-out': 'warning',
  'company/data-left-out': 'warning',
  'company/font': 'warning',
  'company/geometry-lost': 'warning',
  'company/layout-missing': 'warning',
  'company/live-left-out': 'warning',
  'company/macros-left-out': 'warning',
  'company/map-changed': 'warning',
  'company/no-title': 'warning',
  'company/overlap': 'warning',
  'company/placeholder-unused': 'warning',
  // deck
  'deck/attribute': 'error',
  'deck/element': 'error',
  'deck/layout-unknown': 'error',
  'deck/nesting': 'error',
  'deck/no-slides': 'error',
  'deck/option': 'error',
  'deck/region-unknown': 'error',
  'deck/title-missing': 'error',
  'deck/too-large': 'error',
  'deck/url': 'error',
  'deck/value': 'error',
  // arrange
  'arrange/layout-unfit': 'warning',
  'arrange/layout-unknown': 'warning',
  // layout
  'layout/chart-categories-left-out': 'warning',
  'layout/chart-colors-repeated': 'warning',
  'layout/chart-names-left-out': 'warning',
  'layout/chart-numbers-left-out': 'warning',
  'layout/chart-shares-as-bars': 'warning',
  'layout/cover-full': 'warning',
  'layout/estimated-width': 'warning',
  'layout/font-missing': 'warning',
  'layout/glyph-missing': 'warning',
  'layout/heading-not-repeated': 'warning',
  'layout/mark-left-out': 'warning',
  'layout/number-divided': 'warning',
  'layout/number-too-wide': 'error',
  'layout/overflow': 'error',
  'layout/own-continued': 'warning',
  'layout/row-continued': 'warning',
  'layout/title-cut': 'warning',
  'layout/word-divided': 'warning',
  // write
  'home/stays': 'warning',
  'inspect/article-changed': 'warning',
  'inspect/edit-left-out': 'warning',
  'inspect/edited': 'error',
  'inspect/no-recipe': 'error',
  'inspect/unreadable': 'error',
  'merge/conflict': 'error',
  'merge/invalid': 'error',
  'merge/no-recipe': 'error',
  'merge/old-recipe': 'error',
  'merge/shrunk': 'warning',
  'merge/unmarked': 'warning',
  'merge/unsettled': 'error',
  'write/contrast': 'warning',
  'write/link-text': 'warning',
  'write/no-alt': 'warning',
  'write/reading-order': 'warning',
  'write/table-header': 'warning',
  'write/title': 'warning',
  'write/package': 'error',
  // workspace and hosts
  'app/command': 'error',
  'app/fault': 'error',
  'app/not-let-in': 'error',
  'app/stopped': 'error',
  'app/unavailable': 'error',
  'export/cancelled': 'error',
  'export/edited': 'error',
  'export/no-printer': 'error',
  'export/not-ours': 'error',
  'handover/conflict': 'error',
  'handover/edits-left': 'warning',
  'handover/much-quoted': 'warning',
  'handover/no-pdf': 'warning',
  'handover/record-unread': 'warning',
  'file/conflict': 'error',
  'file/exists': 'error',
  'file/locked': 'error',
  'file/missing': 'error',
  'file/not-regular': 'error',
  'file/outside': 'error',
  'file/read': 'error',
  'file/too-large': 'error',
  'file/write': 'error',
  'job/too-much-memory': 'error',
  'job/too-slow': 'error',
  usage: 'error',
} as const satisfies Record<string, Severity>;

export type Code = keyof typeof CODES;

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
