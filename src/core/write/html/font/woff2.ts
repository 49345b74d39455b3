import { brotliCompressSync, constants } from 'node:zlib';
import type { Sfnt } from './sfnt.ts';

/** Tags that the directory names by number: W3C WOFF File Format 2.0, section 4.1. Those that fonts here have. */
const KNOWN_TAGS = [
  ...[
    'cmap',
    'head',
    'hhea',
    'hmtx',
    'maxp',
    'name',
    'OS/2',
    'post',
    'cvt ',
    'fpgm',
    'glyf',
    'loca',
    'prep',
    'CFF ',
    'VORG',
    'EBDT',
    'EBLC',
  ],
  ...['gasp', 'hdmx', 'kern', 'LTSH', 'PCLT', 'VDMX', 'vhea', 'vmtx', 'BASE', 'GDEF', 'GPOS', 'GSUB'],
];

/** Marks a tag written out. */
const OTHER_TAG = 63;
/** Version 3 of the transform of `glyf` and `loca` is none. */
const UNTRANSFORMED = 3 << 6;
const HEADER = 48;
/** Quality 5 takes two milliseconds and is within 7 % of the best, 11, which takes sixty; 9 takes as long and gains 1 %. */
const QUALITY = 5;

/** UIntBase128: seven bits a byte, the highest first. */
function base128(value: number): number[] {
  const bytes = [value & 127];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 127) | 128);
  return bytes;
}

/** `loca` must come right behind `glyf`. */
function ordered(font: Sfnt): [string, Uint8Array][] {
  const entries = [...font.tables].filter(([tag]) => tag !== 'loca');
  const loca = font.tables.get('loca');
  return loca ? entries.flatMap((entry) => (entry[0] === 'glyf' ? [entry, ['loca', loca] as [string, Uint8Array]] : [entry])) : entries;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

/** The font as a WOFF2 file, its tables as they are. */
export function writeWoff2(font: Sfnt): Uint8Array {
  const tables = ordered(font);
  const directory = tables.flatMap(([tag, bytes]) => {
    const known = KNOWN_TAGS.indexOf(tag);
    const transform = tag === 'glyf' || tag === 'loca' ? UNTRANSFORMED : 0;
    const name = known < 0 ? [OTHER_TAG, ...Buffer.from(tag, 'latin1')] : [known | transform];
    return [...name, ...base128(bytes.byteLength)];
  });
  const data = Buffer.concat(tables.map(([, bytes]) => bytes));
  const compressed = brotliCompressSync(data, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.byteLength,
    },
  });
  const length = padded(HEADER + directory.length + compressed.byteLength);
  const file = Buffer.alloc(length);
  file.write('wOF2', 0, 'latin1');
  file.writeUInt32BE(font.flavor, 4);
  file.writeUInt32BE(length, 8);
  file.writeUInt16BE(tables.length, 12);
  file.writeUInt32BE(12 + tables.reduce((sum, [, bytes]) => sum + 16 + padded(bytes.byteLength), 0), 16);
  file.writeUInt32BE(compressed.byteLength, 20);
  file.writeUInt16BE(1, 24);
  file.set(directory, HEADER);
  file.set(compressed, HEADER + directory.length);
  return file;
}
