import { root } from './dom.ts';
import type { App } from './types.ts';

/** Notes in CSS pixels. */
const SIZES = { smallest: 12, usual: 20, largest: 48 } as const;

let size: number = SIZES.usual;

export function notesSize(): number {
  return size;
}

export function setNotesSize(pixels: number): void {
  size = Math.max(SIZES.smallest, Math.min(SIZES.largest, pixels));
  root.style.setProperty('--notes', `${size}px`);
}

/**
 * What a presenter's window would lose when it is loaded anew: its clock and the size of its notes. It stands in its address, and the
 * window that opened it has it too; there is no storage to leave it in. Empty where nothing was counted or changed.
 */
export function kept(app: App): string {
  const clock = app.pace.kept();
  return clock === '' && size === SIZES.usual ? '' : `${clock}~${size}`;
}

export function takeKept(text: string, app: App): void {
  const [clock = '', pixels = ''] = text.split('~');
  app.pace.take(clock);
  if (/^\d\d$/.test(pixels)) setNotesSize(Number(pixels));
}

/** What stands behind the first `~` of an address. */
export function keptIn(hash: string): string {
  return /~(.*)/.exec(hash)?.[1] ?? '';
}
