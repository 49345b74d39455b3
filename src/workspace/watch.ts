import { watch, type FSWatcher, type Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './files.ts';

/** Which version of a file is there: changes with any save, costs no reading. */
export type Mark = string;

/** Marks by path below the folder, `/` between parts. */
export type Snapshot = ReadonlyMap<string, Mark>;

export interface Changes {
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/** How deep below the folder files are looked for. */
const DEEPEST = 8;

interface Walked {
  readonly marks: Map<string, Mark>;
  /** Every folder that was looked into, the first included; `''`: the folder itself. */
  readonly folders: string[];
}

function isLeftOut(path: string, skip: readonly string[]): boolean {
  const isHidden = path.split('/').some((name) => name.startsWith('.') || name === 'node_modules');
  return isHidden || skip.some((aside) => path === aside || path.startsWith(`${aside}/`));
}

function markOf({ mtimeMs, size, ino }: Stats): Mark {
  return `${mtimeMs}:${size}:${ino}`;
}

/**
 * What is below one of the folder's own folders (`''`: all of it). A folder that cannot be read counts as empty. `onFolder` is told of each
 * before it is looked into: who listens to it from then on hears what the look is too early for.
 */
async function walk(folder: string, below: string, skip: readonly string[], onFolder?: (path: string) => void): Promise<Walked> {
  const marks = new Map<string, Mark>();
  const folders: string[] = [];
  const visit = async (path: string, depth: number): Promise<void> => {
    folders.push(path);
    onFolder?.(path);
    const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(() => []);
    await Promise.all(
      entries.map(async (entry) => {
        const inside = path === '' ? entry.name : `${path}/${entry.name}`;
        if (isLeftOut(inside, skip)) return;
        if (entry.isDirectory() && depth < DEEPEST) await visit(inside, depth + 1);
        if (!entry.isFile()) return;
        const info = await stat(join(folder, inside)).catch(() => null);
        if (info) marks.set(inside, markOf(info));
      }),
    );
  };
  await visit(below, below === '' ? 0 : below.split('/').length);
  return { marks, folders };
}

/** Marks of all files below a folder; hidden ones, `node_modules` and `skip`ped top folders left out. */
export async function snapshot(folder: string, skip: readonly string[] = []): Promise<Snapshot> {
  return (await walk(folder, '', skip)).marks;
}

export function compare(before: Snapshot, after: Snapshot): Changes {
  return {
    changed: [...after].filter(([path, mark]) => before.get(path) !== mark).map(([path]) => path),
    gone: [...before.keys()].filter((path) => !after.has(path)),
  };
}

export interface WatchOptions {
  readonly skip: readonly string[];
  readonly first: Snapshot;
  readonly onChange: (changes: Changes, now: Snapshot) => void;
  /** How long a folder must be quiet before it is looked at; milliseconds. */
  readonly quiet?: number;
  /** How often all of it is looked at whatever is noticed, at the least; milliseconds. */
  readonly poll?: number;
}

export interface Watcher {
  /** Looks at all of it at once. */
  readonly check: () => Promise<void>;
  /** Takes back that a file is known, and looks soon: if it is there, it counts as changed. */
  readonly forget: (path: string) => void;
  readonly close: () => void;
}

/** A look at everything may take a fiftieth of the time: a folder of 50,000 files is a second's work. */
const LOOKING_SHARE = 50;

/**
 * Tells what changed below a folder. The system's notices only say where to look; what changed is found by comparing marks, and
 * everything is looked at now and then, so a notice lost (network drives, full queues) costs seconds and never a change.
 */
export function watchFolder(folder: string, { skip, first, onChange, quiet = 60, poll }: WatchOptions): Watcher {
  let last = first;
  let closed = false;
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<unknown> = Promise.resolve();
  /** Paths that something was noticed of; null: everything. */
  let noticed: Set<string> | null = new Set();

  const notices = openNotices(folder, (path) => {
    if (path === null) noticed = null;
    else noticed?.add(path);
    soon();
  });

  const tell = (changes: Changes, now: Snapshot): void => {
    if (closed) return;
    last = now;
    if (changes.changed.length + changes.gone.length > 0) onChange(changes, now);
  };
  const listenTo = (below: string): void => {
    if (!closed) notices.also(below);
  };
  const lookAtAll = async (): Promise<void> => {
    noticed = new Set();
    const { marks, folders } = await walk(folder, '', skip, listenTo);
    if (!closed) notices.of(folders);
    tell(compare(last, marks), marks);
  };
  const lookAt = async (paths: ReadonlySet<string>): Promise<void> => {
    const gone = new Set<string>();
    const found: [string, Mark][] = [];
    for (const path of outermost(paths)) {
      if (isLeftOut(path, skip)) continue;
      // Links are left out, as a walk leaves them.
      const info = await lstat(join(folder, path)).catch(() => null);
      const depth = path.split('/').length;
      if (info?.isFile() && depth <= DEEPEST + 1) found.push([path, markOf(info)]);
      else gone.add(path);
      if (!info?.isDirectory() || depth > DEEPEST) continue;
      const { marks } = await walk(folder, path, skip, listenTo);
      for (const one of marks) found.push(one);
    }
    // Not before everything has been looked at: meanwhile a file may have been forgotten.
    const before = last;
    const now = new Map(before);
    // A file that has gone had nothing below it.
    const foldersGone = new Set([...gone].filter((path) => !now.delete(path)));
    if (foldersGone.size > 0) for (const known of before.keys()) if (isBelow(known, foldersGone)) now.delete(known);
    for (const [path, mark] of found) now.set(path, mark);
    tell(compare(before, now), now);
  };
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = looking.then(task, task);
    looking = turn.catch(() => undefined);
    return turn;
  };
  const check = (): Promise<void> => inTurn(lookAtAll);
  const lookWhereNoticed = (): Promise<void> => {
    const paths = noticed;
    if (paths === null) return lookAtAll();
    noticed = new Set();
    return lookAt(paths);
  };
  const soon = (): void => {
    if (closed) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void inTurn(lookWhereNoticed), quiet);
  };

  let again: NodeJS.Timeout | null = null;
  const nowAndThen = (wait: number): void => {
    again = setTimeout(() => {
      const started = performance.now();
      void check().then(() => {
        if (!closed) nowAndThen(Math.max(poll ?? (notices.isOn() ? 5000 : 1500), (performance.now() - started) * LOOKING_SHARE));
      });
    }, wait);
    again.unref();
  };
  nowAndThen(poll ?? 1500);

  return {
    check,
    forget: (path) => {
      last = new Map([...last].filter(([known]) => known !== path));
      noticed?.add(path);
      soon();
    },
    close: () => {
      closed = true;
      notices.close();
      if (again) clearTimeout(again);
      if (timer) clearTimeout(timer);
    },
  };
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) if (folders.has(path.slice(0, end))) return true;
  return false;
}

/** Paths without those that lie below another of them. */
function outermost(paths: ReadonlySet<string>): string[] {
  return [...paths].filter((path) => !isBelow(path, paths));
}

/** The system's notices of a folder. */
interface Notices {
  /** These are all its folders now. */
  readonly of: (folders: readonly string[]) => void;
  /** This is one of them. */
  readonly also: (below: string) => void;
  /** Whether changes are noticed: some file systems give no notices, and there is an end to how many folders can be watched. */
  readonly isOn: () => boolean;
  readonly close: () => void;
}

/**
 * `onNotice` is given the path that something happened to, below the folder and with `/` between parts; null where that is not known.
 * Linux watches single folders; asked for all below one, Node would watch each file by itself.
 */
function openNotices(folder: string, onNotice: (path: string | null) => void): Notices {
  const watchers = new Map<string, FSWatcher>();
  const recursive = process.platform !== 'linux';
  let on = true;
  const close = (): void => {
    on = false;
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
  const start = (below: string): void => {
    if (!on || watchers.has(below)) return;
    try {
      const watcher = watch(join(folder, below), { recursive, persistent: false }, (_, name) => {
        const path = name?.toString().replaceAll('\\', '/') ?? null;
        onNotice(path === null || below === '' ? path : `${below}/${path}`);
      });
      watchers.set(below, watcher);
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(below);
        onNotice(null);
        // Of the folder itself, or of all below it: there is nothing left to hear.
        if (below === '') on = false;
      });
    } catch (error) {
      // A folder that has gone meanwhile is no reason; that no more can be watched is.
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') close();
    }
  };
  const also = (below: string): void => {
    if (!recursive) start(below);
  };
  start('');
  return {
    also,
    of: (folders) => {
      const now = new Set(folders);
      for (const [below, watcher] of watchers) {
        if (recursive || now.has(below)) continue;
        watcher.close();
        watchers.delete(below);
      }
      folders.forEach(also);
    },
    isOn: () => on,
    close,
  };
}
