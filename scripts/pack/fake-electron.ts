/**
 * A stand-in for Electron's module, for machines without its binary: it records what it was told, carries messages between a page and
 * the main process as structured clones, and shows nothing. It imitates our calls' shapes, not Electron.
 */
import { EventEmitter } from 'node:events';

type Handler = (event: unknown, ...args: unknown[]) => unknown;
export type Preferences = Readonly<Record<string, unknown>>;
type Details = Readonly<Record<string, unknown>>;

export interface FakeFrame {
  url: string;
  readonly parent: FakeFrame | null;
}

/** What happened, in order: `['app.enableSandbox']`, `['dialog.showMessageBox', options]`, … */
export const record: (readonly [string, ...unknown[]])[] = [];

export function recorded(name: string): (readonly unknown[])[] {
  return record.filter(([what]) => what === name).map(([, ...args]) => args);
}

function note(name: string, ...args: unknown[]): void {
  record.push([name, ...args]);
}

/** What the next dialog answers. */
export const answers = { messageBox: 0, openDialog: { canceled: true, filePaths: [] as string[] }, openPath: '', lock: true };

export class FakeSession extends EventEmitter {
  readonly name: string;
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>();
  beforeRequest: ((details: Details, callback: (answer: { cancel: boolean }) => void) => void) | null = null;
  permissionRequest: ((contents: unknown, permission: string, callback: (granted: boolean) => void, details: Details) => void) | null =
    null;
  permissionCheck: ((contents: unknown, permission: string, origin: string, details: Details) => boolean) | null = null;
  devicePermission: ((details: Details) => boolean) | null = null;

  constructor(name: string) {
    super();
    this.name = name;
  }

  readonly webRequest = {
    onBeforeRequest: (listener: FakeSession['beforeRequest']): void => {
      this.beforeRequest = listener;
    },
  };

  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => void this.handlers.set(scheme, handler),
  };

  setPermissionRequestHandler(handler: FakeSession['permissionRequest']): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: FakeSession['permissionCheck']): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: FakeSession['devicePermission']): void {
    this.devicePermission = handler;
  }

  /** Asks the session's protocol handler, as a page would. */
  async fetch(address: string, init?: RequestInit): Promise<Response> {
    const handler = this.handlers.get(new URL(address).protocol.slice(0, -1));
    if (!handler) throw new Error(`nobody answers ${address}`);
    return handler(new Request(address, init));
  }
}

const sessions = new Map<string, FakeSession>();

export const session = {
  defaultSession: new FakeSession(''),
  fromPartition: (name: string): FakeSession => {
    const found = sessions.get(name) ?? new FakeSession(name);
    sessions.set(name, found);
    return found;
  },
};

export class FakeContents extends EventEmitter {
  readonly session: FakeSession;
  readonly mainFrame: FakeFrame = { url: '', parent: null };
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  /** Messages for the page. */
  readonly heard = new Map<string, Set<Handler>>();

  constructor(own: FakeSession) {
    super();
    this.session = own;
  }

  setWindowOpenHandler(handler: FakeContents['openHandler']): void {
    this.openHandler = handler;
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  async loadURL(address: string): Promise<void> {
    note('loadURL', address);
    this.mainFrame.url = address;
    if (this.session.name !== '') await this.session.fetch(address.split('#')[0] ?? '');
  }

  send(channel: string, ...args: unknown[]): void {
    const cloned = structuredClone(args);
    for (const listener of [...(this.heard.get(channel) ?? [])]) listener({ sender: 'ipcRenderer’s own' }, ...cloned);
  }

  executeJavaScriptInIsolatedWorld(): Promise<boolean> {
    return Promise.resolve(true);
  }

  printToPDF(options: unknown): Promise<Buffer> {
    note('printToPDF', options);
    return Promise.resolve(Buffer.from('%PDF-1.7 fake'));
  }
}

interface WindowOptions {
  readonly webPreferences: Preferences & { readonly session?: FakeSession };
  readonly [key: string]: unknown;
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly options: WindowOptions;
  readonly webContents: FakeContents;
  title = '';
  destroyed = false;
  minimized = false;
  progress: number | null = null;

  constructor(options: WindowOptions) {
    super();
    this.options = options;
    this.webContents = new FakeContents(options.webPreferences.session ?? session.defaultSession);
    BrowserWindow.all.push(this);
    note('BrowserWindow', options);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  show(): void {
    note('window.show');
  }

  focus(): void {
    note('window.focus');
  }

  maximize(): void {
    note('window.maximize');
  }

  setFullScreen(on: boolean): void {
    note('window.setFullScreen', on);
  }

  setTitle(title: string): void {
    this.title = title;
  }

  setDocumentEdited(edited: boolean): void {
    note('window.setDocumentEdited', edited);
  }

  setProgressBar(fraction: number): void {
    this.progress = fraction;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  isMaximized(): boolean {
    return false;
  }

  isFullScreen(): boolean {
    return false;
  }

  restore(): void {
    this.minimized = false;
  }

  getNormalBounds(): object {
    return { x: 10, y: 20, width: 1000, height: 700 };
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }

  /** As if the user closed it. */
  close(): void {
    this.emit('close', { preventDefault: () => undefined });
    this.destroy();
  }
}

class FakeApp extends EventEmitter {
  isPackaged = false;
  appPath = '';
  readonly paths = new Map<string, string>();
  readonly switches = new Map<string, string | undefined>();
  private makeReady: () => void = () => undefined;
  private readonly isReady = new Promise<void>((resolve) => (this.makeReady = resolve));

  readonly commandLine = { appendSwitch: (name: string, value?: string): void => void this.switches.set(name, value) };

  /** Electron is ready. */
  ready(): void {
    note('ready');
    this.makeReady();
  }

  whenReady(): Promise<void> {
    return this.isReady;
  }

  enableSandbox(): void {
    note('app.enableSandbox');
  }

  getAppPath(): string {
    return this.appPath;
  }

  getVersion(): string {
    return '0.0.0-fake';
  }

  getPath(name: string): string {
    return this.paths.get(name) ?? '';
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  setName(name: string): void {
    note('app.setName', name);
  }

  setAppUserModelId(id: string): void {
    note('app.setAppUserModelId', id);
  }

  setAboutPanelOptions(options: unknown): void {
    note('app.setAboutPanelOptions', options);
  }

  requestSingleInstanceLock(): boolean {
    note('app.requestSingleInstanceLock');
    return answers.lock;
  }

  quit(): void {
    note('app.quit');
  }

  exit(status: number): void {
    note('app.exit', status);
    this.emit('exited');
  }
}

export const app = new FakeApp();

const ipcHandlers = new Map<string, Handler>();

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => {
    if (ipcHandlers.has(channel)) throw new Error(`a second handler for ${channel}`);
    ipcHandlers.set(channel, handler);
  },
};

export function ipcChannels(): string[] {
  return [...ipcHandlers.keys()];
}

/** Sends a message to the main process from a frame; arguments and answer travel as structured clones. */
export async function invokeFrom(
  sender: FakeContents,
  senderFrame: FakeFrame | null,
  channel: string,
  ...args: unknown[]
): Promise<unknown> {
  const handler = ipcHandlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  return structuredClone(await handler({ sender, senderFrame }, ...structuredClone(args)));
}

/** The page whose preload runs next. */
export const page: { contents: FakeContents | null } = { contents: null };

function contentsOfPage(): FakeContents {
  if (!page.contents) throw new Error('no page');
  return page.contents;
}

export const ipcRenderer = {
  invoke: (channel: string, ...args: unknown[]): Promise<unknown> => {
    const contents = contentsOfPage();
    return invokeFrom(contents, contents.mainFrame, channel, ...args);
  },
  on: (channel: string, listener: Handler): void => {
    const { heard } = contentsOfPage();
    heard.set(channel, (heard.get(channel) ?? new Set()).add(listener));
  },
  off: (channel: string, listener: Handler): void => void contentsOfPage().heard.get(channel)?.delete(listener),
};

/** What the preload gave the page. */
export const world: Record<string, unknown> = {};

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown): void => {
    world[name] = api;
  },
};

export const webUtils = { getPathForFile: (file: { readonly name: string }): string => `/dropped/${file.name}` };

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown): void => note('registerSchemesAsPrivileged', schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>): void =>
    session.defaultSession.protocol.handle(scheme, handler),
};

export const dialog = {
  showMessageBox: (...args: unknown[]): Promise<{ response: number }> => {
    note('dialog.showMessageBox', args.at(-1));
    return Promise.resolve({ response: answers.messageBox });
  },
  showMessageBoxSync: (...args: unknown[]): number => {
    note('dialog.showMessageBoxSync', args.at(-1));
    return answers.messageBox;
  },
  showOpenDialog: (...args: unknown[]): Promise<typeof answers.openDialog> => {
    note('dialog.showOpenDialog', args.at(-1));
    return Promise.resolve(answers.openDialog);
  },
};

export const shell = {
  openExternal: (address: string): Promise<void> => {
    note('shell.openExternal', address);
    return Promise.resolve();
  },
  openPath: (path: string): Promise<string> => {
    note('shell.openPath', path);
    return Promise.resolve(answers.openPath);
  },
  showItemInFolder: (path: string): void => note('shell.showItemInFolder', path),
};

export const Menu = {
  buildFromTemplate: (template: unknown): unknown => template,
  setApplicationMenu: (menu: unknown): void => note('Menu.setApplicationMenu', menu),
};

export const nativeImage = { createFromDataURL: (url: string): object => ({ url: url.slice(0, 22) }) };
export const nativeTheme = { shouldUseDarkColors: false };

const display = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] };
