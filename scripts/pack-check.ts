/**
 * Packages the app with a stub in the place of Electron's binary and looks at what came out: `npm run pack:check`.
 * It shows that the package is whole, closed and runs; not that Electron does. Exit status 1 with a line for each fault.
 * With a folder's name the package is left there, for the tests to break.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { checkPackage } from './pack/checks.ts';
import { stagePackage } from './pack/stage.ts';

const root = process.cwd();
const [kept] = process.argv.slice(2);
const stage = kept ?? (await mkdtemp(join(tmpdir(), 'lectern-pack-')));
try {
  const packed = await stagePackage(root, stage, manifest.devDependencies.electron);
  if (kept !== undefined) await writeFile(join(stage, 'packed.json'), JSON.stringify(packed));
  else {
    const faults = await checkPackage(packed, root);
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    process.stdout.write(faults.length === 0 ? 'The package is whole.\n' : `${faults.length} faults in the package.\n`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  }
} finally {
  if (kept === undefined) await rm(stage, { recursive: true, force: true });
}
