import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { exists } from '../../../src/workspace/files.ts';
import { afterStart, leftIn, statesIn } from '../../support/crash/look.ts';
import { bundled, killed } from '../../support/crash/run.ts';
import { newFolder, WORK } from '../../support/crash/work.ts';

/** How often each kind of work is ended; half of them before a random step on the disk, the others at a random time. */
const KILLS = Number(process.env['LECTERN_CRASHES'] ?? 6);
const SEED = Number(process.env['LECTERN_SEED'] ?? 1);
const ROOT = process.cwd();

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

let child: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  child = await bundled(ROOT, 'child');
});
afterAll(async () => child.remove());

describe.each(WORK)('%s, ended at a random moment', (work) => {
  it(`leaves whole files of one round and nothing else, ${KILLS} times`, { timeout: 60_000 + KILLS * 60_000 }, async () => {
    const random = randomFrom(SEED + WORK.indexOf(work));
    const folder = await newFolder();
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
    const wrong: string[] = [];
    const seen: Record<string, number> = {};
    const count = (what: string): void => void (seen[what] = (seen[what] ?? 0) + 1);
    const { took } = await killed(child.file, { work, folder, root: ROOT, first: 1, at: 'once' });
    const { steps, milliseconds } = took ?? { steps: 1, milliseconds: 1 };
    let round = 2;
    for (let kill = 0; kill < KILLS; kill += 1) {
      if (work === 'audience') await edit(join(folder, 'w', 'output', 'one.audience.html'));
      // A later round has more to replace than the first.
      const far = random() * 1.3;
      const at = kill % 2 === 0 ? { step: 1 + Math.floor(far * steps) } : { after: Math.floor(far * milliseconds) };
      const { done, fault } = await killed(child.file, { work, folder, root: ROOT, first: round, at });
      round = Math.max(round, done) + 2;
      if (done > 0) count('after a whole round');
      if ((await leftIn(folder)).length > 0) count('with something left');
      for (const state of await statesIn(folder)) count(state);
      const found = [...(await afterStart(work, folder, ROOT)), ...(fault === '' ? [] : [fault])];
      wrong.push(...found.map((what) => `${kill} ${JSON.stringify(at)}: ${what}`));
    }
    if (KILLS > 20) console.info(`${work}: ${KILLS} kills, ${JSON.stringify(seen)}, ${wrong.length} wrong`);
    expect(took).not.toBeNull();
    expect(wrong).toEqual([]);
    // Else nothing was shown.
    expect(seen['with something left'] ?? 0).toBeGreaterThan(0);
  });
});

/** Somebody's words in a file that is there. */
async function edit(file: string): Promise<void> {
  if (await exists(file)) await appendFile(file, '<!-- edited -->');
}
