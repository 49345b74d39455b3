import { withoutDirectionMarks } from '../../base/bidi.ts';
import { isRef, type Run } from '../../base/text.ts';
import { numberSpans } from './number-spans.ts';

/** A piece of a paragraph as it is shown: a reference has become a superscript label. */
export interface DisplayRun {
  readonly text: string;
  readonly bold: boolean;
  readonly strike: boolean;
  readonly script: 'sub' | 'super' | null;
  readonly italic: boolean;
  readonly href: string | null;
  /** Set at `SUPERSCRIPT_SIZE` of the size, raised by `SUPERSCRIPT_RISE`; null: plain text. */
  readonly refs: readonly number[] | null;
}

/** What PowerPoint draws for `baseline="30000"`. */
export const SUPERSCRIPT_SIZE = 2 / 3;
/** In ems of the surrounding size. */
export const SUPERSCRIPT_RISE = 0.3;

/** `[1]`, `[1, 2]`: with no-break spaces, so that a label never divides. */
export function refLabel(refs: readonly number[]): string {
  return `[${refs.join(',\u00A0')}]`;
}

/**
 * A run's words as shown among its neighbours: no soft hyphens, since only some renderers honour them (`softHyphens` says where they
 * stood), and a label stands close to its word.
 */
export function shownText(runs: readonly Run[], index: number): string {
  const run = runs[index];
  if (!run) return '';
  if (isRef(run)) return `${gapBefore(runs, index)}${refLabel(run.refs)}`;
  const text = run.text.replaceAll('\u00AD', '');
  const next = runs[index + 1];
  const labelFollows = next !== undefined && isRef(next) && runs.slice(0, index + 1).some((r) => !isRef(r) && r.text.trim() !== '');
  return labelFollows ? text.replace(/[ \t\u00A0]+$/, '') : text;
}

/**
 * After a full stop a no-break space, in the label's own small size: by Unicode's line breaking (UAX 14) a line may end between
 * a stop and an opening bracket, and LibreOffice ends it there. After a letter no line ends before a bracket.
 */
function gapBefore(runs: readonly Run[], index: number): string {
  const before = runs[index - 1];
  const last = withoutDirectionMarks(before ? shownText(runs, index - 1) : '');
  if (last === '') return '';
  return /[\p{L}\p{N}\p{M}\s]$/u.test(last) ? '' : '\u00A0';
}

/** The runs as shown: the one place that says how a paragraph's words and labels follow each other. */
export function displayRuns(runs: readonly Run[]): DisplayRun[] {
  const shown = runs
    .map((run, i): DisplayRun => {
      const text = shownText(runs, i);
      if (isRef(run)) return { text, bold: false, italic: false, strike: false, script: null, href: null, refs: run.refs };
      const { bold = false, italic = false, strike = false, script = null, href = null } = run;
      return { text, bold, italic, strike, script, href, refs: null };
    })
    .filter((run) => run.text !== '');
  return withNoBreakSpaces(shown);
}

/** Before these no line of LibreOffice or PowerPoint begins even behind a space (UAX 14, LB13), as French has it; Chromium's may. */
const SPACE_BEFORE_MARK = / (?=[!,.:;?/)\]}])(?<=[\p{L}\p{M}\p{N}\p{P}\p{S}] )/gu;

/**
 * Spaces inside numbers, and before marks that begin no line, as no-break ones, one for one: PowerPoint, LibreOffice and browsers
 * break lines for themselves, and by these all know where not to.
 */
function withNoBreakSpaces(runs: DisplayRun[]): DisplayRun[] {
  const text = runs.map((run) => run.text).join('');
  const whole = withWholeNumbers(text).replace(SPACE_BEFORE_MARK, '\u00A0');
  if (whole === text) return runs;
  let at = 0;
  return runs.map((run) => ({ ...run, text: whole.slice(at, (at += run.text.length)) }));
}

function withWholeNumbers(text: string): string {
  if (!/[\p{Nd}\p{No}%٪][ \u2008\u2009]|[ \u2008\u2009][\p{Nd}\p{No}]/u.test(text)) return text;
  const spans = numberSpans(text).filter(({ start, end }) => /[ \u2008\u2009]/.test(text.slice(start, end)));
  let whole = text;
  for (const { start, end } of spans) {
    const number = text
      .slice(start, end)
      .replaceAll(' ', '\u00A0')
      .replace(/[\u2008\u2009]/g, '\u202F');
    whole = whole.slice(0, start) + number + whole.slice(end);
  }
  return whole;
}

/** Offsets in the shown text at which the author wrote soft hyphens, in order. */
export function softHyphens(runs: readonly Run[]): number[] {
  if (!runs.some((run) => !isRef(run) && run.text.includes('\u00AD'))) return [];
  const found: number[] = [];
  let at = 0;
  runs.forEach((run, i) => {
    const { length } = shownText(runs, i);
    if (!isRef(run)) {
      let shown = 0;
      for (const unit of run.text) {
        if (unit === '\u00AD') found.push(at + Math.min(shown, length));
        else shown += unit.length;
      }
    }
    at += length;
  });
  return found;
}

/** The paragraph's text as shown, labels included. Offsets in `Line` count its UTF-16 units. */
export function runsText(runs: readonly Run[]): string {
  return displayRuns(runs)
    .map((run) => run.text)
    .join('');
}
