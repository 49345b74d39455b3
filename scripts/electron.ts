/** Builds Electron's main process and preload with electron-vite. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'electron-vite';

/** Writes `dist/electron` below the project's top folder, or another folder. */
export async function buildElectron(root: string, out: string = join(root, 'dist', 'electron')): Promise<void> {
  await rm(out, { recursive: true, force: true });
  process.env['LECTERN_OUT'] = out;
  await build({
    root,
    configFile: join(root, 'electron.vite.config.ts'),
    logLevel: 'warn',
    ignoreConfigWarning: true,
    build: { emptyOutDir: false },
  });
}
