/** The app's behaviour around the window: what the system asks of it, and what the page asks of the system. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as electron from '../../../scripts/pack/fake-electron.ts';
import type { AppEvent, Envelope } from '../../../src/api/contract.ts';
import type { MenuItemConstructorOptions } from 'electron';
import { fakeService, startDesktop, type Desktop, type FakeService } from '../../support/desktop.ts';

const hoisted = vi.hoisted(() => ({ start: (): unknown => undefined }));
vi.mock('electron', () => import('../../../scripts/pack/fake-electron.ts'));
vi.mock('../../../src/workspace/thread.ts', () => ({ startThread: () => hoisted.start() }));

let desktop: Desktop;
let service: FakeService;
/** The target the page named → the path the service answers. */
let target = '';
let release: () => void = () => undefined;
const heard: AppEvent[] = [];

const ANSWER = {
  version: '0',
  host: { kind: 'electron', platform: 'linux', dialogs: true, reveal: true, open: true, pdf: true, menu: true },
  settings: {
    appearance: 'system',
    panes: { library: 0.2, order: 0.3 },
    welcomed: true,
    export: { formats: ['pptx'], audience: 'presenter' },
  },
  recent: [],
  workspace: null,
  briefing: null,
  problems: [],
} as const;

beforeAll(async () => {
  service = fakeService(
    {
      'app.start': () => structuredClone(ANSWER) as never,
      'draft.drop': () => new Promise((resolve) => (release = () => resolve({}))),
    },
    () => ({ ok: true, value: target }),
  );
  hoisted.start = service.start;
  desktop = await startDesktop();
  desktop.bridge.on((event) => heard.push(event));
});

afterAll(() => desktop.remove());
beforeEach(() => {
  heard.length = 0;
  electron.record.length = 0;
});

const call = (command: string, payload: unknown): Promise<Envelope> => desktop.bridge.call(command, payload);
/** Lets messages on their way arrive; turns of the event loop, so that a busy machine changes nothing. */
async function turn(): Promise<void> {
  for (let n = 0; n < 20; n += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('what the system asks to open', () => {
  it('waits for the page’s first call, and is then told once', async () => {
    const file = join(desktop.folder, 'a.briefing.yaml');
    await writeFile(file, '');
    electron.app.emit('open-file', { preventDefault: () => undefined }, file);
    await turn();
    expect(heard).toEqual([]);
    expect(await call('app.start', {})).toMatchObject({ ok: true, value: { host: { kind: 'electron' } } });
    expect(heard).toEqual([{ name: 'opened', payload: { path: file } }]);
  });

  it('a second launch hands its file over and brings the window to the front', async () => {
    desktop.window.minimized = true;
    electron.app.emit('second-instance', {}, ['electron', '.', 'a.briefing.yaml'], desktop.folder);
    await turn();
    expect(heard).toEqual([{ name: 'opened', payload: { path: join(desktop.folder, 'a.briefing.yaml') } }]);
    expect([desktop.window.minimized, electron.recorded('window.focus').length]).toEqual([false, 1]);
  });

  it('a file that is no briefing is left alone', async () => {
    electron.app.emit('open-file', { preventDefault: () => undefined }, join(desktop.folder, 'secret.txt'));
    await turn();
    expect(heard).toEqual([]);
  });
});

describe('the menu bar', () => {
  const menuOf = (): MenuItemConstructorOptions[] =>
    electron.recorded('Menu.setApplicationMenu').at(-1)?.[0] as MenuItemConstructorOptions[];

  it('follows what can be undone, and its entries reach the page', async () => {
    await call('host.window', { title: 'Caucasus', edited: false, canUndo: true, canRedo: false, briefing: null });
    const edit = menuOf().find(({ id }) => id === 'edit')?.submenu as MenuItemConstructorOptions[];
    const enabled = ['undo', 'redo'].map((id) => edit.find((item) => item.id === id)?.enabled);
    expect(enabled).toEqual(process.platform === 'darwin' ? [true, true] : [true, false]);
    (edit.find(({ id }) => id === 'undo')?.click as unknown as () => void)();
    await turn();
    expect(heard).toEqual([{ name: 'menu', payload: { action: 'undo' } }]);
  });

  it('is not built anew when nothing of it changed', async () => {
    await call('host.window', { title: 'Caucasus 2', edited: false, canUndo: true, canRedo: false, briefing: null });
    expect(electron.recorded('Menu.setApplicationMenu')).toEqual([]);
  });
});

describe('the window', () => {
  it('shows the briefing’s name and whether it is edited; the page’s own title changes nothing', async () => {
    await call('host.window', { title: 'Caucasus', edited: true, canUndo: true, canRedo: false, briefing: null });
    expect(desktop.window.title).toBe(process.platform === 'darwin' ? 'Caucasus – Lectern' : '• Caucasus – Lectern');
    let prevented = false;
    desktop.window.emit('page-title-updated', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });

  it('keeps where it was', async () => {
    desktop.window.emit('resize');
    const file = join(desktop.folder, 'home/window.json');
    await vi.waitFor(async () => {
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ bounds: { x: 10, y: 20, width: 1000, height: 700 } });
    });
  });

  it.each([
    [0, true],
    [1, false],
  ])('when the page would stay, the user’s answer %i decides (leaves: %s)', (answer, leaves) => {
    electron.answers.messageBox = answer;
    let prevented = false;
    desktop.window.webContents.emit('will-prevent-unload', { preventDefault: () => (prevented = true) });
    expect([prevented, electron.recorded('dialog.showMessageBoxSync').length]).toEqual([leaves, 1]);
  });

  it('is loaded anew after a crash, when the user says so', async () => {
    electron.answers.messageBox = 0;
    desktop.window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    await turn();
    expect(electron.recorded('loadURL')).toEqual([['lectern://app/index.html']]);
    desktop.window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    await turn();
    expect(electron.recorded('dialog.showMessageBox')).toHaveLength(1);
  });
});

it('a dropped file’s path comes from Electron, not from the page', () => {
  expect(desktop.bridge.pathForFile(new File([], 'x.briefing.yaml'))).toBe('/dropped/x.briefing.yaml');
});

describe('choosers', () => {
  it.each(['workspace', 'new-workspace', 'briefing', 'template', 'deck', 'folder'] as const)(
    '%s: answers the path, and null when cancelled',
    async (what) => {
      electron.answers.openDialog = { canceled: false, filePaths: ['/chosen'] };
      expect(await call('host.choose', { what })).toEqual({ ok: true, value: { path: '/chosen' } });
      electron.answers.openDialog = { canceled: true, filePaths: [] };
      expect(await call('host.choose', { what })).toEqual({ ok: true, value: { path: null } });
    },
  );
});

describe('“show in folder” and “open”', () => {
  beforeAll(async () => {
    await mkdir(join(desktop.folder, 'output'), { recursive: true });
    for (const name of ['deck.pptx', 'deck.exe']) await writeFile(join(desktop.folder, 'output', name), '');
  });
  const named = { target: { kind: 'written', path: 'whatever the page says' } };

  it('take the path from the service, never from the page', async () => {
    target = join(desktop.folder, 'output/deck.pptx');
    expect([(await call('host.open', named)).ok, (await call('host.reveal', named)).ok]).toEqual([true, true]);
    expect(electron.recorded('shell.openPath')).toEqual([[target]]);
    expect(electron.recorded('shell.showItemInFolder')).toEqual([[target]]);
  });

  it('a folder is opened itself', async () => {
    target = join(desktop.folder, 'output');
    await call('host.reveal', { target: { kind: 'workspace' } });
    expect(electron.recorded('shell.openPath')).toEqual([[target]]);
  });

  it.each([
    ['deck.exe', 'nothing that runs'],
    ['gone.pptx', 'nothing that is not there'],
  ])('%s is not opened: %s', async (name) => {
    target = join(desktop.folder, 'output', name);
    expect(await call('host.open', named)).toMatchObject({ ok: false, problems: [{ code: 'app/unavailable' }] });
    expect(electron.recorded('shell.openPath')).toEqual([]);
  });

  it('says why, when the system could not', async () => {
    target = join(desktop.folder, 'output/deck.pptx');
    electron.answers.openPath = 'No application is set';
    const envelope = await call('host.open', named);
    electron.answers.openPath = '';
    expect(JSON.stringify(envelope)).toContain('No application is set');
  });
});

describe('an export', () => {
  it('shows how far it is in the taskbar, and nothing when it is done', async () => {
    service.emit({ name: 'export.progress', payload: { job: 'j', step: 'pptx', fraction: 0.4 } });
    await turn();
    expect(desktop.window.progress).toBe(0.4);
    service.emit({
      name: 'export.done',
      payload: { job: 'j', outcome: 'written', files: [], kept: [], handover: null, slides: 1, seconds: 1, problems: [] },
    });
    await turn();
    expect(desktop.window.progress).toBe(-1);
    expect(heard.map(({ name }) => name)).toEqual(['export.progress', 'export.done']);
  });

  it('reaches the page with its stamp, as every event does', async () => {
    const event: AppEvent = { name: 'stale', payload: { reason: 'article' }, at: { epoch: 'e', revision: 3 } };
    service.emit(event);
    await turn();
    expect(heard).toEqual([event]);
  });

  const request = (): object => ({
    job: 'j',
    html: join(desktop.folder, 'deck.html'),
    pdf: join(desktop.folder, 'deck.pdf'),
    page: { width: 960, height: 540 },
  });

  it('prints its own HTML to a PDF, a slide a page, in a hidden and locked window', async () => {
    await writeFile(join(desktop.folder, 'deck.html'), '<!doctype html>');
    expect(await service.ask('print', request())).toEqual({ ok: true, value: {} });
    const [window, hidden] = electron.BrowserWindow.all;
    expect(window).toBe(desktop.window);
    expect(hidden?.options).toMatchObject({ show: false, webPreferences: { sandbox: true, contextIsolation: true, webSecurity: true } });
    expect(hidden?.options.webPreferences['preload']).toBeUndefined();
    expect(hidden?.destroyed).toBe(true);
    expect(electron.recorded('printToPDF')).toEqual([
      [expect.objectContaining({ preferCSSPageSize: true, printBackground: true, pageSize: { width: 960 / 72, height: 7.5 } })],
    ]);
    expect(await readFile(join(desktop.folder, 'deck.pdf'), 'latin1')).toContain('%PDF');
    expect(electron.recorded('loadURL')[0]?.[0]).toMatch(/^lectern:\/\/print\/\d+\/deck\.html#print=slides$/);
  });

  it('once printed, the file can be had no more, and another never', async () => {
    const session = electron.session.fromPartition('print');
    for (const n of [1, 2]) expect((await session.fetch(`lectern://print/${n}/deck.html`)).status).toBe(404);
    let cancel = false;
    session.beforeRequest?.({ url: 'https://example.org/' }, (answer) => (cancel = answer.cancel));
    expect(cancel).toBe(true);
  });

  it('that is cancelled while it prints leaves the old PDF', async () => {
    await writeFile(join(desktop.folder, 'deck.pdf'), 'old');
    const print = vi.spyOn(electron.FakeContents.prototype, 'printToPDF').mockImplementation(() => new Promise(() => undefined));
    const answer = service.ask('print', request());
    await turn();
    await service.ask('print-cancel', { job: 'j' });
    expect(await answer).toMatchObject({ ok: false, problems: [{ code: 'export/cancelled' }] });
    print.mockRestore();
    expect(await readFile(join(desktop.folder, 'deck.pdf'), 'utf8')).toBe('old');
    expect(electron.BrowserWindow.all.at(-1)?.destroyed).toBe(true);
  });
});

it('quitting waits for a save under way, then stops the worker', async () => {
  const saving = call('draft.drop', { file: 'briefings/a.briefing.yaml' });
  await turn();
  let prevented = 0;
  electron.app.emit('will-quit', { preventDefault: () => (prevented += 1) });
  await turn();
  expect([prevented, electron.recorded('app.exit').length, service.state.stopped]).toEqual([1, 0, 0]);
  const exited = new Promise((resolve) => electron.app.once('exited', resolve));
  release();
  await saving;
  await exited;
  expect([electron.recorded('app.exit'), service.state.stopped]).toEqual([[[0]], 1]);
});
