import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildCli } from '../../../scripts/cli.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with the built command line and its thread in `dist/cli`, beside Lectern's other files. */
    readonly builtCli: string;
  }
}

/** Builds the command line and its thread once for all tests of a project. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const root = await mkdtemp(join(tmpdir(), 'lectern-cli-'));
  await mkdir(join(root, 'dist'));
  await mkdir(join(root, 'node_modules'));
  for (const name of ['templates', 'content', 'dist/fonts', 'node_modules/sharp'])
    await symlink(join(process.cwd(), name), join(root, name));
  await buildCli(process.cwd(), join(root, 'dist', 'cli'));
  provide('builtCli', root);
  return () => rm(root, { recursive: true, force: true, maxRetries: 3 });
}
