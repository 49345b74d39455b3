import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Random numbers from a seed (mulberry32), so that a run can be done again. */
export interface Dice {
  /** From 0 up to, but not, `below`. */
  readonly roll: (below: number) => number;
  readonly of: <T>(all: readonly T[]) => T;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
  return { roll, of: (all) => all[roll(all.length)] as (typeof all)[number] };
}

/** What breaks readers of many kinds: numbers at their limits, names that objects have, signs of syntax, characters of odd width. */
const TOKENS = [
  ...['0', '-1', '1e999', '4294967296', '9007199254740993', 'NaN', '0x41', '٣', '１２'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'true'],
  ...['{{', '}}', '{{{', '{%', '<!--', '-->', '<![CDATA[', ']]>', '<', '>', '&', '&#0;', '&#x10FFFF;', '&amp;amp;', '"', "'", '`', '\\'],
  ...[':::', '---', '| ', '|---|', '> ', '- ', '1. ', '#', '[^1]', '](', '![', '**', '~~', '$', '^', '¶1', '[¶99999999]'],
  ...[
    '\u0000',
    '\u000b',
    '\u00ad',
    '\u200f',
    '\u202e',
    '\ufeff',
    '\ufffe',
    '\ud800',
    '\u{1f468}\u200d\u{1f469}',
    'e\u0301',
    '\r',
    '\r\n',
    '\n\n',
    '\t',
  ],
  ...[
    '<svg>',
    '<table>',
    '</table>',
    '<html',
    '</body>',
    '<p/>',
    'xmlns=""',
    ' r:id="rId9999"',
    '2023-4.5.6',
    '31.02.2024',
    'lang="bn_BD"',
  ],
] as const;

/** A text changed in one to six places: cut, doubled, moved, filled with tokens, or crossed with another. */
export function mutateText(text: string, { roll, of }: Dice, others: readonly string[]): string {
  let result = text;
  for (let turns = 1 + roll(6); turns > 0; turns--) {
    const at = roll(result.length + 1);
    const to = Math.min(result.length, at + 1 + roll(of([3, 30, 300])));
    const part = result.slice(at, to);
    const [before, after] = [result.slice(0, at), result.slice(to)];
    switch (roll(8)) {
      case 0:
        result = before + after;
        break;
      case 1:
        result = before + part.repeat(2 + roll(of([2, 20, 400]))) + after;
        break;
      case 2:
      case 3:
        result = before + of(TOKENS) + part + after;
        break;
      case 4:
        result = before + of(TOKENS) + after;
        break;
      case 5:
        result = after + part + before;
        break;
      case 6: {
        const other = of(others);
        const from = roll(other.length + 1);
        result = before + other.slice(from, from + 1 + roll(300)) + after;
        break;
      }
      default:
        result = before + String.fromCharCode(roll(of([128, 0x3000, 0xffff]))) + part.slice(1) + after;
    }
  }
  return result.slice(0, 400_000);
}

/** Bytes changed in one to eight places. */
export function mutateBytes(bytes: Uint8Array, { roll, of }: Dice): Uint8Array {
  let result = bytes;
  for (let turns = 1 + roll(8); turns > 0; turns--) {
    const at = roll(result.length);
    const length = 1 + roll(of([1, 8, 200]));
    switch (roll(5)) {
      case 0:
        result = Uint8Array.from([...result.subarray(0, at), ...result.subarray(at + length)]);
        break;
      case 1:
        result = result.slice(0, at);
        break;
      case 2:
        result = Uint8Array.from([...result.subarray(0, at), ...result.subarray(at, at + length), ...result.subarray(at)]);
        break;
      default:
        result = result.slice();
        for (let i = at; i < Math.min(result.length, at + length); i++) result[i] = of([0, 1, 0x7f, 0x80, 0xff, roll(256)]);
    }
    if (result.length === 0) return result;
  }
  return result;
}

/** A zip with some of its parts changed as texts, one gone or doubled; or its bytes changed as they are. */
export function mutateZip(bytes: Uint8Array, random: Dice): Uint8Array {
  const { roll, of } = random;
  if (roll(8) === 0) return mutateBytes(bytes, random);
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(bytes)));
  const names = [...parts.keys()];
  const texts = names.filter((name) => /\.(?:xml|rels|ya?ml|hbs|md)$/.test(name));
  const others = texts.slice(0, 5).map((name) => strFromU8(parts.get(name) ?? new Uint8Array()));
  for (let turns = 1 + roll(3); turns > 0; turns--) {
    const name = of(roll(6) === 0 ? names : texts);
    const part = parts.get(name);
    if (part === undefined) continue;
    if (roll(10) === 0) parts.delete(name);
    else parts.set(name, texts.includes(name) ? strToU8(mutateText(strFromU8(part), random, others)) : mutateBytes(part, random));
  }
  return zipSync(Object.fromEntries(parts), { level: 0, mtime: '2000-01-01T12:00:00' });
}
