import { ACTION_NAMES, keyOf, type ActionName } from '../api/actions.ts';

/** A key press, from this page or from the preview's frame. */
export interface Press {
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** Whether the platform's command key is ⌘. */
export type Platform = 'mac' | 'windows' | 'linux';

function matches(press: Press, accelerator: string, platform: Platform): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const command = parts.includes('CmdOrCtrl');
  const wantMeta = command && platform === 'mac';
  const wantCtrl = command && platform !== 'mac';
  if (press.ctrl !== wantCtrl || press.meta !== wantMeta || press.alt !== parts.includes('Alt')) return false;
  // A sign such as ? needs Shift on some keyboards and not on others.
  const sign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!sign && press.shift !== parts.includes('Shift')) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** What the keys depend on: where the app runs. */
export interface Keyboard {
  readonly platform: Platform;
  readonly kind: 'electron' | 'web';
}

/** What a key press asks for. Keys without a command key count only where nothing is typed. */
export function actionFor(press: Press, { platform, kind }: Keyboard, typing: boolean): ActionName | null {
  for (const name of ACTION_NAMES) {
    const key = keyOf(name, kind);
    if (key === null || !matches(press, key, platform)) continue;
    if (typing && !key.includes('CmdOrCtrl')) continue;
    return name;
  }
  // Windows' own second key for redo.
  if (matches(press, 'CmdOrCtrl+Y', platform)) return 'redo';
  return null;
}

const SIGNS: Readonly<Record<string, { readonly mac: string; readonly other: string }>> = {
  CmdOrCtrl: { mac: '⌘', other: 'Ctrl' },
  Shift: { mac: '⇧', other: 'Shift' },
  Alt: { mac: '⌥', other: 'Alt' },
  PageDown: { mac: 'Page Down', other: 'Page Down' },
  PageUp: { mac: 'Page Up', other: 'Page Up' },
};

/** A key as people read it: `Ctrl+Shift+N`, `⇧⌘N`. */
export function readable(accelerator: string, platform: Platform): string {
  const parts = accelerator.split('+').map((part) => SIGNS[part]?.[platform === 'mac' ? 'mac' : 'other'] ?? part);
  if (platform !== 'mac') return parts.join('+');
  return [...parts.slice(0, -1).toReversed(), parts.at(-1) ?? ''].join('');
}

/** Whether letters go into what is focused. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName);
}
