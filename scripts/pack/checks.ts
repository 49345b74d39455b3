import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { FUSES } from '../fuses.mjs';
import { LONGEST_POINTER, NOTICES_FILE, readNotices } from '../notices/notices.ts';
import type { Packed } from './stage.ts';

const run = promisify(execFile);

/** What may lie in the package, by the whole path. Whatever is not named here is a fault. */
const ALLOWED: readonly RegExp[] = [
  /^package\.json$/,
  /^dist\/electron\/main\/index\.js$/,
  /^dist\/electron\/preload\/preload\.cjs$/,
  /^dist\/cli\/[\w.-]+\.cjs$/,
  /^dist\/cli\/harfbuzz-subset\.wasm$/,
  /^dist\/ui\/(index|preview)\.html$/,
  /^dist\/ui\/assets\/[\w.-]+\.(js|css|svg|png|woff2)$/,
  /^dist\/fonts\/[\w-]+\.(woff2|ttf|json|LICENSE\.txt)$/,
  /^dist\/fonts\/hyphenation\/[a-z]{2}(-[A-Z]{2})?\.json$/,
  /^dist\/fonts\/cmaps\/([\w-]+\.bcmap|LICENSE\.txt)$/,
  /^templates\/[\w-]+\/(template\.yaml|theme\.yaml|deck\.hbs|README\.md)$/,
  /^templates\/[\w-]+\/partials\/[\w/-]+\.hbs$/,
  /^templates\/[\w-]+\/assets\/[\w/-]+\.(svg|png|jpg|woff2|ttf)$/,
  /^content\/[\w./-]+\.(md|txt|yaml|png|jpg)$/,
  // The library for pictures with what it needs, in WebAssembly: this is a package for Linux.
  /^node_modules\/(sharp|semver|detect-libc|tslib|@img\/colour|@img\/sharp-wasm32|@emnapi\/runtime)\/(package\.json|LICEN[CS]E(\.txt)?)$/,
  /^node_modules\/sharp\/dist\/[\w-]+\.[cm]js$/,
  /^node_modules\/@img\/colour\/(color|index)\.cjs$/,
  /^node_modules\/@img\/sharp-wasm32\/(index\.cjs|versions\.json|lib\/sharp-wasm32-[\d.]+\.node\.(js|wasm))$/,
  /^node_modules\/@emnapi\/runtime\/(index\.js|dist\/emnapi(\.cjs(\.min)?)?\.m?js)$/,
  /^node_modules\/detect-libc\/lib\/[\w-]+\.js$/,
  /^node_modules\/semver\/((classes|functions|internal|ranges)\/[\w-]+|index)\.js$/,
  /^node_modules\/tslib\/(CopyrightNotice\.txt|tslib(\.es6)?\.m?js)$/,
];

/** The packages that are not in a bundle. */
const TRAVELLING = ['sharp'] as const;

const NEEDED = [
  'package.json',
  'dist/electron/main/index.js',
  'dist/electron/preload/preload.cjs',
  'dist/cli/worker.cjs',
  'dist/ui/index.html',
  'dist/ui/preview.html',
  'dist/fonts/manifest.json',
  'dist/fonts/hyphenation/de.json',
  'dist/fonts/cmaps/UniGB-UCS2-H.bcmap',
  'node_modules/sharp/dist/index.cjs',
  'node_modules/@img/sharp-wasm32/index.cjs',
] as const;

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The package holds what it must, all of the templates and samples of the source, and nothing that is not named above. */
export async function checkFiles({ app }: Packed, root: string): Promise<string[]> {
  const files = await filesIn(app);
  const faults = files
    .filter((file) => !ALLOWED.some((allowed) => allowed.test(file)))
    .map((file) => `${file} has no business in the package`);
  const wanted: string[] = [...NEEDED];
  for (const folder of ['templates', 'content']) wanted.push(...(await filesIn(join(root, folder))).map((file) => `${folder}/${file}`));
  const held = new Set(files);
  faults.push(...wanted.filter((file) => !held.has(file)).map((file) => `${file} is missing from the package`));
  for (const file of files.filter((name) => /\.(m?js|cjs|html)$/.test(name))) {
    const text = await readFile(join(app, file), 'utf8');
    if (text.includes(root) || text.includes(root.replaceAll('\\', '/'))) faults.push(`${file} names the folder it was built in`);
  }
  return faults;
}

/** package.json starts the main bundle as a module and asks for no package but those that travel. */
export async function checkManifest({ app }: Packed): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(app, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const faults: string[] = [];
  const main = String(manifest['main']);
  if (!(await stat(join(app, main)).catch(() => null))?.isFile()) faults.push(`package.json starts ${main}, which is not there`);
  if (manifest['type'] !== 'module') faults.push('package.json does not say that the bundle is a module');
  const asked = Object.keys(manifest['dependencies'] ?? {}).filter((name) => !TRAVELLING.some((one) => one === name));
  faults.push(...asked.map((name) => `package.json asks for ${name}, which does not travel`));
  return faults;
}

/** The preload as a sandboxed page loads it: one CommonJS script that can require `electron` and nothing else. */
export async function checkPreload({ app }: Packed): Promise<string[]> {
  const text = await readFile(join(app, 'dist/electron/preload/preload.cjs'), 'utf8');
  const exposed = new Map<string, unknown>();
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, api) },
    ipcRenderer: {},
    webUtils: {},
  };
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`a sandboxed preload cannot require ${name}`);
  };
  try {
    runInNewContext(text, { require, module: { exports: {} }, exports: {} }, { filename: 'preload.cjs', timeout: 5000 });
  } catch (error) {
    return [`the preload cannot be loaded: ${error instanceof Error ? error.message : String(error)}`];
  }
  const api = exposed.get('lectern');
  const names = typeof api === 'object' && api !== null ? Object.keys(api).sort().join(', ') : 'nothing';
  if (exposed.size !== 1 || names !== 'call, on, pathForFile')
    return [`the preload gives the page ${[...exposed.keys()].join(', ')}: ${names}`];
  return [];
}

/** The main process under plain Node, up to finished decks. */
export async function checkMain({ app, driver }: Packed): Promise<string[]> {
  const data = await mkdtemp(join(tmpdir(), 'lectern-pack-'));
  try {
    const { stdout, stderr } = await run(process.execPath, [driver, app, data], { timeout: 60_000, maxBuffer: 16 * 1024 * 1024 });
    const last = stdout.trim().split('\n').at(-1) ?? '';
    return last.startsWith('[') ? (JSON.parse(last) as string[]) : [`the packaged app stopped: ${stderr}`];
  } catch (error) {
    return [`the packaged app stopped: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

const read = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

/**
 * The licences lie beside the program: ours as it is in the repository, Electron's and Chromium's, and the notices, which have a text
 * for each package that is in the bundles, for each font's licence, and for nothing that is not there.
 */
export async function checkNotices(packed: Pick<Packed, 'app' | 'beside' | 'shipped'>, root: string): Promise<string[]> {
  const { app, beside, shipped } = packed;
  const faults: string[] = [];
  if ((await read(join(beside, 'resources', 'LICENSE.txt'))) !== (await read(join(root, 'LICENSE'))))
    faults.push('resources/LICENSE.txt is not the project’s LICENSE');
  for (const file of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) {
    if (!(await read(join(beside, file)))) faults.push(`Electron’s ${file} is missing`);
  }
  const text = await read(join(beside, 'resources', NOTICES_FILE));
  if (text === null) return [...faults, `resources/${NOTICES_FILE} is missing`];
  const notices = readNotices(text);
  const names = shipped.map(({ name, version }) => `${name} ${version}`);
  for (const name of names) {
    const notice = notices.get(name);
    if (notice === undefined) faults.push(`${name} is in the package and not in its notices`);
    else if (!notice.startsWith('Licence: ')) faults.push(`the notice of ${name} does not name its licence`);
    else if (notice.length <= LONGEST_POINTER) faults.push(`the notice of ${name} has no licence text`);
  }
  faults.push(
    ...[...notices.keys()].filter((name) => !names.includes(name)).map((name) => `${name} has a notice and is not in the package`),
  );
  const families = names.flatMap((name) => /^@fontsource\/(\S+) /.exec(name)?.[1] ?? []);
  const fonts = (await filesIn(join(app, 'dist', 'fonts'))).filter((file) => /\.(woff2|ttf)$/.test(file));
  const strange = fonts.filter((file) => !families.some((family) => file.startsWith(`${family}-`)));
  faults.push(...strange.map((file) => `dist/fonts/${file} comes from no package with a notice`));
  return faults;
}

const ENABLED = 0x31;

/** Every fuse of the program is as the table says, and the table knows every fuse. */
export async function checkFuses({ program }: Pick<Packed, 'program'>): Promise<string[]> {
  const wire = Object.entries(await getCurrentFuseWire(program)).filter(([name]) => name !== 'version');
  return wire.flatMap(([index, state]) => {
    const name = FuseV1Options[Number(index)];
    const wanted = name === undefined ? undefined : FUSES[name];
    if (wanted === undefined) return [`the program has a fuse that nobody set: ${name ?? index}`];
    return (Number(state) === ENABLED) === wanted ? [] : [`the fuse ${String(name)} is ${wanted ? 'off' : 'on'}`];
  });
}

/** Everything; the cheap checks first, and the app is run only where they found nothing. */
export async function checkPackage(packed: Packed, root: string): Promise<string[]> {
  const faults = [
    ...(await checkFiles(packed, root)),
    ...(await checkManifest(packed)),
    ...(await checkPreload(packed)),
    ...(await checkFuses(packed)),
    ...(await checkNotices(packed, root)),
  ];
  return faults.length > 0 ? faults : checkMain(packed);
}
