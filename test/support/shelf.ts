import type { Shelf } from '../../src/ui/kept.ts';

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
