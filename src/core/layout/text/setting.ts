import type { Frame, LevelStyle } from '../../template/theme/types.ts';
import type { Line, SceneParagraph } from '../types.ts';
import type { Run } from '../../base/text.ts';
import { atomsOf, faceKey, pointsOf, remembered } from './atoms.ts';
import { breakLines, widthOf, wordParts, type Divisions } from './lines.ts';
import { numberAround, numberSpans } from './number-spans.ts';
import { plainWords } from './words.ts';
import type { Fonts, Kept, MeasuredLine, SetText, SetParagraph, LineWidths } from './types.ts';
import { LINE_FILL } from './fill.ts';

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
export function lineHeight({ heights }: MeasuredLine, level: LevelStyle): number {
  return (heights.ascent + heights.descent) * level.lineSpacing * level.size;
}

/** The same for a renderer that adds the line gap, as Word does and PowerPoint may. */
export function roomyHeight(line: MeasuredLine, level: LevelStyle): number {
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

/** Breaks one paragraph into lines, or gives what it gave before. `width` is the box's, in points. */
export function setParagraph(fonts: Fonts, paragraph: SceneParagraph, levels: readonly LevelStyle[], width: number): SetParagraph {
  const level = levelOf(levels, paragraph.level);
  const widths = remembered(fonts.cache.paragraphs, paragraph, level, () => new Map<number, SetParagraph>());
  let set = widths.get(width);
  if (!set) widths.set(width, (set = makeParagraph(fonts, paragraph, level, width)));
  return set;
}

function makeParagraph(fonts: Fonts, paragraph: SceneParagraph, level: LevelStyle, width: number): SetParagraph {
  const indents = indentsOf(paragraph, level);
  const { runs } = paragraph;
  const safe = linesWidth(width, indents, LINE_FILL);
  const safeLines = linesOf(fonts, runs, level, safe, 'all');
  // A program is told of the places where words are divided on safe lines, and of no others.
  const places = safeLines.flatMap(({ end, divided }) => (divided ? [end] : []));
  // What stands on one line filled less does so on a whole one.
  const lines = safeLines.length === 1 ? safeLines : linesOf(fonts, runs, level, linesWidth(width, indents, 1), new Set(places));
  // One that knows no soft hyphens sets a long word on a line of its own and cuts it where that is full.
  const undivided = places.length === 0 ? [] : linesOf(fonts, runs, level, safe, null);
  const sum = (list: readonly MeasuredLine[], heightOf: typeof lineHeight): number =>
    list.reduce((h, line) => h + heightOf(line, level), 0);
  const height = sum(lines, lineHeight);
  const room = Math.max(sum(lines, roomyHeight), sum(safeLines, roomyHeight), sum(undivided, roomyHeight));
  return { paragraph, level, spaceBefore: level.spaceBefore, lines, height, safeLines, room };
}

function linesOf(
  fonts: Fonts,
  runs: readonly Run[],
  level: LevelStyle,
  widths: LineWidths,
  divisions: Divisions | null,
): readonly MeasuredLine[] {
  const places = typeof divisions === 'string' || divisions === null ? divisions : [...divisions].join();
  const key = `${faceKey(level)}|${level.size}|${level.letterSpacing}|${widths.first}|${widths.rest}|${places}`;
  return remembered(fonts.cache.lines, runs, key, () => breakLines(atomsOf(fonts, runs, level), level, widths, divisions));
}

function linesWidth(width: number, indents: Indents, fill: number): LineWidths {
  return { first: Math.max(1, (width - indents.first) * fill), rest: Math.max(1, (width - indents.rest) * fill) };
}

/** Breaks paragraphs into lines. No space stands before the first. */
export function setText(fonts: Fonts, paragraphs: readonly SceneParagraph[], levels: readonly LevelStyle[], width: number): SetText {
  const set = paragraphs.map((paragraph) => setParagraph(fonts, paragraph, levels, width));
  const height = set.reduce((sum, p, i) => sum + p.height + (i > 0 ? p.spaceBefore : 0), 0);
  return { paragraphs: set, height, room: stackedRoom(set) };
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
  return lines;
}

function lineX(p: SetParagraph, width: number, inner: Frame, isFirst: boolean): number {
  const indents = indentsOf(p.paragraph, p.level);
  const indent = isFirst ? indents.first : indents.rest;
  const free = inner.width - indent - width;
  const align = p.paragraph.align ?? p.level.align;
  const fromStart = indent + (align === 'start' ? 0 : align === 'center' ? free / 2 : free);
  return p.paragraph.direction === 'rtl' ? inner.x + inner.width - fromStart - width : inner.x + fromStart;
}

/** Width of the longest line that the author's own breaks leave, in points: what a column would like to be. */
export function naturalWidth(fonts: Fonts, paragraph: SceneParagraph, levels: readonly LevelStyle[]): number {
  const level = levelOf(levels, paragraph.level);
  const lines = linesOf(fonts, paragraph.runs, level, { first: Infinity, rest: Infinity }, null);
  return Math.max(0, ...lines.map((line) => line.width)) + indentsOf(paragraph, level).rest;
}

/** Width of the widest stretch that does not break, in points. */
export function widestWord(fonts: Fonts, paragraph: SceneParagraph, levels: readonly LevelStyle[]): number {
  const level = levelOf(levels, paragraph.level);
  const { atoms } = atomsOf(fonts, paragraph.runs, level);
  return Math.max(0, ...atoms.map((atom) => pointsOf(atom.extent, level))) + indentsOf(paragraph, level).rest;
}

/** Width of the widest piece that cannot be cut, in points: a character, a number, or a label with the character before it; as `keep` says. */
export function widestPiece(fonts: Fonts, paragraph: SceneParagraph, levels: readonly LevelStyle[], keep: Kept): number {
  const level = levelOf(levels, paragraph.level);
  const { atoms, cut } = atomsOf(fonts, paragraph.runs, level);
  const pieces = atoms.flatMap((atom) => cut(atom, keep).map((part) => pointsOf(part.extent, level)));
  return Math.max(0, ...pieces) + indentsOf(paragraph, level).rest;
}

/** Width of the widest stretch that does not break once words are divided as they may be, with a hyphen, in points. */
export function widestPart(fonts: Fonts, paragraph: SceneParagraph, levels: readonly LevelStyle[]): number {
  const level = levelOf(levels, paragraph.level);
  const { atoms, parts } = atomsOf(fonts, paragraph.runs, level);
  const whole = atoms.map((atom) => ({ atom, width: pointsOf(atom.extent, level) })).sort((a, b) => b.width - a.width);
  let widest = 0;
  for (const { atom, width } of whole) {
    // Words that are no wider than a part of another need no dividing.
    if (width <= widest) break;
    widest = Math.max(widest, Math.min(width, Math.max(...parts(atom, 'rules').map((part) => widthOf(part, level)))));
  }
  return widest + indentsOf(paragraph, level).rest;
}

/** What must stand on one line: every word; or words that may not be divided by rules. Numbers always. */
export type Undivided = 'words' | 'unruly';

/** The first number or word of paragraphs as set that has no line wide enough for it. */
export function partDivided(fonts: Fonts, { paragraphs }: SetText, width: number, undivided: Undivided): string | null {
  for (const { paragraph, level } of paragraphs) {
    const number = dividedPart(fonts, paragraph, level, width, undivided);
    if (number !== null) return number;
  }
  return null;
}

/** The first number or word that stands on no line of a box of this width in points, so that it would be divided; null where each does. */
export function dividedPart(
  fonts: Fonts,
  paragraph: SceneParagraph,
  level: LevelStyle,
  width: number,
  undivided: Undivided,
): string | null {
  const limit = linesWidth(width, indentsOf(paragraph, level), LINE_FILL).rest;
  const measured = atomsOf(fonts, paragraph.runs, level);
  const { text, atoms, cut, wording, measure } = measured;
  for (const atom of atoms) {
    if (pointsOf(atom.extent, level) <= limit) continue;
    if (undivided === 'unruly' && wordParts(measured, atom, level, limit, 'all')) continue;
    const own = wording().slice(atom.start, atom.end);
    const words = plainWords(own).map(({ start, end }) => ({ start: atom.start + start, end: atom.start + end }));
    // Beside a number, only a word that is too wide by itself: the two may be parted.
    const word = words.find((each) => pointsOf(measure(each), level) > limit) ?? (/\p{N}/u.test(own) ? undefined : words[0]);
    if (word) return text.slice(word.start, word.end);
    const wide = cut(atom, 'numbers').filter((part) => pointsOf(part.extent, level) > limit);
    for (const part of wide) {
      const number = numberAround(numberSpans(text), part.start + 1);
      if (number) return text.slice(number.start, number.end);
    }
  }
  return null;
}
