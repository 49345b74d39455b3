import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll } from '@electron/asar';
import { rolldown } from 'rolldown';
import { buildBundles } from '../bundles.ts';
import type { ShippedPackage } from '../notices/shipped.ts';

const run = promisify(execFile);

/** A packaged app, taken apart for looking at. */
export interface Packed {
  /** What the archive held. */
  readonly app: string;
  /** The program beside it, with its fuses. */
  readonly program: string;
  /** The folder of Electron's program, for a person to open: licences lie in it. */
  readonly beside: string;
  /** What the bundlers say that they put in, and the fonts. */
  readonly shipped: readonly Pick<ShippedPackage, 'name' | 'version'>[];
  /** Runs the app under plain Node. */
  readonly driver: string;
}

/** What the sentinel before the fuses looks like in a real program, and Electron 45's fuses as they come. */
const FUSES_AS_THEY_COME = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09101100011`;

/** A folder that electron-builder takes for Electron's own; nothing in it runs. */
async function writeStub(folder: string, version: string): Promise<void> {
  for (const part of ['resources', 'locales']) await mkdir(join(folder, part), { recursive: true });
  await writeFile(join(folder, 'electron'), `#!/bin/sh\nexit 1\n${FUSES_AS_THEY_COME}\n`, 'latin1');
  await chmod(join(folder, 'electron'), 0o755);
  const texts = { version, LICENSE: 'stub', 'LICENSES.chromium.html': 'stub', 'locales/en-US.pak': 'stub' };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
}

async function bundle(input: string, file: string): Promise<void> {
  const made = await rolldown({ input, platform: 'node', logLevel: 'warn' });
  await made.write({ file, format: 'esm' });
  await made.close();
}

/** The fake Electron as a package that the unpacked app finds by `import 'electron'`, in a folder above it. */
async function writeFake(root: string, folder: string): Promise<void> {
  await bundle(join(root, 'scripts/pack/fake-electron.ts'), join(folder, 'index.js'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'electron', type: 'module', main: 'index.js' }));
}

/**
 * The packages that the app is run with, by the lock file, as folders of their own: through a link to all of `node_modules` npm finds none
 * of what a package depends on, and electron-builder asks npm.
 */
async function copyProduction(root: string, stage: string): Promise<void> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  // What `scripts/fuses.mjs` imports, which electron-builder runs in the stage.
  const paths = Object.keys(lock.packages).filter((path) => path === 'node_modules/@electron/fuses' || lock.packages[path]?.dev !== true);
  const wanted = paths.filter((path) => path !== '' && !path.includes('/@xarsh/') && existsSync(join(root, path)));
  for (const path of wanted) await cp(join(root, path), join(stage, path), { recursive: true });
}

/**
 * Builds the app into `stage`, packages it there for Linux with a stub in Electron's place, and unpacks the archive again.
 * Throws with electron-builder's own words where it fails.
 */
export async function stagePackage(root: string, stage: string, electronVersion: string): Promise<Packed> {
  await mkdir(join(stage, 'dist'), { recursive: true });
  const copied = ['package.json', 'electron-builder.yml', 'LICENSE', 'build', 'templates', 'content', 'scripts/fuses.mjs', 'dist/fonts'];
  for (const path of copied) await cp(join(root, path), join(stage, path), { recursive: true });
  await copyProduction(root, stage);
  const shipped = await buildBundles(root, join(stage, 'dist'));

  const stub = join(stage, 'electron-stub');
  await writeStub(stub, electronVersion);
  const builder = join(root, 'node_modules/electron-builder/cli.js');
  const options = ['--linux', 'dir', '--publish', 'never', '--projectDir', stage, `-c.electronDist=${stub}`];
  try {
    await run(process.execPath, [builder, ...options], { cwd: stage, maxBuffer: 16 * 1024 * 1024 });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`electron-builder failed:\n${stdout}${stderr}`, { cause: error });
  }
  await rm(join(stage, 'node_modules'), { recursive: true });

  const packaged = join(stage, 'release', 'linux-unpacked');
  const unpacked = join(stage, 'unpacked');
  extractAll(join(packaged, 'resources', 'app.asar'), join(unpacked, 'app'));
  await writeFake(root, join(unpacked, 'node_modules', 'electron'));
  const driver = join(stage, 'drive.mjs');
  await bundle(join(root, 'scripts/pack/drive.ts'), driver);
  return {
    app: join(unpacked, 'app'),
    program: join(packaged, 'lectern'),
    beside: packaged,
    shipped: shipped.map(({ name, version }) => ({ name, version })),
    driver,
  };
}
