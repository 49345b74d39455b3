// `npm start [-- FOLDER]`: the desktop app where Electron is here or can be fetched; else the same app in the browser, from this
// machine alone, with one line that says why.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);

/** Milliseconds: to reach the place Electron comes from, to fetch it, and within which a start that ends has failed. */
const LIMITS = { reach: 3000, fetch: 180_000, start: 5000 };

/** Runs a program to its end, or until time is up; answers its status (null: a signal) and how long it ran. */
function run(program, words, { limit, env = process.env } = {}) {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: root, stdio: 'inherit', env });
    const timer = limit && setTimeout(() => child.kill(), limit);
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const end = (status) => {
      clearTimeout(timer);
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve({ status, took: Date.now() - began });
    };
    child.once('error', () => end(127)).once('exit', end);
  });
}

/** Electron's program in this checkout; null where it was never fetched. */
function electronProgram() {
  const folder = join(root, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const program = join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(program) ? program : null;
}

async function fetchElectron() {
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return 'Electron is not installed';
  const place = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/';
  const reached = await globalThis.fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(LIMITS.reach) }).then(
    () => true,
    () => false,
  );
  if (!reached) return `Electron’s program is not here and ${new URL(place).host} cannot be reached`;
  console.log('Fetching Electron, once (about 110 MB) …');
  await run(process.execPath, [installer], { limit: LIMITS.fetch });
  return electronProgram() ? null : 'Electron’s program could not be fetched';
}

/** Runs the desktop app; answers why it could not, or null when it has been used and closed. */
async function desktop() {
  if (process.env.LECTERN_HOST === 'web') return 'LECTERN_HOST says so';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display';
  const missing = electronProgram() ? null : await fetchElectron();
  const program = electronProgram();
  if (program === null) return missing;
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  const { status, took } = await run(program, ['.', ...args], { env });
  if (status !== 0 && took < LIMITS.start) return 'Electron stopped at once';
  process.exitCode = status ?? 1;
  return null;
}

async function start() {
  if (!existsSync(join(root, 'dist', 'cli', 'main.cjs')) || !existsSync(join(root, 'dist', 'electron', 'main', 'index.js'))) {
    const { status } = await run(process.execPath, [join(root, 'scripts', 'run.mjs'), join(root, 'scripts', 'build.ts')]);
    if (status !== 0) return void (process.exitCode = 3);
  }
  const reason = await desktop();
  if (reason === null) return;
  console.log(`Lectern opens in the browser, because ${reason}.`);
  const { status } = await run(process.execPath, [join(root, 'bin', 'lectern.mjs'), 'serve', ...args]);
  process.exitCode = status ?? 0;
}

await start();
