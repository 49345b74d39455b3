import type { LevelStyle } from '../../template/theme/types.ts';
import type { Slice } from '../../base/slice.ts';
import { faceOf, remembered } from './atoms.ts';
import type { Fonts, Passage } from './types.ts';

/** What stands before an item of an ordered list. */
export function numberLabel(number: number): string {
  return `${number}.`;
}

/** Space between a number and its text, in ems. */
const GAP = 0.35;

/** Levels whose hanging space is wide enough for the numbers of ordered lists: a number wider than it would push its first line. */
export function widenNumbers(fonts: Fonts, levels: readonly LevelStyle[], paragraphs: Slice<Passage>): readonly LevelStyle[] {
  const { of } = paragraphs;
  const { ordered } = fonts.cache;
  let isOrdered = ordered.get(of);
  if (isOrdered === undefined) ordered.set(of, (isOrdered = of.some(({ paragraph }) => typeof paragraph.bullet === 'number')));
  if (!isOrdered) return levels;
  return levels.map((level, i) => {
    const more = widestNumber(fonts, level, i, paragraphs) - level.hanging;
    return more > 0 ? widened(fonts, level, Math.ceil(more)) : level;
  });
}

/** Width in points of the widest number that paragraphs of a level have. What is left of a long list asks for it page by page. */
function widestNumber(fonts: Fonts, level: LevelStyle, index: number, { of, start, end }: Slice<Passage>): number {
  const widthAt = (at: number): number => {
    const paragraph = of[at]?.paragraph;
    return paragraph?.level === index && typeof paragraph.bullet === 'number' ? labelWidth(fonts, level, paragraph.bullet) : 0;
  };
  let widest = 0;
  if (end < of.length) for (let at = start; at < end; at++) widest = Math.max(widest, widthAt(at));
  else {
    const toEnd = (): Float64Array => {
      const widths = new Float64Array(of.length);
      for (let at = of.length - 1; at >= 0; at--) widths[at] = Math.max(widths[at + 1] ?? 0, widthAt(at));
      return widths;
    };
    widest = remembered(fonts.cache.numbers, of, level, toEnd)[start] ?? 0;
  }
  return widest;
}

function labelWidth(fonts: Fonts, level: LevelStyle, number: number): number {
  const ems = (): number => faceOf(fonts, level, { bold: false, italic: false }).width(numberLabel(number), true) + GAP;
  return remembered(fonts.cache.labels, level, number, () => ems() * level.size);
}

/** The same level for the same points, since what is measured is remembered by it. */
function widened(fonts: Fonts, level: LevelStyle, more: number): LevelStyle {
  const wider = (): LevelStyle => ({ ...level, indent: level.indent + more, hanging: level.hanging + more });
  return remembered(fonts.cache.widened, level, more, wider);
}
