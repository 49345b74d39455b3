import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readImage } from '../../../src/core/deck/index.ts';

const NAME = { file: 'a.md', src: 'a/b.png' };
const bytes = (...parts: (readonly number[] | string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const u32 = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const chunk = (type: string, data: Uint8Array = new Uint8Array()) => bytes(u32(data.length), type, data, u32(0));
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];
const IHDR = chunk('IHDR', bytes(u32(2), u32(1), [8, 2, 0, 0, 0]));
const IDAT = chunk('IDAT', deflateSync(Buffer.from([0, 1, 2, 3, 4, 5, 6])));
const END = chunk('IEND');

const segment = (marker: number, data: Uint8Array) => bytes([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255], data);
const JFIF = segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]));
const FRAME = segment(0xc0, bytes([8, 0, 3, 0, 4, 1, 1, 0x11, 0]));
const SCAN = bytes(segment(0xda, bytes([1, 1, 0, 0, 63, 0])), [0x12, 0xff, 0x00, 0xd9, 0xff, 0xd0, 0x34]);
const exif = (orientation: number) =>
  segment(0xe1, bytes('Exif\0\0', 'II', [42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0], 'GPS secret'));
const jpeg = (...middle: Uint8Array[]) => bytes([0xff, 0xd8], JFIF, ...middle, FRAME, SCAN, [0xff, 0xd9]);

const text = (image: Uint8Array | undefined) => Buffer.from(image ?? []).toString('latin1');

describe('readImage', () => {
  it('reads a PNG by its content and leaves out text, EXIF, time and what hangs behind it', () => {
    const secret = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'acTL', 'prVt'].map((type) => chunk(type, bytes('secret')));
    const clean = bytes(SIGNATURE, IHDR, IDAT, END);
    const { value } = readImage(bytes(SIGNATURE, IHDR, ...secret, IDAT, END, 'secret'), { ...NAME, src: 'a/wrong.jpg' });
    expect(value).toMatchObject({ type: 'image/png', width: 2, height: 1 });
    expect(text(value?.bytes)).toBe(text(clean));
    expect(value?.hash).toBe(readImage(clean, NAME).value?.hash);
  });

  it('keeps what a PNG’s colours need', () => {
    const kept = ['gAMA', 'sRGB', 'iCCP', 'PLTE', 'tRNS'].map((type) => chunk(type, bytes('x')));
    expect(readImage(bytes(SIGNATURE, IHDR, ...kept, IDAT, END), NAME).value?.bytes.length).toBe(
      bytes(SIGNATURE, IHDR, ...kept, IDAT, END).length,
    );
  });

  it('reads a JPEG and leaves out EXIF, comments and previews behind the end', () => {
    const comment = segment(0xfe, bytes('secret'));
    const { value } = readImage(bytes(jpeg(exif(1), comment), 'secret preview'), NAME);
    expect(value).toMatchObject({ type: 'image/jpeg', width: 4, height: 3 });
    expect(text(value?.bytes)).toBe(text(jpeg()));
  });

  it('keeps all scans of a progressive JPEG, and data that looks like an end', () => {
    const table = segment(0xc4, bytes([0xff, 0xd9, 0xff, 0xd9]));
    const image = bytes([0xff, 0xd8], JFIF, FRAME, SCAN, table, SCAN, [0xff, 0xd9]);
    expect(text(readImage(image, NAME).value?.bytes)).toBe(text(image));
  });

  it('says how a photo is turned, and its size upright', () => {
    const { value } = readImage(jpeg(exif(6)), NAME);
    expect(value).toMatchObject({ type: 'image/jpeg', turn: 6, width: 3, height: 4 });
    expect(text(value?.bytes)).toBe(text(jpeg()));
    expect(value?.hash).not.toBe(readImage(jpeg(exif(8)), NAME).value?.hash);
  });

  it('takes a turn that EXIF cannot mean for none', () => {
    for (const turn of [0, 1, 9, 255]) expect(readImage(jpeg(exif(turn)), NAME).value).not.toHaveProperty('turn');
  });

  it('has a photo in a printer’s four colours made anew', () => {
    const printed = segment(0xc0, bytes([8, 0, 3, 0, 4, 4, 1, 0x11, 0]));
    expect(readImage(bytes([0xff, 0xd8], printed, SCAN, [0xff, 0xd9]), NAME).value).toMatchObject({ turn: 1, width: 4, height: 3 });
  });

  it.each([
    ['an empty file', bytes(), 'missing or empty'],
    ['a text', bytes('Harbour'), 'neither PNG, JPEG, SVG, WebP nor GIF'],
    ['a GIF without a picture', bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0, 0x3b]), 'damaged'],
    ['a WebP cut off', bytes('RIFF', [40, 0, 0, 0], 'WEBPVP8L', [30, 0, 0, 0, 0x2f, 1, 0, 0, 0]), 'damaged'],
    ['a photo of a phone', bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]), 'HEIC'],
    ['an AVIF', bytes([0, 0, 0, 24], 'ftypavif', [0, 0, 0, 0]), 'AVIF'],
    ['a TIFF', bytes('II', [42, 0, 8, 0, 0, 0]), 'TIFF'],
    ['a BMP', bytes('BM', [1, 2, 3, 4]), 'BMP'],
    ['a PDF', bytes('%PDF-1.7'), 'PDF'],
    ['a compressed SVG', bytes([0x1f, 0x8b, 8, 0]), 'SVGZ'],
    ['a PNG cut off', bytes(SIGNATURE, IHDR, IDAT).subarray(0, 50), 'damaged'],
    ['a PNG without data', bytes(SIGNATURE, IHDR, END), 'damaged'],
    ['a PNG without size', bytes(SIGNATURE, chunk('IHDR', bytes(u32(0), u32(1), [8, 2, 0, 0, 0])), IDAT, END), 'damaged'],
    ['a PNG with a chunk of wrong length', bytes(SIGNATURE, IHDR, u32(0xffffffff), 'IDAT', [0, 0, 0, 0]), 'damaged'],
    ['a PNG of huge size', bytes(SIGNATURE, chunk('IHDR', bytes(u32(100_000), u32(1), [8, 2, 0, 0, 0])), IDAT, END), 'too large'],
    ['a PNG of too many pixels', bytes(SIGNATURE, chunk('IHDR', bytes(u32(20_000), u32(20_000), [8, 2, 0, 0, 0])), IDAT, END), 'too large'],
    ['a JPEG cut off', jpeg().subarray(0, 40), 'damaged'],
    ['a JPEG without a scan', bytes([0xff, 0xd8], JFIF, FRAME, [0xff, 0xd9]), 'damaged'],
  ])('refuses %s', (_, image, message) => {
    const { value, problems } = readImage(image, NAME);
    expect(value).toBeNull();
    expect(problems).toMatchObject([{ code: 'article/image-unreadable', place: { file: 'a.md', field: 'a/b.png' } }]);
    expect(problems[0]?.message).toContain(message);
  });
});
