/** Packages the app once, finds it whole, then breaks a copy in every way that has happened to somebody and looks whether it is noticed. */
import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options } from '@electron/fuses';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FUSES } from '../../../scripts/fuses.mjs';
import { checkFiles, checkFuses, checkMain, checkManifest, checkNotices, checkPreload } from '../../../scripts/pack/checks.ts';
import type { Packed } from '../../../scripts/pack/stage.ts';

const run = promisify(execFile);
const root = process.cwd();
let stage = '';
let packed: Packed;

beforeAll(async () => {
  stage = await mkdtemp(join(tmpdir(), 'lectern-packed-'));
  await run(process.execPath, ['scripts/run.mjs', 'scripts/pack-check.ts', stage], { env: { ...process.env, NODE_ENV: '' } });
  packed = JSON.parse(await readFile(join(stage, 'packed.json'), 'utf8')) as Packed;
}, 120_000);

afterAll(() => rm(stage, { recursive: true, force: true }));

/** A copy of the package with one thing changed. */
async function broken(change: (app: string) => Promise<void>): Promise<Packed> {
  const copy = await mkdtemp(join(stage, 'broken-'));
  await cp(join(packed.app, '..'), copy, { recursive: true });
  await change(join(copy, 'app'));
  return { ...packed, app: join(copy, 'app') };
}

const replace =
  (file: string, from: string | RegExp, to: string | ((all: string, group: string) => string)) =>
  async (app: string): Promise<void> => {
    const text = await readFile(join(app, file), 'utf8');
    const changed = text.replace(from, typeof to === 'string' ? () => to : to);
    if (changed === text) throw new Error(`${file} has no ${String(from)} to break`);
    await writeFile(join(app, file), changed);
  };

const remove =
  (path: string) =>
  (app: string): Promise<void> =>
    rm(join(app, path), { recursive: true });

const put =
  (path: string, text: string) =>
  async (app: string): Promise<void> => {
    await mkdir(join(app, path, '..'), { recursive: true });
    await writeFile(join(app, path), text);
  };

/** A bundle built otherwise than the project builds it. */
async function rebuild(input: string, file: string, format: 'esm' | 'cjs', external: readonly string[]): Promise<void> {
  const bundle = await rolldown({
    input: join(root, input),
    platform: 'node',
    external: ['electron', ...external],
    moduleTypes: { '.png': 'dataurl' },
    plugins: [{ name: 'no-query', resolveId: (id) => (id.endsWith('?inline') ? join(root, 'build/icons/256x256.png') : null) }],
    logLevel: 'silent',
  });
  await bundle.write({ file, format });
  await bundle.close();
}

const MAIN = 'dist/electron/main/index.js';
const PRELOAD = 'dist/electron/preload/preload.cjs';

describe('the package as it is built', () => {
  it('holds what it must and nothing else', async () => {
    expect(await checkFiles(packed, root)).toEqual([]);
    expect(await checkManifest(packed)).toEqual([]);
  });

  it('has the licences of all that is in it where a person finds them', async () => {
    expect(await checkNotices(packed, root)).toEqual([]);
    expect(packed.shipped.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['@fontsource/carlito', 'harfbuzzjs', 'pptxgenjs', 'react-dom', 'rolldown', 'zod']),
    );
  });

  it('has a preload that a sandbox can load', async () => {
    expect(await checkPreload(packed)).toEqual([]);
  });

  it('has every fuse set as the table says', async () => {
    expect(await checkFuses(packed)).toEqual([]);
    const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    expect(Object.keys(FUSES).sort()).toEqual(known.sort());
  });

  it('starts, shows its pages under their policy, and makes decks in every template and format', async () => {
    expect(await checkMain(packed)).toEqual([]);
  });
});

describe('a fault in the package’s files is noticed:', () => {
  it.each([
    ['a source map', put('dist/electron/main/index.js.map', '{}'), 'index.js.map has no business'],
    ['a package brought along', put('node_modules/left-pad/index.js', ''), 'node_modules/left-pad/index.js has no business'],
    ['a secret', put('.env', 'TOKEN=1'), '.env has no business'],
    ['a source file', put('src/core/base/errors.ts', ''), 'src/core/base/errors.ts has no business'],
    ['a template’s file is missing', remove('templates/policy-brief/deck.hbs'), 'templates/policy-brief/deck.hbs is missing'],
    ['the sample is missing', remove('content/south-caucasus.md'), 'content/south-caucasus.md is missing'],
    ['the worker is missing', remove('dist/cli/worker.cjs'), 'dist/cli/worker.cjs is missing'],
    ['the library for pictures is missing', remove('node_modules/sharp'), 'node_modules/sharp/dist/index.cjs is missing'],
    ['the fonts are missing', remove('dist/fonts/manifest.json'), 'dist/fonts/manifest.json is missing'],
    ['character maps are missing', remove('dist/fonts/cmaps/UniGB-UCS2-H.bcmap'), 'dist/fonts/cmaps/UniGB-UCS2-H.bcmap is missing'],
    ['patterns are missing', remove('dist/fonts/hyphenation/de.json'), 'dist/fonts/hyphenation/de.json is missing'],
    ['the builder’s folder is named', put('dist/cli/path-1.cjs', `// ${root}/src`), 'names the folder it was built in'],
  ])('%s', async (_, change, words) => {
    expect((await checkFiles(await broken(change), root)).join('\n')).toContain(words);
  });

  it.each([
    ['the start is not there', replace('package.json', MAIN, 'dist/main.js'), 'starts dist/main.js'],
    ['the bundle is taken for CommonJS', replace('package.json', '"type": "module"', '"type": "commonjs"'), 'a module'],
    ['packages are asked for', replace('package.json', /"sharp": "[^"]+"/, '"zod": "4"'), 'asks for zod, which does not travel'],
  ])('%s', async (_, change, words) => {
    expect((await checkManifest(await broken(change))).join('\n')).toContain(words);
  });
});

describe('a fault in the preload is noticed:', () => {
  it('it is an ES module', async () => {
    const faults = await checkPreload(await broken((app) => rebuild('src/hosts/electron/preload.ts', join(app, PRELOAD), 'esm', [])));
    expect(faults.join('\n')).toContain('import statement');
  });

  it.each([
    ['it needs the disk', 'require("node:fs");', 'cannot require node:fs'],
    ['it needs a package', 'require("zod");', 'cannot require zod'],
    ['it gives the page ipcRenderer', 'require("electron").contextBridge.exposeInMainWorld("ipc", {});', 'gives the page ipc'],
  ])('%s', async (_, code, words) => {
    const faults = await checkPreload(
      await broken(async (app) => writeFile(join(app, PRELOAD), code + (await readFile(join(app, PRELOAD), 'utf8')))),
    );
    expect(faults.join('\n')).toContain(words);
  });
});

describe('a fault in the main process is noticed:', () => {
  it('a dependency was left outside', async () => {
    const faults = await checkMain(await broken((app) => rebuild('src/hosts/electron/main.ts', join(app, MAIN), 'esm', ['zod'])));
    expect(faults.join('\n')).toMatch(/Cannot find package 'zod'/);
  });

  it.each([
    ['the sandbox is off', replace(MAIN, 'sandbox: true', 'sandbox: false'), 'the window’s sandbox is false'],
    ['the sandbox is not on for all', replace(MAIN, 'app.enableSandbox()', 'void 0'), 'the sandbox is not on'],
    [
      'the page shares the preload’s world',
      replace(MAIN, 'contextIsolation: true', 'contextIsolation: false'),
      'contextIsolation is false',
    ],
    ['the page has Node', replace(MAIN, 'nodeIntegration: false', 'nodeIntegration: true'), 'nodeIntegration is true'],
    ['the preload’s path is wrong', replace(MAIN, '"preload.cjs"', '"preload.js"'), 'the preload is not in the package'],
    [
      'the policy allows code from text',
      replace(MAIN, /"script-src": \[`'self'`\]/, `"script-src": ["'self' 'unsafe-eval'"]`),
      'weak policy',
    ],
    ['the network is let through', replace(MAIN, 'cancel: !mayLoad', 'cancel: false && !mayLoad'), 'lets the network through'],
    ['the page’s script is missing', (app: string) => rm(join(app, 'dist/ui/assets'), { recursive: true }), 'which answers 404'],
  ])('%s', async (_, change, words) => {
    expect((await checkMain(await broken(change))).join('\n')).toContain(words);
  });

  it.each([
    ['the worker cannot start', replace('dist/cli/worker.cjs', /^/, 'require("zod");'), 'does the work has stopped'],
    ['the library that cuts fonts lacks its WebAssembly', remove('dist/cli/harfbuzz-subset.wasm'), 'harfbuzz-subset.wasm'],
    ['the library for pictures lacks its WebAssembly', remove('node_modules/@img/sharp-wasm32/lib'), 'no library that can turn'],
    ['a template cannot be read', replace('templates/policy-brief/deck.hbs', /^/, '{{#if}}'), 'the template policy-brief makes no deck'],
  ])('%s', async (_, change, words) => {
    expect((await checkMain(await broken(change))).join('\n')).toContain(words);
  });
});

describe('a fault in the licences is noticed:', () => {
  const NOTICES = 'resources/THIRD-PARTY-NOTICES.txt';
  const FILES = ['resources/LICENSE.txt', NOTICES, 'LICENSE.electron.txt', 'LICENSES.chromium.html'];

  /** The package with a copy of its licences, one of them changed. */
  async function brokenLicences(change: (beside: string) => Promise<void>): Promise<Packed> {
    const beside = await mkdtemp(join(stage, 'licences-'));
    for (const file of FILES) await cp(join(packed.beside, file), join(beside, file));
    await change(beside);
    return { ...packed, beside };
  }

  const chapter = (name: string): RegExp => new RegExp(`^=== ${name} \\S+ ===$[\\s\\S]*?(?=^=== )`, 'm');

  it.each([
    ['the notices are missing', remove(NOTICES), [/^resources\/THIRD-PARTY-NOTICES.txt is missing/]],
    ['the licence of Lectern is missing', remove('resources/LICENSE.txt'), [/LICENSE.txt is not the project’s/]],
    ['the licence of Lectern is another', put('resources/LICENSE.txt', 'All rights reserved.\n'), [/LICENSE.txt is not the project’s/]],
    ['Chromium’s licences are missing', remove('LICENSES.chromium.html'), [/^Electron’s LICENSES.chromium.html is missing/]],
    ['a bundled package has no notice', replace(NOTICES, chapter('pptxgenjs'), ''), [/^pptxgenjs \S+ is in the package and not/]],
    ['a font has no notice', replace(NOTICES, chapter('@fontsource/gelasio'), ''), [/^@fontsource\/gelasio \S+ is in the package and not/]],
    ['a WebAssembly file has no notice', replace(NOTICES, chapter('harfbuzzjs'), ''), [/^harfbuzzjs \S+ is in the package and not/]],
    [
      'a notice is of another version',
      replace(NOTICES, /^=== zod \S+ ===$/m, '=== zod 0.0.1 ==='),
      [/^zod \S+ is in the package and not in/, /^zod 0.0.1 has a notice and is not in the package/],
    ],
    [
      'a notice has lost its text',
      replace(NOTICES, /^(=== react \S+ ===\n\nLicence: MIT\n)[\s\S]*?(?=^=== )/m, (_, head) => head),
      [/^the notice of react \S+ has no licence text/],
    ],
    [
      'a notice names no licence',
      replace(NOTICES, /^(=== react \S+ ===\n\n)Licence: MIT\n/m, (_, head) => head),
      [/^the notice of react \S+ does not name its licence/],
    ],
  ])('%s', async (_, change, words) => {
    const faults = await checkNotices(await brokenLicences(change), root);
    expect(faults).toEqual(words.map((word) => expect.stringMatching(word) as unknown));
  });

  it('a package more is bundled than the notices were made for', async () => {
    const shipped = [...packed.shipped, { name: 'left-pad', version: '1.3.0' }];
    expect(await checkNotices({ ...packed, shipped }, root)).toEqual(['left-pad 1.3.0 is in the package and not in its notices']);
  });

  it('a font is copied from nobody knows where', async () => {
    const faults = await checkNotices(await broken(put('dist/fonts/inter-latin-400-normal.woff2', '')), root);
    expect(faults).toEqual(['dist/fonts/inter-latin-400-normal.woff2 comes from no package with a notice']);
  });
});

describe('a fault in the fuses is noticed:', () => {
  const program = async (change: (wire: Buffer, at: number) => void): Promise<{ program: string }> => {
    const bytes = await readFile(packed.program);
    change(bytes, bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34);
    const file = join(await mkdtemp(join(stage, 'fuses-')), 'lectern');
    await writeFile(file, bytes);
    await appendFile(file, '0');
    return { program: file };
  };

  it('the program can be run as Node', async () => {
    expect(await checkFuses(await program((wire, at) => wire.write('1', at, 'latin1')))).toEqual(['the fuse RunAsNode is on']);
  });

  it('a new Electron has a fuse more', async () => {
    const faults = await checkFuses(await program((wire, at) => wire.writeUInt8(10, at - 1)));
    expect(faults).toEqual(['the program has a fuse that nobody set: 9']);
  });
});
