import type { LevelStyle } from '../../template/theme/types.ts';
import type { SceneParagraph } from '../types.ts';
import { atomsOf, pointsOf, shownIn } from './atoms.ts';
import { LINE_FILL } from './fill.ts';
import { breakLines } from './lines.ts';
import { numberAround } from './number-spans.ts';
import { indentsOf, levelOf, linesWidth } from './setting.ts';
import type { Atom, Fonts, Kept, SetText } from './types.ts';
import { widthOf, wordParts } from './word-parts.ts';
import { plainWords } from './words.ts';

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

/** What must stand on one line: every word; or words that may not be divided by rules. Numbers and single letters always. */
export type Undivided = 'words' | 'unruly';

/** The first number or word of paragraphs as set that has no line wide enough for it. */
export function partDivided(fonts: Fonts, { paragraphs }: SetText, width: number, undivided: Undivided): string | null {
  for (const { paragraph, level } of paragraphs) {
    const number = dividedPart(fonts, paragraph, level, width, undivided);
    if (number !== null) return number;
  }
  return null;
}

/**
 * The first number or word that stands on no line of a box of this width in points, so that it would be divided, or letter that would leave
 * its box, since nothing divides it; null where each has its line.
 */
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
      if (pointsOf(part.extent, level) <= limit) continue;
      const { start, end } = numberAround(shown.numbers(), part.start + 1) ?? part;
      return text.slice(start, end);
    }
  }
  return null;
}
