import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { hasLibreOffice } from './libreoffice.ts';

/** A Python that has LibreOffice's bindings: the system's own where `python3-uno` is installed, which need not be the first on the path. */
function python(user: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const found = spawnSync(join(folder, 'python3'), ['-c', 'import uno']);
    if (found.status === 0) return join(folder, 'python3');
  }
  if (process.env['LECTERN_REQUIRE_TOOLS'] === '1')
    throw new Error('LibreOffice’s bindings for Python are required here and were not found');
  process.stderr.write(`skipped: ${user} (no python3-uno)\n`);
  return null;
}

/** What somebody does by hand, on the first slide that says `on`, or else `at`. */
export type HandEdit =
  | { readonly kind: 'reword' | 'add'; readonly on?: string; readonly at: string; readonly to: string }
  | { readonly kind: 'delete'; readonly on?: string; readonly at: string }
  | { readonly kind: 'cell'; readonly at: string; readonly from: string; readonly to: string }
  | { readonly kind: 'value'; readonly at: string; readonly from: number; readonly to: number };

/** Edits a file in place through LibreOffice; null where this machine cannot. `user`: the test's file. */
export function editorFor(user: string): ((folder: string, file: string, edits: readonly HandEdit[]) => Promise<void>) | null {
  const found = hasLibreOffice(user) ? python(user) : null;
  if (found === null) return null;
  return async (folder, file, edits) => {
    const [script, out, profile] = ['edits.json', 'edited.pptx', 'profile'].map((name) => join(folder, name)) as [string, string, string];
    await writeFile(script, JSON.stringify(edits));
    const program = join(process.cwd(), 'test/support/edit-in-libreoffice.py');
    await promisify(execFile)(found, [program, file, out, profile, script], { timeout: 150_000 });
    await writeFile(file, await readFile(out));
  };
}
