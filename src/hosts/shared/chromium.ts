import { spawn } from 'node:child_process';
import { access, constants, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LecternError, problem } from '../../core/base/errors.ts';
import { cancelled } from '../../workspace/export.ts';
import type { PrintRequest } from '../../workspace/print.ts';

/** Where a Chromium may be, by platform. `LECTERN_CHROMIUM` names another. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser'];
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name];
    return base === undefined
      ? []
      : [join(base, 'Google/Chrome/Application/chrome.exe'), join(base, 'Microsoft/Edge/Application/msedge.exe')];
  }),
};

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** A Chromium on this machine, or null. Only looked for, never fetched. */
export async function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<string | null> {
  const named = env['LECTERN_CHROMIUM'];
  if (named !== undefined && named !== '') return (await isProgram(named)) ? named : null;
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const candidate of [...(PLACES[platform] ?? []), ...(platform === 'win32' ? [] : onPath)]) {
    if (await isProgram(candidate)) return candidate;
  }
  return null;
}

/** Chromium's own box cannot be set up for root. */
function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Prints an HTML deck's slides to PDF. Throws `write/package` where Chromium makes none, `export/cancelled` on the signal. */
export async function printWith(chromium: string, { html, pdf }: PrintRequest, signal: AbortSignal): Promise<void> {
  // Beside the deck, in the folder that the next start removes should this process end first.
  const profile = join(dirname(pdf), 'browser');
  const args = [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--user-data-dir=${profile}`,
    ...(isRoot() ? ['--no-sandbox'] : []),
    `--print-to-pdf=${pdf}`,
    pathToFileURL(html).href,
  ];
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(chromium, args, { stdio: 'ignore', signal, timeout: 120_000 });
      child.once('error', reject);
      child.once('exit', resolve);
    });
    if (status !== 0) throw new Error(`status ${String(status)}`);
  } catch (error) {
    if (signal.aborted) throw cancelled();
    throw new LecternError(
      problem('write/package', {
        message: 'Chromium could not print the PDF',
        received: error instanceof Error ? error.message : String(error),
        hint: 'Export PowerPoint and HTML without PDF, or print the HTML file from your browser.',
      }),
    );
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}
