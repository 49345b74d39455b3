import type { DeckMeta, Slide } from '../../deck/types.ts';
import { problem, type Problem } from '../../base/errors.ts';
import type { Layout, LevelStyle, Region } from '../../template/theme/types.ts';
import { markBetween } from '../../base/bidi.ts';
import { plainText, type Run } from '../../base/text.ts';
import { styleNamed, type Context } from '../context.ts';
import { paragraph } from '../paragraph.ts';
import { runsText } from '../text/display.ts';
import { graphemeOffsets } from '../text/breaks.ts';
import { scaleLevels, scaleSteps, WHOLE_WORDS } from '../text/scale.ts';
import { numberAround, numberSpans } from '../text/number-spans.ts';
import { placeLines, setText } from '../text/setting.ts';
import { partDivided, type Undivided } from '../text/widths.ts';
import { splitRuns } from '../text/split.ts';
import { insetFrame, setBalanced } from '../text/balance.ts';
import type { TextBox } from '../types.ts';
import { HEIGHT_FILL } from '../text/fill.ts';

export interface SetTitle {
  readonly box: TextBox;
  /** The title did not fit and ends in `…`; null: it stands whole. */
  readonly problem: Problem | null;
}

/** Which part of how many a slide is, and how that is said in the deck's language: empty where it is not divided. */
export interface PartNumber {
  readonly part: number;
  readonly parts: number;
  readonly label: string;
}

export const WHOLE: PartNumber = { part: 1, parts: 1, label: '' };

/** `1 of 2`, with no-break spaces: two of them set it apart, and so it is known again (`write/pptx/read/content.ts`). */
export function partNumber({ words }: Pick<DeckMeta, 'words'>, part: number, parts: number): PartNumber {
  if (parts === 1) return WHOLE;
  const said = (words['part'] ?? '{part} / {parts}').replace('{part}', String(part)).replace('{parts}', String(parts));
  return { part, parts, label: `\u00A0\u00A0${said.replaceAll(' ', '\u00A0')}` };
}

/** The whole title in words, with its part. */
export function titleText(slide: Slide, { label }: PartNumber): string {
  return (plainText(slide.title) + label).replace(/\s+/g, ' ');
}

/** The title in its region: at full size if its lines fit, else smaller, at last cut. Null: the layout has no title region. */
export function placeTitle(
  context: Context,
  slide: Slide,
  id: string,
  layout: Layout,
  number: PartNumber,
  slideNumber: number,
): SetTitle | null {
  const region = layout.regions.find((r) => r.type === 'title');
  if (!region) return null;
  const { levels } = styleNamed(context.theme, region.style);
  const words = plainText(slide.title);
  const { label } = number;
  const suffix: Run | null = label === '' ? null : { text: markBetween(words, label, context.direction) + label, quiet: true };
  const runs: readonly Run[] = suffix ? [...slide.title, suffix] : slide.title;
  const sizes = scaleSteps([{ levels: [levels[0], levels[0], levels[0], levels[0], levels[0]] }]).map((step) =>
    scaleLevels(context.fonts, levels, step),
  );
  const fitting = bestTitleSize(context, sizes, runs, region);
  if (fitting) return { box: titleBox(context, runs, fitting, levels, region, id), problem: null };
  const smallest = sizes.at(-1) ?? levels;
  return {
    box: titleBox(context, cutTitle(context, slide.title, suffix, smallest, region), smallest, levels, region, id),
    problem: problem('layout/title-cut', {
      message: 'the title does not fit even at its smallest size, so it is cut; the notes have it whole',
      place: { ...slide.at, slide: { number: slideNumber, title: titleText(slide, number) } },
      allowed: `what fits into ${Math.round(region.frame.width)} × ${Math.round(region.frame.height)} points`,
      received: `${words.length} characters`,
      hint: 'Shorten the heading, or override it in the briefing.',
    }),
  };
}

/** The largest size that fits: with its words whole in type a little smaller, else divided by rules, else whole, else however they come to stand. */
function bestTitleSize(
  context: Context,
  sizes: readonly (readonly LevelStyle[])[],
  runs: readonly Run[],
  region: Region,
): readonly LevelStyle[] | undefined {
  const { width } = region.frame;
  const holds = (size: readonly LevelStyle[], undivided: Undivided): boolean =>
    partDivided(context.fonts, setText(context.fonts, [paragraph(context, runs)], size, width), width, undivided) === null;
  const little = (sizes[0]?.[0]?.size ?? 0) * WHOLE_WORDS;
  const fitting = (is: (size: readonly LevelStyle[]) => boolean): readonly LevelStyle[] | undefined =>
    sizes.find((size) => fits(context, runs, size, region) && is(size));
  return (
    fitting((size) => (size[0]?.size ?? 0) >= little && holds(size, 'words')) ??
    fitting((size) => holds(size, 'unruly')) ??
    fitting(() => true)
  );
}

function fits(context: Context, runs: readonly Run[], levels: readonly LevelStyle[], region: Region): boolean {
  const set = setText(context.fonts, [paragraph(context, runs)], levels, region.frame.width);
  return set.room <= region.frame.height * HEIGHT_FILL;
}

/** The longest beginning that fits with an ellipsis, after a word where one ends in its last fifth; never after a part of a number. */
function cutTitle(context: Context, title: readonly Run[], suffix: Run | null, levels: readonly LevelStyle[], region: Region): Run[] {
  const text = runsText(title);
  const offsets = graphemeOffsets(text);
  const upTo = (offset: number): Run[] => [...splitRuns(title, offset)[0], { text: '…' }, ...(suffix ? [suffix] : [])];
  let [low, high] = [0, offsets.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(context, upTo(offsets[middle] ?? 0), levels, region)) low = middle;
    else high = middle;
  }
  const longest = offsets[low] ?? 0;
  const end = numberAround(numberSpans(text), longest)?.start ?? longest;
  const space = text.lastIndexOf(' ', end);
  return upTo(space > end * 0.8 ? space : end);
}

function titleBox(
  context: Context,
  runs: readonly Run[],
  levels: readonly LevelStyle[],
  full: readonly LevelStyle[],
  region: Region,
  id: string,
): TextBox {
  const { set, inset } = setBalanced(context.fonts, paragraph(context, runs), levels, region.frame.width, context.language);
  return {
    kind: 'text',
    id: `${id}/${region.name}`,
    frame: region.frame,
    region: region.name,
    role: 'title',
    placeholder: true,
    style: region.style,
    levels,
    fitted: levels.some((level, i) => level.size !== full[i]?.size),
    anchor: region.anchor,
    fill: null,
    padding: { x: 0, y: 0 },
    ...(inset && { inset: { ...inset, top: 0 } }),
    paragraphs: set.paragraphs.map((p) => p.paragraph),
    lines: placeLines(set, insetFrame(region.frame, inset), region.anchor),
    contentHeight: set.height,
  };
}
