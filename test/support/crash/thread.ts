/**
 * A thread that writes two files together, with threads of its own that do the same: for each `{ folder, home, atStep }` that it is sent
 * it says `done`, or `stands` where it stops before that step on the disk, for good.
 */
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { startPart } from '../../../src/workspace/threads/start.ts';
import { openStore } from '../../../src/workspace/store/index.ts';
import { beforeDiskSteps } from './disk.ts';

export interface Written {
  readonly folder: string;
  readonly home: string;
  /** 0: it does not stop. */
  readonly atStep: number;
  /** It has a thread of its own do it. */
  readonly below: boolean;
}

const port = parentPort;
let [steps, last] = [0, 0];
beforeDiskSteps(() => {
  steps += 1;
  if (steps !== last) return;
  port?.postMessage('stands');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});

port?.on('message', (asked: Written) => {
  if (asked.below) {
    const { wire } = startPart(new URL(import.meta.url), { role: 'export' });
    wire.listen((said) => port.postMessage(said));
    wire.post({ ...asked, below: false });
    return;
  }
  [steps, last] = [0, asked.atStep];
  const files = ['a.txt', 'b.txt'].map((name) => ({ file: join(asked.folder, name), content: 'new', keepOld: name === 'b.txt' }));
  const store = openStore(asked.home);
  void store.alone(asked.folder, () => store.writeTogether(files)).then(() => port.postMessage(`done in ${steps}`));
});
