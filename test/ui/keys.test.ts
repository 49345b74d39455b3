import { describe, expect, it } from 'vitest';
import { ACTION_NAMES, keyOf } from '../../src/api/actions.ts';
import { actionFor, readable, type Press } from '../../src/ui/keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, ctrl: false, meta: false, shift: false, alt: false, ...more });

describe('keys', () => {
  it('mean the same by ⌘ on a Mac and by Ctrl elsewhere', () => {
    expect(actionFor(press('s', { meta: true }), { platform: 'mac', kind: 'web' }, false)).toBe('save');
    expect(actionFor(press('s', { ctrl: true }), { platform: 'linux', kind: 'web' }, false)).toBe('save');
    expect(actionFor(press('s', { ctrl: true }), { platform: 'mac', kind: 'web' }, false)).toBeNull();
  });

  it('tell Shift apart, but not for signs', () => {
    expect(actionFor(press('Z', { ctrl: true, shift: true }), { platform: 'windows', kind: 'web' }, false)).toBe('redo');
    expect(actionFor(press('z', { ctrl: true }), { platform: 'windows', kind: 'web' }, false)).toBe('undo');
    expect(actionFor(press('?', { shift: true }), { platform: 'linux', kind: 'web' }, false)).toBe('keys');
    expect(actionFor(press('?'), { platform: 'linux', kind: 'web' }, false)).toBe('keys');
  });

  it('of one letter are letters where something is typed', () => {
    expect(actionFor(press('?', { shift: true }), { platform: 'linux', kind: 'web' }, true)).toBeNull();
    expect(actionFor(press('e'), { platform: 'linux', kind: 'web' }, true)).toBeNull();
    expect(actionFor(press('f', { ctrl: true }), { platform: 'linux', kind: 'web' }, true)).toBe('search');
  });

  it('are given to one action each', () => {
    for (const kind of ['electron', 'web'] as const) {
      const keys = ACTION_NAMES.flatMap((name) => keyOf(name, kind) ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('are none that a browser keeps to itself, where the app runs in one', () => {
    const reserved = ['N', 'T', 'W', 'Q', 'Shift+N', 'Shift+T', 'Shift+P', 'Shift+W', 'Tab'].map((key) => `CmdOrCtrl+${key}`);
    expect(ACTION_NAMES.map((name) => keyOf(name, 'web')).filter((key) => key !== null && reserved.includes(key))).toEqual([]);
  });

  it('are written as each platform writes them', () => {
    expect(readable('CmdOrCtrl+Shift+N', 'mac')).toBe('⇧⌘N');
    expect(readable('CmdOrCtrl+Shift+N', 'linux')).toBe('Ctrl+Shift+N');
  });
});
