import { openDialog } from './dialog.ts';
import { el, turned } from './dom.ts';
import type { App } from './types.ts';

/** Letters alone can be switched off here: speech input may type them unasked (WCAG 2.1.4). */
export const options = { letters: true };

interface Listed {
  readonly keys: readonly string[];
  readonly shown?: string;
  /** Null: the same as another. */
  readonly help: string | null;
}

function shownKeys(command: Listed): string {
  return turned(command.shown ?? '') || command.keys.map((key) => key.toUpperCase()).join(' ');
}

/** The sheet of keys, with the deck's version. */
export function askHelp(app: App, commands: readonly Listed[]): void {
  const rows = commands.flatMap((command) => {
    if (command.help === null) return [];
    return [el('tr', {}, el('th', { scope: 'row' }, el('kbd', {}, shownKeys(command))), el('td', {}, command.help))];
  });
  const number = el('tr', {}, el('th', { scope: 'row' }, el('kbd', {}, '1 2 Enter')), el('td', {}, 'Go to slide 12'));
  const letters = el('input', { type: 'checkbox', id: 'letters' });
  letters.checked = options.letters;
  letters.addEventListener('change', () => (options.letters = letters.checked));
  const dialog = openDialog(
    'Keys',
    el('table', {}, el('tbody', {}, ...rows, number)),
    el('p', {}, letters, el('label', { for: 'letters' }, 'Single letters are keys')),
    el('p', { class: 'quiet' }, el('bdi', {}, document.title), ` · version ${app.deck.data.stamp}`),
  );
  // its first control stands below the list
  dialog.scrollTop = 0;
}
