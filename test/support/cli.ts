import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { run } from '../../src/hosts/cli/program.ts';
import { resourcesBelow } from '../../src/workspace/resources.ts';
import { openStore, type Store } from '../../src/workspace/store/index.ts';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** With a home that goes with the tests, which leave nothing in the user's own. */
export const STORE = openStore(join(inject('homes'), String(process.pid)));

/** Runs one command line in a folder, as the process would, and gives back what it printed. */
export function lectern(folder: string, ...args: string[]): Promise<Ran> {
  return lecternAt(STORE, folder, ...args);
}

/** With a store of its own. */
export async function lecternAt(store: Store, folder: string, ...args: string[]): Promise<Ran> {
  const printed = { out: '', err: '' };
  const status = await run(args, {
    resources: resourcesBelow(process.cwd()),
    store,
    folder,
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    terminal: false,
    now: () => 0,
    date: () => new Date(2026, 2, 5, 14, 30),
  });
  return { status, ...printed };
}

/** A folder of its own for one test, with these files (path → content) in it; removed afterwards. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
