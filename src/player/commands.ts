import { root } from './dom.ts';
import { openPresenter } from './peer.ts';
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

const forward = (app: App): void => app.step(1);
const back = (app: App): void => app.step(-1);

/** The sheet of those keys that work in this view. */
export function showHelp(app: App): void {
  askHelp(
    app,
    COMMANDS.filter((command) => isAllowed(command, app)),
  );
}

/** Every key of the deck. Arrows that point along the reading direction go on; see `keys.ts`. */
export const COMMANDS: readonly Command[] = [
  { keys: ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'Enter'], shown: '→ ↓ Space Page Down', help: 'Next slide', run: forward },
  { keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'], shown: '← ↑ Page Up', help: 'Previous slide', run: back },
  { keys: ['Home'], help: 'First slide', run: (app) => app.go(0) },
  { keys: ['End'], help: 'Last slide', run: (app) => app.go(app.deck.slides.length - 1) },
  { keys: ['o'], help: 'Overview of all slides', run: toggle('overview'), reading: true },
  { keys: ['b', '.'], shown: 'B .', help: 'Black screen, and back', run: (app) => app.store.set({ black: !app.store.get().black }) },
  { keys: ['f'], help: 'Full screen, and back', run: toggleFullScreen },
  ...(FOR_PRESENTER ? [{ keys: ['s'], help: 'Presenter view with notes', run: openPresenter, reading: true as const }] : []),
  { keys: ['r'], help: 'Read as a page, and back', run: toggle('read'), reading: true },
  { keys: ['p'], help: 'Print', run: askPrint, reading: true },
  { keys: ['?'], help: 'This list', run: showHelp, reading: true },
  {
    keys: ['Escape'],
    shown: 'Esc',
    help: 'Back to the slide',
    run: (app) => {
      const { view } = app.store.get();
      if (view !== 'presenter' && view !== 'present') app.show('present');
      else app.store.set({ black: false });
    },
    reading: true,
  },
];

export function isAllowed(command: Command, app: App): boolean {
  const { view } = app.store.get();
  if (view === 'read') return command.reading === true;
  // in the presenter's window some keys would only change that window
  return !(view === 'presenter' && ['o', 's', 'r', 'f'].some((key) => command.keys.includes(key)));
}
