import { describe, expect, it } from 'vitest';
import { MERGE_ACT_NAMES, MERGE_ACTS, mergeActFor } from '../../src/ui/merge-keys.ts';

const press = (key: string, more = {}): ReturnType<typeof mergeActFor> =>
  mergeActFor({ key, ctrl: false, meta: false, shift: false, alt: false, ...more });

describe('keys of the merge screen', () => {
  it('have one meaning each, and every act has one', () => {
    const keys = MERGE_ACT_NAMES.flatMap((name) => [...MERGE_ACTS[name].keys]);
    expect(new Set(keys).size).toBe(keys.length);
    for (const name of MERGE_ACT_NAMES) for (const key of MERGE_ACTS[name].keys) expect(press(key)).toBe(MERGE_ACTS[name].act);
  });

  it('are what they write, in small letters, too, and nothing with another key', () => {
    expect(press('j')).toEqual({ do: 'move', by: 1 });
    for (const more of [{ ctrl: true }, { meta: true }, { alt: true }, { shift: true }]) expect(press('j', more)).toBeNull();
    expect(press('Tab')).toBeNull();
  });
});
