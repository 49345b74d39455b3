/** Builds Electron's main process and preload with electron-vite. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'electron-vite';
import type { ShippedModules } from './notices/shipped.ts';

/** Writes `dist/electron` below the project's top folder, or another folder. Notes in `shipped` what it bundles. */
export async function buildElectron(root: string, out: string = join(root, 'dist', 'electron'), shipped?: ShippedModules): Promise<void> {
  await rm(out, { recursive: true, force: true });
  process.env['LECTERN_OUT'] = out;
  await build({
    root,
    configFile: join(root, 'electron.vite.config.ts'),
    logLevel: 'warn',
    ignoreConfigWarning: true,
    plugins: [shipped?.plugin()],
    build: { emptyOutDir: false },
  });
}
