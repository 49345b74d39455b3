import { describe, expect, it } from 'vitest';
import { imageJob } from '../../../src/core/deck/index.ts';
import type { RawImage, SourceImage } from '../../../src/core/deck/types.ts';

const photo = (width: number, height: number, bytes = 300_000): SourceImage => ({
  bytes: new Uint8Array(bytes),
  type: 'image/jpeg',
  width,
  height,
  hash: 'a',
});
const drawing: RawImage = { ...photo(60, 40, 200), type: 'image/svg+xml', turn: 1, hasWords: false };
const size = (job: ReturnType<typeof imageJob>): readonly number[] | null => job && [job.width, job.height];

describe('what is done to a picture', () => {
  it('is nothing where it has no more pixels than twice those in which it is shown', () => {
    expect(imageJob(photo(2560, 1440), { width: 1280, height: 720 }, 'screen')).toBeNull();
    expect(imageJob(photo(2560, 1440), { width: 5000, height: 5000 }, 'screen')).toBeNull();
    expect(imageJob(photo(200, 100), { width: 1280, height: 640 }, 'print')).toBeNull();
  });

  it('is scaling where it has more, to a step of its longer side', () => {
    expect(size(imageJob(photo(9000, 6000), { width: 1280, height: 853 }, 'screen'))).toEqual([2560, 1707]);
    expect(size(imageJob(photo(6000, 9000), { width: 300, height: 450 }, 'screen'))).toEqual([640, 960]);
    expect(size(imageJob(photo(9000, 6000), { width: 301, height: 200 }, 'screen'))).toEqual([640, 427]);
    expect(size(imageJob(photo(9000, 6000), { width: 1280, height: 853 }, 'print'))).toEqual([4032, 2688]);
    // Stretched: enough for the side that is shown larger.
    expect(size(imageJob(photo(4000, 1000), { width: 100, height: 400 }, 'screen'))).toEqual([3200, 800]);
    expect(size(imageJob(photo(20_000, 10), { width: 100, height: 1 }, 'screen'))).toEqual([4032, 2]);
  });

  it('never gives it more pixels than it has', () => {
    expect(imageJob(photo(2570, 1446), { width: 1284, height: 723 }, 'screen')).toBeNull();
  });

  it('is nothing to a light file, unless it has pixels without number', () => {
    expect(imageJob(photo(2000, 2000, 100_000), { width: 10, height: 10 }, 'screen')).toBeNull();
    expect(imageJob(photo(2000, 2001, 100_000), { width: 10, height: 10 }, 'screen')).not.toBeNull();
    expect(imageJob(photo(2000, 2000, 100_001), { width: 10, height: 10 }, 'screen')).not.toBeNull();
  });

  it('is writing it anew where its file is heavy, for screens alone', () => {
    const heavy = photo(800, 600, 600_000);
    expect(size(imageJob(heavy, { width: 800, height: 600 }, 'screen'))).toEqual([800, 600]);
    expect(imageJob(heavy, { width: 800, height: 600 }, 'print')).toBeNull();
    expect(imageJob(photo(800, 600, 470_000), { width: 800, height: 600 }, 'screen')).toBeNull();
  });

  it('is nothing at all with all pixels, but to what no deck can store', () => {
    expect(imageJob(photo(9000, 6000), { width: 10, height: 10 }, 'original')).toBeNull();
    const turned: RawImage = { ...photo(9000, 6000), type: 'image/jpeg', turn: 6, hasWords: false };
    expect(size(imageJob(turned, { width: 10, height: 10 }, 'original'))).toEqual([9000, 6000]);
    expect(size(imageJob(turned, { width: 100, height: 67 }, 'screen'))).toEqual([256, 171]);
  });

  it('is drawing a drawing with as many pixels as it is shown', () => {
    expect(size(imageJob(drawing, { width: 1280, height: 853 }, 'screen'))).toEqual([2560, 1707]);
    expect(size(imageJob(drawing, { width: 1280, height: 853 }, 'original'))).toEqual([4032, 2688]);
    expect(size(imageJob(drawing, { width: 90_000, height: 60_000 }, 'screen'))).toEqual([8192, 5461]);
  });
});
