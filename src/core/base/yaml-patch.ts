import { isMap, isScalar, isSeq, parseDocument, stringify, type Document, type YAMLMap, type YAMLSeq } from 'yaml';

type Fields = Readonly<Record<string, unknown>>;

/** What an item of a list is known by when the list changes; null for what is known by its words alone. */
export type Identity = (item: unknown) => string | null;

const OPTIONS = { lineWidth: 0, aliasDuplicateObjects: false } as const;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

interface Patch {
  readonly document: Document;
  readonly identity: Identity;
}

/** A node that says what `now` says: the one there was, changed, where it can say it. */
function patched(node: unknown, was: unknown, now: unknown, patch: Patch): unknown {
  if (isSame(was, now) && node !== undefined) return node;
  if (isMap(node) && isFields(was) && isFields(now)) {
    patchMap(node, was, now, patch);
    return node;
  }
  if (isSeq(node) && Array.isArray(was) && Array.isArray(now) && node.items.length === was.length) {
    patchSeq(node, was, now, patch);
    return node;
  }
  if (isScalar(node) && !isFields(now) && !Array.isArray(now)) {
    node.value = now;
    return node;
  }
  return patch.document.createNode(now, { aliasDuplicateObjects: false });
}

function patchMap(map: YAMLMap, was: Fields, now: Fields, patch: Patch): void {
  for (const key of Object.keys(was)) if (!Object.hasOwn(now, key)) map.delete(key);
  for (const [key, value] of Object.entries(now)) {
    if (!isSame(was[key], value)) map.set(key, patched(map.get(key, true), was[key], value, patch));
  }
}

/** Items keep their nodes, and so their comments, wherever they go: by their words, else by what they are known by. */
function patchSeq(seq: YAMLSeq, was: readonly unknown[], now: readonly unknown[], patch: Patch): void {
  const free = new Set(was.keys());
  const take = (test: (item: unknown) => boolean): number | null => {
    const found = [...free].find((index) => test(was[index]));
    if (found === undefined) return null;
    free.delete(found);
    return found;
  };
  const same = now.map((item) => take((other) => isSame(item, other)));
  const taken = now.map((item, index) => {
    const known = patch.identity(item);
    return same[index] ?? (known === null ? null : take((other) => patch.identity(other) === known));
  });
  seq.items = now.map((item, index) => {
    const from = taken[index];
    return from == null
      ? patch.document.createNode(item, { aliasDuplicateObjects: false })
      : patched(seq.items[from], was[from], item, patch);
  });
}

/**
 * A value as YAML, written into the text that `was` was read from: what did not change keeps its words, its order and its
 * comments. Where that text is no map, the value is written by itself.
 */
export function patchYaml(before: string, was: Fields, now: Fields, identity: Identity = () => null): string {
  if (isSame(was, now)) return before;
  const document = parseDocument(before, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) return stringify(now, OPTIONS);
  patchMap(document.contents, was, now, { document, identity });
  const text = document.toString({ lineWidth: 0 });
  return before.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}
