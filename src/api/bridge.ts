import type { Transport } from './client.ts';

/**
 * What Electron's preload puts into the page as `window.lectern`: three named functions and nothing of Electron's own.
 * On the loopback host there is none, and the UI speaks HTTP.
 */
export interface Bridge extends Transport {
  /** Where a file that was dropped on the window lies on this machine; empty for one that lies nowhere. */
  readonly pathForFile: (file: File) => string;
}

declare global {
  interface Window {
    readonly lectern?: Bridge;
  }
}
