import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeWindow, readWindowState, saveWindowState, type Rectangle } from '../../../src/hosts/electron/window-state.ts';

const r = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height });
const main = r(0, 25, 1920, 1055);
const right = r(1920, 0, 1280, 1024);

describe('placeWindow', () => {
  it.each([
    ['the first time: in the middle of the main screen', null, r(240, 103, 1440, 900)],
    ['where it was', r(100, 100, 1000, 700), r(100, 100, 1000, 700)],
    ['on the second screen, where it was', r(2000, 100, 1000, 700), r(2000, 100, 1000, 700)],
    ['wholly on the screen it was mostly on', r(1800, 100, 1000, 700), r(1920, 100, 1000, 700)],
    ['below the menu bar', r(100, -50, 1000, 700), r(100, 25, 1000, 700)],
    ['no larger than the screen', r(0, 25, 4000, 3000), r(0, 25, 1920, 1055)],
    ['no smaller than usable', r(100, 100, 5, 5), r(100, 100, 720, 520)],
    ['on the main screen when its own has gone', r(5000, 100, 1000, 700), r(460, 203, 1000, 700)],
  ])('%s', (_, last, expected) => {
    expect(placeWindow(last, [main, right])).toEqual(expected);
  });

  it('fits a screen smaller than the smallest window', () => {
    expect(placeWindow(null, [r(0, 0, 640, 400)])).toEqual(r(0, 0, 640, 400));
  });
});

describe('the state on disk', () => {
  let home = '';
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'lectern-window-'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('comes back', async () => {
    const state = { bounds: r(1, 2, 800, 600), maximized: true, fullScreen: false };
    await saveWindowState(home, state);
    expect(await readWindowState(home)).toEqual(state);
  });

  it.each(['', '{', '{"bounds":{"x":"1"}}', '{"bounds":{"x":1,"y":2,"width":-5,"height":10},"maximized":false,"fullScreen":false}'])(
    'is none when the file holds %j',
    async (text) => {
      await writeFile(join(home, 'window.json'), text);
      expect(await readWindowState(home)).toBeNull();
    },
  );

  it('costs nothing when it cannot be written', async () => {
    await mkdir(join(home, 'taken/window.json'), { recursive: true });
    await expect(
      saveWindowState(join(home, 'taken'), { bounds: r(0, 0, 1, 1), maximized: false, fullScreen: false }),
    ).resolves.toBeUndefined();
  });
});
