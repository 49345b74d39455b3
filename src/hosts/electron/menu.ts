import type { MenuItemConstructorOptions } from 'electron';
import { ACTIONS, type Action, type ActionName } from '../../api/actions.ts';
import { STRINGS } from './strings.ts';

type Platform = 'mac' | 'windows' | 'linux';
type Item = MenuItemConstructorOptions;
type Section = NonNullable<Action['menu']>;

export interface MenuState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface MenuOptions {
  readonly platform: Platform;
  readonly state: MenuState;
  /** An entry was chosen. */
  readonly run: (action: ActionName) => void;
  /** Reload and developer tools; never in the packaged app. */
  readonly developer: boolean;
}

/** Groups of entries, a line between each. Every action with a menu stands in exactly one; a test keeps this. */
const LAYOUT: Readonly<Record<Section, readonly (readonly ActionName[])[]>> = {
  file: [
    ['new-briefing', 'open-briefing', 'open-workspace'],
    ['add-article', 'new-article'],
    ['save', 'rename'],
    ['again', 'duplicate', 'remove-briefing', 'restore-briefing'],
    ['export', 'handover', 'times'],
    ['merge', 'compare', 'adopt'],
  ],
  edit: [
    ['undo', 'redo'],
    ['search', 'edit-wording', 'trim'],
  ],
  insert: [['own-slide']],
  view: [
    ['templates', 'details'],
    ['go-library', 'go-order', 'go-preview', 'go-problems'],
    ['next-slide', 'previous-slide'],
    ['appearance'],
  ],
  help: [['keys']],
};

const LINE: Item = { type: 'separator' };

/** Keys without ⌘ or Ctrl belong to whatever has the focus; the menu only shows them. */
function isBare(key: string): boolean {
  return !/CmdOrCtrl|Ctrl|Cmd|Alt/.test(key);
}

/** A key as the menu has it. A Mac's menu takes every key it shows, so bare keys are left out there. */
function keyOf(key: string | null, platform: Platform): Pick<Item, 'accelerator' | 'registerAccelerator'> {
  if (key === null || (isBare(key) && platform === 'mac')) return {};
  return isBare(key) ? { accelerator: key, registerAccelerator: false } : { accelerator: key };
}

function isEnabled(action: ActionName, state: MenuState): boolean {
  if (action === 'undo') return state.canUndo;
  return action === 'redo' ? state.canRedo : true;
}

function entries(section: Section, { platform, state, run }: MenuOptions): Item[][] {
  return LAYOUT[section].map((group) =>
    group.map((action) => ({
      id: action,
      label: ACTIONS[action].label,
      // A Mac's text fields take ⌘Z from the menu, so there it is never grey.
      enabled: platform === 'mac' || isEnabled(action, state),
      click: () => run(action),
      ...keyOf(ACTIONS[action].key, platform),
    })),
  );
}

function joined(groups: readonly (readonly Item[])[]): Item[] {
  return groups.filter((group) => group.length > 0).flatMap((group, i) => (i === 0 ? group : [LINE, ...group]));
}

/** A top menu. Elsewhere than on a Mac, Alt with the first letter opens it. */
function menu(section: Section, platform: Platform, groups: readonly (readonly Item[])[]): Item {
  const label = STRINGS.menus[section];
  return { id: section, label: platform === 'mac' ? label : `&${label}`, submenu: joined(groups) };
}

const ABOUT: Item = { role: 'about', label: STRINGS.about };

const MAC_APP: Item = {
  id: 'app',
  label: STRINGS.name,
  submenu: joined([
    [ABOUT],
    [{ role: 'services' }],
    [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }],
    [{ role: 'quit', label: STRINGS.quit }],
  ]),
};

/** The menu bar, by the platform's custom: an application and a Window menu on a Mac, Exit and About in File and Help elsewhere. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { platform, developer } = options;
  const mac = platform === 'mac';
  const [undoing = [], ...editing] = entries('edit', options);
  const clipboard: Item[] = [
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    ...(mac ? [{ role: 'pasteAndMatchStyle' } as const] : []),
    { role: 'selectAll' },
  ];
  const leaving: Item = mac
    ? { role: 'close' }
    : { role: 'quit', label: STRINGS.exit, ...(platform === 'linux' ? { accelerator: 'Ctrl+Q' } : {}) };
  const zoom: Item[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }];
  const tools: Item[] = developer ? [{ role: 'reload' }, { role: 'toggleDevTools' }] : [];
  return [
    ...(mac ? [MAC_APP] : []),
    menu('file', platform, [...entries('file', options), [leaving]]),
    menu('edit', platform, [undoing, clipboard, ...editing]),
    menu('insert', platform, entries('insert', options)),
    menu('view', platform, [...entries('view', options), zoom, tools]),
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    menu('help', platform, [...entries('help', options), mac ? [] : [ABOUT]]),
  ];
}
