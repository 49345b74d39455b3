import { isPresenter } from './app.ts';
import { root } from './dom.ts';
import { askSlide } from './find.ts';
import { isPointing, togglePointer } from './laser.ts';
import { chooseLine, chosenLine, stepLine } from './lines.ts';
import { openPresenter, presentAlone } from './peer.ts';
import { scrollNotes, sizeNotes } from './presenter-view.ts';
import { askPrint } from './print.ts';
import { askHelp } from './help.ts';
import type { App } from './types.ts';

export interface Command {
  /** As `KeyboardEvent.key` says it; letters in lower case. */
  readonly keys: readonly string[];
  /** For the help sheet; null: the same as another. */
  readonly help: string | null;
  /** For the help sheet, where the keys' own names will not do. */
  readonly shown?: string;
  readonly run: (app: App) => void;
  /** Whether it also works in the page to read, where arrows and space scroll. */
  readonly reading?: true;
}

function toggle(view: 'overview' | 'read'): (app: App) => void {
  return (app) => app.show(app.store.get().view === view ? 'present' : view);
}

export function toggleFullScreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
  // a frame may not be allowed to; then nothing happens
  done.catch(() => undefined);
}

/** What a remote sends to begin. Without it the browser would load the file anew and leave the full screen. */
function fillScreen(): void {
  if (!document.fullscreenElement) toggleFullScreen();
}

const forward = (app: App): void => app.step(1);
const back = (app: App): void => app.step(-1);

/** The sheet of those keys that work in this view. */
export function showHelp(app: App): void {
  askHelp(
    app,
    COMMANDS.filter((command) => isAllowed(command, app)),
  );
}

/** The slide that lists the topics; -1 where the deck has none. */
export function agendaOf(app: App): number {
  return app.deck.slides.findIndex(({ kind }) => kind === 'agenda');
}

const ALONE: readonly Command[] = [
  { keys: ['s'], help: 'Presenter view with notes', run: openPresenter, reading: true },
  { keys: ['n'], help: 'Presenter view in this window, and back', run: presentAlone, reading: true },
];

/** Keys of the presenter's view alone. */
const DESK: readonly Command[] = [
  { keys: ['j', 'Shift+ArrowRight'], shown: 'J Shift+→', help: 'Next line, with what its sources say', run: () => stepLine(1) },
  { keys: ['k', 'Shift+ArrowLeft'], shown: 'K Shift+←', help: 'Previous line', run: () => stepLine(-1) },
  { keys: ['d', 'Shift+ArrowDown'], shown: 'D Shift+↓', help: 'Notes further down', run: () => scrollNotes(1) },
  { keys: ['u', 'Shift+ArrowUp'], shown: 'U Shift+↑', help: 'Notes further up', run: () => scrollNotes(-1) },
  { keys: ['+', '='], shown: '+', help: 'Larger notes', run: (app) => sizeNotes(2, app) },
  { keys: ['-', '−'], shown: '−', help: 'Smaller notes', run: (app) => sizeNotes(-2, app) },
];

/** Every key of the deck. Arrows that point along the reading direction go on; see `keys.ts`. */
export const COMMANDS: readonly Command[] = [
  { keys: ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'Enter'], shown: '→ ↓ Space Page Down', help: 'Next slide', run: forward },
  { keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'Shift+ '], shown: '← ↑ Page Up', help: 'Previous slide', run: back },
  { keys: ['Home'], help: 'First slide', run: (app) => app.go(0) },
  { keys: ['End'], help: 'Last slide', run: (app) => app.go(app.deck.slides.length - 1) },
  { keys: ['/', 'g'], shown: '/ G', help: 'Go to a slide by number, title or words', run: askSlide, reading: true },
  { keys: ['a'], help: 'Agenda', run: (app) => app.go(agendaOf(app)) },
  { keys: ['v'], help: 'Slide viewed last', run: (app) => app.back() },
  { keys: ['o'], help: 'Overview of all slides', run: toggle('overview'), reading: true },
  { keys: ['b', '.'], shown: 'B .', help: 'Black screen, and back', run: (app) => app.blank('black') },
  { keys: ['w', ','], shown: 'W ,', help: 'White screen, and back', run: (app) => app.blank('white') },
  { keys: ['l'], help: 'Laser pointer, and off', run: togglePointer },
  { keys: ['f'], shown: 'F F5', help: 'Full screen, and back', run: toggleFullScreen },
  { keys: ['F5', 'Shift+F5'], help: null, run: fillScreen },
  ...(FOR_PRESENTER ? [...ALONE, ...DESK] : []),
  { keys: ['r'], help: 'Read as a page, and back', run: toggle('read'), reading: true },
  { keys: ['p'], help: 'Print', run: askPrint, reading: true },
  { keys: ['?'], help: 'This list', run: showHelp, reading: true },
  {
    keys: ['Escape'],
    shown: 'Esc',
    help: 'Back to the slide',
    run: (app) => {
      const { view } = app.store.get();
      if (isPointing()) togglePointer();
      else if (FOR_PRESENTER && chosenLine()) chooseLine(-1);
      else if (view !== 'presenter' && view !== 'present') app.show('present');
      else app.store.set({ blank: '' });
    },
    reading: true,
  },
];

/** In the presenter's window some keys would only change that window. */
const ELSEWHERE = ['o', 's', 'n', 'r', 'f', 'F5'];

export function isAllowed(command: Command, app: App): boolean {
  const state = app.store.get();
  if (command.keys[0] === 'a' && agendaOf(app) < 0) return false;
  if (FOR_PRESENTER && DESK.includes(command) && !isPresenter(state)) return false;
  if (state.view === 'read') return command.reading === true;
  return !(state.view === 'presenter' && ELSEWHERE.some((key) => command.keys.includes(key)));
}
