import { fileURLToPath } from 'node:url';
import { homeFolder } from '../../workspace/places.ts';
import { resourcesBelow } from '../../workspace/resources.ts';
import { openStore } from '../../workspace/store/index.ts';
import { run } from './program.ts';

/** The bundle lies in `dist/cli`; Lectern's own files two folders up. */
const root = fileURLToPath(new URL('../..', import.meta.url));

// What fails unforeseen ends the process with its stack, as at the top of a module.
void run(process.argv.slice(2), {
  resources: resourcesBelow(root),
  store: openStore(homeFolder(process.env, process.platform)),
  folder: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY,
  now: () => performance.now(),
  date: () => new Date(),
}).then((code) => {
  process.exitCode = code;
});
