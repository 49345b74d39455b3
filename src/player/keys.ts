import { isDialogOpen } from './dialog.ts';
import { root } from './dom.ts';
import { COMMANDS, isAllowed, type Command } from './commands.ts';
import { say } from './announce.ts';
import { options } from './help.ts';
import type { App } from './types.ts';

/** A number typed so far, until Enter or a pause. */
let typed = '';
let forget = 0;

const PAUSE = 3000;

function take(digit: string): void {
  typed = (typed + digit).slice(-4);
  clearTimeout(forget);
  forget = setTimeout(() => (typed = ''), PAUSE);
  say(`Go to ${typed}`);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Keys that a focused link or button uses itself. */
function isTaken(event: KeyboardEvent): boolean {
  const isControl = event.target instanceof Element && event.target.closest('a, button, summary') !== null;
  return isControl && (event.key === 'Enter' || event.key === ' ');
}

/** Notes that have the focus scroll as the browser does; remotes' keys still turn slides. */
function isScrolling(event: KeyboardEvent): boolean {
  return /^(Arrow(Up|Down)|Home|End)$/.test(event.key) && event.target instanceof Element && event.target.matches('.desk-words');
}

/** In a right-to-left deck the left arrow goes on. */
function keyOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (root.dir !== 'rtl') return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
}

function onKey(event: KeyboardEvent, app: App): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target) || isTaken(event) || isScrolling(event) || isDialogOpen()) return;
  const key = keyOf(event);
  if (!options.letters && /^[\p{L}.,?/]$/u.test(key)) return;
  const { view } = app.store.get();
  if (/^\d$/.test(key) && view !== 'read') {
    take(key);
    return;
  }
  if (key === 'Enter' && typed !== '') {
    app.go(Number(typed) - 1);
    typed = '';
    if (view === 'overview') app.show('present');
    event.preventDefault();
    return;
  }
  const held = event.shiftKey ? `Shift+${key}` : key;
  const known = (name: string): Command | undefined => COMMANDS.find((c) => c.keys.includes(name) && isAllowed(c, app));
  const command = known(held) ?? known(key);
  if (!command) return;
  event.preventDefault();
  command.run(app);
}

export function mountKeys(app: App): void {
  addEventListener('keydown', (event) => onKey(event, app));
}
