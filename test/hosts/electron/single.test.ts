import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import * as electron from '../../../scripts/pack/fake-electron.ts';

vi.mock('electron', () => import('../../../scripts/pack/fake-electron.ts'));

it('a second Lectern with the same home leaves at once; the lock is asked for after the home is set', async () => {
  const home = await mkdtemp(join(tmpdir(), 'lectern-single-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  vi.stubEnv('LECTERN_HOME', home);
  electron.answers.lock = false;
  const { startApp } = await import('../../../src/hosts/electron/app.ts');
  startApp();
  electron.app.ready();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(electron.app.getPath('userData')).toBe(join(home, 'electron'));
  expect(electron.record.map(([name]) => name)).toEqual(['app.setName', 'app.requestSingleInstanceLock', 'app.quit', 'ready']);
  expect([electron.BrowserWindow.all, electron.ipcChannels()]).toEqual([[], []]);
});

it('starts with Electron’s own folder where its home cannot be made', async () => {
  const home = await mkdtemp(join(tmpdir(), 'lectern-single-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  await writeFile(join(home, 'file'), '');
  vi.stubEnv('LECTERN_HOME', join(home, 'file'));
  electron.answers.lock = false;
  electron.app.paths.clear();
  const { startApp } = await import('../../../src/hosts/electron/app.ts');
  expect(startApp).not.toThrow();
  expect(electron.app.getPath('userData')).toBe('');
});
