import { constants } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** What changes something on the disk; `write`: what goes into an opened file. Opening to read is none. */
export type DiskStep = 'open' | 'write' | 'sync' | 'rename' | 'link' | 'rm' | 'rmdir' | 'mkdir' | 'copyFile' | 'writeFile';
const PLAIN = ['rename', 'link', 'rm', 'rmdir', 'mkdir', 'copyFile', 'writeFile'] as const;

/**
 * Has a function asked before each step of Node's promised file system in this process, for whoever has imported it. What it throws is
 * what the step throws; of a write half has been written by then. Answers how to take it away again.
 */
export function beforeDiskSteps(ask: (step: DiskStep, path: string) => void): () => void {
  const before = { ...fs };
  for (const name of PLAIN) {
    const real = fs[name] as (...args: unknown[]) => Promise<unknown>;
    Object.assign(fs, {
      [name]: async (...args: unknown[]) => {
        ask(name, String(args[0]));
        return real(...args);
      },
    });
  }
  Object.assign(fs, {
    open: async (...args: Parameters<typeof fs.open>) => {
      const [path, flags] = args;
      const reads = typeof flags === 'number' ? (flags & (constants.O_WRONLY | constants.O_RDWR)) === 0 : (flags ?? 'r') === 'r';
      if (!reads) ask('open', String(path));
      return watched(await before.open(...args), String(path));
    },
  });
  const takeAway = (): void => {
    Object.assign(fs, before);
    syncBuiltinESMExports();
  };
  syncBuiltinESMExports();

  const watched = (handle: FileHandle, path: string): FileHandle => {
    const write = handle.writeFile.bind(handle);
    const sync = handle.sync.bind(handle);
    handle.writeFile = async (content) => {
      const bytes = Buffer.from(content as Uint8Array);
      await write(bytes.subarray(0, bytes.length / 2));
      ask('write', path);
      await write(bytes.subarray(bytes.length / 2));
    };
    handle.sync = async () => {
      ask('sync', path);
      await sync();
    };
    return handle;
  };
  return takeAway;
}
