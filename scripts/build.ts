/**
 * Builds what a checkout needs to run: fonts, patterns that divide words, character maps, the deck's browser script, the command line with what V8 compiles of it, the app's pages, Electron's two bundles,
 * and the notices of what others made of it.
 * `npm ci` calls it through `prepare`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from './bundles.ts';
import { buildCMaps } from './cmaps.ts';
import { keepCompiled } from './compiled.ts';
import { buildDeckRuntime } from './deck-runtime.ts';
import { buildFonts } from './fonts.ts';
import { buildHyphenation } from './hyphenation.ts';

const root = process.cwd();
if (!existsSync(join(root, 'electron-builder.yml'))) throw new Error('run this from the project’s top folder');

await buildFonts(root);
await buildHyphenation(root);
await buildCMaps(root);
await buildDeckRuntime(root);
await buildBundles(root, join(root, 'dist'));
await keepCompiled(root);
