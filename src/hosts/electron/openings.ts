import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';

/**
 * What a command line asks to open: the last argument that is a briefing or a folder and is there. Switches, the program itself and,
 * in a checkout, the app's own folder are none.
 */
export function pathInArguments(argv: readonly string[], folder: string, appPath: string): string | null {
  const words = argv.slice(1).filter((word) => word !== '' && !word.startsWith('-'));
  for (const word of words.reverse()) {
    const path = resolve(folder, word);
    if (path !== resolve(appPath) && isOpenable(path)) return path;
  }
  return null;
}

/** Whether a path may be given to `workspace.open`: a briefing's file, or a folder. */
export function isOpenable(path: string): boolean {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined) return false;
  return info.isDirectory() || (info.isFile() && /\.ya?ml$/i.test(basename(path)));
}

export interface Openings {
  /** Tells the page, as soon as there is one that listens. */
  readonly open: (path: string) => void;
  /** The page has started and listens. */
  readonly ready: () => void;
  /** The page has gone. */
  readonly gone: () => void;
}

/** Keeps what the system asks to open until a page listens. Of several the last counts: there is one window. */
export function createOpenings(tell: (path: string) => void): Openings {
  let listening = false;
  let waiting: string | null = null;
  return {
    open: (path) => {
      if (listening) tell(path);
      else waiting = path;
    },
    ready: () => {
      listening = true;
      if (waiting !== null) tell(waiting);
      waiting = null;
    },
    gone: () => {
      listening = false;
    },
  };
}
