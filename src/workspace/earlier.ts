import { LecternError } from '../core/base/errors.ts';
import type { Preference } from '../core/layout/index.ts';
import { exists, LARGEST_DECK, readBytes } from './files.ts';

/** How an earlier deck was arranged; asked only where there is something to choose. */
export type Prefer = () => Promise<Preference | null>;

/** How a presenter's .pptx of ours was arranged; null of any other file. What is wrong with it is said where it is needed for more. */
export function asIn(bytes: Uint8Array): Prefer {
  return async () => {
    const { chosenLayouts } = await import('../core/write/pptx/index.ts');
    try {
      const layouts = chosenLayouts(bytes);
      return layouts.size === 0 ? null : { layouts, hold: 'firm' };
    } catch (error) {
      if (error instanceof LecternError) return null;
      throw error;
    }
  };
}

/** The same of a file; null where none stands there. */
export function asInFile(path: string): Prefer {
  return async () => {
    if (!(await exists(path))) return null;
    try {
      return await asIn(await readBytes(path, { limit: LARGEST_DECK }))();
    } catch (error) {
      if (error instanceof LecternError) return null;
      throw error;
    }
  };
}
