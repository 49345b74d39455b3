import sharp, { type Sharp } from 'sharp';
import type { Turn } from '../../src/core/deck/types.ts';

/** Raw pixels, three bytes each. */
export interface Raw {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Pixels by what stands at each place, as `[red, green, blue]`. */
export function raw(width: number, height: number, at: (x: number, y: number) => readonly [number, number, number]): Raw {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.set(at(x, y), (y * width + x) * 3);
  return { data, width, height };
}

/** The four corners: red, green, blue, white, from top left, row by row. */
export const quarters = (width: number, height: number): Raw =>
  raw(width, height, (x, y) =>
    y < height / 2 ? (x < width / 2 ? [255, 0, 0] : [0, 255, 0]) : x < width / 2 ? [0, 0, 255] : [255, 255, 255],
  );

/** Like a photograph: soft forms, and noise as a camera adds it. The same every time. */
export function photo(width: number, height: number): Raw {
  let seed = 1;
  const noise = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (seed / 2_147_483_648 - 0.5) * 12;
  };
  return raw(width, height, (x, y) => {
    const [u, v] = [x / width, y / height];
    const light = 110 + 60 * Math.sin(5 * u + 3 * v) + 40 * Math.cos(9 * v - 2 * u) + noise();
    return [light + 20 * u, light, light - 25 * v].map((n) => Math.max(0, Math.min(255, Math.round(n)))) as [number, number, number];
  });
}

export const image = ({ data, width, height }: Raw): Sharp => sharp(data, { raw: { width, height, channels: 3 } });

/** Where EXIF 2.32 (4.6.4) puts each stored pixel of an upright picture of this size: by row and column as stored. */
const PLACES: Readonly<Record<Turn, (r: number, c: number, w: number, h: number) => readonly [x: number, y: number]>> = {
  1: (r, c) => [c, r],
  2: (r, c, w) => [w - 1 - c, r],
  3: (r, c, w, h) => [w - 1 - c, h - 1 - r],
  4: (r, c, _, h) => [c, h - 1 - r],
  5: (r, c) => [r, c],
  6: (r, c, w) => [w - 1 - r, c],
  7: (r, c, w, h) => [w - 1 - r, h - 1 - c],
  8: (r, c, _, h) => [r, h - 1 - c],
};

/** The picture's pixels as a camera stores them that was held so. */
export function stored({ data, width, height }: Raw, turn: Turn): Raw {
  const [w, h] = turn >= 5 ? [height, width] : [width, height];
  return raw(w, h, (column, row) => {
    const [x, y] = PLACES[turn](row, column, width, height);
    const at = (y * width + x) * 3;
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  });
}

/** A photo as a camera writes it: turned, with where it was taken and by whom. */
export function camera(upright: Raw, turn: Turn): Promise<Buffer> {
  return image(stored(upright, turn))
    .withExif({ IFD0: { Artist: 'SECRETNAME', Orientation: String(turn) }, IFD3: { GPSLatitude: '47/1 3/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: turn })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** The colours in the middle of a picture's four quarters, row by row, each as the letter of what it comes nearest to. */
export async function corners(bytes: Uint8Array): Promise<string> {
  const { data, info } = await sharp(bytes).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const letter = (x: number, y: number): string => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
    const least = Math.min(r, g, b);
    return least > 200 ? 'W' : Math.max(r, g, b) - least < 60 ? '?' : r > g && r > b ? 'R' : g > b ? 'G' : 'B';
  };
  return [letter(0.25, 0.25), letter(0.75, 0.25), letter(0.25, 0.75), letter(0.75, 0.75)].join('');
}

export const svg = (inner: string, attributes = 'width="60" height="40"'): Uint8Array =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`,
  );
