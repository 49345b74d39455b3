/**
 * Does one kind of work again and again: `child.mjs WORK FOLDER ROOT FIRST-ROUND AT-STEP`. Says `ready` on its output when it begins, then
 * each round that was done. Ends itself by SIGKILL before the given step on the disk; `0`: it waits to be ended; `once`: it does one round
 * and says how many steps and milliseconds that took.
 */
import { writeSync } from 'node:fs';
import { beforeDiskSteps } from './disk.ts';
import { ROUNDS, start, type WorkName } from './work.ts';

const [work = '', folder = '', root = '', first = '1', atStep = '0'] = process.argv.slice(2);

const started = await start(folder, root);
writeSync(1, 'ready\n');
let steps = 0;
beforeDiskSteps(() => {
  steps += 1;
  if (steps === Number(atStep)) process.kill(process.pid, 'SIGKILL');
});
const began = performance.now();
for (let round = Number(first); ; round += 1) {
  await ROUNDS[work as WorkName](started, round, root);
  writeSync(1, `${round}\n`);
  if (atStep !== 'once') continue;
  writeSync(1, `took ${steps} ${Math.ceil(performance.now() - began)}\n`);
  await started.close();
  break;
}
