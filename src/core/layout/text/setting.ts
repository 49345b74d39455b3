import type { Heights } from '../font/types.ts';
import type { Frame, LevelStyle } from '../../template/theme/types.ts';
import type { Line, SceneParagraph } from '../types.ts';
import { firstWhere } from '../../base/search.ts';
import { atomsOf, shownIn } from './atoms.ts';
import { runsText } from './display.ts';
import { breakLines } from './lines.ts';
import { runsIn } from './split.ts';
import type { Atoms, Fonts, MeasuredLine, Passage, SetAt, SetText, SetParagraph, Stretch, LineWidths } from './types.ts';
import { LINE_FILL } from './fill.ts';
import { countLines } from './work.ts';

/** Distances of lines from the box's start edge. */
export interface Indents {
  readonly first: number;
  readonly rest: number;
}

/** A bullet hangs before the indent; where a hanging level shows none, its first line takes the bullet's place, as DrawingML has it. */
export function indentsOf(paragraph: SceneParagraph, level: LevelStyle): Indents {
  if (paragraph.bullet === 'none') return { first: 0, rest: 0 };
  const shown = typeof paragraph.bullet === 'number' || level.bullet !== null;
  return { first: shown ? level.indent : level.indent - level.hanging, rest: level.indent };
}

/** Pitch of a line in points: its fonts' natural height × line spacing × size. LibreOffice leaves a font's line gap out. */
export function lineHeight({ heights }: Pick<MeasuredLine, 'heights'>, level: LevelStyle): number {
  return (heights.ascent + heights.descent) * level.lineSpacing * level.size;
}

/** The same for a renderer that adds the line gap, as Word does and PowerPoint may. */
export function roomyHeight(line: Pick<MeasuredLine, 'heights'>, level: LevelStyle): number {
  return lineHeight(line, level) + line.heights.lineGap * level.lineSpacing * level.size;
}

/**
 * From a line's top to its baseline. Spacing over 1 adds above the line; below 1 LibreOffice lowers the ascent to four fifths of the pitch
 * where it was more (editeng's `CreateLines`). Measured in Carlito, Gelasio and Caladea from 0.8 to 1.3.
 */
export function ascentOf({ heights }: MeasuredLine, level: LevelStyle): number {
  const pitch = (heights.ascent + heights.descent) * level.lineSpacing;
  return (level.lineSpacing < 1 ? Math.min(heights.ascent, pitch * 0.8) : pitch - heights.descent) * level.size;
}

/** The level of a paragraph; a level beyond the last is the last. */
export function levelOf(levels: readonly LevelStyle[], index: number): LevelStyle {
  const level = levels[index] ?? levels.at(-1);
  if (!level) throw new Error('a text style has no levels');
  return level;
}

/** What of a paragraph is set. */
export interface Bounds {
  /** All of it where nothing is said. */
  readonly stretch?: Stretch | null | undefined;
  /** Points. Where it needs more room than this, only the first lines that do are set (`SetParagraph.isCut`). */
  readonly enough?: number;
}

/** So many parts of paragraphs are remembered: what a page asks for twice, it asks for soon. */
const RECENT = 8;

/** Breaks one paragraph into lines, or gives what it gave before. `width` is the box's, in points. */
export function setParagraph(
  fonts: Fonts,
  paragraph: SceneParagraph,
  levels: readonly LevelStyle[],
  width: number,
  { stretch = null, enough = Infinity }: Bounds = {},
): SetParagraph {
  const level = levelOf(levels, paragraph.level);
  const { paragraphs, parts } = fonts.cache;
  const wholes = paragraphs.get(paragraph);
  const whole = stretch ? undefined : wholes?.find((at) => at.width === width && at.set.level === level);
  const known =
    whole ??
    parts.find(
      (at) =>
        at.set.paragraph === paragraph &&
        at.set.level === level &&
        at.width === width &&
        at.enough === enough &&
        at.stretch?.start === stretch?.start &&
        at.stretch?.end === stretch?.end,
    );
  if (known) return known.set;
  const made: SetAt = { width, stretch, enough, set: setOnce(fonts, paragraph, level, width, { stretch, enough }) };
  if (stretch || made.set.isCut) {
    parts.unshift(made);
    if (parts.length > RECENT) parts.pop();
  } else if (wholes) wholes.push(made);
  else paragraphs.set(paragraph, [made]);
  return made.set;
}

/** Behind these a program may end a line in what stands whole here, as a range or a number with its sign does. */
const ENDS_LINES = /[-\u2013\u2014/%](?=\S)/u;

/** How many words were cut between letters though a program may end its lines at other places in them: each may need a line more there. */
function cutOtherwise({ atoms, text }: Pick<Atoms, 'atoms' | 'text'>, lines: readonly MeasuredLine[]): number {
  const cut = lines.flatMap(({ end, divided }) => {
    const atom = divided ? undefined : atoms[firstWhere(atoms.length, (at) => (atoms[at]?.end ?? end) >= end)];
    return atom && atom.start < end && end < atom.end && ENDS_LINES.test(text.slice(atom.start, atom.end)) ? [atom] : [];
  });
  return new Set(cut).size;
}

/** The same for whoever will not ask again. */
export function setOnce(
  fonts: Fonts,
  paragraph: SceneParagraph,
  level: LevelStyle,
  width: number,
  { stretch = null, enough = Infinity }: Bounds = {},
): SetParagraph {
  const indents = indentsOf(paragraph, level);
  const atoms = atomsOf(fonts, paragraph.runs, level);
  const safe = linesWidth(width, indents, LINE_FILL);
  const until = enough === Infinity ? null : { heightOf: (heights: Heights): number => roomyHeight({ heights }, level), enough };
  const safeLines = breakLines(atoms, level, safe, { divisions: 'all', stretch, until });
  const safeRoom = sum(safeLines, level, roomyHeight);
  const isCut = safeRoom > enough;
  // A program is told of the places where words are divided on safe lines, and of no others.
  const places = isCut ? [] : safeLines.flatMap(({ end, divided }) => (divided ? [end] : []));
  // What stands on one line filled less does so on a whole one.
  const isOne = isCut || safeLines.length === 1;
  const lines = isOne ? safeLines : breakLines(atoms, level, linesWidth(width, indents, 1), { divisions: new Set(places), stretch });
  // One that knows no soft hyphens sets a long word on a line of its own and cuts it where that is full.
  const undivided = places.length === 0 ? NO_LINES : breakLines(atoms, level, safe, { stretch });
  const more = isOne ? 0 : cutOtherwise(atoms, safeLines) * Math.max(...safeLines.map((line) => roomyHeight(line, level)));
  countLines(fonts.cache.work, safeLines.length + (isOne ? 0 : lines.length) + undivided.length);
  return {
    paragraph,
    stretch: stretch ?? { start: 0, end: atoms.text.length },
    level,
    spaceBefore: level.spaceBefore,
    safeLines,
    isCut,
    lines: isCut ? NO_LINES : lines,
    height: sum(lines, level, lineHeight),
    room: isOne ? safeRoom : Math.max(sum(lines, level, roomyHeight), safeRoom, sum(undivided, level, roomyHeight)) + more,
  };
}

const NO_LINES: readonly MeasuredLine[] = [];

function sum(lines: readonly MeasuredLine[], level: LevelStyle, heightOf: typeof lineHeight): number {
  let height = 0;
  for (const line of lines) height += heightOf(line, level);
  return height;
}

export function linesWidth(width: number, indents: Indents, fill: number): LineWidths {
  return { first: Math.max(1, (width - indents.first) * fill), rest: Math.max(1, (width - indents.rest) * fill) };
}

/** Breaks paragraphs into lines. No space stands before the first. */
export function setText(fonts: Fonts, paragraphs: readonly SceneParagraph[], levels: readonly LevelStyle[], width: number): SetText {
  return stacked(paragraphs.map((paragraph) => setParagraph(fonts, paragraph, levels, width)));
}

/** The same of passages: each becomes the paragraph that it is in its box. */
export function setPassages(fonts: Fonts, passages: readonly Passage[], levels: readonly LevelStyle[], width: number): SetText {
  return stacked(
    passages.map(({ paragraph, stretch = null }) => standing(fonts, setParagraph(fonts, paragraph, levels, width, { stretch }), width)),
  );
}

/** Paragraphs below each other, as set. */
export function stacked(set: readonly SetParagraph[]): SetText {
  const height = set.reduce((sum, p, i) => sum + p.height + (i > 0 ? p.spaceBefore : 0), 0);
  return { paragraphs: set, height, room: stackedRoom(set) };
}

/** What was set of a paragraph, as the paragraph that it is in its box: with runs of its own, and lines that count from their start. */
export function standing(fonts: Fonts, set: SetParagraph, width: number): SetParagraph {
  const { paragraph, level } = set;
  const { start, end } = set.stretch;
  const shown = shownIn(fonts, paragraph.runs);
  if (start === 0 && end === shown.text.length) return set;
  const own = { ...paragraph, runs: runsIn(shown, set.stretch) };
  // A label that begins a text may be shown otherwise than behind a word.
  if (runsText(own.runs).length !== end - start) return setOnce(fonts, own, level, width);
  const moved = (lines: readonly MeasuredLine[]): MeasuredLine[] =>
    lines.map((line) => ({ ...line, start: line.start - start, end: line.end - start }));
  return { ...set, paragraph: own, stretch: { start: 0, end: end - start }, lines: moved(set.lines), safeLines: moved(set.safeLines) };
}

/** Room for paragraphs below each other. */
export function stackedRoom(paragraphs: readonly SetParagraph[]): number {
  return paragraphs.reduce((sum, p, i) => sum + p.room + (i > 0 ? p.spaceBefore : 0), 0);
}

/** How many of the first `count` safe lines end between words, where a paragraph may go on in another box; all of them where none does. */
export function linesToWordEnd({ safeLines }: SetParagraph, count: number): number {
  return safeLines.slice(0, count).findLastIndex(({ divided }) => divided === undefined) + 1 || count;
}

/** How many of a paragraph's safe lines stand in a height. */
export function linesThatFit(set: SetParagraph, height: number): number {
  let used = 0;
  const over = set.safeLines.findIndex((line) => (used += roomyHeight(line, set.level)) > height);
  return over < 0 ? set.safeLines.length : over;
}

/** Gives every line its place in `inner`, the box without its padding. */
export function placeLines(set: SetText, inner: Frame, anchor: 'top' | 'middle' | 'bottom'): Line[] {
  const free = inner.height - set.height;
  let y = inner.y + (anchor === 'top' ? 0 : anchor === 'middle' ? free / 2 : free);
  const lines: Line[] = [];
  set.paragraphs.forEach((p, index) => {
    if (index > 0) y += p.spaceBefore;
    p.lines.forEach((line, n) => {
      const height = lineHeight(line, p.level);
      lines.push({
        paragraph: index,
        start: line.start,
        end: line.end,
        ...(line.divided === 'hyphen' && { hyphen: true }),
        x: lineX(p, line.width, inner, n === 0),
        width: line.width,
        baseline: y + ascentOf(line, p.level),
        top: y,
        height,
      });
      y += height;
    });
  });
  // As long as it is: a list that grew has room for sixteen more, which every cell of a long table would keep.
  return lines.slice();
}

function lineX(p: SetParagraph, width: number, inner: Frame, isFirst: boolean): number {
  const indents = indentsOf(p.paragraph, p.level);
  const indent = isFirst ? indents.first : indents.rest;
  const free = inner.width - indent - width;
  const align = p.paragraph.align ?? p.level.align;
  const fromStart = indent + (align === 'start' ? 0 : align === 'center' ? free / 2 : free);
  return p.paragraph.direction === 'rtl' ? inner.x + inner.width - fromStart - width : inner.x + fromStart;
}
