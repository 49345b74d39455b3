import { isPresenter } from './app.ts';
import { isDialogOpen } from './dialog.ts';
import { root } from './dom.ts';
import { isPointing } from './laser.ts';
import { toggleToolbar } from './toolbar.ts';
import type { App } from './types.ts';

const SWIPE = 50;

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, input, dialog, .bar, .desk') !== null;
}

function isOnSlide(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.slide') !== null;
}

/**
 * A click goes on. A tap on the right third goes on, on the left third back, and between them it shows the buttons: what shows them turns
 * nothing. A swipe turns the slide the way the finger goes.
 */
export function mountTouch(app: App): void {
  let start: { x: number; y: number } | null = null;
  let swiped = false;
  const rtl = root.dir === 'rtl';
  const onStage = (): boolean => app.store.get().view === 'present' && !isPointing();
  /** In the presenter's view on the slide alone: the notes beside it scroll. */
  const turnsBySwipe = (target: EventTarget | null): boolean =>
    !isDialogOpen() && (onStage() || (isOnSlide(target) && isPresenter(app.store.get()) && !isPointing()));
  let isMouse = true;
  addEventListener('pointerdown', ({ pointerType }) => (isMouse = pointerType === 'mouse'), { passive: true });

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
      if (!start || !touch || !turnsBySwipe(event.target) || (globalThis.visualViewport?.scale ?? 1) > 1.01) return;
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
    const third = isMouse ? 2 : Math.floor((event.clientX / innerWidth) * 3);
    if (third === 1 && app.store.get().blank === '') toggleToolbar();
    else app.step(!isMouse && third === (rtl ? 2 : 0) ? -1 : 1);
  });
}
