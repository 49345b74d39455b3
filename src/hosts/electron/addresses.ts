import { join } from 'node:path';

/** Lectern's own scheme: standard and secure, so that its pages have origins, and no other program answers it. */
export const SCHEME = 'lectern';

/** Each host of the scheme is an origin of its own. */
export const ORIGINS = { app: `${SCHEME}://app`, print: `${SCHEME}://print` } as const;

export type SchemeHost = keyof typeof ORIGINS;

/** The page a window opens. */
export const START = `${ORIGINS.app}/index.html`;

/** Which of our hosts an address belongs to; null for everything else, `about:blank` and `lectern://app.evil/` included. */
export function schemeHost(address: string): SchemeHost | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== `${SCHEME}:` || url.port !== '' || url.username !== '' || url.password !== '') return null;
  return Object.hasOwn(ORIGINS, url.host) ? (url.host as SchemeHost) : null;
}

/** The app's folder that is the preview, as on the web. Its policy takes the app's origin from it: it has one that is nobody's. */
export const PREVIEW_FOLDER = '/preview/';

export function isPreview(address: string): boolean {
  return schemeHost(address) === 'app' && new URL(address).pathname.startsWith(PREVIEW_FOLDER);
}

/** Where the build puts the preload, in a checkout and in the packaged app alike, below the folder that Electron calls the app's path. */
export function preloadBelow(root: string): string {
  return join(root, 'dist', 'electron', 'preload', 'preload.cjs');
}
