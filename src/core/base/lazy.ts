/**
 * Constants that are made at their first use, because making them takes time and most runs never need them: compiled patterns, tables by
 * language, objects of `Intl`.
 *
 * They are no hidden state as long as two things hold, and whoever writes one sees to it: `make` depends on constants alone (not on an
 * input, an option or what happened before), and nothing changes what it made. Then it cannot be told from outside whether a value
 * was made now or earlier, and what is kept never grows with what the program is given. What depends on an input is kept by an object that
 * the caller makes and passes (`LayoutMemory`, `PackCache`), or not at all; test/architecture.test.ts looks after it.
 */

/** A value that is made at the first call, and the same one from then on. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** A table whose rows are made one by one, each at its first use; undefined for a key that it has no row for. */
export function lazyTable<K extends string, T>(keys: readonly K[], make: (key: K) => T): (key: string) => T | undefined {
  const rows = new Map<string, () => T>(keys.map((key) => [key, lazy(() => make(key))]));
  return (key) => rows.get(key)?.();
}
