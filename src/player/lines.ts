import { say } from './announce.ts';
import { isPresenter } from './app.ts';
import { isDialogOpen } from './dialog.ts';
import type { Slide } from './deck.ts';
import { isPointing } from './laser.ts';
import { textOf } from './text.ts';
import type { App } from './types.ts';

/** What of a slide rests on sources of its own: a point, a figure, an event, a row, a chart. */
export interface Line {
  readonly element: HTMLElement;
  readonly words: string;
  /** The numbers of its sources. */
  readonly refs: readonly string[];
}

const LINE = '[data-refs]';

let lines: readonly Line[] = [];
let at = -1;
const watchers: (() => void)[] = [];

/** A picture is known by what is said in its place, a chart by its caption or else by its table's name. */
const NAMES = ['[alt], [role=img]:not([data-said])', '.caption', 'table[aria-label]'];

function wordsOf(element: HTMLElement, slide: Slide): string {
  const isFigure = element.tagName === 'FIGURE';
  const name = isFigure ? (NAMES.map((each) => element.querySelector(each)).find((each) => each !== null) ?? null) : element;
  const said = isFigure && (name?.getAttribute('aria-label') ?? name?.getAttribute('alt'));
  // its numbers stand beside it anyway
  return said || textOf(name, isFigure ? undefined : LINE).replace(/\s*\[[\d,\s]+\]$/, '') || slide.title;
}

/** The lines of a slide that have sources, in its reading order. */
export function linesOf(slide: Slide | undefined): Line[] {
  const found = slide ? [...slide.page.querySelectorAll<HTMLElement>(LINE)] : [];
  return found.map((element) => ({
    element,
    words: slide ? wordsOf(element, slide) : '',
    refs: (element.dataset['refs'] ?? '').split(' '),
  }));
}

/** The line whose sources are shown. */
export function chosenLine(): Line | undefined {
  return lines[at];
}

/** Calls back whenever another line is chosen, or none. */
export function watchLine(watcher: () => void): void {
  watchers.push(watcher);
}

/** Shows what a line's sources say; the same line again, or -1, puts it away. */
export function chooseLine(to: number): void {
  lines[at]?.element.classList.remove('cited');
  at = to === at ? -1 : to;
  const chosen = lines[at];
  chosen?.element.classList.add('cited');
  if (chosen) say(chosen.words);
  for (const watcher of watchers) watcher();
}

/** To the next or previous line that has sources; behind the last to none. */
export function stepLine(by: 1 | -1): void {
  const to = at < 0 && by < 0 ? lines.length - 1 : at + by;
  chooseLine(to < lines.length ? to : -1);
}

/** How far from a line a finger may be, in CSS pixels: lines of a slide on a phone are lower than any finger. */
const REACH = 24;

/** The line that is nearest to where a finger touched; -1 where none is near. */
function nearest({ clientX, clientY }: MouseEvent): number {
  const away = lines.map(({ element }) => {
    const parts = [...element.querySelectorAll('.l, .box')].filter((part) => part.closest(LINE) === element);
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const beside = (from: number, at: number, to: number): number => Math.max(from - at, at - to, 0);
    return Math.min(...boxes.map((box) => Math.hypot(beside(box.left, clientX, box.right), beside(box.top, clientY, box.bottom))));
  });
  const least = Math.min(...away);
  return least > REACH ? -1 : away.indexOf(least);
}

/** In the presenter's view a click on a line of the current slide shows what its sources say. */
export function mountLines(app: App): void {
  app.store.subscribe((state, before) => {
    if (state !== before && state.index === before.index && state.view === before.view) return;
    chooseLine(-1);
    lines = isPresenter(state) ? linesOf(app.deck.slides[state.index]) : [];
  });
  addEventListener('click', (event) => {
    const { target } = event;
    if (!isPresenter(app.store.get()) || isPointing() || isDialogOpen() || !(target instanceof Element)) return;
    const isLink = target.closest('a:not([href^="#source-"])') !== null;
    if (isLink || target.closest('.slide.on .page') === null || (getSelection()?.toString() ?? '') !== '') return;
    const hit = target.closest(LINE);
    const isMouse = !(event instanceof PointerEvent) || event.pointerType === 'mouse';
    const exact = lines.findIndex(({ element }) => element === hit);
    const found = exact >= 0 || isMouse ? exact : nearest(event);
    if (found < 0 && at < 0) return;
    event.preventDefault();
    chooseLine(found);
  });
}
