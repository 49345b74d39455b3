import type { Frame, LevelStyle } from '../../template/theme/types.ts';
import type { SceneParagraph } from '../types.ts';
import { add, atomsOf, pointsOf } from './atoms.ts';
import { LINE_FILL } from './fill.ts';
import { breakLines } from './lines.ts';
import { indentsOf, levelOf, linesWidth, setParagraph, setText } from './setting.ts';
import type { Atoms, Fonts, MeasuredLine, SetText } from './types.ts';
import { runsText } from './display.ts';
import { withLastWordsTogether, withWholeMeasures } from './glue.ts';

/** How far the words of a box keep from its sides, in points: what makes every program break its lines at the same places. */
export interface SideInset {
  readonly left: number;
  readonly right: number;
}

/** A width is so much wider than the longest line where it may be: words that a program finds a little wider break alike. */
const SLACK = 1.06;
/** A title that the least difference of width would break otherwise counts as so much less balanced. */
const FRAGILE = { within: 1.025, worse: 0.3 };
const LONELY = 1;
const EPSILON = 0.01;

interface Candidate {
  readonly width: number;
  readonly badness: number;
}

/** A paragraph as it stands alone in its box. */
export interface BalancedText {
  readonly set: SetText;
  readonly inset: SideInset | null;
}

/**
 * A paragraph that stands alone in a box `width` points wide: balanced where its style says so, with numbers and units, and the last two
 * words, kept together where that takes no further line. `language` a BCP 47 tag.
 */
export function setBalanced(
  fonts: Fonts,
  paragraph: SceneParagraph,
  levels: readonly LevelStyle[],
  width: number,
  language: string,
): BalancedText {
  const full = setText(fonts, [paragraph], levels, width);
  const level = levelOf(levels, paragraph.level);
  const count = full.paragraphs[0]?.safeLines.length ?? 1;
  if (level.balance !== true || count < 2) return { set: full, inset: null };
  const { runs } = paragraph;
  const whole = withWholeMeasures(runs, language);
  const tries = [...new Set([whole, runs])].flatMap((own) => [own, withLastWordsTogether(own)]);
  const sets = tries.flatMap((own) => {
    const tried = { ...paragraph, runs: own };
    const narrower = balancedWidth(fonts, tried, levels, width);
    const set = setText(fonts, [tried], levels, narrower);
    const [only] = set.paragraphs;
    if (!only || only.safeLines.length > count || set.room > full.room + EPSILON) return [];
    return [{ set, inset: sideInset(paragraph, level, width - narrower), isLonely: hasLonelyWord(runsText(own), only.lines) }];
  });
  return sets.find(({ isLonely }) => !isLonely) ?? sets[0] ?? { set: full, inset: null };
}

/**
 * The width in points, at most `width`, at which one paragraph has as few lines as it can, as equal as they can be, and no word alone on the
 * last; `width` itself where it stands on one line, or nothing is gained. Lines are counted as a program that fills them less breaks them.
 */
function balancedWidth(fonts: Fonts, paragraph: SceneParagraph, levels: readonly LevelStyle[], width: number): number {
  const full = setParagraph(fonts, paragraph, levels, width);
  const count = full.safeLines.length;
  const isDivided = [...full.safeLines, ...full.lines].some(({ divided }) => divided !== undefined);
  if (count < 2 || isDivided) return width;
  const { level } = full;
  const atoms = atomsOf(fonts, paragraph.runs, level);
  const indents = indentsOf(paragraph, level);
  const inset = Math.max(indents.first, indents.rest);
  const linesAt = (at: number): MeasuredLine[] => breakLines(atoms, level, linesWidth(at, indents, 1));
  const widest = Math.max(...atoms.atoms.map(({ extent }) => pointsOf(extent, level)));

  let best: Candidate = { width, badness: badnessOf(atoms, linesAt(width), Infinity) + EPSILON };
  let at = Math.min(width, Math.max(widest + inset, narrowest(linesAt, count, width)));
  while (at < width) {
    const lines = linesAt(at);
    const longest = Math.max(...lines.map((line) => line.width)) + inset;
    const next = nextWidth(atoms, level, lines) + inset;
    const own = Math.min(width, longest * SLACK, (longest + next) / 2);
    if (lines.length === count && staysAt(fonts, paragraph, levels, own, full.room, lines)) {
      const badness = badnessOf(atoms, lines, next / longest);
      if (badness < best.badness) best = { width: own, badness };
    }
    if (!(next > at)) break;
    at = next + EPSILON;
  }
  return best.width;
}

/** The least width at which there are no more lines than these, to the point. */
function narrowest(linesAt: (width: number) => readonly MeasuredLine[], count: number, width: number): number {
  let [low, high] = [width / (count + 1), width];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (linesAt(middle).length <= count) high = middle;
    else low = middle;
  }
  return high;
}

/** The width at which the first word of some line would stand on the line before. */
function nextWidth({ atoms }: Atoms, level: LevelStyle, lines: readonly MeasuredLine[]): number {
  let least = Infinity;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const last = atoms.findLast(({ end }) => end <= line.end);
    const first = atoms.find(({ start }) => start >= (next?.start ?? Infinity));
    if (last && first && !last.forced) least = Math.min(least, line.width + pointsOf(add(last.gap, first.extent), level));
  });
  return least;
}

/** Whether every program breaks it so: with its lines full and with them filled less. */
function staysAt(
  fonts: Fonts,
  paragraph: SceneParagraph,
  levels: readonly LevelStyle[],
  width: number,
  room: number,
  lines: readonly MeasuredLine[],
): boolean {
  const level = levelOf(levels, paragraph.level);
  const atoms = atomsOf(fonts, paragraph.runs, level);
  const alike = (fill: number): boolean =>
    breakLines(atoms, level, linesWidth(width, indentsOf(paragraph, level), fill)).every((line, i) => line.end === lines[i]?.end);
  return alike(1) && alike(LINE_FILL) && setParagraph(fonts, paragraph, levels, width).room <= room + EPSILON;
}

/** The share by which lines differ, and what is worse than that: a word alone, and lines that hang by a thread. `spare`: how much wider it may get. */
function badnessOf({ text }: Pick<Atoms, 'text'>, lines: readonly MeasuredLine[], spare: number): number {
  const widths = lines.map(({ width }) => width);
  const longest = Math.max(...widths);
  const uneven = longest === 0 ? 0 : widths.reduce((sum, width) => sum + (longest - width), 0) / longest / widths.length;
  return uneven + (spare < FRAGILE.within ? FRAGILE.worse : 0) + (hasLonelyWord(text, lines) ? LONELY : 0);
}

/** Which part of how many, behind a title: no word of it. */
const PART_BEHIND = /\u00A0\u00A0.*$/;

/** Whether one word stands alone on the last of several lines. Where words have no spaces between, none does. */
export function hasLonelyWord(text: string, lines: readonly { readonly start: number; readonly end: number }[]): boolean {
  const last = lines.at(-1);
  if (!last || lines.length < 2) return false;
  const words = text.slice(last.start, last.end).replace(PART_BEHIND, '').trim();
  return /\s/.test(text.slice(0, last.start)) && !/\s/.test(words);
}

/** Where the room of a narrower width is left free, so that lines stand as they are aligned. */
function sideInset(paragraph: SceneParagraph, level: LevelStyle, free: number): SideInset | null {
  if (free < 1) return null;
  const align = paragraph.align ?? level.align;
  if (align === 'center') return { left: free / 2, right: free / 2 };
  return (align === 'start') === (paragraph.direction === 'ltr') ? { left: 0, right: free } : { left: free, right: 0 };
}

/** A frame without what its words keep clear of. */
export function insetFrame(frame: Frame, inset: (SideInset & { readonly top?: number }) | null): Frame {
  if (inset === null) return frame;
  const { left, right, top = 0 } = inset;
  return { x: frame.x + left, y: frame.y + top, width: frame.width - left - right, height: frame.height - top };
}
