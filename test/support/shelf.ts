import type { Locks, Shelf } from '../../src/ui/kept.ts';

/** A browser's storage in memory. `full`: it takes nothing any more. */
export function shelf(full = false): Shelf & { readonly names: () => string[] } {
  const items = new Map<string, string>();
  return {
    names: () => [...items.keys()],
    get length() {
      return items.size;
    },
    key: (i) => [...items.keys()][i] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      items.set(name, value);
    },
    removeItem: (name) => void items.delete(name),
  };
}

/** A browser's locks among pages: exclusive ones, which it gives back when their page closes. */
export function fakeLocks(): { readonly page: () => { readonly locks: Locks; readonly close: () => void } } {
  const held = new Map<string, { readonly page: object; readonly free: () => void }>();
  const waiting: (() => void)[] = [];
  const page = (): { readonly locks: Locks; readonly close: () => void } => {
    const self = { isOpen: true };
    const release = (name: string): void => {
      held.get(name)?.free();
      held.delete(name);
      for (const go of waiting.splice(0)) go();
    };
    const request = async (name: string, ...rest: unknown[]): Promise<unknown> => {
      const task = rest.at(-1) as (lock: Lock | null) => unknown;
      const ifAvailable = rest.length > 1 && (rest[0] as LockOptions).ifAvailable === true;
      // As in a browser, it is decided elsewhere, later.
      await Promise.resolve();
      while (held.has(name) || !self.isOpen) {
        if (!self.isOpen) return new Promise(() => undefined);
        if (ifAvailable) return task(null);
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      const gone = new Promise<void>((free) => held.set(name, { page: self, free }));
      try {
        return await Promise.race([task({ name, mode: 'exclusive' }), gone]);
      } finally {
        if (held.get(name)?.page === self) release(name);
      }
    };
    const query = (): Promise<LockManagerSnapshot> =>
      Promise.resolve({ held: [...held.keys()].map((name) => ({ name, mode: 'exclusive' as const, clientId: '' })), pending: [] });
    return {
      locks: { request: request, query },
      close: () => {
        self.isOpen = false;
        [...held].filter(([, lock]) => lock.page === self).forEach(([name]) => release(name));
      },
    };
  };
  return { page };
}
