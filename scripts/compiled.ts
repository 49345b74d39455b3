/** Keeps what V8 compiles of the command line while it makes a deck, beside it: a third of a short build goes into compiling. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A deck with every kind of block: what it does not need V8 compiles when it is needed, as ever. */
const SAMPLE = 'content/river-port.briefing.yaml';

/** Writes the files that `src/hosts/cli/start.ts` reads, for few and for many cores and the Node that runs this, into `dist/cli` below the project's top folder. */
export async function keepCompiled(root: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'lectern-compiled-'));
  try {
    for (const cores of [1, 64]) {
      const args = [join(root, 'scripts/compiled.mjs'), String(cores), 'build', join(root, SAMPLE), '--out', scratch];
      await promisify(execFile)(process.execPath, args, { env: { ...process.env, LECTERN_HOME: join(scratch, 'home') } });
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
