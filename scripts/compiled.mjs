// Runs the command line as `bin/lectern.mjs` does on a machine with so many cores, and keeps what V8 compiled meanwhile:
// node scripts/compiled.mjs CORES build …
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../dist/cli/', import.meta.url));
const { bundledModules, compiledFile, flagFor } = createRequire(import.meta.url)(`${folder}start.cjs`);
const [cores] = process.argv.splice(2, 1);
const flag = flagFor(Number(cores));
const modules = bundledModules(folder, flag);
process.on('exit', (code) => {
  if (code === 0) writeFileSync(compiledFile(folder, flag), modules.compiled());
});
modules.load('main.cjs');
