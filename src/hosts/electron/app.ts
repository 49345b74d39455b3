import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell, type WebContents } from 'electron';
import type { ActionName } from '../../api/actions.ts';
import { createBackend, type Backend, type ServiceSettings } from '../../workspace/backend.ts';
import { documentsFolder, homeFolder } from '../../workspace/places.ts';
import { resourcesBelow, type Resources } from '../../workspace/resources.ts';
import { startThread } from '../../workspace/thread.ts';
import { preloadBelow, SCHEME } from './addresses.ts';
import { CHANNELS } from './channels.ts';
import { openExternally } from './external.ts';
import { serveIpc, type Ipc } from './ipc.ts';
import { menuTemplate, type MenuState } from './menu.ts';
import { createOpenings, isOpenable, pathInArguments } from './openings.ts';
import { electronPorts } from './ports.ts';
import { answerScheme, registerScheme } from './scheme.ts';
import { lockApp, lockContents, lockSession } from './security.ts';
import { STRINGS } from './strings.ts';
import { createWindow, showReport } from './window.ts';
import { readWindowState } from './window-state.ts';

/** How long a quitting app waits for saves under way; milliseconds. */
const LAST_SAVES = 5000;

function platformName(): 'mac' | 'windows' | 'linux' {
  if (process.platform === 'darwin') return 'mac';
  return process.platform === 'win32' ? 'windows' : 'linux';
}

function serviceSettings(home: string, resources: Resources): ServiceSettings {
  return {
    version: app.getVersion(),
    resources,
    home,
    documents: process.env['LECTERN_DOCUMENTS'] ? documentsFolder(process.env) : app.getPath('documents'),
    host: { kind: 'electron', platform: platformName(), dialogs: true, reveal: true, open: true, pdf: true, menu: true },
  };
}

/** Chromium's own files lie beside Lectern's; where that folder cannot be made, where Electron would put them. */
function setUserData(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
  } catch {
    // the service says what is wrong with the folder, in the window
  }
}

/** Lets saves under way end before the app does. */
function leaveGently(ipc: Ipc, backend: Backend): void {
  let leaving = false;
  app.on('will-quit', (event) => {
    if (leaving) return;
    leaving = true;
    event.preventDefault();
    const patience = new Promise((resolve) => setTimeout(resolve, LAST_SAVES));
    void Promise.race([ipc.settled(), patience])
      .then(() => backend.close())
      .finally(() => app.exit(0));
  });
}

/** Runs the desktop app. Called once, before Electron is ready. */
export function startApp(): void {
  const home = homeFolder(process.env, process.platform);
  app.setName(STRINGS.name);
  setUserData(join(home, 'electron'));
  if (process.platform === 'win32') app.setAppUserModelId('app.lectern.Lectern');
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  lockApp(app);
  registerScheme(protocol);
  const developer = !app.isPackaged;
  const resources = resourcesBelow(app.getAppPath());
  let window: BrowserWindow | null = null;
  let menuState: MenuState = { canUndo: false, canRedo: false };

  const isOurs = (contents: WebContents): boolean => window !== null && !window.isDestroyed() && window.webContents === contents;
  lockContents(app, (address, contents) => {
    if (isOurs(contents)) void openExternally(address, window, { dialog, shell });
  });

  const setMenu = (): void => {
    const run = (action: ActionName): void => {
      void show().then(() => backend.emit({ name: 'menu', payload: { action } }));
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: platformName(), state: menuState, run, developer })));
  };

  const ports = electronPorts({
    window: () => window,
    onReport: (report) => {
      if (window) showReport(window, report);
      const { canUndo, canRedo } = report;
      if (canUndo === menuState.canUndo && canRedo === menuState.canRedo) return;
      menuState = { canUndo, canRedo };
      setMenu();
    },
  });
  const backend: Backend = createBackend(() => startThread(resources.worker, serviceSettings(home, resources)), ports);
  backend.on((event) => {
    if (window && !window.isDestroyed()) window.webContents.send(CHANNELS.event, event);
  });
  const openings = createOpenings((path) => backend.emit({ name: 'opened', payload: { path } }));
  const ipc = serveIpc(ipcMain, {
    backend,
    isOurs,
    onDone: (command) => {
      if (command === 'app.start') openings.ready();
    },
  });

  const show = async (): Promise<void> => {
    await app.whenReady();
    if (window && !window.isDestroyed()) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    const last = await readWindowState(home);
    window ??= createWindow({
      preload: preloadBelow(app.getAppPath()),
      home,
      last,
      developer,
      onGone: () => {
        window = null;
        openings.gone();
      },
    });
  };

  app.on('second-instance', (_, argv, folder) => {
    const path = pathInArguments(argv, folder, app.getAppPath());
    if (path !== null) openings.open(path);
    void show();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (!isOpenable(path)) return;
    openings.open(path);
    void show();
  });
  app.on('activate', () => void show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  leaveGently(ipc, backend);

  const first = pathInArguments(process.argv, process.cwd(), app.getAppPath());
  if (first !== null) openings.open(first);
  void app.whenReady().then(async () => {
    lockSession(session.defaultSession, { developer });
    protocol.handle(SCHEME, answerScheme(resources.ui));
    app.setAboutPanelOptions({ applicationName: STRINGS.name, applicationVersion: app.getVersion(), copyright: STRINGS.copyright });
    setMenu();
    await show();
  });
}
