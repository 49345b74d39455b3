import { membersOf } from '../../../base/slice.ts';
import type { Origin } from '../../../base/origin.ts';
import type { FiguresLook, LevelStyle } from '../../../template/theme/types.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import { HEIGHT_FILL, LINE_FILL } from '../../../layout/text/fill.ts';
import { scaleLevels } from '../../../layout/text/scale.ts';
import { ascentOf, levelOf, setOnce, stacked } from '../../../layout/text/setting.ts';
import { naturalWidth } from '../../../layout/text/widths.ts';
import type { SceneParagraph } from '../../../layout/types.ts';
import type { SetText } from '../../../layout/text/types.ts';
import type { Stat } from '../types.ts';
import { partsOf } from './parts.ts';
import type { StatsItem } from './types.ts';

/** Words of one figure as paragraphs; null: it has none. */
export interface FigureWords {
  readonly stat: Stat;
  readonly hedge: SceneParagraph | null;
  readonly number: SceneParagraph;
  readonly unit: SceneParagraph | null;
  readonly label: SceneParagraph | null;
}

/** Where hedge and unit stand: on the number's line, or hedges above and units below. */
export interface Lines {
  readonly hedge: 'line' | 'above';
  readonly unit: 'line' | 'below';
}

/** The type of a block's figures, but for the size of its numbers. */
export interface Type {
  readonly value: readonly LevelStyle[];
  readonly label: readonly LevelStyle[];
  readonly look: FiguresLook;
  readonly context: Context;
  readonly scale: number;
}

/** Rather than numbers smaller than this share of their size, hedges and units leave the line, and figures stand fewer across. */
const SMALLER = 2 / 3;
const MOST_ACROSS = 4;
/** Points between a number's top and what stands above it, its bottom and what stands below. */
export const NEAR = 2;
export const LABEL_GAP = 4;
/** Between a rule and what stands below it. */
export const BELOW_RULE = 8;

export function wordsOf(context: Context, stat: Stat): FigureWords {
  const { hedge, number, unit } = partsOf(stat);
  const { value = [], unit: ofUnit = [] } = stat.origins ?? {};
  const words = (text: string | null, origins: readonly Origin[]): SceneParagraph | null =>
    text === null || text === '' ? null : paragraph(context, context.words(text, origins));
  const own = unit === null && stat.unit !== '' ? [...value, ...ofUnit] : value;
  return {
    stat,
    hedge: words(hedge, value),
    number: paragraph(context, context.words(number, own)),
    unit: words(unit, ofUnit),
    label: stat.label.length === 0 ? null : paragraph(context, stat.label),
  };
}

export function typeOf(context: Context, look: FiguresLook, scale: number): Type {
  const levels = (name: string): readonly LevelStyle[] => scaleLevels(context.fonts, styleNamed(context.theme, name).levels, scale);
  return { value: styleNamed(context.theme, look.value).levels, label: levels(look.label), look, context, scale };
}

const withSize = (levels: readonly LevelStyle[], size: number, more: Partial<LevelStyle> = {}): readonly LevelStyle[] =>
  levels.map((level, i) => (i === 0 ? { ...level, ...more, size, spaceBefore: 0 } : level));

/** A unit's size as a share of its hedge's, where it has no style. */
const UNIT = 0.7;

const half = (size: number): number => Math.round(size * 2) / 2;

/** The levels of number, hedge and unit where numbers have a size. */
export function levelsAt(
  { value, label, look, context, scale }: Type,
  size: number,
): Record<'number' | 'hedge' | 'unit', readonly LevelStyle[]> {
  const named = (name: string | null): readonly LevelStyle[] | null =>
    name === null ? null : scaleLevels(context.fonts, styleNamed(context.theme, name).levels, scale);
  const [first, small] = [levelOf(value, 0), levelOf(label, 0)];
  const hedge = Math.max(small.size, half(size * look.hedgeSize));
  return {
    number: withSize(value, size),
    hedge: named(look.hedge) ?? withSize(label, Math.min(size, hedge), { color: first.color, bold: true }),
    unit: named(look.unit) ?? withSize(label, Math.min(size, Math.max(small.size, half(size * look.hedgeSize * UNIT))), { bold: true }),
  };
}

/** Sizes of numbers in points, the largest first: the style's ladder, else steps of an eighth down to its minimum. */
export function sizesOf({ value }: Type): number[] {
  const { size, minimum, steps } = levelOf(value, 0);
  if (steps) return [...steps];
  const sizes: number[] = [];
  for (let next = size; next > minimum; next = Math.min(next - 1, Math.floor(next * 0.94))) sizes.push(next);
  return [...sizes, minimum];
}

/** Where a font is missing, others of its kind are up to so much wider. */
const SLACK = 1.08;

/** Width in points that a line needs so as to stand in any program, with a font that is a little wider, too. */
export function widthOf({ context }: Type, words: SceneParagraph | null, levels: readonly LevelStyle[]): number {
  return words === null ? 0 : (naturalWidth(context.fonts, words, levels) / LINE_FILL) * SLACK + 1;
}

/** Points between the parts of a line. */
export const partGap = (size: number): number => Math.max(4, size * 0.14);

function lineFits(type: Type, figures: readonly FigureWords[], size: number, room: number, lines: Lines): boolean {
  const levels = levelsAt(type, size);
  return figures.every(({ hedge, number, unit }) => {
    const parts = [
      widthOf(type, number, levels.number),
      ...(hedge && lines.hedge === 'line' ? [widthOf(type, hedge, levels.hedge)] : []),
      ...(unit && lines.unit === 'line' ? [widthOf(type, unit, levels.unit)] : []),
    ];
    return parts.reduce((sum, width) => sum + width, partGap(size) * (parts.length - 1)) <= room;
  });
}

/** How all figures of a block stand. */
export interface Arranged {
  readonly across: number;
  readonly lines: Lines;
  /** Points, gutters and padding taken off. */
  readonly column: number;
  readonly inner: number;
  /** Sizes at which every line has room, the largest first; never empty. */
  readonly sizes: readonly number[];
}

const IN_LINE: readonly Lines[] = [
  { hedge: 'line', unit: 'line' },
  { hedge: 'line', unit: 'below' },
  { hedge: 'above', unit: 'below' },
];
const APART: readonly Lines[] = [{ hedge: 'above', unit: 'below' }];

/** Rows of nearly equal length with so many across at most: how many stand in the longest. */
function longest(count: number, most: number): number {
  return Math.ceil(count / Math.max(1, Math.ceil(count / most)));
}

/**
 * How a block's figures stand in a width: as many across and as much on one line as leave numbers two thirds of their size, else what
 * leaves them the largest. Null: a number is wider than its column even at the minimum.
 */
export function arrange(type: Type, figures: readonly FigureWords[], width: number): Arranged | null {
  const { form, gap, padding } = type.look;
  const inLine = form === 'stack' || form === 'band';
  const most = form === 'stack' || form === 'hero' ? 1 : MOST_ACROSS;
  const counts = [...new Set(Array.from({ length: most }, (_, i) => longest(figures.length, most - i)))];
  const all = sizesOf(type);
  const found: Arranged[] = [];
  for (const across of counts) {
    const column = (width - gap * (across - 1)) / across;
    const inner = column - 2 * padding;
    for (const lines of inLine ? IN_LINE : APART) {
      const sizes = inner <= 0 ? [] : all.filter((size) => lineFits(type, figures, size, inner, lines));
      const [largest] = sizes;
      if (largest === undefined) continue;
      const arranged = { across, lines, column, inner, sizes };
      if (largest >= (all[0] ?? 0) * SMALLER) return arranged;
      found.push(arranged);
    }
  }
  return found.reduce<Arranged | null>((best, one) => (best && (best.sizes[0] ?? 0) >= (one.sizes[0] ?? 0) ? best : one), null);
}

export const figuresOf = (context: Context, item: Pick<StatsItem, 'stats'>): FigureWords[] =>
  membersOf(item.stats).map((stat) => wordsOf(context, stat));

export function set({ context }: Type, words: SceneParagraph | null, levels: readonly LevelStyle[], width: number): SetText | null {
  return words === null ? null : stacked([setOnce(context.fonts, words, levelOf(levels, 0), width)]);
}

/** Height of a box that holds this in any program. */
export const boxHeight = (text: SetText | null): number => (text === null ? 0 : text.room / HEIGHT_FILL + 0.5);

/** From a box's top to its first baseline. */
export function ascent(text: SetText): number {
  const [first] = text.paragraphs;
  const line = first?.lines[0];
  return first && line ? ascentOf(line, first.level) : 0;
}
