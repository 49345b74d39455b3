/** A square drawing of one size. */
export interface Drawing {
  /** Pixels. */
  readonly size: number;
  /** Four bytes a pixel, from the top left. */
  readonly rgba: Uint8Array;
  readonly png: Uint8Array;
}

const DIRECTORY = 6;
const ENTRY = 16;
const BITMAP_HEADER = 40;

/** One drawing as Windows keeps small icons: a bottom-up BGRA bitmap of double height, the second half a mask that alpha makes idle. */
function bitmap({ size, rgba }: Drawing): Buffer {
  const mask = Math.ceil(size / 32) * 4 * size;
  const data = Buffer.alloc(BITMAP_HEADER + size * size * 4 + mask);
  data.writeUInt32LE(BITMAP_HEADER, 0);
  data.writeInt32LE(size, 4);
  data.writeInt32LE(size * 2, 8);
  data.writeUInt16LE(1, 12);
  data.writeUInt16LE(32, 14);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = (y * size + x) * 4;
      const [r = 0, g = 0, b = 0, a = 0] = rgba.subarray(from, from + 4);
      data.set([b, g, r, a], BITMAP_HEADER + ((size - 1 - y) * size + x) * 4);
    }
  }
  return data;
}

/** A Windows icon file. Sizes from 256 as PNG, smaller ones as bitmaps, which every reader knows. */
export function ico(drawings: readonly Drawing[]): Buffer {
  const images = drawings.map((drawing) => (drawing.size >= 256 ? Buffer.from(drawing.png) : bitmap(drawing)));
  const head = Buffer.alloc(DIRECTORY + ENTRY * drawings.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(drawings.length, 4);
  let offset = head.byteLength;
  for (const [i, { size }] of drawings.entries()) {
    const at = DIRECTORY + ENTRY * i;
    const length = images[i]?.byteLength ?? 0;
    // a byte holds no 256: it is written 0
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += length;
  }
  return Buffer.concat([head, ...images]);
}

/** Apple's names for PNG entries by pixels; two where a size serves a plain and a Retina icon. */
const APPLE: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** A macOS icon file. Throws for a size that Apple has no name for. */
export function icns(drawings: readonly Drawing[]): Buffer {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32BE(8 + data.byteLength, 4);
    return Buffer.concat([head, data]);
  };
  const chunks = drawings.flatMap(({ size, png }) => {
    const names = APPLE[size];
    if (!names) throw new Error(`no icns entry of ${size} pixels`);
    return names.map((name) => chunk(name, png));
  });
  return chunk('icns', Buffer.concat(chunks));
}
