/**
 * Threat: other users and programs of this machine see the command lines of all processes and may ask any port. So how a browser
 * comes in stands in files that the user alone may read: a page with a code that works once, which the browser is started with, and
 * the lasting secret of a port, by which pages that are open find the next start of Lectern again.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, lstat, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { entryFile } from './pages.ts';

/** Ports whose secrets are kept: of Lecterns that run at the same time, or ran before. */
const KEPT = 5;

const SECRET = /^[\w-]{32}$/;

/** How browsers come into the app on one port. */
export interface Access {
  /** The port's lasting secret. */
  readonly key: string;
  /** The file to open in a browser. */
  readonly entry: string;
  /** Writes the file anew, with the code that works from now on. */
  readonly write: (token: string) => Promise<void>;
  /** Takes the file away: nobody answers at this port any more. The secret stays for the next start. */
  readonly close: () => Promise<void>;
}

/** 24 random bytes in the letters of an address. */
export function freshSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** Whether others have no rights to it, where rights are known. */
function isPrivate({ mode, uid }: { readonly mode: number; readonly uid: number }): boolean {
  return process.platform === 'win32' || ((mode & 0o077) === 0 && uid === process.getuid?.());
}

/** Whole or not at all, and for the user alone from its first byte. */
async function writePrivately(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The secret in a file; null where there is none, or where others could have read or written it. */
async function readKey(file: string): Promise<string | null> {
  try {
    const info = await lstat(file);
    if (!info.isFile() || info.size > 100 || !isPrivate(info)) return null;
    const text = await readFile(file, 'utf8');
    return SECRET.test(text) ? text : null;
  } catch {
    return null;
  }
}

/** Ports that Lectern had before, the last first. */
export async function portsBefore(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.flatMap((name) => {
      const port = Number(/^(\d{1,5})\.key$/.exec(name)?.[1]);
      if (Number.isNaN(port)) return [];
      return [
        stat(join(folder, name)).then(
          ({ mtimeMs }) => ({ port, mtimeMs }),
          () => ({ port, mtimeMs: 0 }),
        ),
      ];
    }),
  );
  return found.sort((a, b) => b.mtimeMs - a.mtimeMs).map(({ port }) => port);
}

/** Prepares `folder` for a port that this process has. A browser that was let in there before is still known. Throws the system's errors. */
export async function openAccess(folder: string, port: number): Promise<Access> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!isPrivate(await stat(folder))) await chmod(folder, 0o700);
  const file = join(folder, `${port}.key`);
  const entry = join(folder, `${port}.html`);
  const key = (await readKey(file)) ?? freshSecret();
  // Also where it is the same: its time says which port was the last.
  await writePrivately(file, key);
  for (const old of (await portsBefore(folder)).slice(KEPT)) await rm(join(folder, `${old}.key`), { force: true });
  return {
    key,
    entry,
    write: (token) => writePrivately(entry, entryFile(port, token)),
    close: () => rm(entry, { force: true }),
  };
}
