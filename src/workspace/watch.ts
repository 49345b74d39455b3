import { watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Which version of a file is there: changes with any save, costs no reading. */
export type Mark = string;

/** Marks by path below the folder, `/` between parts. */
export type Snapshot = ReadonlyMap<string, Mark>;

export interface Changes {
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/** Marks of all files below a folder; hidden ones, `node_modules` and `skip`ped top folders left out. A folder that cannot be read counts as empty. */
export async function snapshot(folder: string, skip: readonly string[] = []): Promise<Snapshot> {
  const marks = new Map<string, Mark>();
  const visit = async (below: string, depth: number): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
    await Promise.all(
      entries.map(async (entry) => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.name.startsWith('.') || entry.name === 'node_modules' || skip.includes(path)) return;
        if (entry.isDirectory() && depth > 0) await visit(path, depth - 1);
        if (!entry.isFile()) return;
        const info = await stat(join(folder, path)).catch(() => null);
        if (info) marks.set(path, `${info.mtimeMs}:${info.size}:${info.ino}`);
      }),
    );
  };
  await visit('', 8);
  return marks;
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
  /** How long a folder must be quiet before it is looked at, and how often it is looked at anyway; milliseconds. */
  readonly quiet?: number;
  readonly poll?: number;
}

export interface Watcher {
  /** Looks at once. */
  readonly check: () => Promise<void>;
  /** Takes back that a file is known, and looks soon: if it is there, it counts as changed. */
  readonly forget: (path: string) => void;
  readonly close: () => void;
}

/**
 * Tells what changed below a folder. The system's notices only say when to look; what changed is found by comparing marks,
 * so a notice lost (network drives, full queues) costs seconds and never a change.
 */
export function watchFolder(folder: string, { skip, first, onChange, quiet = 60, poll }: WatchOptions): Watcher {
  let last = first;
  let closed = false;
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    const now = await snapshot(folder, skip);
    if (closed) return;
    const changes = compare(last, now);
    last = now;
    if (changes.changed.length + changes.gone.length > 0) onChange(changes, now);
  };
  const check = (): Promise<void> => (looking = looking.then(look, look));
  const soon = (): void => {
    if (closed) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void check(), quiet);
  };

  let notices: FSWatcher | null = null;
  try {
    notices = watch(folder, { recursive: true, persistent: false }, soon);
    notices.on('error', () => {
      notices?.close();
      notices = null;
    });
  } catch {
    // Some file systems give no notices; then looking now and then is all there is.
  }
  const every = setInterval(() => void check(), poll ?? (notices ? 5000 : 1500));
  every.unref();

  return {
    check,
    forget: (path) => {
      last = new Map([...last].filter(([known]) => known !== path));
      soon();
    },
    close: () => {
      closed = true;
      notices?.close();
      clearInterval(every);
      if (timer) clearTimeout(timer);
    },
  };
}
