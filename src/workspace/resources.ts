import { join } from 'node:path';

/** Where Lectern's own files lie. Each host knows its own place and says so once, when it starts. */
export interface Resources {
  /** Built-in packs, one folder each. */
  readonly templates: string;
  /** Sample articles and briefings. */
  readonly content: string;
  /** Font files with `manifest.json`, made by the build. */
  readonly fonts: string;
  /** The app's pages, and the thread that works for them. */
  readonly ui: string;
  readonly worker: string;
}

/** The folders as they lie in a checkout and in the packaged app alike, below one root. */
export function resourcesBelow(root: string): Resources {
  return {
    templates: join(root, 'templates'),
    content: join(root, 'content'),
    fonts: join(root, 'dist', 'fonts'),
    ui: join(root, 'dist', 'ui'),
    worker: join(root, 'dist', 'cli', 'worker.cjs'),
  };
}
