/**
 * Threat: a page (or what an article got into it) asks for `..%2f..%2fetc/passwd`, `C:\…`, a NUL, a folder whose name merely
 * begins like an allowed one, or a link inside an allowed folder that leads out of it. The answer is a file inside the root or nothing.
 */
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside } from '../../workspace/real-path.ts';

/** The segments of an URL's path, decoded once; null where one could mean anything but a plain name. */
export function segmentsOf(pathname: string): readonly string[] | null {
  const segments: string[] = [];
  for (const raw of pathname.split('/').filter((part) => part !== '')) {
    let segment: string;
    try {
      segment = decodeURIComponent(raw);
    } catch {
      return null;
    }
    if (segment.startsWith('.') || /[\\/:\p{Cc}]/u.test(segment)) return null;
    segments.push(segment);
  }
  return segments;
}

/** The file below `root` that an URL's path names, links resolved; null where there is none or it lies elsewhere. */
export async function confine(root: string, pathname: string): Promise<string | null> {
  const segments = segmentsOf(pathname);
  if (segments === null || segments.length === 0) return null;
  try {
    const [home, file] = await Promise.all([realpath(root), realpath(join(root, ...segments))]);
    return isInside(home, file) ? file : null;
  } catch {
    return null;
  }
}
