import { view } from './sfnt.ts';

/** A glyph that takes the place of others once all of these are there. OpenType 1.9, GSUB. */
interface Substitution {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const SINGLE = 1;
const MULTIPLE = 2;
const ALTERNATE = 3;
const LIGATURE = 4;
const EXTENSION = 7;

/** Glyphs of a coverage table, in its order. */
export function coverage(data: DataView, at: number): number[] {
  const count = data.getUint16(at + 2);
  if (data.getUint16(at) === 1) return Array.from({ length: count }, (_, i) => data.getUint16(at + 4 + 2 * i));
  return Array.from({ length: count }, (_, i) => at + 4 + 6 * i).flatMap((range) => {
    const [first, last] = [data.getUint16(range), data.getUint16(range + 2)];
    return Array.from({ length: last - first + 1 }, (_, k) => first + k);
  });
}

export function numbers(data: DataView, at: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => data.getUint16(at + 2 * i));
}

function subtable(data: DataView, at: number, type: number): Substitution[] {
  if (type === EXTENSION) return subtable(data, at + data.getUint32(at + 4), data.getUint16(at + 2));
  if (type < SINGLE || type > LIGATURE) return [];
  const covered = coverage(data, at + data.getUint16(at + 2));
  if (type === SINGLE && data.getUint16(at) === 1) {
    const delta = data.getInt16(at + 4);
    return covered.map((glyph) => ({ from: [glyph], to: [(glyph + delta) & 0xffff] }));
  }
  const entry = (i: number): number => data.getUint16(at + 6 + 2 * i);
  return covered.flatMap((glyph, i): Substitution[] => {
    switch (type) {
      case SINGLE:
        return [{ from: [glyph], to: [entry(i)] }];
      case MULTIPLE:
      case ALTERNATE: {
        const set = at + entry(i);
        return [{ from: [glyph], to: numbers(data, set + 2, data.getUint16(set)) }];
      }
      default: {
        const set = at + entry(i);
        return numbers(data, set + 2, data.getUint16(set)).map((offset) => {
          const ligature = set + offset;
          const rest = numbers(data, ligature + 4, data.getUint16(ligature + 2) - 1);
          return { from: [glyph, ...rest], to: [data.getUint16(ligature)] };
        });
      }
    }
  });
}

/** All substitutions that do not depend on context: those that do name these. */
export function substitutions(gsub: Uint8Array): Substitution[] {
  const data = view(gsub);
  const list = data.getUint16(8);
  return numbers(data, list + 2, data.getUint16(list)).flatMap((offset) => {
    const lookup = list + offset;
    const type = data.getUint16(lookup);
    return numbers(data, lookup + 6, data.getUint16(lookup + 4)).flatMap((sub) => subtable(data, lookup + sub, type));
  });
}

/** Adds every glyph that substitution can make of those that are kept. */
export function addSubstitutes(kept: Set<number>, all: readonly Substitution[]): void {
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const { from, to } of all) {
      if (from.every((glyph) => kept.has(glyph))) for (const glyph of to) kept.add(glyph);
    }
  }
}
