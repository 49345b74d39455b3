/**
 * Prints a deck's own HTML file with the Chromium that Electron is. The file is shown in a window nobody sees, in a session of its own
 * that is never written to disk and can load the files being printed and nothing else.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { BrowserWindow, session, type Session } from 'electron';
import { cancelled } from '../../workspace/export.ts';
import type { PrintRequest } from '../../workspace/print.ts';
import { ORIGINS, SCHEME } from './addresses.ts';
import { lockSession, WEB_PREFERENCES } from './security.ts';

const POINTS_PER_INCH = 72;

/** What is being printed: address → file. */
const printing = new Map<string, string>();
let count = 0;
let own: Session | null = null;

async function answer(request: Request): Promise<Response> {
  const file = printing.get(request.url.split('#')[0] ?? '');
  if (file === undefined || request.method !== 'GET') return new Response(null, { status: 404 });
  return new Response(await readFile(file), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
  });
}

function printSession(): Session {
  if (own) return own;
  own = session.fromPartition('print', { cache: false });
  lockSession(own, { developer: false });
  own.protocol.handle(SCHEME, answer);
  return own;
}

/** Writes `request.pdf` from the deck at `request.html`, one slide a page. Throws `export/cancelled`, and Chromium's own errors and the disk's. */
export async function printPdf({ html, pdf, page }: PrintRequest, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw cancelled();
  const address = `${ORIGINS.print}/${++count}/deck.html`;
  printing.set(address, html);
  const window = new BrowserWindow({ show: false, webPreferences: { ...WEB_PREFERENCES, session: printSession() } });
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(cancelled()), { once: true });
  });
  const print = async (): Promise<void> => {
    const { webContents } = window;
    // the deck's script lays out for paper what the address asks for
    await webContents.loadURL(`${address}#print=slides`);
    await webContents.executeJavaScriptInIsolatedWorld(1, [{ code: 'document.fonts.ready.then(() => true)' }]);
    const bytes = await webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      pageSize: { width: page.width / POINTS_PER_INCH, height: page.height / POINTS_PER_INCH },
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    // Into a temporary folder of ours, from which it is read.
    if (!signal.aborted) await writeFile(pdf, bytes, { mode: 0o600 });
  };
  try {
    await Promise.race([print(), stopped]);
  } finally {
    printing.delete(address);
    if (!window.isDestroyed()) window.destroy();
  }
}
