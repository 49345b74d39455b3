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
  /** Set at `QUIET_SIZE` of the size, in the body's font, not bold. */
  readonly quiet: boolean;
  readonly href: string | null;
  /** Set at `SUPERSCRIPT_SIZE` of the size, raised by `SUPERSCRIPT_RISE`; null: plain text. */
  readonly refs: readonly number[] | null;
}

/** What PowerPoint draws for `baseline="30000"`. */
export const SUPERSCRIPT_SIZE = 2 / 3;
/** In ems of the surrounding size. */
export const SUPERSCRIPT_RISE = 0.3;

/** As a share of the size around. */
export const QUIET_SIZE = 0.6;

/** `[1]`, `[1, 2]`: with no-break spaces, so that a label never divides. */
export function refLabel(refs: readonly number[]): string {
  return `[${refs.join(',\u00A0')}]`;
}

/**
 * The runs' words as shown among their neighbours, one text a run: no soft hyphens, since only some renderers honour them (`softHyphens`
 * says where they stood), and a label stands close to its word.
 */
export function shownTexts(runs: readonly Run[]): string[] {
  const texts: string[] = [];
  let hasWords = false;
  runs.forEach((run, i) => {
    if (isRef(run)) {
      texts.push(`${gapBehind(texts.at(-1) ?? '')}${refLabel(run.refs)}`);
      return;
    }
    const text = run.text.replaceAll('\u00AD', '');
    hasWords ||= run.text.trim() !== '';
    const next = runs[i + 1];
    texts.push(hasWords && next !== undefined && isRef(next) ? withoutLastSpaces(text) : text);
  });
  return texts;
}

/** A pattern for the spaces at a text's end would begin anew at every space before. */
function withoutLastSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\u00A0'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/**
 * Between a text and the label behind it. After a full stop a no-break space, in the label's own small size: by Unicode's line breaking
 * (UAX 14) a line may end between a stop and an opening bracket, and LibreOffice ends it there. After a letter no line ends before a bracket.
 */
function gapBehind(text: string): string {
  let end = text.length;
  while (end > 0 && withoutDirectionMarks(text.charAt(end - 1)) === '') end--;
  if (end === 0) return '';
  return /[\p{L}\p{N}\p{M}\s]$/u.test(text.slice(Math.max(0, end - 2), end)) ? '' : '\u00A0';
}

/** The runs as shown: the one place that says how a paragraph's words and labels follow each other. */
export function displayRuns(runs: readonly Run[], texts: readonly string[] = shownTexts(runs)): DisplayRun[] {
  const shown = runs
    .map((run, i): DisplayRun => {
      const text = texts[i] ?? '';
      if (isRef(run)) return { text, bold: false, italic: false, strike: false, quiet: false, script: null, href: null, refs: run.refs };
      const { bold = false, italic = false, strike = false, quiet = false, script = null, href = null } = run;
      return { text, bold, italic, strike, quiet, script, href, refs: null };
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
  let whole = '';
  let at = 0;
  for (const { start, end } of numberSpans(text)) {
    // A currency's code between two numbers belongs to both.
    const from = Math.max(at, start);
    const number = text
      .slice(from, end)
      .replaceAll(' ', '\u00A0')
      .replace(/[\u2008\u2009]/g, '\u202F');
    whole += text.slice(at, from) + number;
    at = end;
  }
  return whole + text.slice(at);
}

/** Offsets in the shown text at which the author wrote soft hyphens, in order. */
export function softHyphens(runs: readonly Run[], texts: readonly string[] = shownTexts(runs)): number[] {
  const found: number[] = [];
  let at = 0;
  runs.forEach((run, i) => {
    const { length } = texts[i] ?? '';
    if (!isRef(run)) softIn(run.text).forEach((place, before) => found.push(at + Math.min(place - before, length)));
    at += length;
  });
  return found;
}

/** Offsets of the soft hyphens in a run's own text. */
export function softIn(text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf('\u00AD'); at >= 0; at = text.indexOf('\u00AD', at + 1)) places.push(at);
  return places;
}

/** The paragraph's text as shown, labels included. Offsets in `Line` count its UTF-16 units. */
export function runsText(runs: readonly Run[]): string {
  return displayRuns(runs)
    .map((run) => run.text)
    .join('');
}
