import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { LecternError, problem } from '../core/base/errors.ts';

/** Whether `path` is `root` or lies in it, by whole segments: `/data` does not hold `/database`. Both absolute. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** As many links may lead to each other as Linux follows. */
const MOST_LINKS = 40;

function linkAt(path: string): string | null {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? resolve(dirname(path), readlinkSync(path)) : null;
}

/**
 * Where a path leads with all links followed, whether or not anything is there: of a link to nothing, the place that it names.
 * Throws what the operating system says.
 */
export function realPlace(path: string, links = MOST_LINKS): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
    const link = linkAt(path);
    if (link !== null && links > 0) return realPlace(link, links - 1);
    const above = dirname(path);
    return link !== null || above === path ? path : join(realPlace(above, links), basename(path));
  }
}

/** The real place of a path, which must lie in `root` with all links followed. Throws `file/outside`. */
export function realPlaceWithin(root: string, path: string): string {
  const place = realPlace(path);
  if (isInside(realPlace(root), place)) return place;
  throw new LecternError(
    problem('file/outside', {
      message: 'a link leads out of the folder that this file must lie in',
      place: { file: path },
      allowed: root,
      hint: 'Put the file itself there in place of the link.',
    }),
  );
}
