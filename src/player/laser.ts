import { say } from './announce.ts';
import { isPresenter } from './app.ts';
import { el, root } from './dom.ts';
import { tell, watchPoint, type Point } from './peer.ts';
import type { App } from './types.ts';

let isOn = false;
const dot = el('div', { class: 'laser', 'aria-hidden': 'true' });
const watchers: (() => void)[] = [];

/** While it is on, a click or a finger on the slide points and turns nothing. */
export function isPointing(): boolean {
  return isOn;
}

/** Calls back now, and whenever the pointer was put on or off. */
export function watchPointing(watcher: () => void): void {
  watchers.push(watcher);
  watcher();
}

export function togglePointer(): void {
  isOn = !isOn;
  root.classList.toggle('pointing', isOn);
  if (!isOn) draw(null);
  say(isOn ? 'Laser pointer on' : 'Laser pointer off');
  for (const watcher of watchers) watcher();
}

function slideRect(): DOMRect | null {
  const page = document.querySelector('.slide.on .page');
  return page?.checkVisibility() ? page.getBoundingClientRect() : null;
}

function draw(point: Point): void {
  const rect = point && slideRect();
  dot.hidden = !rect;
  if (!rect) return;
  dot.style.setProperty('--x', `${rect.left + rect.width * point[0]}px`);
  dot.style.setProperty('--y', `${rect.top + rect.height * point[1]}px`);
}

/** Where on the slide the mouse, finger or pen is; null beside it. */
function pointOf({ clientX, clientY }: PointerEvent): Point {
  const rect = slideRect();
  if (!rect || rect.width === 0) return null;
  const point = [(clientX - rect.left) / rect.width, (clientY - rect.top) / rect.height] as const;
  return point.every((part) => part >= 0 && part <= 1) ? point : null;
}

/** A red dot on the slide, in this window and in the other, where the mouse is, or a finger or pen touches. */
export function mountLaser(app: App): void {
  dot.hidden = true;
  document.body.prepend(dot);
  const { view } = app.store.get();
  let shown: Point = null;
  const point = (to: Point): void => {
    if (to === null && shown === null) return;
    shown = to;
    draw(to);
    if (FOR_PRESENTER) tell('point', app, to);
  };
  const follow = (event: Event): void => {
    const { view: now } = app.store.get();
    if (isOn && event instanceof PointerEvent && (now === 'present' || isPresenter(app.store.get()))) point(pointOf(event));
  };
  const lift = (event: Event): void => {
    if (!(event instanceof PointerEvent) || event.pointerType !== 'mouse') point(null);
  };
  for (const name of ['pointermove', 'pointerdown']) addEventListener(name, follow, { passive: true });
  for (const name of ['pointerup', 'pointercancel']) addEventListener(name, lift, { passive: true });
  root.addEventListener('pointerleave', () => point(null));
  if (FOR_PRESENTER) watchPoint(draw);
  watchPointing(() => isOn || point(null));
  app.store.subscribe((state) => {
    if (state.view !== view || !isOn) point(null);
  });
}
