/**
 * Threat: an article's link, or a page that was taken over, has the system open something: a program by a scheme of its own, a file,
 * an address that reads as another. So only web addresses leave, written anew by our parser, and only when the user says yes to
 * exactly what will be opened.
 */
import type { BrowserWindow, Dialog, Shell } from 'electron';
import { STRINGS } from './strings.ts';

const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:']);

/** The address as it would be opened, its host in ASCII; null where it may not be. */
export function externalAddress(text: string): string | null {
  if (text.length > 2000) return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  return SCHEMES.has(url.protocol) && url.hostname !== '' && url.username === '' && url.password === '' ? url.href : null;
}

export interface ExternalPorts {
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly shell: Pick<Shell, 'openExternal'>;
}

/** Opens a web address in the system's browser, after asking; answers whether it was opened. */
export async function openExternally(text: string, window: BrowserWindow | null, { dialog, shell }: ExternalPorts): Promise<boolean> {
  const address = externalAddress(text);
  if (address === null) return false;
  const { question, buttons } = STRINGS.external;
  const options = {
    type: 'question' as const,
    message: question,
    detail: address,
    buttons: [...buttons],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  if (response !== 0) return false;
  await shell.openExternal(address);
  return true;
}
