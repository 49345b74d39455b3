import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildCli } from '../../scripts/cli.ts';

/** Builds the command line and its thread once for a test file, below a folder that has Lectern's other files. */
export function builtCli(): { readonly main: () => string; readonly worker: () => string } {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'lectern-cli-'));
    await mkdir(join(root, 'dist'));
    for (const name of ['templates', 'content', 'dist/fonts']) await symlink(join(process.cwd(), name), join(root, name));
    await buildCli(process.cwd(), join(root, 'dist', 'cli'));
  });
  afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 3 }));
  return { main: () => join(root, 'dist', 'cli', 'main.mjs'), worker: () => join(root, 'dist', 'cli', 'worker.mjs') };
}
