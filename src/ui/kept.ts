import type { Briefing } from './types.ts';

/** What was typed and is not known to be in its file. */
export interface Kept {
  /** The workspace's folder. */
  readonly workspace: string;
  readonly file: string;
  readonly briefing: Briefing;
  /** Hash of the file that it is based on. */
  readonly basedOn: string;
  /** States of it that were sent to the file, and of which no answer has come. */
  readonly sent: readonly Briefing[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The browser's own storage for what was typed: it is there at once, and after the page, the tab or the host has gone. */
export interface Keep {
  /** False: the browser did not take it, so that it is in the page alone. */
  readonly put: (kept: Kept) => boolean;
  readonly drop: (workspace: string, file: string) => void;
  /**
   * What this tab has kept of a file, else what the last tab did that closed without saving; that is this one's from then on. What a
   * tab has that is still open is left to it.
   */
  readonly take: (workspace: string, file: string) => Promise<Kept | null>;
}

const PREFIX = 'lectern.kept';
const TAB = 'lectern.tab';

/** A storage that may be blocked, or full: it throws then. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** By the Web Locks API a page holds its tab's name, which the browser gives back when the page goes, however it goes. */
export type Locks = Pick<LockManager, 'request' | 'query'>;
const TAKING = 'lectern.taking';
const lockOf = (tab: string): string => `${TAB} ${tab}`;

/** Holds a lock for as long as the page is there; false: another page has it. */
function hold(locks: Locks, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? null : new Promise<never>(() => undefined);
      })
      .catch(reject);
  });
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'briefing' in value &&
    typeof value.briefing === 'object' &&
    'basedOn' in value &&
    typeof value.basedOn === 'string' &&
    'sent' in value &&
    Array.isArray(value.sent) &&
    'at' in value &&
    typeof value.at === 'number'
  );
}

function quietly<T>(task: () => T, otherwise: T): T {
  try {
    return task();
  } catch {
    return otherwise;
  }
}

/** The name that a tab keeps over reloads; two tabs are two, so that neither's words take the place of the other's. */
function nameOfTab(session: Shelf | null): string {
  const known = quietly(() => session?.getItem(TAB) ?? null, null);
  return known ?? newName(session);
}

function newName(session: Shelf | null): string {
  const name = crypto.randomUUID();
  quietly(() => session?.setItem(TAB, name), undefined);
  return name;
}

/**
 * `local` outlives the tab, `session` a reload of it; null where the browser has none for this page. Without `locks` no tab is known to
 * be open, and any other's words are taken.
 */
export function createKeep(local: Shelf | null, session: Shelf | null, locks: Locks | null = null): Keep {
  let tab = nameOfTab(session);
  const ending = (workspace: string, file: string): string => `\n${workspace}\n${file}`;
  const own = (workspace: string, file: string): string => `${PREFIX}\n${tab}${ending(workspace, file)}`;

  /** A duplicate of a tab begins with what that has in its session: it needs a name of its own. */
  const named = async (): Promise<void> => {
    if (!locks || (await hold(locks, lockOf(tab)))) return;
    tab = newName(session);
    await hold(locks, lockOf(tab));
  };
  const ready = named().catch(() => undefined);

  const openTabs = async (): Promise<ReadonlySet<string>> => {
    const { held = [] } = (await locks?.query()) ?? {};
    return new Set(held.map(({ name }) => name ?? ''));
  };

  const read = (name: string): Kept | null =>
    quietly(() => {
      const value: unknown = JSON.parse(local?.getItem(name) ?? 'null');
      return isKept(value) ? value : null;
    }, null);

  const others = (workspace: string, file: string): { readonly name: string; readonly by: string; readonly kept: Kept }[] => {
    const names = Array.from({ length: local?.length ?? 0 }, (_, i) => local?.key(i) ?? '');
    const found = names.filter((name) => name.startsWith(`${PREFIX}\n`) && name.endsWith(ending(workspace, file)));
    return found.flatMap((name) => {
      const kept = read(name);
      return kept ? [{ name, by: name.split('\n')[1] ?? '', kept }] : [];
    });
  };

  const put = (kept: Kept): boolean =>
    quietly(() => {
      local?.setItem(own(kept.workspace, kept.file), JSON.stringify(kept));
      return local !== null;
    }, false);

  return {
    put,
    drop: (workspace, file) => quietly(() => local?.removeItem(own(workspace, file)), undefined),
    take: async (workspace, file) => {
      await ready;
      const mine = read(own(workspace, file));
      if (mine) return mine;
      const takeLast = async (): Promise<Kept | null> => {
        const open = await openTabs();
        const [last] = quietly(() => others(workspace, file), [])
          .filter(({ by }) => !open.has(lockOf(by)))
          .sort((a, b) => b.kept.at - a.kept.at);
        if (!last) return null;
        if (put(last.kept)) quietly(() => local?.removeItem(last.name), undefined);
        return last.kept;
      };
      // One tab after the other, so that two which open the same file do not both have it.
      return locks ? locks.request(TAKING, takeLast) : takeLast();
    },
  };
}

/** The browser's storages, where it lets this page have them. */
export function browserKeep(): Keep {
  return createKeep(
    quietly(() => localStorage, null),
    quietly(() => sessionStorage, null),
    // None in an old browser, or where the page's address is not trusted.
    (navigator as { readonly locks?: LockManager }).locks ?? null,
  );
}
