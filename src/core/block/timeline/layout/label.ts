import type { ColorUse, Frame, LevelStyle } from '../../../template/theme/types.ts';
import type { Run } from '../../../base/text.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import { remembered } from '../../../layout/text/atoms.ts';
import { HEIGHT_FILL, LINE_FILL } from '../../../layout/text/fill.ts';
import { scaleLevels } from '../../../layout/text/scale.ts';
import { levelOf, setOnce, stacked } from '../../../layout/text/setting.ts';
import { naturalWidth, widestWord } from '../../../layout/text/widths.ts';
import type { SetText } from '../../../layout/text/types.ts';
import type { SceneParagraph } from '../../../layout/types.ts';
import type { ShownEvent } from '../types.ts';
import type { DrawnPart } from './types.ts';

/** The type of a drawing's words: dates are of the first level, words of the second. */
export interface LabelType {
  readonly context: Context;
  readonly levels: readonly LevelStyle[];
}

/** At a share of the full size in points, which may be more than 1. */
export function typeAt(context: Context, share: number): LabelType {
  const levelsOf = (style: string): readonly LevelStyle[] => {
    const { levels } = styleNamed(context.theme, style);
    return share > 1
      ? levels.map((level) => remembered(context.fonts.cache.scaled, level, share, () => grown(level, share)))
      : scaleLevels(context.fonts, levels, share);
  };
  const [date] = levelsOf('timelineDate');
  const [text] = levelsOf('timelineText');
  return { context, levels: [...(date ? [date] : []), ...(text ? [text] : [])] };
}

function grown(level: LevelStyle, share: number): LevelStyle {
  const size = Math.round(level.size * share * 2) / 2;
  return { ...level, size, spaceBefore: (level.spaceBefore * size) / level.size };
}

/** The same with dates in another colour. */
export function inColor({ context, levels }: LabelType, color: ColorUse): LabelType {
  return { context, levels: levels.map((level, i) => (i === 0 ? { ...level, color } : level)) };
}

/** An event's date; null where its words begin with it. */
export function dateRuns(context: Context, { dateText, origins }: ShownEvent): readonly Run[] | null {
  return dateText === '' ? null : context.words(dateText, origins);
}

/** A date and, below it, its words; either may be missing. */
export function labelWords({ context }: LabelType, date: readonly Run[] | null, words: readonly Run[] | null): SceneParagraph[] {
  const of = (runs: readonly Run[], level: number): SceneParagraph =>
    remembered(context.timelines.paragraphs, runs, level, () => paragraph(context, runs, { level }));
  return [...(date ? [of(date, 0)] : []), ...(words && words.length > 0 ? [of(words, 1)] : [])];
}

export function setLabel(
  { context: { fonts, timelines }, levels }: LabelType,
  paragraphs: readonly SceneParagraph[],
  width: number,
): SetText {
  return stacked(
    paragraphs.map((p) => {
      const level = levelOf(levels, p.level);
      const set = remembered(timelines.set, p, `${level.size}|${width}`, () => {
        fonts.cache.work.rows++;
        return setOnce(fonts, p, level, width);
      });
      // What differs in colour alone is set alike.
      return set.level === level ? set : { ...set, level };
    }),
  );
}

/** Height of the box that a text needs, in points. */
export const boxHeight = ({ room }: SetText): number => room / HEIGHT_FILL + 0.5;

export const linesOf = ({ paragraphs }: SetText): number => paragraphs.reduce((sum, { lines }) => sum + lines.length, 0);

/** Width of the widest word, of the longest line, and of the date on one line, in points. */
export interface LabelWidths {
  readonly least: number;
  readonly most: number;
  readonly date: number;
}

export function widthsOf({ context: { fonts, timelines }, levels }: LabelType, paragraphs: readonly SceneParagraph[]): LabelWidths {
  const widths = paragraphs.map((p) =>
    remembered(timelines.widths, p, levelOf(levels, p.level).size, () => ({
      least: widestWord(fonts, p, levels) / LINE_FILL + 1,
      most: naturalWidth(fonts, p, levels) / LINE_FILL + 1,
      date: p.level === 0 ? naturalWidth(fonts, p, levels) / LINE_FILL + 1 : 0,
    })),
  );
  const widest = (of: keyof LabelWidths): number => Math.max(0, ...widths.map((own) => own[of]));
  return { least: widest('least'), most: widest('most'), date: widest('date') };
}

/** Words as part of a drawing; `align` replaces that of their style. */
export function wordsPart(
  { levels }: LabelType,
  name: string,
  set: SetText,
  frame: Frame,
  {
    align = null,
    term = 'first',
    style = 'timelineText',
  }: { readonly align?: 'end' | null; readonly term?: true | 'first' | null; readonly style?: string } = {},
): DrawnPart {
  const paragraphs = align === null ? set.paragraphs : set.paragraphs.map((p) => ({ ...p, paragraph: { ...p.paragraph, align } }));
  return { kind: 'words', name, frame, style, levels, set: { ...set, paragraphs }, term };
}
