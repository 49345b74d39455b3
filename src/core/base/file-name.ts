/**
 * What a name must be to be a file's on every machine: a name that is one on the machine it was made on may be none, or another
 * thing, on the next. Windows' rules: “Naming Files, Paths, and Namespaces” (Microsoft Learn).
 */

/** Most file systems count bytes of UTF-8, NTFS and APFS letters: what fits the first fits all. */
const LONGEST_NAME = 255;

/** Devices, with any ending too: `COM1.txt`. Windows takes the superscript digits of Latin-1 for digits. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;

export function isDeviceName(name: string): boolean {
  return DEVICE.test(name);
}

export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Why this is no file's name on every machine, as the end of a sentence; null where it is one. */
export function nameFault(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'leads to another folder';
  if (/[\\/:\p{Cc}]/u.test(name)) return 'has a character that leads to another folder or device';
  if (/[<>"|?*]/.test(name)) return 'has a character that Windows has no files with';
  if (/[. ]$/.test(name)) return 'ends in a dot or a space, which Windows leaves out';
  if (isDeviceName(name)) return 'is a device’s on Windows';
  return utf8Length(name) > LONGEST_NAME ? `is longer than ${LONGEST_NAME} bytes` : null;
}

/** Equal for names that are one file's on some machine: letters of either case, and accents written as one sign or as two. */
export function sameFileKey(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}

/** The first of these paths (`/` between parts) that takes another's place, or stands where another has a folder; null: none does. */
export function firstClash(paths: readonly string[]): string | null {
  const taken = new Set<string>();
  const folders = new Set<string>();
  for (const path of paths) {
    const key = sameFileKey(path);
    const above = key.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));
    if (taken.has(key) || folders.has(key) || above.some((folder) => taken.has(folder))) return path;
    taken.add(key);
    for (const folder of above) folders.add(folder);
  }
  return null;
}
