import { ExternalHyperlink, InternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import { packageAddress } from '../../base/address.ts';
import { lettersOf } from '../../base/bidi.ts';
import type { Run } from '../../base/text.ts';
import type { Brief, SourcePart } from '../../brief/types.ts';
import { displayRuns, QUIET_SIZE, type DisplayRun } from '../../layout/index.ts';
import { fontOf } from './styles.ts';

type Look = Omit<IRunOptions, 'text' | 'children'>;

/** Words between which a text changes its direction: letters of one, with the spaces and signs between them. */
const STRETCHES = /\p{L}[\p{L}\p{M}]*(?:[^\p{L}]+(?=\p{L})|)/gu;

/**
 * The stretches of a text by the direction of their letters. A run that says of itself that it runs leftwards is set in the font, size and
 * weight of complex scripts. [ECMA-376 part 1, 17.3.2.30.] What has no letters goes with what stands before it.
 */
export function stretchesOf(text: string, direction: Brief['direction']): { readonly text: string; readonly rtl: boolean }[] {
  if (direction === 'ltr' && lettersOf(text) !== 'rtl' && lettersOf(text) !== 'both') return [{ text, rtl: false }];
  const found: { text: string; rtl: boolean }[] = [];
  let at = 0;
  const add = (part: string, rtl: boolean): void => {
    const last = found.at(-1);
    if (part === '') return;
    if (last?.rtl === rtl) last.text += part;
    else found.push({ text: part, rtl });
  };
  for (const { 0: word, index } of text.matchAll(STRETCHES)) {
    add(text.slice(at, index), found.at(-1)?.rtl ?? direction === 'rtl');
    add(word, lettersOf(word) === 'rtl');
    at = index + word.length;
  }
  add(text.slice(at), found.at(-1)?.rtl ?? direction === 'rtl');
  return found;
}

function textRuns(text: string, direction: Brief['direction'], look: Look): TextRun[] {
  return stretchesOf(text, direction).flatMap(({ text: part, rtl }) =>
    part
      .split('\n')
      .map((line, at) => new TextRun({ ...look, ...(rtl && { rightToLeft: true }), ...(at > 0 && { break: 1 }), text: line })),
  );
}

export interface RunContext {
  readonly brief: Brief;
  /** Points: what quiet words are smaller than. */
  readonly size: number;
}

/** `[1, 2]`: each number leads to its source. */
function label({ text, refs }: DisplayRun, { brief }: RunContext): ParagraphChild[] {
  const known = new Set(refs);
  return text.split(/(\d+)/).flatMap((part): ParagraphChild[] => {
    if (part === '') return [];
    const run = new TextRun({ text: part, superScript: true, ...(brief.direction === 'rtl' && { rightToLeft: true }) });
    return known.has(Number(part)) ? [new InternalHyperlink({ anchor: anchorOf(Number(part)), children: [run] })] : [run];
  });
}

/** The bookmark of a source. */
export function anchorOf(number: number): string {
  return `source_${number}`;
}

function shown(run: DisplayRun, context: RunContext): ParagraphChild[] {
  if (run.refs !== null) return label(run, context);
  const { brief, size } = context;
  const link = run.href === null ? null : packageAddress(run.href);
  const look: Look = {
    ...(run.bold && { bold: true }),
    ...(run.italic && { italics: true }),
    ...(run.strike && { strike: true }),
    ...(run.script === 'sub' && { subScript: true }),
    ...(run.script === 'super' && { superScript: true }),
    ...(run.quiet && { size: Math.round(size * QUIET_SIZE * 2), bold: false, font: fontOf(brief, 'body'), color: brief.look.colors.quiet }),
    ...(link !== null && { style: 'Hyperlink' }),
  };
  const children = textRuns(run.text, brief.direction, look);
  return link === null ? children : [new ExternalHyperlink({ link, children })];
}

/** Runs as Word has them: references are raised links to their sources. */
export function runsOf(runs: readonly Run[], context: RunContext): ParagraphChild[] {
  return displayRuns(runs).flatMap((run) => shown(run, context));
}

/** A part of a line of sources. */
export function sourceRuns({ text, href }: SourcePart, { brief }: RunContext): ParagraphChild[] {
  const link = href === undefined ? null : packageAddress(href);
  if (link === null) return textRuns(text, brief.direction, {});
  return [new ExternalHyperlink({ link, children: [new TextRun({ text, style: 'Hyperlink' })] })];
}
