// Runs a TypeScript script of this folder under plain Node: `node scripts/run.mjs scripts/NAME.ts [arguments]`.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error('usage: node scripts/run.mjs FILE.ts [arguments]');
process.argv = [process.argv[0], resolve(file), ...args];
await runnerImport(resolve(file), { logLevel: 'error', configFile: false });
