import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { shortHash } from '../../core/base/hash.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import { readText } from '../files.ts';
import type { Store } from '../store/index.ts';

/** How many states of one file are kept; the oldest go. */
const MOST = 50;
/** Of what is written again and again while somebody types, one state is kept in so long; milliseconds. */
const APART = 120_000;

export interface State {
  readonly id: string;
  /** When it was replaced; milliseconds since 1970. */
  readonly saved: number;
  readonly characters: number;
}

/** What files said before their editor replaced it, in Lectern's own folder. */
export interface States {
  /** The newest first. */
  readonly list: (file: string) => Promise<readonly State[]>;
  /** Throws `file/missing`. */
  readonly read: (file: string, id: string) => Promise<string>;
  /** Keeps what a file says now; `isOwn`: the editor itself wrote that, so that one state in two minutes will do. Throws `file/write`. */
  readonly keep: (file: string, text: string, isOwn: boolean) => Promise<void>;
}

/** `folder`: of this workspace alone. */
export function openStates(store: Store, folder: string, now: () => number): States {
  const own = (file: string): string => join(folder, shortHash(file));
  const names = async (file: string): Promise<string[]> => {
    const found = await readdir(own(file)).catch(() => []);
    return found.filter((name) => /^\d+-\d+\.md$/.test(name)).sort((a, b) => Number(b.split('-')[0]) - Number(a.split('-')[0]));
  };
  const stateOf = (name: string): State => {
    const [saved = '0', characters = '0'] = name.replace(/\.md$/, '').split('-');
    return { id: name, saved: Number(saved), characters: Number(characters) };
  };
  return {
    list: async (file) => (await names(file)).map(stateOf),
    read: async (file, id) => {
      if (basename(id) === id && (await names(file)).includes(id)) return readText(join(own(file), id));
      throw new LecternError(
        problem('file/missing', {
          message: 'this state of the article is not kept any more',
          received: id,
          hint: `The last ${MOST} states of an article are kept; choose another.`,
        }),
      );
    },
    keep: async (file, text, isOwn) => {
      const known = await names(file);
      const [last] = known.map(stateOf);
      if (isOwn && last && now() - last.saved < APART) return;
      await store.write(join(own(file), `${now()}-${text.length}.md`), text);
      for (const name of known.slice(MOST - 1)) await rm(join(own(file), name), { force: true });
    },
  };
}
