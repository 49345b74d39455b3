import type { App } from './app.ts';
import { COMMANDS, isAllowed } from './commands.ts';
import { openDialog } from './dialog.ts';
import { el } from './dom.ts';
import { options } from './keys.ts';

function shownKeys(command: (typeof COMMANDS)[number]): string {
  return command.shown ?? command.keys.map((key) => key.toUpperCase()).join(' ');
}

/** The sheet of keys, with the deck's version. */
export function askHelp(app: App): void {
  const rows = COMMANDS.flatMap((command) => {
    if (command.help === null || !isAllowed(command, app)) return [];
    return [el('tr', {}, el('th', { scope: 'row' }, el('kbd', {}, shownKeys(command))), el('td', {}, command.help))];
  });
  const number = el('tr', {}, el('th', { scope: 'row' }, el('kbd', {}, '1 2 Enter')), el('td', {}, 'Go to slide 12'));
  const letters = el('input', { type: 'checkbox', id: 'letters' });
  letters.checked = options.letters;
  letters.addEventListener('change', () => (options.letters = letters.checked));
  openDialog(
    'Keys',
    el('table', {}, el('tbody', {}, ...rows, number)),
    el('p', {}, letters, el('label', { for: 'letters' }, 'Single letters are keys')),
    el('p', { class: 'quiet' }, `${app.deck.data.title} · version ${app.deck.data.stamp}`),
  );
}
