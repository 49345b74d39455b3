import { shortHash } from '../base/hash.ts';

export interface SlideKey {
  readonly topic: string | null;
  readonly kind: string;
}

/**
 * Ids that stay when other slides come and go: 16 hex digits over topic, kind and how many of both came before.
 * Where two keys hash alike, the one that sorts later is hashed again, so the result does not depend on the order of slides.
 */
export function slideIds(slides: readonly SlideKey[], hash: (text: string) => string = shortHash): string[] {
  const seen = new Map<string, number>();
  const keys = slides.map(({ topic, kind }) => {
    const base = `${topic ?? ''}\n${kind}`;
    const occurrence = seen.get(base) ?? 0;
    seen.set(base, occurrence + 1);
    return `${base}\n${occurrence}`;
  });
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of [...keys].sort()) {
    let id = hash(key);
    for (let probe = 1; taken.has(id); probe++) id = hash(`${key}\n${probe}`);
    taken.add(id);
    ids.set(key, id);
  }
  return keys.map((key) => ids.get(key) ?? '');
}
