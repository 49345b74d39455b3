import { isDialogOpen } from './dialog.ts';
import { root } from './dom.ts';
import type { App } from './types.ts';

const SWIPE = 50;

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, input, dialog, .bar, .desk') !== null;
}

/** Click and tap go on (a tap on the left third goes back); a swipe turns the slide the way the finger goes. */
export function mountTouch(app: App): void {
  let start: { x: number; y: number } | null = null;
  let swiped = false;
  const rtl = root.dir === 'rtl';
  const onStage = (): boolean => app.store.get().view === 'present';

  addEventListener(
    'touchstart',
    (event) => {
      const [touch] = event.touches;
      start = touch && event.touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
      swiped = false;
    },
    { passive: true },
  );
  addEventListener(
    'touchend',
    (event) => {
      const [touch] = event.changedTouches;
      if (!start || !touch || !onStage() || (globalThis.visualViewport?.scale ?? 1) > 1.01) return;
      const [x, y] = [touch.clientX - start.x, touch.clientY - start.y];
      if (Math.abs(x) < SWIPE || Math.abs(x) < 1.5 * Math.abs(y)) return;
      swiped = true;
      app.step(x < 0 !== rtl ? 1 : -1);
    },
    { passive: true },
  );
  addEventListener('click', (event) => {
    if (swiped) return void (swiped = false);
    if (!onStage() || isControl(event.target) || event.button !== 0 || event.defaultPrevented) return;
    if (isDialogOpen() || (getSelection()?.toString() ?? '') !== '') return;
    const touched = event instanceof PointerEvent && event.pointerType === 'touch';
    const backwards = touched && (rtl ? event.clientX > (innerWidth * 2) / 3 : event.clientX < innerWidth / 3);
    app.step(backwards ? -1 : 1);
  });
}
