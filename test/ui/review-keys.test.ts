import { describe, expect, it } from 'vitest';
import { ACTION_NAMES, keyOf } from '../../src/api/actions.ts';
import type { Press } from '../../src/ui/keys.ts';
import { REVIEW_ACTS, REVIEW_ACT_NAMES, REVIEW_KEY_GROUPS, reviewActFor } from '../../src/ui/review-keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, ctrl: false, meta: false, shift: false, alt: false, ...more });

describe('keys of the review', () => {
  it('are single keys, each for one act', () => {
    const keys = REVIEW_ACT_NAMES.flatMap((name) => [...REVIEW_ACTS[name].keys]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => /Ctrl|Cmd/.test(key))).toEqual([]);
  });

  it('leave the app’s own keys alone, but those that mean the same', () => {
    const own = new Set<string>(REVIEW_ACT_NAMES.flatMap((name) => [...REVIEW_ACTS[name].keys]));
    const both = ACTION_NAMES.filter((name) => own.has(keyOf(name, 'web') ?? ''));
    expect(both.sort()).toEqual(['edit-wording', 'next-slide', 'previous-slide']);
  });

  it('tell Shift and Alt apart, and mean nothing with Ctrl or ⌘', () => {
    expect(reviewActFor(press('n'))).toEqual({ do: 'move', move: 'next' });
    expect(reviewActFor(press('N', { shift: true }))).toEqual({ do: 'move', move: 'previous' });
    expect(reviewActFor(press('ArrowUp', { alt: true }))).toEqual({ do: 'step', command: 'move-up' });
    expect(reviewActFor(press('ArrowUp'))).toEqual({ do: 'move', move: 'up' });
    expect(reviewActFor(press('a', { ctrl: true }))).toBeNull();
    expect(reviewActFor(press('z', { meta: true }))).toBeNull();
  });

  it('choose by number', () => {
    expect(reviewActFor(press('3'))).toEqual({ do: 'step', command: 'choose', choice: 2 });
    expect(reviewActFor(press('0'))).toBeNull();
  });

  it('are each in one group of the keys sheet', () => {
    expect(Object.values(REVIEW_KEY_GROUPS).flat().sort()).toEqual([...REVIEW_ACT_NAMES].sort());
  });
});
