import { BrowserWindow, dialog, nativeImage, nativeTheme, screen } from 'electron';
import icon from '../../../build/icons/256x256.png?inline';
import type { Payload } from '../../api/contract.ts';
import { START } from './addresses.ts';
import { WEB_PREFERENCES } from './security.ts';
import { STRINGS } from './strings.ts';
import { placeWindow, saveWindowState, SMALLEST, type WindowState } from './window-state.ts';

/** The window's ground before the page has painted: the UI's own, so that nothing flashes. */
const GROUND = { light: '#f6f6f4', dark: '#17181b' } as const;

/** How long moving and sizing must rest before it is kept; milliseconds. */
const REST = 400;

export interface WindowOptions {
  readonly preload: string;
  readonly home: string;
  readonly last: WindowState | null;
  readonly developer: boolean;
  readonly onGone: () => void;
}

function keepState(window: BrowserWindow, home: string): void {
  let timer: NodeJS.Timeout | null = null;
  const save = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (window.isDestroyed() || window.isMinimized()) return;
    const state = { bounds: window.getNormalBounds(), maximized: window.isMaximized(), fullScreen: window.isFullScreen() };
    void saveWindowState(home, state);
  };
  const soon = (): void => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(save, REST);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', save);
}

/** The page asks to stay while something is unsaved; only the user may overrule it. */
function guardUnsaved(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const { message, detail, buttons } = STRINGS.unsaved;
    const options = { type: 'warning' as const, message, detail, buttons: [...buttons], defaultId: 1, cancelId: 1, noLink: true };
    // prevented here means: unload nevertheless
    if (dialog.showMessageBoxSync(window, options) === 0) event.preventDefault();
  });
}

/** A page that crashed is loaded anew; its work is in files and drafts. */
function guardCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const { message, detail, buttons } = STRINGS.crashed;
    void dialog.showMessageBox(window, { type: 'error', message, detail, buttons: [...buttons], noLink: true }).then(({ response }) => {
      if (window.isDestroyed()) return;
      if (response === 0) window.loadURL(START).catch(() => undefined);
      else window.destroy();
    });
  });
}

export function createWindow({ preload, home, last, developer, onGone }: WindowOptions): BrowserWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const window = new BrowserWindow({
    ...placeWindow(last?.bounds ?? null, areas),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: STRINGS.name,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    ...(process.platform === 'linux' ? { icon: nativeImage.createFromDataURL(icon) } : {}),
    webPreferences: {
      ...WEB_PREFERENCES,
      preload,
      devTools: developer,
      // elsewhere than on a Mac, Chromium would fetch dictionaries from the network
      spellcheck: process.platform === 'darwin',
    },
  });
  if (last?.maximized) window.maximize();
  if (last?.fullScreen) window.setFullScreen(true);
  keepState(window, home);
  guardUnsaved(window);
  guardCrash(window);
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('closed', onGone);
  // a page that cannot be loaded shows at least its frame and menu
  window.loadURL(START).catch(() => window.show());
  return window;
}

/** What the page reports of itself, on the window's frame. */
export function showReport(window: BrowserWindow, { title, edited }: Payload<'host.window'>): void {
  // A Mac shows unsaved changes in the close button.
  const mark = edited && process.platform !== 'darwin' ? '• ' : '';
  const name = title === '' || title === STRINGS.name ? STRINGS.name : `${title} – ${STRINGS.name}`;
  window.setTitle(mark + name);
  window.setDocumentEdited(edited);
}
