import { view } from './sfnt.ts';

/*
 * The transform of `glyf` and `loca`: W3C WOFF File Format 2.0, sections 5.1 and 5.2. Outlines are taken apart into streams of like values,
 * which compress better, and `loca` and most bounding boxes are left for the reader to work out.
 */

const ON_CURVE = 0x01;
const SHORT_X = 0x02;
const SHORT_Y = 0x04;
const REPEAT = 0x08;
const SAME_X = 0x10;
const SAME_Y = 0x20;
const OVERLAP = 0x40;

/** 255UInt16: small numbers in one byte, those below 762 in two. */
function shortNumber(value: number): number[] {
  if (value < 253) return [value];
  if (value < 506) return [255, value - 253];
  if (value < 762) return [254, value - 506];
  return [253, value >> 8, value & 255];
}

/** A point as its distance from the one before: the flag, and the bytes that follow from it (table of section 5.2). */
function triplet(dx: number, dy: number, isOnCurve: boolean): { readonly flag: number; readonly bytes: readonly number[] } {
  const off = isOnCurve ? 0 : 128;
  const [x, y] = [Math.abs(dx), Math.abs(dy)];
  const [signX, signY] = [dx < 0 ? 0 : 1, dy < 0 ? 0 : 1];
  const signs = signX + 2 * signY;
  if (x === 0 && y < 1280) return { flag: off + ((y & 0xf00) >> 7) + signY, bytes: [y & 255] };
  if (y === 0 && x < 1280) return { flag: off + 10 + ((x & 0xf00) >> 7) + signX, bytes: [x & 255] };
  if (x < 65 && y < 65) {
    const flag = off + 20 + ((x - 1) & 0x30) + (((y - 1) & 0x30) >> 2) + signs;
    return { flag, bytes: [(((x - 1) & 15) << 4) | ((y - 1) & 15)] };
  }
  if (x < 769 && y < 769) {
    const flag = off + 84 + 12 * (((x - 1) & 0x300) >> 8) + (((y - 1) & 0x300) >> 6) + signs;
    return { flag, bytes: [(x - 1) & 255, (y - 1) & 255] };
  }
  if (x < 4096 && y < 4096) return { flag: off + 120 + signs, bytes: [x >> 4, ((x & 15) << 4) | (y >> 8), y & 255] };
  return { flag: off + 124 + signs, bytes: [x >> 8, x & 255, y >> 8, y & 255] };
}

interface Point {
  readonly dx: number;
  readonly dy: number;
  readonly isOnCurve: boolean;
}

/** A simple outline's points, from its flags and coordinates. */
function pointsOf(data: DataView, start: number, count: number): { readonly points: Point[]; readonly overlaps: boolean } {
  let at = start;
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = data.getUint8(at);
    const times = flag & REPEAT ? data.getUint8(at + 1) : 0;
    at += flag & REPEAT ? 2 : 1;
    for (let i = 0; i <= times; i += 1) flags.push(flag);
  }
  const distances = (short: number, same: number): number[] =>
    flags.map((flag) => {
      if (flag & short) {
        at += 1;
        return data.getUint8(at - 1) * (flag & same ? 1 : -1);
      }
      if (flag & same) return 0;
      at += 2;
      return data.getInt16(at - 2);
    });
  const [xs, ys] = [distances(SHORT_X, SAME_X), distances(SHORT_Y, SAME_Y)];
  const points = flags.map((flag, i) => ({ dx: xs[i] ?? 0, dy: ys[i] ?? 0, isOnCurve: (flag & ON_CURVE) !== 0 }));
  return { points, overlaps: ((flags[0] ?? 0) & OVERLAP) !== 0 };
}

/** The edges of all points, as a reader works them out. */
function edges(points: readonly Point[]): readonly number[] {
  let [x, y] = [0, 0];
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { dx, dy } of points) {
    x += dx;
    y += dy;
    [left, bottom, right, top] = [Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y)];
  }
  return [left, bottom, right, top];
}

const INSTRUCTED = 0x0100;

class Streams {
  readonly contours: number[] = [];
  readonly points: number[] = [];
  readonly flags: number[] = [];
  readonly glyphs: number[] = [];
  readonly composites: number[] = [];
  readonly boxes: number[] = [];
  readonly instructions: number[] = [];

  add(outline: Uint8Array, place: (list: 'box' | 'overlap') => void): void {
    const data = view(outline);
    // Some fonts give an empty outline a head; a reader refuses a font in which that has a box.
    const count = outline.byteLength === 0 ? 0 : data.getInt16(0);
    if (count === 0) {
      this.contours.push(0, 0);
      return;
    }
    this.contours.push(outline[0] ?? 0, outline[1] ?? 0);
    if (count < 0) {
      place('box');
      this.boxes.push(...outline.subarray(2, 10));
      this.composite(outline);
      return;
    }
    const ends = Array.from({ length: count }, (_, i) => data.getUint16(10 + 2 * i));
    ends.forEach((end, i) => this.points.push(...shortNumber(end - (ends[i - 1] ?? -1))));
    const length = data.getUint16(10 + 2 * count);
    const from = 12 + 2 * count;
    const { points, overlaps } = pointsOf(data, from + length, (ends.at(-1) ?? -1) + 1);
    for (const { dx, dy, isOnCurve } of points) {
      const { flag, bytes } = triplet(dx, dy, isOnCurve);
      this.flags.push(flag);
      this.glyphs.push(...bytes);
    }
    this.instruct(outline.subarray(from, from + length));
    if (overlaps) place('overlap');
    if (edges(points).some((edge, i) => edge !== data.getInt16(2 + 2 * i))) {
      place('box');
      this.boxes.push(...outline.subarray(2, 10));
    }
  }

  private instruct(instructions: Uint8Array): void {
    this.glyphs.push(...shortNumber(instructions.byteLength));
    this.instructions.push(...instructions);
  }

  /** Its parts as they are, and instructions behind them apart. */
  private composite(outline: Uint8Array): void {
    const data = view(outline);
    const { end, isInstructed } = partsEnd(data);
    this.composites.push(...outline.subarray(10, end));
    if (isInstructed) this.instruct(outline.subarray(end + 2, end + 2 + data.getUint16(end)));
  }
}

/** Where the parts of a composite glyph end. */
function partsEnd(data: DataView): { readonly end: number; readonly isInstructed: boolean } {
  let at = 10;
  let isInstructed = false;
  for (let isMore = true; isMore;) {
    const flags = data.getUint16(at);
    isMore = (flags & 0x20) !== 0;
    isInstructed ||= (flags & INSTRUCTED) !== 0;
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 0x80 ? 8 : flags & 0x40 ? 4 : flags & 8 ? 2 : 0);
  }
  return { end: at, isInstructed };
}

/** `glyf` with `loca` in it, from each glyph's outline; `format` is what `head` says of `loca`. */
export function transformedGlyf(outlines: readonly Uint8Array[], format: number): Uint8Array {
  const streams = new Streams();
  const bits = { box: new Uint8Array(4 * Math.ceil(outlines.length / 32)), overlap: new Uint8Array(4 * Math.ceil(outlines.length / 32)) };
  outlines.forEach((outline, glyph) => {
    streams.add(outline, (list) => {
      bits[list][glyph >> 3] = (bits[list][glyph >> 3] ?? 0) | (0x80 >> (glyph & 7));
    });
  });
  const hasOverlaps = bits.overlap.some((byte) => byte !== 0);
  const parts = [
    streams.contours,
    streams.points,
    streams.flags,
    streams.glyphs,
    streams.composites,
    [...bits.box, ...streams.boxes],
    streams.instructions,
  ];
  const head = new Uint8Array(8 + 4 * parts.length);
  const data = view(head);
  data.setUint16(2, hasOverlaps ? 1 : 0);
  data.setUint16(4, outlines.length);
  data.setUint16(6, format);
  parts.forEach((part, i) => data.setUint32(8 + 4 * i, part.length));
  return Buffer.concat([head, ...parts.map((part) => Uint8Array.from(part)), ...(hasOverlaps ? [bits.overlap] : [])]);
}
