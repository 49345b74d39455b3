import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { imageJob, readImage } from '../../src/core/deck/index.ts';
import { unwrap, type Outcome } from '../../src/core/base/errors.ts';
import type { ImageAsset, PictureQuality, Turn } from '../../src/core/deck/types.ts';
import { openPictures, rememberPictures, type Pictures } from '../../src/workspace/pictures/index.ts';
import { camera, corners, image, photo, quarters, raw, svg } from '../support/pictures.ts';

const NAME = { file: 'a.md', src: 'a.png' };

interface Shown {
  readonly width?: number;
  readonly quality?: PictureQuality;
  readonly pictures?: Pictures;
}

/** What a deck stores of a file that is shown this wide, in CSS pixels. */
async function made(
  bytes: Uint8Array,
  { width = 300, quality = 'screen', pictures = openPictures() }: Shown = {},
): Promise<Outcome<ImageAsset>> {
  const read = readImage(bytes, NAME);
  if (!read.value) return { value: null, problems: read.problems };
  const job = imageJob(read.value, { width, height: (width * read.value.height) / read.value.width }, quality);
  if (job === null) return { value: read.value as ImageAsset, problems: read.problems };
  const outcome = await pictures.make(job, NAME);
  return { value: outcome.value, problems: [...read.problems, ...outcome.problems] };
}

const stored = async (bytes: Uint8Array, shown?: Shown): Promise<ImageAsset> => unwrap(await made(bytes, shown));
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a photo', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
    'stands upright that EXIF says is turned by %i, and says nothing of where it was taken',
    async (turn: Turn) => {
      const bytes = await camera(quarters(96, 64), turn);
      expect(latin(bytes)).toContain('SECRETNAME');
      const asset = await stored(bytes);
      expect(asset).toMatchObject({ type: 'image/jpeg', width: 96, height: 64 });
      expect(await corners(asset.bytes)).toBe('RGBW');
      expect(latin(asset.bytes)).not.toMatch(/SECRETNAME|Exif|http:\/\/ns\.adobe/);
      expect((await sharp(asset.bytes).metadata()).exif).toBeUndefined();
    },
  );

  it('is stored at twice the size shown, up to a multiple of 64, and is never made larger', async () => {
    const bytes = await image(photo(1500, 1000)).jpeg({ quality: 95 }).toBuffer();
    expect(await stored(bytes, { width: 300 })).toMatchObject({ type: 'image/jpeg', width: 640, height: 427 });
    expect(await stored(bytes, { width: 320 })).toMatchObject({ width: 640 });
    expect(await stored(bytes, { width: 300, quality: 'print' })).toMatchObject({ width: 960, height: 640 });
    for (const quality of ['screen', 'print', 'original'] as const) {
      expect(await stored(bytes, { width: 5000, quality }), quality).toMatchObject({ width: 1500, height: 1000 });
    }
  });

  it('that is small enough stays as it was, byte for byte', async () => {
    const bytes = await image(photo(600, 400)).jpeg({ quality: 80 }).toBuffer();
    const clean = unwrap(readImage(bytes, NAME)).bytes;
    expect(latin((await stored(bytes)).bytes)).toBe(latin(clean));
    expect(latin((await stored(bytes, { quality: 'original', width: 10 })).bytes)).toBe(latin(clean));
  });

  it('as PNG becomes a JPEG', async () => {
    const bytes = await image(photo(1200, 800)).png().toBuffer();
    const asset = await stored(bytes, { width: 600 });
    expect(asset).toMatchObject({ type: 'image/jpeg', width: 1200, height: 800 });
    expect(asset.bytes.length).toBeLessThan(bytes.length / 4);
  });

  it.each([
    ['progressive', () => image(quarters(96, 64)).jpeg({ progressive: true })],
    ['in a printer’s colours', () => image(quarters(96, 64)).toColourspace('cmyk').jpeg({ quality: 95 })],
  ])('may be %s', async (_, write) => {
    const asset = await stored(await write().toBuffer());
    expect(await corners(asset.bytes)).toBe('RGBW');
    expect((await sharp(asset.bytes).metadata()).channels).toBe(3);
  });

  it('may be grey, and one pixel', async () => {
    const grey = await image(photo(900, 600)).greyscale().jpeg({ quality: 100 }).toBuffer();
    expect(await stored(grey, { width: 100 })).toMatchObject({ type: 'image/jpeg', width: 256, height: 171 });
    const pixel = await image(raw(1, 1, () => [1, 2, 3]))
      .png()
      .toBuffer();
    expect(await stored(pixel)).toMatchObject({ type: 'image/png', width: 1, height: 1 });
  });
});

describe('what is drawn', () => {
  const chart = raw(2000, 1000, (x, y) => (x % 100 < 60 && y > (x * 7) % 900 ? [20, 80, 160] : [255, 255, 255]));

  it('stays PNG when it is scaled', async () => {
    const bytes = await image(chart).png().toBuffer();
    expect(await stored(bytes, { width: 300, quality: 'screen' })).toMatchObject({ type: 'image/png' });
  });

  it('keeps its pixels where fewer of them would be more bytes', async () => {
    const bytes = await image(chart).png({ palette: true }).toBuffer();
    const asset = await stored(bytes, { width: 900 });
    expect(latin(asset.bytes)).toBe(latin(unwrap(readImage(bytes, NAME)).bytes));
  });

  it('keeps what one sees through, at sixteen bits too', async () => {
    const clear = image(photo(900, 600)).ensureAlpha(0.4);
    for (const bytes of [
      await clear.clone().png().toBuffer(),
      await clear.clone().toColourspace('rgb16').png().toBuffer(),
      await clear.clone().webp().toBuffer(),
    ]) {
      const asset = await stored(bytes, { width: 50 });
      const { hasAlpha, format, width } = await sharp(asset.bytes).metadata();
      expect([hasAlpha, format]).toEqual([true, 'png']);
      expect(width).toBe(128);
    }
  });
});

describe('another form', () => {
  it.each(['lossless', 'lossy'])('WebP, %s, becomes what a deck takes', async (kind) => {
    const bytes = await image(quarters(96, 64))
      .webp({ lossless: kind === 'lossless', quality: 90 })
      .toBuffer();
    const asset = await stored(bytes);
    expect(asset).toMatchObject({ width: 96, height: 64, type: 'image/png' });
    expect(await corners(asset.bytes)).toBe('RGBW');
    expect((await stored(await image(photo(640, 400)).webp({ quality: 98 }).toBuffer())).type).toBe('image/jpeg');
  });

  it('WebP is turned as EXIF says', async () => {
    const bytes = await image(quarters(96, 64)).webp({ lossless: true }).withMetadata({ orientation: 3 }).toBuffer();
    const asset = await stored(bytes);
    expect(await corners(asset.bytes)).toBe('WBGR');
  });

  it.each(['gif', 'webp'] as const)('of an animated %s the first picture is shown, and said to be', async (form) => {
    const frames = [
      await image(quarters(96, 64)).png().toBuffer(),
      await image(raw(96, 64, () => [0, 0, 0]))
        .png()
        .toBuffer(),
    ];
    const joined = sharp(frames, { join: { animated: true } });
    const { value, problems } = await made(await (form === 'gif' ? joined.gif() : joined.webp({ lossless: true })).toBuffer());
    expect(problems).toMatchObject([{ code: 'article/image-changed', severity: 'warning', place: { file: 'a.md', field: 'a.png' } }]);
    expect(value).toMatchObject({ type: 'image/png', width: 96, height: 64 });
    expect(await corners(unwrap({ value, problems: [] }).bytes)).toBe('RGBW');
  });

  it('SVG is kept beside the pixels drawn of it', async () => {
    const bytes = svg(
      '<rect width="30" height="20" fill="#f00"/><rect x="30" width="30" height="20" fill="#0f0"/><rect y="20" width="30" height="20" fill="#00f"/><rect x="30" y="20" width="30" height="20" fill="#fff"/>',
    );
    const asset = await stored(bytes, { width: 300 });
    expect(asset).toMatchObject({ type: 'image/png', width: 640, height: 427 });
    expect(await corners(asset.bytes)).toBe('RGBW');
    expect(latin(asset.drawing?.bytes ?? new Uint8Array())).toContain('fill="#0f0"');
    // Its pixels are for those who cannot draw it: even of its “original” there are only as many as paper needs.
    expect((await stored(bytes, { width: 300, quality: 'original' })).width).toBe(960);
  });

  it('SVG has no more pixels than may be drawn', async () => {
    expect((await stored(svg('<rect width="1" height="1"/>', 'viewBox="0 0 1 1"'), { width: 50_000 })).width).toBe(8192);
  });
});

describe('bounds', () => {
  it('a file whose pixels are cut off is refused', async () => {
    const whole = await image(photo(1200, 800)).png().toBuffer();
    // The data ends early, but each chunk is in order: only whoever decodes it sees that.
    const at = whole.indexOf('IDAT') - 4;
    const cut = 150_000;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(cut);
    const short = Buffer.concat([
      whole.subarray(0, at),
      length,
      whole.subarray(at + 4, at + 8 + cut),
      Buffer.alloc(4),
      whole.subarray(-12),
    ]);
    const { value, problems } = await made(short, { width: 100 });
    expect(value).toBeNull();
    expect(problems).toMatchObject([{ code: 'article/image-unreadable', place: { file: 'a.md', field: 'a.png' } }]);
  });

  it('the same file gives the same bytes', async () => {
    const files = [
      await camera(photo(900, 600), 6),
      await image(photo(900, 600)).webp().toBuffer(),
      svg('<circle cx="30" cy="20" r="15" fill="teal"/><text x="5" y="20">Words</text>'),
    ];
    for (const bytes of files) {
      const [first, second] = [await stored(bytes, { width: 120 }), await stored(bytes, { width: 120 })];
      expect(second.hash).toBe(first.hash);
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    }
  });

  it('nothing is decoded but what is taken, whatever a file claims to be', async () => {
    await image(quarters(8, 8)).png().toBuffer();
    await made(await camera(quarters(96, 64), 6));
    const tiff = Buffer.from('II*\0', 'latin1');
    await expect(sharp(Buffer.concat([tiff, Buffer.alloc(64)])).metadata()).rejects.toThrow();
  });
});

describe('without the library', () => {
  const none = openPictures(() => null);

  it('a picture that needs it is refused, with what to do', async () => {
    for (const bytes of [
      svg('<rect width="9" height="9"/>'),
      await camera(quarters(96, 64), 6),
      await image(quarters(9, 9)).webp().toBuffer(),
    ]) {
      const { value, problems } = await made(bytes, { pictures: none });
      expect(value).toBeNull();
      expect(problems).toMatchObject([{ code: 'article/image-library', place: { file: 'a.md', field: 'a.png' } }]);
      expect(problems[0]?.hint).toContain('PNG or JPEG');
    }
  });

  it('one that is only large is stored as it is, and said to be; one that is fit needs none', async () => {
    const bytes = await image(photo(1500, 1000)).jpeg().toBuffer();
    const { value, problems } = await made(bytes, { pictures: none });
    expect(value).toMatchObject({ width: 1500, height: 1000 });
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['article/image-as-is', 'warning']]);
    expect(await made(bytes, { pictures: none, width: 800 })).toMatchObject({ problems: [] });
  });
});

describe('pictures that are remembered', () => {
  const counted = (): { pictures: Pictures; count: () => number } => {
    let count = 0;
    const inner = openPictures();
    return {
      pictures: {
        make: (job, name) => {
          count += 1;
          return inner.make(job, name);
        },
      },
      count: () => count,
    };
  };

  it('are made once a size, also for two who ask at once', async () => {
    const { pictures, count } = counted();
    const remembered = rememberPictures(1_000_000, pictures);
    const bytes = await image(photo(900, 600)).jpeg({ quality: 100 }).toBuffer();
    const [one, two] = await Promise.all([made(bytes, { pictures: remembered }), made(bytes, { pictures: remembered })]);
    expect(one.value?.hash).toBe(two.value?.hash);
    expect((await made(bytes, { width: 301, pictures: remembered })).value?.hash).toBe(one.value?.hash);
    expect(count()).toBe(1);
    await made(bytes, { width: 100, pictures: remembered });
    expect(count()).toBe(2);
  });

  it('take no more room than they may: the longest unused go', async () => {
    const { pictures, count } = counted();
    const remembered = rememberPictures(60_000, pictures);
    const bytes = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) =>
        image(photo(900 + n, 600))
          .jpeg({ quality: 100 })
          .toBuffer(),
      ),
    );
    for (const each of bytes) await made(each, { pictures: remembered });
    expect(count()).toBe(6);
    await made(bytes[5] ?? Buffer.alloc(0), { pictures: remembered });
    expect(count()).toBe(6);
    await made(bytes[0] ?? Buffer.alloc(0), { pictures: remembered });
    expect(count()).toBe(7);
  });
});
