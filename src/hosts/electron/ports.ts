import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { dialog, shell, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { Payload } from '../../api/contract.ts';
import { unavailable, type HostPorts } from '../../workspace/backend.ts';
import { printPdf } from './pdf.ts';
import { STRINGS } from './strings.ts';

type What = Payload<'host.choose'>['what'];
type WindowReport = Payload<'host.window'>;

const BRIEFINGS = { name: STRINGS.filters.briefing, extensions: ['yaml', 'yml'] };
const TEMPLATES = { name: STRINGS.filters.template, extensions: ['zip'] };
const DECKS = { name: STRINGS.filters.deck, extensions: ['pptx'] };
const ALL = { name: STRINGS.filters.all, extensions: ['*'] };

const CHOOSERS: Readonly<Record<What, Pick<OpenDialogOptions, 'properties' | 'filters'>>> = {
  workspace: { properties: ['openDirectory'] },
  'new-workspace': { properties: ['openDirectory', 'createDirectory', 'promptToCreate'] },
  briefing: { properties: ['openFile'], filters: [BRIEFINGS, ALL] },
  template: { properties: ['openFile'], filters: [TEMPLATES] },
  deck: { properties: ['openFile'], filters: [DECKS, ALL] },
  folder: { properties: ['openDirectory', 'createDirectory', 'promptToCreate'] },
};

/** What “Open” may hand to the system: documents and folders, never anything that runs. */
const DOCUMENTS: ReadonlySet<string> = new Set(['.pptx', '.html', '.pdf', '.md', '.txt', '.yaml', '.yml', '.hbs', '.zip', '.png', '.jpg']);

async function openPath(path: string): Promise<void> {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined) throw unavailable('this file is no longer there', 'Export again, or look where it was moved to.');
  if (!info.isDirectory() && !DOCUMENTS.has(extname(path).toLowerCase())) {
    throw unavailable('files of this kind are not opened from here', 'Show it in its folder and open it there.');
  }
  const reason = await shell.openPath(path);
  if (reason !== '') throw unavailable(`the system could not open it: ${reason}`, 'Show it in its folder and open it there.');
}

async function reveal(path: string): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) await openPath(path);
  else shell.showItemInFolder(path);
}

export interface PortsOptions {
  readonly window: () => BrowserWindow | null;
  readonly onReport: (report: WindowReport) => void;
}

/** What only Electron can do for the contract. */
export function electronPorts({ window, onReport }: PortsOptions): HostPorts {
  return {
    choose: async (what) => {
      const { title, button } = STRINGS.choose[what];
      const options: OpenDialogOptions = { title, buttonLabel: button, ...CHOOSERS[what] };
      const parent = window();
      const { canceled, filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return canceled ? null : (filePaths[0] ?? null);
    },
    reveal,
    open: openPath,
    window: onReport,
    printPdf,
    progress: (fraction) => window()?.setProgressBar(fraction ?? -1),
  };
}
