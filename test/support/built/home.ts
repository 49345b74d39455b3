import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that holds Lectern's own folders of all of a project's tests. */
    readonly homes: string;
  }
}

/** Makes a place for what tests leave in Lectern's own folder, and removes it when all have run. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const homes = await mkdtemp(join(tmpdir(), 'lectern-homes-'));
  provide('homes', homes);
  return () => rm(homes, { recursive: true, force: true, maxRetries: 3 });
}
