import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildUi } from '../../../scripts/ui.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the app's built pages. */
    readonly builtUi: string;
  }
}

/** Builds the app's pages once for all tests of a project. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const out = await mkdtemp(join(tmpdir(), 'lectern-ui-'));
  const { NODE_ENV } = process.env;
  await buildUi(process.cwd(), out);
  // The build sets it for itself; tests are no production.
  process.env['NODE_ENV'] = NODE_ENV;
  provide('builtUi', out);
  return () => rm(out, { recursive: true, force: true, maxRetries: 3 });
}
