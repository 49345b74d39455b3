import type { Frame } from '../../../template/theme/types.ts';
import type { Context } from '../../../layout/context.ts';
import { CAPTION_GAP, smallText, type SmallText } from '../../../layout/item/caption.ts';
import type { Need } from '../../../layout/item/measure.ts';
import type { Picture } from '../types.ts';

/** A picture and how it fills its place. */
export interface Shown {
  readonly picture: Picture;
  readonly fit: 'contain' | 'cover';
}

/** A picture smaller than this says nothing. Points. */
const LEAST_HEIGHT = 120;
/** In a narrower column a caption has two words a line; one of two lines may stand there. Points. */
const LEAST_COLUMN = 110;
/** Points between pictures beside each other, and between rows. */
const GUTTER = 20;
const ROW_GAP = 14;
/** Of a picture that is not there. */
const SHAPE = 4 / 3;
const MOST_ROWS = 3;

/** A picture's place in its row, measured from the start of the row. Points. */
interface Cell {
  readonly shown: Shown;
  /** Width by height. */
  readonly aspect: number;
  readonly from: number;
  readonly width: number;
  readonly caption: SmallText | null;
}

interface Row {
  readonly cells: readonly Cell[];
  /** Of the pictures at the full width; what their captions add. */
  readonly natural: number;
  readonly captions: number;
}

/** Divides a list into so many parts, as equal as can be, the longer ones first. */
export function inParts<T>(all: readonly T[], count: number): (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let from = 0; parts.length < count;) {
    const to = from + Math.ceil((all.length - from) / (count - parts.length));
    parts.push(all.slice(from, to));
    from = to;
  }
  return parts;
}

/** Whether all are cut to their places, which then are equal; else each keeps its shape, and those of a row are equally tall. */
function areCut(rows: readonly (readonly Shown[])[]): boolean {
  return rows.flat().every(({ fit }) => fit === 'cover');
}

function setRow(context: Context, row: readonly Shown[], width: number, isCut: boolean): Row {
  const shapes = row.map(({ picture }) => {
    const asset = context.images.get(picture.src);
    return asset ? asset.width / asset.height : SHAPE;
  });
  const sum = shapes.reduce((a, b) => a + b, 0);
  const room = width - GUTTER * (row.length - 1);
  let from = 0;
  const cells = row.map((shown, i): Cell => {
    const aspect = shapes[i] ?? SHAPE;
    const own = isCut ? room / row.length : (room * aspect) / sum;
    const caption = shown.picture.caption ? smallText(context, 'caption', [shown.picture.caption], own) : null;
    const cell = { shown, aspect, from, width: own, caption };
    from += own + GUTTER;
    return cell;
  });
  const captions = Math.max(0, ...cells.map(({ caption }) => (caption ? caption.height + CAPTION_GAP : 0)));
  return { cells, natural: room / sum, captions };
}

function setRows(context: Context, rows: readonly (readonly Shown[])[], width: number): readonly Row[] {
  const isCut = areCut(rows);
  return rows.map((row) => setRow(context, row, width, isCut));
}

/** Whether a caption's column is too narrow for it. */
function isNarrow(rows: readonly Row[]): boolean {
  const needsMore = ({ width, caption }: Cell): boolean => {
    const size = caption?.levels[0]?.size ?? 0;
    return caption !== null && width < LEAST_COLUMN && caption.height > 3 * size;
  };
  return rows.some(({ cells }) => cells.some(needsMore));
}

/** Rows as wide as their height allows, so that pictures keep together where their captions let them; a picture alone leaves its caption the whole width. */
function setWithin(
  context: Context,
  rows: readonly (readonly Shown[])[],
  room: { readonly width: number; readonly height: number },
): readonly Row[] {
  let set = setRows(context, rows, room.width);
  if (areCut(rows) || rows.flat().length === 1) return set;
  // The gaps between pictures are as wide as ever: of very slender ones they would be all that is left.
  const gaps = GUTTER * (Math.max(...rows.map((row) => row.length)) - 1);
  let width = room.width;
  // Narrower captions have more lines, so once is not always enough.
  for (let turn = 0; turn < 4 && scaleOf(set, room.height) < 1; turn++) {
    width = gaps + (width - gaps) * scaleOf(set, room.height);
    const next = setRows(context, rows, width);
    if (isNarrow(next)) break;
    set = next;
  }
  return set;
}

/** What is no picture: captions, and what stands between rows. */
function besides(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.captions, ROW_GAP * (rows.length - 1));
}

export function rowsNeed(context: Context, rows: readonly (readonly Shown[])[], width: number): Need {
  const set = setRows(context, rows, width);
  const rest = besides(set);
  const pictures = set.reduce((sum, row) => sum + row.natural, 0);
  const least = set.reduce((sum, row) => sum + Math.min(LEAST_HEIGHT, row.natural), 0);
  return { min: least + rest, max: areCut(rows) ? Number.MAX_SAFE_INTEGER : pictures + rest, least: least / 4 + rest };
}

/** The rows in which several pictures are largest in a region of this size, three at most; null where they stand better below each other. */
export function bestRows(
  context: Context,
  all: readonly Shown[],
  room: { readonly width: number; readonly height: number },
): readonly (readonly Shown[])[] | null {
  let best: { readonly rows: readonly (readonly Shown[])[]; readonly area: number } | null = null;
  for (let count = 1; count <= Math.min(MOST_ROWS, all.length - 1); count++) {
    const rows = inParts(all, count);
    const set = setWithin(context, rows, room);
    if (isNarrow(set) || rowsNeed(context, rows, room.width).min > room.height) continue;
    const scale = scaleOf(set, room.height);
    const area = set.reduce((sum, { cells, natural }) => sum + cells.reduce((a, { width }) => a + width * natural * scale * scale, 0), 0);
    if (best === null || area > best.area) best = { rows, area };
  }
  return best?.rows ?? null;
}

function scaleOf(rows: readonly Row[], height: number): number {
  const natural = rows.reduce((sum, row) => sum + row.natural, 0);
  return Math.min(1, Math.max(1, height - besides(rows)) / natural);
}

/** A picture with the frame of what is seen of it, and its caption with its own. */
export interface PlacedPicture extends Shown {
  readonly frame: Frame;
  readonly caption: { readonly text: SmallText; readonly frame: Frame } | null;
}

/** Every picture in the order of reading; captions of a row at one height. */
export function placeRows(context: Context, rows: readonly (readonly Shown[])[], frame: Frame): readonly PlacedPicture[] {
  const set = setWithin(context, rows, frame);
  const scale = scaleOf(set, frame.height);
  const share = Math.max(1, frame.height - besides(set)) / set.length;
  const rtl = context.direction === 'rtl';
  const isCut = areCut(rows);
  let y = frame.y;
  return set.flatMap(({ cells, natural, captions }) => {
    const height = isCut ? share : natural * scale;
    const top = y;
    y += height + captions + ROW_GAP;
    return cells.map(({ shown, aspect, from, width, caption }): PlacedPicture => {
      const own = isCut ? width : Math.min(width, height * aspect);
      const at = (wide: number): number => (rtl ? frame.x + frame.width - from - wide : frame.x + from);
      const below = { x: at(width), y: top + height + CAPTION_GAP, width, height: caption?.height ?? 0 };
      return { ...shown, frame: { x: at(own), y: top, width: own, height }, caption: caption && { text: caption, frame: below } };
    });
  });
}
