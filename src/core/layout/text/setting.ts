import type { Heights } from '../font/types.ts';
import type { Frame, LevelStyle } from '../../template/theme/types.ts';
import type { Line, SceneParagraph } from '../types.ts';
import { atomsOf, pointsOf, shownIn } from './atoms.ts';
import { runsText } from './display.ts';
import { breakLines, widthOf, wordParts } from './lines.ts';
import { numberAround } from './number-spans.ts';
import { runsIn } from './split.ts';
import { plainWords } from './words.ts';
import type { Atom, Fonts, Kept, MeasuredLine, Passage, SetAt, SetText, SetParagraph, Stretch, LineWidths } from './types.ts';
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
    room: isOne ? safeRoom : Math.max(sum(lines, level, roomyHeight), safeRoom, sum(undivided, level, roomyHeight)),
  };
}

const NO_LINES: readonly MeasuredLine[] = [];

function sum(lines: readonly MeasuredLine[], level: LevelStyle, heightOf: typeof lineHeight): number {
  let height = 0;
  for (const line of lines) height += heightOf(line, level);
  return height;
}

function linesWidth(width: number, indents: Indents, fill: number): LineWidths {
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
  const lines = breakLines(atomsOf(fonts, paragraph.runs, level), level, { first: Infinity, rest: Infinity });
  return widest(lines, (line) => line.width) + indentsOf(paragraph, level).rest;
}

/** The most of a list; 0 where it is empty. A call takes only so many arguments as a long text has words. */
function widest<T>(list: readonly T[], widthOf: (one: T) => number): number {
  return list.reduce((most, one) => Math.max(most, widthOf(one)), 0);
}

/** Width of the widest stretch that does not break, in points. */
export function widestWord(fonts: Fonts, paragraph: SceneParagraph, levels: readonly LevelStyle[]): number {
  const level = levelOf(levels, paragraph.level);
  const { atoms } = atomsOf(fonts, paragraph.runs, level);
  return widest(atoms, (atom) => pointsOf(atom.extent, level)) + indentsOf(paragraph, level).rest;
}

/** Width of the widest piece that cannot be cut, in points: a character, a number, or a label with the character before it; as `keep` says. */
export function widestPiece(fonts: Fonts, paragraph: SceneParagraph, levels: readonly LevelStyle[], keep: Kept): number {
  const level = levelOf(levels, paragraph.level);
  const measured = atomsOf(fonts, paragraph.runs, level);
  const pieceOf = (atom: Atom): number => widest(measured.cut(atom, keep), (part) => pointsOf(part.extent, level));
  return widest(measured.atoms, pieceOf) + indentsOf(paragraph, level).rest;
}

/** Width of the widest stretch that does not break once words are divided as they may be, with a hyphen, in points. */
export function widestPart(fonts: Fonts, paragraph: SceneParagraph, levels: readonly LevelStyle[]): number {
  const level = levelOf(levels, paragraph.level);
  const measured = atomsOf(fonts, paragraph.runs, level);
  const whole = measured.atoms.map((atom) => ({ atom, width: pointsOf(atom.extent, level) })).sort((a, b) => b.width - a.width);
  let most = 0;
  for (const { atom, width } of whole) {
    // Words that are no wider than a part of another need no dividing.
    if (width <= most) break;
    most = Math.max(
      most,
      Math.min(
        width,
        widest(measured.parts(atom, 'rules').list, (part) => widthOf(part, level)),
      ),
    );
  }
  return most + indentsOf(paragraph, level).rest;
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
  const { text, atoms } = measured;
  const shown = shownIn(fonts, paragraph.runs);
  for (const atom of atoms) {
    if (pointsOf(atom.extent, level) <= limit) continue;
    if (undivided === 'unruly' && wordParts(measured, atom, level, limit, 'all')) continue;
    const own = shown.wording().slice(atom.start, atom.end);
    const words = plainWords(own).map(({ start, end }) => ({ start: atom.start + start, end: atom.start + end }));
    // Beside a number, only a word that is too wide by itself: the two may be parted.
    const word = words.find((each) => pointsOf(measured.measure(each), level) > limit) ?? (/\p{N}/u.test(own) ? undefined : words[0]);
    if (word) return text.slice(word.start, word.end);
    for (const part of measured.cut(atom, 'numbers')) {
      const number = pointsOf(part.extent, level) > limit ? numberAround(shown.numbers(), part.start + 1) : undefined;
      if (number) return text.slice(number.start, number.end);
    }
  }
  return null;
}
