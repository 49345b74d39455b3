import type { Frame, LevelStyle, Spread } from '../../template/theme/types.ts';
import { divideSlice, eachOf, lengthOf, memberAt, membersOf, type Slice } from '../../base/slice.ts';
import type { FlowParagraph, ItemLayout, ItemPlace, TextItem } from './types.ts';
import { fixed } from './measure.ts';
import { shownIn } from '../text/atoms.ts';
import { scaleLevels } from '../text/scale.ts';
import { levelOf, linesThatFit, linesToWordEnd, placeLines, setParagraph, setPassages, stackedRoom } from '../text/setting.ts';
import { dividedPart, type Undivided } from '../text/widths.ts';
import { originsOf } from '../../base/text.ts';
import { insetFrame, setBalanced } from '../text/balance.ts';
import { evenOut } from '../text/even-out.ts';
import { cutAt } from '../text/split.ts';
import { lastSentenceEnd } from '../text/sentences.ts';
import type { Context } from '../context.ts';
import type { Box, ShapeBox, TextBox } from '../types.ts';
import { spreadText } from '../text/spread.ts';
import { widenNumbers } from '../text/numbers.ts';
import type { Fonts, SetParagraph, SetText, Shown, Stretch } from '../text/types.ts';
import { HEIGHT_FILL } from '../text/fill.ts';

/** The item's levels at a share of their size, wide enough for its numbers. */
export function levelsAt(fonts: Fonts, item: TextItem, scale: number): readonly LevelStyle[] {
  return widenNumbers(fonts, scaleLevels(fonts, item.levels, scale), item.paragraphs);
}

/** Height of the item's text in points; where it is more than `enough`, that of the first paragraphs that are more. */
export function textHeight(fonts: Fonts, item: TextItem, width: number, scale: number, enough = Infinity): number {
  return stackedRoom(firstParagraphs(fonts, item, width, scale, enough));
}

/** The first number, or word that shall stand undivided, that has no line wide enough for it; null where each has one. */
export function textDivides(fonts: Fonts, item: TextItem, width: number, scale: number, undivided: Undivided): string | null {
  const levels = levelsAt(fonts, item, scale);
  for (const { paragraph } of eachOf(item.paragraphs)) {
    const number = dividedPart(fonts, paragraph, levelOf(levels, paragraph.level), width, undivided);
    if (number !== null) return number;
  }
  return null;
}

/**
 * The item's paragraphs, set, up to the one that makes them higher than `enough`, and of one that alone is higher than `full` its first lines
 * alone: what is long is not set anew for each of its pages.
 */
function firstParagraphs(fonts: Fonts, item: TextItem, width: number, scale: number, enough: number, full = enough): SetParagraph[] {
  const levels = levelsAt(fonts, item, scale);
  const set: SetParagraph[] = [];
  let room = 0;
  for (const { paragraph, stretch } of eachOf(item.paragraphs)) {
    const next = setParagraph(fonts, paragraph, levels, width, { stretch, enough: full });
    room += next.room + (set.length > 0 ? next.spaceBefore : 0);
    set.push(next);
    if (room > enough) break;
  }
  return set;
}

type TextPlace = Pick<ItemPlace, 'region' | 'placeholder'> & { readonly id: string; readonly spread?: Spread | undefined };
type Setting = Pick<Context, 'fonts' | 'language' | 'languageOf'>;

/** A text as it stands in a frame. Points. */
interface Standing {
  readonly set: SetText;
  readonly inset: NonNullable<TextBox['inset']> | null;
  readonly anchor: TextBox['anchor'];
  /** Where rules stand, from the frame's top. */
  readonly rules: readonly number[];
}

/** Alone in its box a paragraph may be balanced; several may be spread over their region. */
function standingIn(
  { fonts, language, languageOf }: Setting,
  item: TextItem,
  levels: readonly LevelStyle[],
  frame: Frame,
  at: TextPlace,
): Standing {
  const passages = setPassages(fonts, membersOf(item.paragraphs), levels, frame.width);
  const isBalanced = passages.paragraphs.length === 1 && passages.paragraphs[0]?.level.balance === true;
  const height = frame.height * HEIGHT_FILL;
  const set = isBalanced
    ? passages
    : evenOut(fonts, passages, { levels, width: frame.width, height, languageOf: (runs) => languageOf(originsOf(runs)) });
  const anchor = at.placeholder?.anchor ?? 'top';
  const [first, ...others] = set.paragraphs;
  if (first && others.length === 0) {
    // What is not balanced stands as it was set with the rest of its paragraph: its atoms are not made anew for each slide.
    if (first.level.balance !== true) return { set, inset: null, anchor, rules: [] };
    const { set: own, inset } = setBalanced(fonts, first.paragraph, levels, frame.width, language);
    return { set: own, inset: inset && { ...inset, top: 0 }, anchor, rules: [] };
  }
  const spread = at.spread ? spreadText(set, rowStarts(item), frame, anchor, at.spread) : null;
  if (!spread) return { set, inset: null, anchor, rules: [] };
  return { set: spread.set, inset: spread.top > 0 ? { left: 0, right: 0, top: spread.top } : null, anchor: 'top', rules: spread.rules };
}

/** A row begins with each item of the first level, but not with one that the line before announces. */
function rowStarts({ paragraphs }: TextItem): boolean[] {
  const all = membersOf(paragraphs);
  return all.map(({ paragraph }, i) => paragraph.level === 0 && all[i - 1]?.keepsNext !== true);
}

/** The item as a text box. */
export function placeText(context: Setting, item: TextItem, frame: Frame, at: TextPlace, scale: number): TextBox {
  return placeSpread(context, item, frame, at, scale).box;
}

function placeSpread(
  context: Setting,
  item: TextItem,
  frame: Frame,
  at: TextPlace,
  scale: number,
): { readonly box: TextBox; readonly rules: readonly number[] } {
  const levels = levelsAt(context.fonts, item, scale);
  const placed = at.placeholder?.frame ?? frame;
  const { set, inset, anchor, rules } = standingIn(context, item, levels, placed, at);
  const box: TextBox = {
    kind: 'text',
    id: at.id,
    frame: placed,
    region: at.region,
    role: item.role,
    placeholder: at.placeholder !== null,
    style: item.style,
    levels,
    fitted: levels.some((level, i) => level.size !== item.levels[i]?.size || level.indent !== item.levels[i].indent),
    anchor,
    fill: null,
    padding: { x: 0, y: 0 },
    ...(inset && { inset }),
    paragraphs: set.paragraphs.map((p) => p.paragraph),
    lines: placeLines(set, insetFrame(placed, inset), anchor),
    contentHeight: set.height,
  };
  return { box, rules };
}

/** The item as its text box, and before it the rules between its rows. */
function placeWithRules(context: Setting, item: TextItem, frame: Frame, at: ItemPlace, scale: number): Box[] {
  const spread = at.alone ? at.placeholder?.spread : undefined;
  const id = at.id();
  const { box, rules } = placeSpread(context, item, frame, { spread, ...at, id }, scale);
  const rule = spread?.kind === 'rows' ? spread.rule : null;
  if (rule === null) return [box];
  const { x, y, width } = box.frame;
  const lines = rules.map((top, i): ShapeBox => ({
    kind: 'shape',
    id: `${id}/rule.${i + 1}`,
    frame: { x, y: y + top, width, height: 0 },
    region: at.region,
    shape: 'line',
    fill: null,
    stroke: rule.color,
    strokeWidth: rule.width,
  }));
  return [...lines, box];
}

type Halves = readonly [TextItem, TextItem];

/**
 * Divides the item so that its head fits into `height`: between paragraphs; inside one only where it is taller than `full`, a whole empty region,
 * after a sentence, else after a word. `force`: something must go, since the region is empty. Null: nothing fits.
 */
export function splitText(
  fonts: Fonts,
  item: TextItem,
  room: { readonly width: number; readonly height: number; readonly full: number; readonly force: boolean },
  scale: number,
): Halves | null {
  const set = firstParagraphs(fonts, item, room.width, scale, room.height, room.full);
  let [fits, used] = [0, 0];
  for (const { room: own, spaceBefore } of set) {
    const after = used + own + (fits > 0 ? spaceBefore : 0);
    if (after > room.height) break;
    [fits, used] = [fits + 1, after];
  }
  const next = set[fits];
  if (next && next.room > room.full) {
    const left = room.height - used - (fits > 0 ? next.spaceBefore : 0);
    const levels = levelsAt(fonts, item, scale);
    const roomOf = (stretch: Stretch): number =>
      setParagraph(fonts, next.paragraph, levels, room.width, { stretch, enough: room.full }).room;
    const cut = cutParagraph(shownIn(fonts, next.paragraph.runs), next, left, room.force && fits === 0, roomOf);
    if (cut !== null) return halves(item, fits, { ...cut, of: next.stretch });
  }
  const count = politeCount(item.paragraphs, fits);
  if (count > 0 && count < lengthOf(item.paragraphs)) return halves(item, count, null);
  return null;
}

/** How many paragraphs go on this slide: none that announces the next stays last, no single item goes alone. */
function politeCount(paragraphs: Slice<FlowParagraph>, fits: number): number {
  let count = fits;
  const left = lengthOf(paragraphs) - count;
  const isItem = (index: number): boolean => memberAt(paragraphs, index)?.isItem === true;
  if (left === 1 && count >= 3 && isItem(count) && isItem(count - 1)) count--;
  let kept = count;
  while (kept > 0 && memberAt(paragraphs, kept - 1)?.keepsNext === true) kept--;
  return kept > 0 ? kept : count;
}

type Cut = ReturnType<typeof cutAt>;

/** Where a paragraph divides so that its first part is at most `height` tall, or null. */
function cutParagraph(shown: Shown, set: SetParagraph, height: number, force: boolean, roomOf: (stretch: Stretch) => number): Cut | null {
  // The paragraph is too tall, so one safe line at least stays behind, even where only lines of taller fonts are too much.
  const fitting = Math.min(Math.max(force ? 1 : 0, linesThatFit(set, height)), set.safeLines.length - 1);
  const { start } = set.stretch;
  const least = force ? 1 : 2;
  for (let lines = linesToWordEnd(set, fitting); lines >= least; lines--) {
    const end = set.safeLines[lines - 1]?.end ?? start;
    const sentence = lastSentenceEnd(shown.text, start, end);
    const cut = cutAt(shown, sentence - start > (end - start) / 3 ? sentence : end);
    // By itself the first part may break otherwise: other lines then have the tallest fonts, or a word is no longer divided.
    if ((force && lines === least) || roomOf({ start, end: cut.end }) <= height) return cut;
  }
  return null;
}

function halves(item: TextItem, whole: number, cut: (Cut & { readonly of: Stretch }) | null): Halves {
  const divided = memberAt(item.paragraphs, whole);
  const parts =
    cut && divided
      ? ([
          { ...divided, keepsNext: false, stretch: { start: cut.of.start, end: cut.end } },
          { ...divided, stretch: { start: cut.next, end: cut.of.end } },
        ] as const)
      : null;
  const [head, tail] = divideSlice(item.paragraphs, whole, parts);
  return [
    { ...item, paragraphs: head },
    { ...item, paragraphs: tail },
  ];
}

/** The last share of its box stays free, so that no program shrinks it. */
export const textItem: ItemLayout<TextItem> = {
  styles: 'region',
  need: ({ fonts }, item, width, scale, enough) => fixed(textHeight(fonts, item, width, scale, enough * HEIGHT_FILL) / HEIGHT_FILL),
  partDivided: ({ fonts }, item, width, scale, undivided) => textDivides(fonts, item, width, scale, undivided),
  holds: null,
  split: ({ fonts }, item, room, scale) =>
    splitText(fonts, item, { ...room, height: room.height * HEIGHT_FILL, full: room.full * HEIGHT_FILL }, scale),
  plainForm: () => null,
  place: placeWithRules,
};
