import type { Frame, LevelStyle } from '../../template/theme/types.ts';
import type { FlowParagraph, ItemLayout, ItemPlace, TextItem } from './types.ts';
import { fixed } from './measure.ts';
import { remembered } from '../text/atoms.ts';
import { scaleLevels } from '../text/scale.ts';
import {
  dividedPart,
  levelOf,
  linesThatFit,
  linesToWordEnd,
  placeLines,
  setParagraph,
  setText,
  stackedRoom,
  type Undivided,
} from '../text/setting.ts';
import type { Run } from '../../base/text.ts';
import { runsText } from '../text/display.ts';
import { splitRuns } from '../text/split.ts';
import { lastSentenceEnd } from '../text/sentences.ts';
import type { TextBox } from '../types.ts';
import { widenNumbers } from '../text/numbers.ts';
import type { Fonts, SetParagraph } from '../text/types.ts';
import { HEIGHT_FILL } from '../text/fill.ts';

/** The item's levels at a share of their size, wide enough for its numbers. */
export function levelsAt(fonts: Fonts, item: TextItem, scale: number): readonly LevelStyle[] {
  const make = (): readonly LevelStyle[] =>
    widenNumbers(
      fonts,
      scaleLevels(fonts, item.levels, scale),
      item.paragraphs.map((p) => p.paragraph),
    );
  return remembered(fonts.cache.levels, item, scale, make);
}

/** Height of the item's text in points; where it is more than `enough`, that of the first paragraphs that are more. */
export function textHeight(fonts: Fonts, item: TextItem, width: number, scale: number, enough = Infinity): number {
  return stackedRoom(firstParagraphs(fonts, item, width, scale, enough));
}

/** The first number, or word that shall stand undivided, that has no line wide enough for it; null where each has one. */
export function textDivides(fonts: Fonts, item: TextItem, width: number, scale: number, undivided: Undivided): string | null {
  const levels = levelsAt(fonts, item, scale);
  for (const { paragraph } of item.paragraphs) {
    const number = dividedPart(fonts, paragraph, levelOf(levels, paragraph.level), width, undivided);
    if (number !== null) return number;
  }
  return null;
}

/** The item's paragraphs, set, up to the one that makes them higher than `enough`: a long list is not measured anew for each of its pages. */
function firstParagraphs(fonts: Fonts, item: TextItem, width: number, scale: number, enough: number): SetParagraph[] {
  const levels = levelsAt(fonts, item, scale);
  const set: SetParagraph[] = [];
  let room = 0;
  for (const { paragraph } of item.paragraphs) {
    const next = setParagraph(fonts, paragraph, levels, width);
    room += next.room + (set.length > 0 ? next.spaceBefore : 0);
    set.push(next);
    if (room > enough) break;
  }
  return set;
}

type TextPlace = Pick<ItemPlace, 'region' | 'placeholder'> & { readonly id: string };

/** The item as a text box. */
export function placeText(fonts: Fonts, item: TextItem, frame: Frame, at: TextPlace, scale: number): TextBox {
  const levels = levelsAt(fonts, item, scale);
  const paragraphs = item.paragraphs.map((p) => p.paragraph);
  const placed = at.placeholder?.frame ?? frame;
  const set = setText(fonts, paragraphs, levels, placed.width);
  const anchor = at.placeholder?.anchor ?? 'top';
  return {
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
    paragraphs,
    lines: placeLines(set, placed, anchor),
    contentHeight: set.height,
  };
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
  const set = firstParagraphs(fonts, item, room.width, scale, room.height);
  let fits = 0;
  while (fits < set.length && stackedRoom(set.slice(0, fits + 1)) <= room.height) fits++;
  const next = set[fits];
  if (next && next.room > room.full) {
    const used = stackedRoom(set.slice(0, fits)) + (fits > 0 ? next.spaceBefore : 0);
    const levels = levelsAt(fonts, item, scale);
    const roomOf = (runs: readonly Run[]): number => setParagraph(fonts, { ...next.paragraph, runs }, levels, room.width).room;
    const cut = cutParagraph(next, room.height - used, room.force && fits === 0, roomOf);
    if (cut !== null) return halves(item, fits, cut);
  }
  const count = politeCount(item.paragraphs, fits);
  if (count > 0 && count < item.paragraphs.length) return halves(item, count, null);
  return null;
}

/** How many paragraphs go on this slide: none that announces the next stays last, no single item goes alone. */
function politeCount(paragraphs: readonly FlowParagraph[], fits: number): number {
  let count = fits;
  const left = paragraphs.length - count;
  if (left === 1 && count >= 3 && paragraphs[count]?.isItem === true && paragraphs[count - 1]?.isItem === true) count--;
  let kept = count;
  while (kept > 0 && paragraphs[kept - 1]?.keepsNext === true) kept--;
  return kept > 0 ? kept : count;
}

/** Offset at which a paragraph divides so that its first part is at most `height` tall, or null. */
function cutParagraph(set: SetParagraph, height: number, force: boolean, roomOf: (runs: readonly Run[]) => number): number | null {
  // The paragraph is too tall, so one safe line at least stays behind, even where only lines of taller fonts are too much.
  const fitting = Math.min(Math.max(force ? 1 : 0, linesThatFit(set, height)), set.safeLines.length - 1);
  const text = runsText(set.paragraph.runs);
  const least = force ? 1 : 2;
  for (let lines = linesToWordEnd(set, fitting); lines >= least; lines--) {
    const end = set.safeLines[lines - 1]?.end ?? 0;
    const sentence = lastSentenceEnd(text, end);
    const cut = sentence > end / 3 ? sentence : end;
    // By itself the first part may break otherwise: other lines then have the tallest fonts, or a word is no longer divided.
    if ((force && lines === least) || roomOf(splitRuns(set.paragraph.runs, cut)[0]) <= height) return cut;
  }
  return null;
}

function halves(item: TextItem, whole: number, cut: number | null): Halves {
  const head = item.paragraphs.slice(0, whole);
  const tail = item.paragraphs.slice(cut === null ? whole : whole + 1);
  const divided = item.paragraphs[whole];
  if (cut !== null && divided) {
    const [before, after] = splitRuns(divided.paragraph.runs, cut);
    head.push({ ...divided, keepsNext: false, paragraph: { ...divided.paragraph, runs: before } });
    tail.unshift({ ...divided, paragraph: { ...divided.paragraph, runs: after } });
  }
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
  place: ({ fonts }, item, frame, at, scale) => [placeText(fonts, item, frame, { ...at, id: at.id() }, scale)],
};
