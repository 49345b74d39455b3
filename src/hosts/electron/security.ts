/** What no window, frame or session of this app may do, whatever is loaded into it. Lectern needs no network, so there is none. */
import type { App, CommandLine, Session, WebContents } from 'electron';
import { isPreview, SCHEME } from './addresses.ts';

/** Schemes that a page may load from. All others (http, https, ws, wss, file, ftp, …) are refused in the session. */
const LOADABLE: ReadonlySet<string> = new Set([`${SCHEME}:`, 'data:', 'blob:']);

/** Chromium's own traffic: names resolve to nothing, and its background services stay off. */
const SWITCHES: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
];

/** Must run before the app is ready. */
export function lockApp(app: Pick<App, 'enableSandbox'> & { readonly commandLine: Pick<CommandLine, 'appendSwitch'> }): void {
  app.enableSandbox();
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
}

export function mayLoad(address: string): boolean {
  try {
    return LOADABLE.has(new URL(address).protocol);
  } catch {
    return false;
  }
}

export interface SessionOptions {
  /** Developer tools load their own scheme; never in the packaged app. */
  readonly developer: boolean;
}

export function lockSession(session: Session, { developer }: SessionOptions): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !mayLoad(details.url) && !(developer && details.url.startsWith('devtools://')) });
  });
  // copying and pasting by key or menu needs no permission, and the pages ask for none
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/** The frame of the preview may load the preview; nothing else ever navigates. */
function mayNavigate(address: string, isMainFrame: boolean): boolean {
  return !isMainFrame && isPreview(address);
}

/** Holds for every `WebContents` there will be. `onLink` hears of addresses that somebody clicked. */
export function lockContents(app: Pick<App, 'on'>, onLink: (address: string, contents: WebContents) => void): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      onLink(url, contents);
      return { action: 'deny' };
    });
    contents.on('will-frame-navigate', (details) => {
      if (mayNavigate(details.url, details.isMainFrame)) return;
      details.preventDefault();
      if (details.isMainFrame) onLink(details.url, contents);
    });
    contents.on('will-navigate', (details) => details.preventDefault());
    contents.on('will-redirect', (details) => details.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** What every window is made with. Each is Electron's default today; written out so that none can become otherwise unseen. */
export const WEB_PREFERENCES = {
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
} as const;
