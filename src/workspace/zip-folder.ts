import { zipSync } from 'fflate';

/** A folder of files (by path below it, `/` between parts) as one .zip with the folder in it; the same files and time give the same bytes. */
export function zipFolder(name: string, files: ReadonlyMap<string, Uint8Array>, mtime = new Date(2000, 0, 1)): Uint8Array {
  const entries = Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => [`${name}/${path}`, bytes]));
  return zipSync(entries, { level: 6, mtime });
}
