import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { builtCli } from '../../support/built/index.ts';

it('serve says so where Lectern’s own folder cannot be written to', async () => {
  const env = { ...process.env, LECTERN_HOME: join(process.execPath, 'home') };
  const child = spawn(process.execPath, [builtCli().main(), 'serve', '--no-open'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const status = await new Promise((resolve) => child.once('exit', resolve));
  expect([status, said]).toEqual([1, expect.stringMatching(/error file\/write: cannot write to Lectern’s own folder/)]);
  expect(said).not.toContain('    at ');
});

it.skipIf(process.platform !== 'linux')('serve has the code that lets a browser in on no command line and prints none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-serve-'));
  const opened = join(folder, 'opened');
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin', 'xdg-open'), `#!/bin/sh\nprintf '%s ' "$@" > '${opened}.part'\nmv '${opened}.part' '${opened}'\n`, {
    mode: 0o755,
  });
  const env = {
    ...process.env,
    DISPLAY: ':0',
    PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
    LECTERN_HOME: join(folder, 'home'),
    LECTERN_DOCUMENTS: join(folder, 'documents'),
  };
  const child = spawn(process.execPath, [builtCli().main(), 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  await expect.poll(() => readFile(opened, 'utf8').catch(() => '')).not.toBe('');
  const [, entry = ''] = /^Opens it in a browser: (.*)$/m.exec(said) ?? [];
  expect((await readFile(opened, 'utf8')).trim()).toBe(entry);
  const code = /value="([\w-]{32})"/.exec(await readFile(entry, 'utf8'))?.[1] ?? '';
  expect(code).not.toBe('');
  expect(said).not.toContain(code);
  expect(said).toMatch(/^Lectern: http:\/\/127\.0\.0\.1:\d+\/$/m);
});
