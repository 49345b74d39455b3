/** `npm start` in a checkout of stand-ins: which host it takes, and what it says. */
import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

interface Stand {
  /** What Electron's program does, as a shell script; null: it was never fetched. */
  readonly electron: string | null;
  /** What Electron's installer does, as a CommonJS script. */
  readonly installer?: string;
}

async function checkout({ electron, installer }: Stand): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'lectern-start-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await put('bin/lectern.mjs', `console.log('web:', ...process.argv.slice(2));`);
  for (const path of ['dist/cli/main.cjs', 'dist/electron/main/index.js']) await put(path, '');
  await put('node_modules/electron/install.js', installer ?? 'process.exit(1);');
  if (electron !== null) {
    await put('node_modules/electron/path.txt', 'electron');
    await put('node_modules/electron/dist/electron', `#!/bin/sh\n${electron}\n`);
    await chmod(join(root, 'node_modules/electron/dist/electron'), 0o755);
  }
  await mkdir(join(root, 'scripts'));
  await copyFile('scripts/start.mjs', join(root, 'scripts/start.mjs'));
  return root;
}

function start(root: string, env: NodeJS.ProcessEnv, ...words: string[]): Promise<{ out: string; status: number | null }> {
  return new Promise((resolve) => {
    const plain = { PATH: process.env['PATH'], DISPLAY: ':9', ELECTRON_RUN_AS_NODE: '1', ELECTRON_MIRROR: 'http://127.0.0.1:9/', ...env };
    const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...words], { env: plain });
    let out = '';
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (out += part.toString()));
    child.once('close', (status) => resolve({ out, status }));
  });
}

describe.skipIf(process.platform === 'win32')('npm start', () => {
  it('runs Electron where it is, with what to open, and never as Node', async () => {
    const root = await checkout({ electron: 'echo "electron: $@ [$ELECTRON_RUN_AS_NODE]"' });
    expect(await start(root, {}, 'a b')).toEqual({ out: 'electron: . a b []\n', status: 0 });
  });

  it('opens the browser when Electron stops at once, and says so in one line', async () => {
    const root = await checkout({ electron: 'exit 134' });
    const { out } = await start(root, {}, 'folder');
    expect(out).toBe('Lectern opens in the browser, because Electron stopped at once.\nweb: serve folder\n');
  });

  it('opens the browser where Electron neither is nor can be reached', async () => {
    const { out } = await start(await checkout({ electron: null }), {});
    expect(out).toBe(
      'Lectern opens in the browser, because Electron’s program is not here and 127.0.0.1:9 cannot be reached.\nweb: serve\n',
    );
  });

  it.each([
    ['there is no display', { DISPLAY: '' }],
    ['LECTERN_HOST says so', { LECTERN_HOST: 'web' }],
  ])('opens the browser when %s', async (reason, env) => {
    const { out } = await start(await checkout({ electron: 'echo electron' }), env);
    expect(out).toBe(`Lectern opens in the browser, because ${reason}.\nweb: serve\n`);
  });

  it('fetches Electron where it can be reached, and runs it', async () => {
    const { createServer } = await import('node:http');
    const server = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const mirror = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
    const installer = `const fs = require('fs'), p = __dirname;
      fs.mkdirSync(p + '/dist');
      fs.writeFileSync(p + '/dist/electron', '#!/bin/sh\\necho fetched\\n', { mode: 0o755 });
      fs.writeFileSync(p + '/path.txt', 'electron');`;
    const { out } = await start(await checkout({ electron: null, installer }), { ELECTRON_MIRROR: mirror });
    expect(out).toBe('Fetching Electron, once (about 110 MB) …\nfetched\n');
    const failing = await start(await checkout({ electron: null }), { ELECTRON_MIRROR: mirror });
    expect(failing.out).toContain('because Electron’s program could not be fetched.\nweb: serve\n');
  });
});
