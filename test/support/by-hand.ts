import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { hasLibreOffice } from './libreoffice.ts';

/** A Python that has a module: the system's own has what is installed for it, and need not be the first on the path. */
function python(user: string, module: string, what: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const found = spawnSync(join(folder, 'python3'), ['-c', `import ${module}`]);
    if (found.status === 0) return join(folder, 'python3');
  }
  if (process.env['LECTERN_REQUIRE_TOOLS'] === '1') throw new Error(`${what} is required here and was not found`);
  process.stderr.write(`skipped: ${user} (no ${what})\n`);
  return null;
}

/** What somebody does by hand, on the first slide that says `on`, or else `at`. */
export type HandEdit =
  | { readonly kind: 'reword' | 'add'; readonly on?: string; readonly at: string; readonly to: string }
  | { readonly kind: 'delete'; readonly on?: string; readonly at: string }
  | { readonly kind: 'cell'; readonly at: string; readonly from: string; readonly to: string }
  | { readonly kind: 'value'; readonly at: string; readonly from: number; readonly to: number };

/** Edits a file in place. */
export type Editor = (folder: string, file: string, edits: readonly HandEdit[]) => Promise<void>;

/** Through Python's own zip files and XML trees, which write every part anew and know nothing of Office; null where this machine cannot. */
export function pythonEditorFor(user: string): Editor | null {
  const found = python(user, 'xml.etree.ElementTree, zipfile', 'Python 3');
  if (found === null) return null;
  return async (folder, file, edits) => {
    const [script, out] = ['edits.json', 'edited.pptx'].map((name) => join(folder, name)) as [string, string];
    await writeFile(script, JSON.stringify(edits));
    await promisify(execFile)(found, [join(process.cwd(), 'test/support/edit-in-python.py'), file, out, script], { timeout: 60_000 });
    await writeFile(file, await readFile(out));
  };
}

/** Through LibreOffice; null where this machine cannot. `user`: the test's file. */
export function editorFor(user: string): Editor | null {
  const found = hasLibreOffice(user) ? python(user, 'uno', 'python3-uno') : null;
  if (found === null) return null;
  return async (folder, file, edits) => {
    const [script, out, profile] = ['edits.json', 'edited.pptx', 'profile'].map((name) => join(folder, name)) as [string, string, string];
    await writeFile(script, JSON.stringify(edits));
    const program = join(process.cwd(), 'test/support/edit-in-libreoffice.py');
    await promisify(execFile)(found, [program, file, out, profile, script], { timeout: 150_000 });
    await writeFile(file, await readFile(out));
  };
}
