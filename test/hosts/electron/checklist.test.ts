/** The real main process and preload on a fake Electron: one test for each point of Electron's security checklist that code can show. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FakeContents, FakeFrame, FakeSession } from '../../../scripts/pack/fake-electron.ts';
import * as electron from '../../../scripts/pack/fake-electron.ts';
import type { Envelope } from '../../../src/api/contract.ts';
import { CHANNELS } from '../../../src/hosts/electron/channels.ts';
import { fakeService, startDesktop, type Desktop } from '../../support/desktop.ts';

const service = vi.hoisted(() => ({ start: (): unknown => undefined }));
vi.mock('electron', () => import('../../../scripts/pack/fake-electron.ts'));
vi.mock('../../../src/workspace/thread.ts', () => ({ startThread: () => service.start() }));

let desktop: Desktop;
let contents: FakeContents;
let session: FakeSession;

beforeAll(async () => {
  service.start = fakeService({ 'preview.font': ({ id }) => ({ data: id }) }, () => ({ ok: true, value: '' })).start;
  desktop = await startDesktop();
  contents = desktop.window.webContents;
  session = contents.session;
});

afterAll(() => desktop.remove());

const preferences = (): Readonly<Record<string, unknown>> => desktop.window.options.webPreferences;
const names = (): string[] => electron.record.map(([name]) => name);
const send = async (frame: FakeFrame | null, from = contents): Promise<Envelope> =>
  (await electron.invokeFrom(from, frame, CHANNELS.call, 'preview.font', { id: 'QUJD' })) as Envelope;

it('1: the page’s world is apart from the preload’s, and has no Node', () => {
  expect(preferences()).toMatchObject({
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
  });
});

it('2: every process is sandboxed, from before the app is ready', () => {
  expect(preferences()['sandbox']).toBe(true);
  expect(names().indexOf('app.enableSandbox')).toBeGreaterThanOrEqual(0);
  expect(names().indexOf('app.enableSandbox')).toBeLessThan(names().indexOf('ready'));
});

it('3: the preload is one CommonJS file', async () => {
  const { default: config } = await import('../../../electron.vite.config.ts');
  const { build } = (config as { preload: { build: { externalizeDeps: boolean; rolldownOptions: { output: object } } } }).preload;
  expect(build.externalizeDeps).toBe(false);
  expect(build.rolldownOptions.output).toMatchObject({ format: 'cjs', entryFileNames: '[name].cjs' });
  expect(String(preferences()['preload'])).toMatch(/[\\/]dist[\\/]electron[\\/]preload[\\/]preload\.cjs$/);
});

describe('4: the bridge', () => {
  it('is three named functions and nothing else', () => {
    expect(Object.keys(electron.world)).toEqual(['lectern']);
    expect(Object.entries(desktop.bridge).map(([name, value]) => [name, typeof value])).toEqual([
      ['call', 'function'],
      ['on', 'function'],
      ['pathForFile', 'function'],
    ]);
  });

  it('hands on the event, never Electron’s own', () => {
    const heard: unknown[][] = [];
    const stop = desktop.bridge.on((...args) => heard.push(args));
    contents.send(CHANNELS.event, { name: 'stale', payload: { reason: 'image' } });
    stop();
    contents.send(CHANNELS.event, { name: 'stale', payload: { reason: 'article' } });
    expect(heard).toEqual([[{ name: 'stale', payload: { reason: 'image' } }]]);
  });
});

describe('5: a message', () => {
  it('from our page’s main frame is answered', async () => {
    expect(await send(contents.mainFrame)).toEqual({ ok: true, value: { data: 'QUJD' } });
  });

  it('has one channel to come by', () => {
    expect(electron.ipcChannels()).toEqual([CHANNELS.call]);
  });

  it.each([
    ['a frame within the page', (main: FakeFrame): FakeFrame | null => ({ url: main.url, parent: main })],
    ['the preview', (main: FakeFrame): FakeFrame | null => ({ url: 'lectern://app/preview/', parent: main })],
    ['a frame that has gone', (): null => null],
    ['another frame without a parent', (main: FakeFrame): FakeFrame | null => ({ url: main.url, parent: null })],
  ])('from %s is refused', async (_, frame) => {
    expect(await send(frame(contents.mainFrame))).toMatchObject({ ok: false, problems: [{ code: 'app/command' }] });
  });

  it.each([
    'about:blank',
    '',
    'https://example.org/',
    'file:///etc/passwd',
    'lectern://app/preview/',
    'lectern://print/1/deck.html',
    'lectern://app.evil/',
    'data:text/html,x',
  ])('from the main frame when it shows %j is refused', async (url) => {
    const before = contents.mainFrame.url;
    contents.mainFrame.url = url;
    expect(await send(contents.mainFrame)).toMatchObject({ ok: false, problems: [{ code: 'app/command' }] });
    contents.mainFrame.url = before;
  });

  it('from a window that is not ours is refused', async () => {
    const other = new electron.FakeContents(session);
    other.mainFrame.url = contents.mainFrame.url;
    expect(await send(other.mainFrame, other)).toMatchObject({ ok: false, problems: [{ code: 'app/command' }] });
  });
});

it.each([
  ['a command there is not', 'fs.readFile', {}],
  ['a name of every object', 'constructor', {}],
  ['a payload of another type', 'preview.font', { id: 7 }],
  ['a key too many', 'preview.font', { id: 'a', path: '/etc/passwd' }],
  ['no payload', 'preview.font', undefined],
])('6: %s is refused where it arrives', async (_, command, payload) => {
  expect(await desktop.bridge.call(command, payload)).toMatchObject({ ok: false, problems: [{ code: 'app/command' }] });
});

it('7: pages come by a scheme of our own, standard and secure, registered before the app is ready', () => {
  const [[schemes] = []] = electron.recorded('registerSchemesAsPrivileged');
  expect(schemes).toEqual([
    {
      scheme: 'lectern',
      privileges: expect.objectContaining({ standard: true, secure: true, bypassCSP: false, allowServiceWorkers: false }) as object,
    },
  ]);
  expect(names().indexOf('registerSchemesAsPrivileged')).toBeLessThan(names().indexOf('ready'));
  expect(electron.recorded('loadURL')).toEqual([['lectern://app/index.html']]);
});

describe('8: the scheme', () => {
  it.each(['lectern://app/', 'lectern://app/assets/app.js', 'lectern://app/preview/preview.html', 'lectern://app/preview/'])(
    'answers %s',
    async (address) => {
      expect((await session.fetch(address)).status).toBe(200);
    },
  );

  it.each([
    'lectern://app/../../secret.txt',
    'lectern://app/..%2f..%2fsecret.txt',
    'lectern://app/%2e%2e/%2e%2e/secret.txt',
    'lectern://app/..%5c..%5csecret.txt',
    'lectern://app/assets',
    'lectern://app/preview/../../../secret.txt',
    'lectern://preview/preview.html',
    'lectern://other/index.html',
    'lectern://print/1/deck.html',
    'lectern://app.evil/index.html',
    'lectern://app:80/index.html',
  ])('has nothing at %s', async (address) => {
    const response = await session.fetch(address);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });
});

it.each([
  'file:///etc/passwd',
  'http://example.org/',
  'https://example.org/',
  'ws://example.org/',
  'wss://example.org/',
  'ftp://example.org/',
  'devtools://x/',
])('9, 10: %s is cancelled in the packaged app’s session', async (url) => {
  const { lockSession } = await import('../../../src/hosts/electron/security.ts');
  const packaged = new electron.FakeSession('packaged');
  lockSession(packaged as unknown as Electron.Session, { developer: false });
  let cancel: boolean | null = null;
  packaged.beforeRequest?.({ url }, (answer) => (cancel = answer.cancel));
  expect(cancel).toBe(true);
});

it('9, 10: our own scheme passes, names resolve to nothing, and the window’s session is locked', () => {
  const cancelled = ['lectern://app/index.html', 'https://example.org/'].map((url) => {
    let cancel: boolean | null = null;
    session.beforeRequest?.({ url }, (answer) => (cancel = answer.cancel));
    return cancel;
  });
  expect(cancelled).toEqual([false, true]);
  expect(electron.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
});

it('11: pages have a policy that begins from nothing and allows no code from text', async () => {
  for (const address of ['lectern://app/', 'lectern://app/preview/']) {
    const policy = (await session.fetch(address)).headers.get('Content-Security-Policy') ?? '';
    expect(policy.startsWith(`default-src 'none'`)).toBe(true);
    expect(policy).not.toContain('unsafe');
  }
});

it.each(['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'clipboard-sanitized-write', 'fullscreen', 'unknown'])(
  '12: the permission %s is denied by both handlers, to our own page too',
  (permission) => {
    const url = 'lectern://app/index.html';
    let granted: boolean | null = null;
    session.permissionRequest?.(contents, permission, (answer) => (granted = answer), { requestingUrl: url, isMainFrame: true });
    expect(granted).toBe(false);
    expect(session.permissionCheck?.(contents, permission, url, { isMainFrame: true })).toBe(false);
  },
);

it('12: devices are denied', () => {
  expect(session.devicePermission?.({})).toBe(false);
});

describe('13: navigation', () => {
  const navigate = (event: string, details: object): boolean => {
    let prevented = false;
    contents.emit(event, { preventDefault: () => (prevented = true), ...details });
    return prevented;
  };

  it.each(['ftp://example.org/', 'lectern://app/preview/', 'file:///etc/passwd', 'lectern://app/other.html'])(
    'of the window to %s is blocked',
    (url) => {
      expect(navigate('will-navigate', { url })).toBe(true);
      expect(navigate('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
      expect(navigate('will-redirect', { url })).toBe(true);
    },
  );

  it('of a frame goes to the preview and nowhere else', () => {
    const frame = (url: string): boolean => navigate('will-frame-navigate', { url, isMainFrame: false });
    expect(frame('lectern://app/preview/')).toBe(false);
    expect(frame('lectern://app/preview/preview.html')).toBe(false);
    expect(['https://example.org/', 'lectern://app/index.html', 'data:text/html,x', 'about:blank'].map(frame)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

it('14: no window is opened by a page', () => {
  expect(contents.openHandler?.({ url: 'lectern://app/index.html' })).toEqual({ action: 'deny' });
});

describe('15: a link', () => {
  const asked = (): unknown[] => electron.recorded('dialog.showMessageBox').map(([options]) => (options as { detail: string }).detail);
  const opened = (): unknown[] => electron.recorded('shell.openExternal').map(([address]) => address);

  it('is opened in the browser when the user says yes to exactly that address', async () => {
    electron.answers.messageBox = 0;
    contents.openHandler?.({ url: 'HTTPS://Exämple.org/a b' });
    await vi.waitUntil(() => opened().length > 0);
    expect(asked()).toEqual(['https://xn--exmple-cua.org/a%20b']);
    expect(opened()).toEqual(asked());
  });

  it('is not opened when the user says no', async () => {
    electron.answers.messageBox = 1;
    const before = asked().length;
    contents.openHandler?.({ url: 'https://example.org/' });
    await vi.waitUntil(() => asked().length > before);
    await new Promise((resolve) => setImmediate(resolve));
    expect(opened()).not.toContain('https://example.org/');
  });

  it.each([
    'file:///etc/passwd',
    'smb://host/share',
    'ms-word:ofe|u|x',
    'javascript:alert(1)',
    'https://user:pw@example.org/',
    'mailto:a@b.c',
    'lectern://app/',
  ])('to %s is not even asked about', async (url) => {
    const before = asked().length;
    contents.openHandler?.({ url });
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked().length).toBe(before);
  });
});

it('16: web security is on, and nothing experimental', () => {
  expect(preferences()).toMatchObject({
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
  });
});

it('17: no <webview>', () => {
  let prevented = false;
  contents.emit('will-attach-webview', { preventDefault: () => (prevented = true) });
  expect([preferences()['webviewTag'], prevented]).toEqual([false, true]);
});

it('19: heavy work runs in a worker thread: the main process neither lays out nor writes', () => {
  const folder = join(process.cwd(), 'src/hosts/electron');
  const text = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  expect(text.join('\n')).not.toMatch(/from '[./]+core\/(?!base\/errors)/);
  expect(text.join('\n')).not.toMatch(/child_process|utilityProcess|ELECTRON_RUN_AS_NODE/);
});

it('downloads are refused', () => {
  let prevented = false;
  session.emit('will-download', { preventDefault: () => (prevented = true) });
  expect(prevented).toBe(true);
});

it('the config that builds main and preload is there', () => {
  expect(existsSync(join(process.cwd(), 'electron.vite.config.ts'))).toBe(true);
});
