import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { ACTIONS, type ActionName } from '../../../src/api/actions.ts';
import { menuTemplate } from '../../../src/hosts/electron/menu.ts';

type Platform = 'mac' | 'windows' | 'linux';
type Item = MenuItemConstructorOptions;

const chosen: ActionName[] = [];

function menus(platform: Platform, canUndo = true, developer = false): Item[] {
  return menuTemplate({ platform, state: { canUndo, canRedo: true }, run: (action) => chosen.push(action), developer });
}

function flat(items: readonly Item[]): Item[] {
  return items.flatMap((item) => (Array.isArray(item.submenu) ? flat(item.submenu) : [item]));
}

function find(platform: Platform, id: string, canUndo = true): Item | undefined {
  return flat(menus(platform, canUndo)).find((item) => item.id === id);
}

const MENU_ACTIONS = Object.keys(ACTIONS) as ActionName[];

describe.each(['mac', 'windows', 'linux'] as const)('the menu bar on %s', (platform) => {
  it('has every action once, in the menu the table says, with the table’s words', () => {
    const places = menus(platform).flatMap((top) =>
      flat([top]).flatMap((item) => (item.id !== undefined && item.id in ACTIONS ? [[item.id, top.id, item.label]] : [])),
    );
    const expected = MENU_ACTIONS.map((name) => [name, ACTIONS[name].menu, ACTIONS[name].label]);
    expect(places.sort()).toEqual(expected.sort());
  });

  it('shows the table’s key beside each entry that can have one', () => {
    const wrong = MENU_ACTIONS.filter((name) => {
      const { key } = ACTIONS[name];
      const bare = key !== null && !key.includes('CmdOrCtrl');
      return find(platform, name)?.accelerator !== (platform === 'mac' && bare ? undefined : (key ?? undefined));
    });
    expect(wrong).toEqual([]);
  });

  it('leaves keys without Ctrl or ⌘ to what has the focus', () => {
    for (const name of ['edit-wording', 'next-slide', 'keys']) {
      const item = find(platform, name);
      expect(item?.accelerator === undefined || item.registerAccelerator === false).toBe(true);
    }
  });

  it('gives no key twice', () => {
    const keys = flat(menus(platform, true, true)).flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]));
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('says what was chosen', () => {
    chosen.length = 0;
    const click = find(platform, 'export')?.click as (() => void) | undefined;
    click?.();
    expect(chosen).toEqual(['export']);
  });

  it('has the clipboard’s entries, and tools for developers only when asked', () => {
    const roles = (developer: boolean): unknown[] => flat(menus(platform, true, developer)).map((item) => item.role);
    expect(roles(false)).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'about', 'quit', 'zoomIn']));
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toContain('toggleDevTools');
  });

  it('has no line at either end of a menu, and no two together', () => {
    for (const { submenu } of menus(platform)) {
      const kinds = (Array.isArray(submenu) ? submenu : []).map((item) => (item.type === 'separator' ? '-' : 'x')).join('');
      expect(kinds).not.toMatch(/^-|-$|--/);
    }
  });
});

it('a Mac has its application menu first and a Window menu; elsewhere File is first and Alt opens it', () => {
  expect(menus('mac').map((top) => top.label ?? top.role)).toEqual(['Lectern', 'File', 'Edit', 'Insert', 'View', 'windowMenu', 'Help']);
  expect(menus('windows').map((top) => top.label)).toEqual(['&File', '&Edit', '&Insert', '&View', '&Help']);
});

it('undo is grey when there is nothing to undo, but on a Mac, whose text fields need it', () => {
  expect(find('windows', 'undo', false)?.enabled).toBe(false);
  expect(find('windows', 'undo', true)?.enabled).toBe(true);
  expect(find('mac', 'undo', false)?.enabled).toBe(true);
});
