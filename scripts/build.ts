/**
 * Builds what a checkout needs to run: fonts, the deck's browser script, the command line, the app's pages and Electron's two bundles.
 * `npm ci` calls it through `prepare`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli } from './cli.ts';
import { buildDeckRuntime } from './deck-runtime.ts';
import { buildElectron } from './electron.ts';
import { buildFonts } from './fonts.ts';
import { buildUi } from './ui.ts';

const root = process.cwd();
if (!existsSync(join(root, 'electron-builder.yml'))) throw new Error('run this from the project’s top folder');

await buildFonts(root);
await buildDeckRuntime(root);
await buildCli(root);
await buildUi(root);
await buildElectron(root);
