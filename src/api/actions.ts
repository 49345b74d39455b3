/**
 * Everything a person can do from a menu or a key, once for the UI and for a host with a menu bar.
 * Keys are written as Electron writes accelerators; `CmdOrCtrl` is ⌘ on a Mac. Keys of a single character work only
 * where no text is being typed.
 */
export interface Action {
  readonly label: string;
  readonly key: string | null;
  /** Another key for the app in a browser, where the browser keeps the usual one to itself. */
  readonly web?: string;
  /** The menu it stands in; null: only in the window. */
  readonly menu: 'file' | 'edit' | 'insert' | 'view' | 'help' | null;
}

export const ACTIONS = {
  'new-briefing': { label: 'New briefing', key: 'CmdOrCtrl+N', web: 'CmdOrCtrl+Shift+B', menu: 'file' },
  'open-briefing': { label: 'Open briefing…', key: 'CmdOrCtrl+O', menu: 'file' },
  'open-workspace': { label: 'Open workspace…', key: 'CmdOrCtrl+Shift+O', menu: 'file' },
  'add-article': { label: 'Add article…', key: 'CmdOrCtrl+Shift+A', menu: 'file' },
  'new-article': { label: 'New article…', key: null, menu: 'file' },
  save: { label: 'Save', key: 'CmdOrCtrl+S', menu: 'file' },
  rename: { label: 'Rename…', key: null, menu: 'file' },
  again: { label: 'Again for next week', key: null, menu: 'file' },
  duplicate: { label: 'Duplicate', key: null, menu: 'file' },
  'remove-briefing': { label: 'Delete briefing', key: null, menu: 'file' },
  'restore-briefing': { label: 'Bring back what was deleted', key: null, menu: 'file' },
  export: { label: 'Export…', key: 'CmdOrCtrl+E', menu: 'file' },
  handover: { label: 'Hand over…', key: null, menu: 'file' },
  merge: { label: 'Merge an edited deck…', key: 'CmdOrCtrl+Shift+E', menu: 'file' },
  compare: { label: 'What changed…', key: null, menu: 'file' },
  adopt: { label: 'Take over from an edited deck…', key: null, menu: 'file' },
  times: { label: 'Times of a rehearsal…', key: null, menu: 'file' },
  undo: { label: 'Undo', key: 'CmdOrCtrl+Z', menu: 'edit' },
  redo: { label: 'Redo', key: 'CmdOrCtrl+Shift+Z', menu: 'edit' },
  search: { label: 'Search the library', key: 'CmdOrCtrl+F', menu: 'edit' },
  'edit-wording': { label: 'Edit wording', key: 'E', menu: 'edit' },
  trim: { label: 'Trim to time', key: 'CmdOrCtrl+Shift+K', menu: 'edit' },
  'own-slide': { label: 'Own slide', key: 'CmdOrCtrl+Shift+M', menu: 'insert' },
  templates: { label: 'Templates…', key: 'CmdOrCtrl+K', menu: 'view' },
  details: { label: 'Briefing details…', key: 'CmdOrCtrl+I', menu: 'view' },
  'go-library': { label: 'Go to library', key: 'CmdOrCtrl+1', menu: 'view' },
  'go-order': { label: 'Go to running order', key: 'CmdOrCtrl+2', menu: 'view' },
  'go-preview': { label: 'Go to preview', key: 'CmdOrCtrl+3', menu: 'view' },
  'go-problems': { label: 'Go to problems', key: 'CmdOrCtrl+4', menu: 'view' },
  'next-slide': { label: 'Next slide', key: 'PageDown', menu: 'view' },
  'previous-slide': { label: 'Previous slide', key: 'PageUp', menu: 'view' },
  appearance: { label: 'Light or dark', key: 'CmdOrCtrl+Shift+L', menu: 'view' },
  keys: { label: 'Keyboard', key: '?', menu: 'help' },
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof ACTIONS;

export const ACTION_NAMES = Object.keys(ACTIONS) as [ActionName, ...ActionName[]];

/** The key of an action where the app runs; null: it has none. */
export function keyOf(name: ActionName, host: 'electron' | 'web'): string | null {
  const action: Action = ACTIONS[name];
  return host === 'web' ? (action.web ?? action.key) : action.key;
}
