import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { LecternError, problem } from '../../core/base/errors.ts';

/** The system's own programs that show a file in its folder, open it, or open an address. */
interface Opener {
  readonly program: string;
  readonly reveal: (path: string) => readonly string[];
  readonly open: (path: string) => readonly string[];
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, Opener>>> = {
  darwin: { program: 'open', reveal: (path) => ['-R', path], open: (path) => [path] },
  win32: { program: 'explorer.exe', reveal: (path) => [`/select,${path}`], open: (path) => [path] },
};
const FREEDESKTOP: Opener = { program: 'xdg-open', reveal: (path) => [dirname(path)], open: (path) => [path] };

function openerFor(platform: NodeJS.Platform): Opener {
  return OPENERS[platform] ?? FREEDESKTOP;
}

/** Whether this machine can show and open files: a desktop is there. */
export async function canOpen(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (OPENERS[platform]) return true;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return false;
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const found = await access(join(folder, FREEDESKTOP.program), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}

/** Starts the program and leaves it alone; no shell, so a name is only ever a name. */
async function start(program: string, args: readonly string[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, [...args], { stdio: 'ignore', detached: true });
    child.once('error', () =>
      reject(
        new LecternError(
          problem('app/unavailable', {
            message: 'this machine has no program to open files with',
            hint: 'Open the file from your file manager; its path is shown.',
          }),
        ),
      ),
    );
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}

export function reveal(path: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  const { program, reveal: args } = openerFor(platform);
  return start(program, args(path));
}

export function openPath(path: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  const { program, open: args } = openerFor(platform);
  return start(program, args(path));
}
